namespace TechMoves;

/// <summary>Relative clauses: what their pronoun stands for, and what stands behind them.</summary>
public sealed partial class Syntax
{
    /// <summary>The noun that a relative pronoun stands for: the nearest before it that can act, else the nearest.</summary>
    int Antecedent(int relative)
    {
        if (relative > 0 && chunks[relative - 1].Kind == ChunkKind.Comma && BeforeApposition(relative - 1) is >= 0 and var explained) return explained;
        var nearest = -1;
        for (var i = relative - 1; i >= 0 && chunks[i].Kind is not (ChunkKind.Stop or ChunkKind.Verb); i--)
        {
            if (chunks[i].Kind == ChunkKind.Close) { i = Opening(i); continue; }
            if (chunks[i].Kind != ChunkKind.Noun) continue;
            if (chunks[i].Name >= 0 || chunks[i].Description is not null) return i;
            if (nearest < 0) nearest = i;
        }
        return nearest;
    }

    /// <summary>"X, filiale de Y, qui ...": the name that a description between commas explains, or -1.</summary>
    int BeforeApposition(int comma)
    {
        var head = comma - 1;
        while (head > 0 && chunks[head] is { Kind: ChunkKind.Noun, Preposition.IsGenitive: true }) head--;
        return head < comma - 1 && head >= 2 && chunks[head] is { Kind: ChunkKind.Noun, Preposition: null, Name: < 0, Description: not null } && chunks[head - 1].Kind == ChunkKind.Comma && chunks[head - 2] is { Kind: ChunkKind.Noun, Name: >= 0 } ? head - 2 : -1;
    }

    int RelativeBefore(int verb)
    {
        for (var i = verb - 1; i >= 0 && chunks[i].Kind is not (ChunkKind.Verb or ChunkKind.Stop); i--) if (chunks[i].Kind == ChunkKind.Relative) return i;
        return -1;
    }

    /// <summary>"Céder sa filiale, qui ..., à Y": the complement behind a relative clause that commas enclose; -1 if there is none.</summary>
    int BehindRelative(int relative, string preposition)
    {
        if (chunks[relative].Kind != ChunkKind.Relative || chunks[relative - 1].Kind != ChunkKind.Comma) return -1;
        for (var i = relative + 1; i + 1 < chunks.Length && chunks[i].Kind is not (ChunkKind.Stop or ChunkKind.Subordinator or ChunkKind.Relative); i++)
            if (chunks[i].Kind == ChunkKind.Comma) return chunks[i + 1] is { Kind: ChunkKind.Noun, Name: >= 0 } next && next.Preposition?.Name == preposition ? i + 1 : -1;
        return -1;
    }
}

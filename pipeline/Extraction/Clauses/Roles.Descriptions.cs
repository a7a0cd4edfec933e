namespace TechMoves;

/// <summary>Reads the noun groups that describe a party: by an office, by its maker, its city, its owner, or beside its name.</summary>
public sealed partial class Roles
{
    /// <summary>"Facebook co-founder buys": a headline leaves the article out; the word behind the name says that a person acts.</summary>
    bool IsPersonOf(int index) =>
        syntax.Chunks[index].Last is var next && next < syntax.Sentence.Last && !_document.Language.Grammar.HeadsFirst
        && _document.Language.Names.Descriptions.Match(_document.Tokens.AsSpan(next..syntax.Sentence.Last), out var said) > 0 && said[0].Kind == DescriptionKind.Person;

    /// <summary>"The company of San Francisco", "the Redmond company": the place by which a company is described, or null.</summary>
    string? CityOf(int index)
    {
        var chunk = syntax.Chunks[index];
        if (chunk.Description is not { Kind: DescriptionKind.Company }) return null;
        var name = chunk.Modifier >= 0 ? chunk.Modifier : index + 1 < syntax.Chunks.Length && syntax.Chunks[index + 1] is { Kind: ChunkKind.Noun, Preposition.IsGenitive: true, Name: >= 0 and var of } ? of : -1;
        return _document.EntityOf(name) is { Kind: NameKind.Place } ? _document.Names[name].Known?.Name : null;
    }

    /// <summary>"The startup of Jony Ive", "the parent of X": a company that is told by whose it is, and not one named before.</summary>
    bool IsSomebodys(int index) =>
        index + 1 < syntax.Chunks.Length && syntax.Chunks[index].Description is { Kind: DescriptionKind.Company } && syntax.Chunks[index + 1] is { Kind: ChunkKind.Noun, Preposition.IsGenitive: true, Name: >= 0 and var owner }
        && _document.EntityOf(owner) is { Kind: NameKind.Person or NameKind.Company or NameKind.Unknown };

    /// <summary>"The creator of ChatGPT", "the iPhone maker": a description by a product of the tables is its maker, where the article names it.</summary>
    Party? MakerBy(int index)
    {
        var chunk = syntax.Chunks[index];
        if (chunk is not { Description.Kind: DescriptionKind.Company, Determination: Determination.Definite or Determination.Bare }) return null;
        var name = chunk.Modifier >= 0 ? chunk.Modifier : index + 1 < syntax.Chunks.Length && syntax.Chunks[index + 1] is { Kind: ChunkKind.Noun, Preposition.IsGenitive: true, Name: >= 0 and var of } ? of : -1;
        return _document.EntityOf(name) is { Owner: not null, Kind: not (NameKind.Company or NameKind.Person) } product && OwnerOf(product) is { } owner
            ? new(owner.Name, owner.Index, owner.Company?.Name, _document.Tokens[chunk.First].Start, _document.Tokens[chunk.Last - 1].End, false) : null;
    }

    /// <summary>"Le PDG de X", "X's chief executive", "the founder of X": who speaks or acts for a company is the company.</summary>
    Party? Office(int index)
    {
        var chunk = syntax.Chunks[index];
        if (chunk.Description is not { Kind: DescriptionKind.Office }) return null;
        if (chunk.Modifier >= 0) return Named(chunk.Modifier, true);
        return index + 1 < syntax.Chunks.Length && syntax.Chunks[index + 1] is { Kind: ChunkKind.Noun, Preposition.IsGenitive: true, Name: >= 0 } owner ? Named(owner.Name, true) : null;
    }

    /// <summary>"L'entreprise spécialisée dans l'IA Y a été ...": the name that stands between the participle's complements and the verb.</summary>
    Party? BehindParticiple(int participle)
    {
        for (var i = participle + 1; i + 1 < syntax.Chunks.Length && syntax.Chunks[i].Kind == ChunkKind.Noun; i++)
            if (syntax.Chunks[i] is { Name: >= 0 and var name } last && (last.Preposition is null || last.Noun != 0)) return syntax.Chunks[i + 1].IsFinite ? Named(name, true) : null;
        return null;
    }

    /// <summary>"Selon les informations de Y, la startup ...": who is cited at the head of a sentence is not described behind the comma.</summary>
    bool IsCited(int index)
    {
        var first = index;
        while (first > 0 && syntax.Chunks[first - 1] is { Kind: ChunkKind.Noun } && syntax.Chunks[first].Preposition is not null) first--;
        return syntax.Chunks[first].Preposition is { IsSource: true };
    }

    /// <summary>"Son concurrent, Y, ...", "the startup (Y)", "l'éditeur de logiciels Y": the name beside a description names it.</summary>
    Party? Apposed(int index)
    {
        if (syntax.Chunks[index].Description is null) return null;
        // "Y, la startup qui ...": the description explains the name before it.
        if (index >= 2 && syntax.Chunks[index - 1].Kind == ChunkKind.Comma && syntax.Chunks[index].Preposition is null && syntax.Chunks[index - 2] is { Kind: ChunkKind.Noun, Name: >= 0 } before && !IsCited(index - 2)) return Named(before.Name, true);
        for (var i = index + 1; i < syntax.Chunks.Length && i <= index + 3; i++)
        {
            var chunk = syntax.Chunks[i];
            if (chunk is { Kind: ChunkKind.Noun, Preposition.IsGenitive: true, Name: >= 0, Noun: not 0, Determination: Determination.Bare }) return Named(chunk.Name, true);
            if (chunk is { Kind: ChunkKind.Noun, Preposition.IsGenitive: true, Name: < 0 }) continue;
            if (chunk is { Kind: ChunkKind.Verb, IsPassive: true, IsFinite: false }) return BehindParticiple(i);
            if (chunk.Kind is ChunkKind.Comma or ChunkKind.Open && i + 1 < syntax.Chunks.Length && syntax.Chunks[i + 1] is { Kind: ChunkKind.Noun, Preposition: null, Name: >= 0, Noun: 0 } name
                && (i + 2 >= syntax.Chunks.Length || syntax.Chunks[i + 2].Kind is ChunkKind.Comma or ChunkKind.Close or ChunkKind.Stop || syntax.Chunks[i + 2].IsFinite)) return Named(name.Name, true);
            return null;
        }
        return null;
    }
}

namespace TechMoves;

/// <summary>
/// Finds who does what to whom in the chunks of one sentence: subjects, objects, complements, governors, across appositions, relatives, insertions,
/// coordination and control. All scans are bounded by the sentence.
/// </summary>
public sealed partial class Syntax(Document document, Sentence sentence, ImmutableArray<Chunk> chunks, MentionIndex mentions)
{
    public Document Document => document;

    public Sentence Sentence => sentence;

    public ImmutableArray<Chunk> Chunks => chunks;

    /// <summary>What a verb acts on: the noun group right after it, past adverbs, dates and complements of money; -1 if there is none.</summary>
    public int ObjectOf(int verb)
    {
        if (ObjectAfter(verb) is >= 0 and var after) return after;
        // "The tablets that X launched": the relative pronoun is the object.
        if (chunks[verb].IsPassive || !chunks[verb].IsFinite) return -1;
        for (var i = verb - 1; i > 0 && chunks[i].Kind is ChunkKind.Noun or ChunkKind.Date or ChunkKind.Other or ChunkKind.Relative; i--)
            if (chunks[i].Kind == ChunkKind.Relative) return i < verb - 1 && chunks[i - 1].Kind != ChunkKind.Comma ? Antecedent(i) : -1;
        return -1;
    }

    /// <summary>Whether a verb has an object, be it a pronoun: "debuted something".</summary>
    public bool HasObject(int verb) => ObjectOf(verb) >= 0 || verb + 1 < chunks.Length && chunks[verb + 1] is { Kind: ChunkKind.Noun, Preposition: null, Determination: Determination.Pronoun };

    int ObjectAfter(int verb)
    {
        for (var i = verb + 1; i < chunks.Length; i++)
        {
            var chunk = chunks[i];
            // "12 % of Y", "$3 million of shares": what follows is bought.
            if (chunk.Kind is ChunkKind.Percent or ChunkKind.Amount && chunk.Preposition is null && i + 1 < chunks.Length && chunks[i + 1] is { Kind: ChunkKind.Noun, Preposition.IsGenitive: true }) return i + 1;
            if (chunk.Kind == ChunkKind.Noun && chunk.Preposition is null) return chunk.Determination == Determination.Pronoun ? -1 : i;
            if (chunk.Kind is ChunkKind.Date or ChunkKind.Other or ChunkKind.Percent || chunk.Kind == ChunkKind.Amount || chunk.Kind == ChunkKind.Comma && i > verb + 1 && chunks[i - 1].Kind is ChunkKind.Date or ChunkKind.Amount) continue;
            if (chunk.Kind == ChunkKind.Noun && (IsAdverbial(i) || i <= verb + 4 && chunk.Preposition is { IsAgent: false, IsInvestor: false } && !chunks[verb].IsPassive)) continue;
            return -1;
        }
        return -1;
    }

    /// <summary>The first noun group after a chunk that hangs on it by one of the prepositions, or -1.</summary>
    public int ComplementOf(int head, string preposition, Func<Chunk, bool> fits)
    {
        for (var i = head + 1; i < chunks.Length; i++)
        {
            if (EndsReach(head, i) && (i = BehindRelative(i, preposition)) < 0) return -1;
            // What follows a participle belongs to the participle, not to the noun before it.
            if (chunks[head].Kind == ChunkKind.Noun && chunks[i].Kind == ChunkKind.Verb && chunks[i].IsPassive && !IsAdjective(head, i)) return -1;
            // "A round led by I, the fund of Y": what is of Y is the nearest noun.
            if (i > head + 1 && chunks[head].Kind == ChunkKind.Noun && chunks[i] is { Kind: ChunkKind.Noun, Preposition.IsGenitive: true } && chunks[i].Preposition!.Name == preposition && chunks[i - 1] is { Kind: ChunkKind.Noun, Preposition: null or { IsInvestor: true } }) return -1;
            if (chunks[i].Preposition?.Name != preposition) continue;
            // "With X selling its stake": a clause of its own.
            if (i + 1 < chunks.Length && chunks[i + 1] is { Kind: ChunkKind.Verb, Preposition: null, Form: VerbForms.Gerund } && !document.Language.Grammar.HeadsFirst) return -1;
            if (chunks[i].Kind == ChunkKind.Noun && fits(chunks[i])) return i;
            // "Pays N for 8 % of Y"
            if (chunks[i].Kind == ChunkKind.Percent && i + 1 < chunks.Length && chunks[i + 1] is { Kind: ChunkKind.Noun, Preposition.IsGenitive: true } whole && fits(whole)) return i + 1;
        }
        return -1;
    }

    /// <summary>The chunk that does a passive or a deal noun: "par X", "by X".</summary>
    public int AgentOf(int head)
    {
        for (var i = head + 1; i < chunks.Length && !EndsReach(head, i); i++)
        {
            if (chunks[i].Kind == ChunkKind.Verb && chunks[head].Kind == ChunkKind.Noun && !IsAdjective(head, i)) return -1;
            if (chunks[i].Kind == ChunkKind.Noun && chunks[i].Preposition is { IsAgent: true } && (chunks[i].Name >= 0 || chunks[i].Description is not null || chunks[i].Modifier >= 0)) return i;
        }
        return -1;
    }

    /// <summary>"Le rachat annoncé de Y": a bare participle right behind its noun, before what the noun is of.</summary>
    bool IsAdjective(int noun, int i) =>
        i == noun + 1 && document.Language.Grammar.HeadsFirst && chunks[i] is { IsPassive: true, IsFinite: false } && i + 1 < chunks.Length && chunks[i + 1] is { Kind: ChunkKind.Noun, Preposition.IsGenitive: true };

    /// <summary>Those who led or joined a round: noun groups behind the prepositions of investors, with the members of their lists.</summary>
    public IEnumerable<int> InvestorsOf(int head)
    {
        for (var i = head + 1; i < chunks.Length && chunks[i].Kind is not ChunkKind.Stop; i++)
            if (chunks[i].Kind == ChunkKind.Noun && chunks[i].Preposition is { IsInvestor: true })
                foreach (var member in Coordinated(i)) yield return member;
    }

    /// <summary>What governs a chunk: the verb before an infinitive or whose object or complement a noun is, or the noun before an infinitive; -1 if none.</summary>
    public int GovernorOf(int index)
    {
        var host = chunks[index] is { Kind: ChunkKind.Noun, Preposition.IsGenitive: true } ? Before(index) : -1;
        if (host >= 0 && chunks[host].Kind == ChunkKind.Noun && !IsGoverningNoun(host)) return -1;
        for (var i = index - 1; i >= 0; i--)
        {
            var chunk = chunks[i];
            switch (chunk.Kind)
            {
                case ChunkKind.Verb when chunk.IsPassive && !chunk.IsFinite && i < index - 1: break;
                case ChunkKind.Verb: return i;
                case ChunkKind.Close: i = Opening(i); break;
                case ChunkKind.Noun when chunks[index].Kind == ChunkKind.Verb && chunk.Noun != 0 && IsGoverningNoun(i): return i;
                case ChunkKind.Noun when chunks[index].Kind == ChunkKind.Noun && chunks[index].Preposition is not null && chunk.Noun != 0 && IsGoverningNoun(i): return i;
                case ChunkKind.Noun when chunks[index].Kind == ChunkKind.Verb && index - i > 6: return -1;
                // "Studies whether to sell": the infinitive hangs on what stands before.
                case ChunkKind.Subordinator when i == index - 1 && chunks[index].Form.HasFlag(VerbForms.Infinitive) && !chunks[index].IsFinite: break;
                case ChunkKind.Stop or ChunkKind.Relative or ChunkKind.Subordinator or ChunkKind.Open: return -1;
            }
        }
        return -1;
    }

    public bool IsGoverningNoun(int i) => document.Language.Frames.GovernorNouns.Match(document.Tokens.AsSpan(chunks[i].Head..sentence.Last), out _) > 0;

    /// <summary>The line of governors.csv for a chunk, or null where it governs nothing.</summary>
    public Governor? GovernorAt(int index)
    {
        var chunk = chunks[index];
        if (chunk.Kind == ChunkKind.Noun)
            return document.Language.Frames.GovernorNouns.Match(document.Tokens.AsSpan(chunk.Head..sentence.Last), out var nouns) > 0 ? nouns[0] : null;
        foreach (var governor in document.Language.Frames.VerbGovernors(chunk.Lemma))
            if (governor.IsReflexive == chunk.IsReflexive && FrameLexicon.StartsWith(document.Tokens.AsSpan((chunk.Head + 1)..sentence.Last), governor.Tail)) return governor;
        return null;
    }

    /// <summary>The members of the coordination that begins at a noun group: A, B (formerly C) et D. At most so many as a round has investors.</summary>
    public IEnumerable<int> Coordinated(int first)
    {
        const int Longest = 24;
        yield return first;
        var (last, count, parted) = (first, 1, false);
        for (var i = first + 1; i < chunks.Length && count < Longest; i++)
        {
            var chunk = chunks[i];
            if (chunk.Kind == ChunkKind.Open && Closing(i) is var close && close > i)
            {
                i = close;
                continue;
            }
            if (chunk.Kind is ChunkKind.Comma or ChunkKind.Coordinator)
            {
                parted = true;
                continue;
            }
            if (chunk.Kind != ChunkKind.Noun) yield break;
            // Two names side by side are one that the recogniser parted.
            if (!parted && i == last + 1 && chunk is { Name: >= 0, Preposition: null, Determination: Determination.Bare } && chunks[last].Name >= 0 && document.Tokens[chunk.First - 1].End == document.Tokens[chunks[last].Last - 1].End)
            {
                last = i;
                continue;
            }
            if (!parted || i - last > 6) yield break;
            if (chunk.Preposition is not null && chunk.Preposition.Name != chunks[first].Preposition?.Name) yield break;
            // After a comma only a list that ends in "et" goes on.
            if (chunks[i - 1].Kind == ChunkKind.Comma && !ListGoesOn(i)) yield break;
            // "A, spécialiste de X": an apposition, not a member; "A et la voiture": neither. A capital that is no known name may be one all the same.
            if (chunk.Name < 0 && !IsCapital(i) && (chunks[i - 1].Kind == ChunkKind.Comma || chunk.Description is null)) yield break;
            if (chunk.Name >= 0 || !IsCapital(i)) yield return i;
            (last, parted) = (i, false);
            count++;
        }
    }

    bool IsCapital(int i) => chunks[i].Determination == Determination.Bare && document.Tokens[chunks[i].First].Casing is Casing.Capitalised or Casing.Upper or Casing.Mixed;

    /// <summary>The last chunk that what stands at head can reach: complements beyond it belong to another clause.</summary>
    public bool EndsReach(int head, int i)
    {
        var chunk = chunks[i];
        if (chunk.Kind is ChunkKind.Stop or ChunkKind.Subordinator or ChunkKind.Relative) return true;
        if (chunk is { Kind: ChunkKind.Verb, IsPassive: true, IsFinite: false } && chunks[i - 1].Kind == ChunkKind.Comma) return true;
        return chunk.Kind == ChunkKind.Verb && (chunk.IsFinite && !(chunk.Form.HasFlag(VerbForms.PastParticiple) && chunk.IsPassive) || chunk.Form.HasFlag(VerbForms.Infinitive) && chunk.Preposition is null && i > head + 1);
    }

    public int Closing(int open)
    {
        for (var i = open + 1; i < chunks.Length; i++) if (chunks[i].Kind == ChunkKind.Close) return i;
        return open;
    }

    int Opening(int close)
    {
        for (var i = close - 1; i >= 0; i--) if (chunks[i].Kind == ChunkKind.Open) return i;
        return 0;
    }

    bool ListGoesOn(int i)
    {
        for (var j = i; j < chunks.Length && j <= i + 40; j++)
            if (chunks[j].Kind == ChunkKind.Coordinator) return true;
            else if (chunks[j].Kind == ChunkKind.Open) j = Closing(j);
            else if (chunks[j].Kind is not (ChunkKind.Comma or ChunkKind.Noun)) return false;
        return false;
    }
}

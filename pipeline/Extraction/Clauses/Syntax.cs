namespace TechMoves;

/// <summary>
/// Finds who does what to whom in the chunks of one sentence: subjects, objects, complements, governors, across appositions, relatives, insertions,
/// coordination and control. All scans are bounded by the sentence.
/// </summary>
public sealed class Syntax(Document document, Sentence sentence, ImmutableArray<Chunk> chunks)
{
    public Document Document => document;

    public Sentence Sentence => sentence;

    public ImmutableArray<Chunk> Chunks => chunks;

    /// <summary>The chunk that acts in a verb, or -1.</summary>
    public int SubjectOf(int verb, int depth = 0)
    {
        if (depth > 4) return -1;
        var chunk = chunks[verb];
        if (!chunk.IsFinite && (chunk.Form & (VerbForms.Infinitive | VerbForms.Gerund)) != 0) return SubjectOfNonFinite(verb, depth);
        var before = Before(verb);
        if (before >= 0 && chunks[before].Kind == ChunkKind.Relative) return Antecedent(before);
        // "X a racheté A et investi dans B": the second verb shares the subject of the first.
        if (before >= 0 && chunks[before].Kind is ChunkKind.Coordinator or ChunkKind.Comma && PreviousVerb(before) is >= 0 and var earlier && !HasOwnSubject(before, verb)
            && (chunks[before].Kind == ChunkKind.Coordinator || chunk.Form == chunks[earlier].Form) && LeftmostNoun(verb, stopAtVerb: true) < 0) return SubjectOf(earlier, depth + 1);
        return LeftmostNoun(verb, stopAtVerb: true);
    }

    /// <summary>What a verb acts on: the noun group right after it, past adverbs, dates and complements of money; -1 if there is none.</summary>
    public int ObjectOf(int verb)
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
        for (var i = head + 1; i < chunks.Length && !EndsReach(head, i); i++)
        {
            // What follows a participle belongs to the participle, not to the noun before it.
            if (chunks[head].Kind == ChunkKind.Noun && chunks[i].Kind == ChunkKind.Verb && chunks[i].IsPassive) return -1;
            if (chunks[i].Kind == ChunkKind.Noun && chunks[i].Preposition?.Name == preposition && fits(chunks[i])) return i;
        }
        return -1;
    }

    /// <summary>The chunk that does a passive or a deal noun: "par X", "by X".</summary>
    public int AgentOf(int head)
    {
        for (var i = head + 1; i < chunks.Length && !EndsReach(head, i); i++)
        {
            if (chunks[i].Kind == ChunkKind.Verb && chunks[head].Kind == ChunkKind.Noun) return -1;
            if (chunks[i].Kind == ChunkKind.Noun && chunks[i].Preposition is { IsAgent: true } && (chunks[i].Name >= 0 || chunks[i].Description is not null || chunks[i].Modifier >= 0)) return i;
        }
        return -1;
    }

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

    /// <summary>The members of the coordination that begins at a noun group: A, B et C.</summary>
    public IEnumerable<int> Coordinated(int first)
    {
        yield return first;
        var (last, count) = (first, 1);
        for (var i = first + 1; i < chunks.Length && count < 12; i++)
        {
            var chunk = chunks[i];
            if (chunk.Kind == ChunkKind.Open)
            {
                i = Closing(i);
                continue;
            }
            if (chunk.Kind is ChunkKind.Comma or ChunkKind.Coordinator) continue;
            if (chunk.Kind != ChunkKind.Noun || i - last > 3 || i == last + 1) yield break;
            if (chunk.Preposition is not null && chunk.Preposition.Name != chunks[first].Preposition?.Name) yield break;
            // "A, spécialiste de X": an apposition, not a member; "A et la voiture": neither.
            if (chunk.Name < 0 && (chunks[i - 1].Kind == ChunkKind.Comma || chunk.Description is null)) yield break;
            // After a comma only a list that ends in "et" goes on.
            if (chunks[i - 1].Kind == ChunkKind.Comma && !ListGoesOn(i)) yield break;
            yield return i;
            (last, count) = (i, count + 1);
        }
    }

    /// <summary>The last chunk that what stands at head can reach: complements beyond it belong to another clause.</summary>
    public bool EndsReach(int head, int i)
    {
        var chunk = chunks[i];
        if (chunk.Kind is ChunkKind.Stop or ChunkKind.Subordinator or ChunkKind.Relative) return true;
        return chunk.Kind == ChunkKind.Verb && (chunk.IsFinite && !(chunk.Form.HasFlag(VerbForms.PastParticiple) && chunk.IsPassive) || chunk.Form.HasFlag(VerbForms.Infinitive) && chunk.Preposition is null && i > head + 1);
    }

    public int Closing(int open)
    {
        for (var i = open + 1; i < chunks.Length; i++) if (chunks[i].Kind == ChunkKind.Close) return i;
        return open;
    }

    int SubjectOfNonFinite(int verb, int depth)
    {
        var governor = GovernorOf(verb);
        if (governor >= 0 && chunks[governor].Kind == ChunkKind.Verb)
        {
            foreach (var line in document.Language.Frames.VerbGovernors(chunks[governor].Lemma))
                if (line.Passes == "object" && ObjectOf(governor) is >= 0 and var controlled && controlled < verb) return controlled;
            if (chunks[verb].Form.HasFlag(VerbForms.Infinitive) && chunks[verb].Preposition is null && chunks[governor].IsPassive is false) return SubjectOf(governor, depth + 1);
            return SubjectOf(governor, depth + 1);
        }
        if (governor >= 0) return OwnerOf(governor, depth);
        // "En rachetant Y, X ..." and headlines "X to acquire Y".
        var left = LeftmostNoun(verb, stopAtVerb: true);
        if (left >= 0) return left;
        for (var i = verb + 1; i < chunks.Length; i++) if (chunks[i].IsFinite) return SubjectOf(i, depth + 1);
        return -1;
    }

    /// <summary>Who owns or does a governing noun: its possessor, what it belongs to, or the subject of the verb above it.</summary>
    public int OwnerOf(int noun, int depth = 0)
    {
        if (depth > 4) return -1;
        if (chunks[noun].Modifier >= 0) return noun;
        var agent = AgentOf(noun);
        if (agent >= 0) return agent;
        // "X grows with the purchase of Y": who does it by means of a deal does the deal.
        if (chunks[noun].Preposition is { IsMeans: true } && NearestVerb(noun) is >= 0 and var done) return SubjectOf(done, depth + 1);
        var governor = GovernorOf(noun);
        if (governor < 0 || GovernorAt(governor) is not { Passes: "subject" }) return -1;
        return chunks[governor].Kind == ChunkKind.Verb ? SubjectOf(governor, depth + 1) : OwnerOf(governor, depth + 1);
    }

    int NearestVerb(int noun)
    {
        for (var i = noun - 1; i >= 0 && chunks[i].Kind is not (ChunkKind.Stop or ChunkKind.Relative); i--) if (chunks[i].IsFinite) return i;
        for (var i = noun + 1; i < chunks.Length && chunks[i].Kind is not (ChunkKind.Stop or ChunkKind.Relative); i++) if (chunks[i].IsFinite) return i;
        return -1;
    }

    /// <summary>The last chunk before one, past adverbs, dates, and what stands in brackets; -1 at the start.</summary>
    int Before(int index)
    {
        for (var i = index - 1; i >= 0; i--)
            if (chunks[i].Kind is not (ChunkKind.Other or ChunkKind.Date)) return i;
        return -1;
    }

    int PreviousVerb(int index)
    {
        for (var i = index - 1; i >= 0; i--)
        {
            if (chunks[i].Kind == ChunkKind.Verb && (chunks[i].IsFinite || chunks[i].Form.HasFlag(VerbForms.Infinitive))) return i;
            if (chunks[i].Kind is ChunkKind.Stop) return -1;
        }
        return -1;
    }

    bool HasOwnSubject(int from, int verb)
    {
        for (var i = from + 1; i < verb; i++) if (chunks[i].Kind == ChunkKind.Noun && chunks[i].Preposition is null) return true;
        return false;
    }

    /// <summary>The noun that a relative pronoun stands for: the nearest before it that can act, else the nearest.</summary>
    int Antecedent(int relative)
    {
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

    /// <summary>The leftmost noun group without preposition of the clause that a verb ends, past insertions and relative clauses.</summary>
    int LeftmostNoun(int verb, bool stopAtVerb)
    {
        var (found, parted) = (-1, false);
        for (var i = verb - 1; i >= 0; i--)
        {
            var chunk = chunks[i];
            if (chunk.Kind == ChunkKind.Close)
            {
                i = Opening(i);
                continue;
            }
            if (chunk.Kind is ChunkKind.Stop or ChunkKind.Subordinator or ChunkKind.Open) break;
            if (chunk.Kind == ChunkKind.Relative) { found = found < 0 ? -1 : found; if (found >= 0) break; continue; }
            if (chunk.Kind == ChunkKind.Verb && stopAtVerb)
            {
                var relative = RelativeBefore(i);
                // "X, qui ..., a racheté": what the clause between the commas holds is not the subject.
                if (relative >= 0 && (found < 0 || Before(verb) is >= 0 and var comma && chunks[comma].Kind == ChunkKind.Comma))
                {
                    (found, parted) = (-1, false);
                    i = relative;
                    continue;
                }
                if (chunk.Form is VerbForms.Gerund || chunk.IsPassive && (chunk.Form & VerbForms.Finite) == 0 || chunk.Form.HasFlag(VerbForms.Infinitive) && found < 0) continue;
                break;
            }
            if (chunk.Kind == ChunkKind.Coordinator && found >= 0 && !JoinsNouns(i)) break;
            if (chunk.Kind is ChunkKind.Comma or ChunkKind.Coordinator) parted = true;
            if (chunk.Kind != ChunkKind.Noun || IsAdverbial(i)) continue;
            if (chunk.Preposition is null && !IsListed(i) && (found < 0 || parted && document.EntityOf(chunk.Name) is not { Kind: NameKind.Place } && (CanAct(i) || !CanAct(found)))) (found, parted) = (i, false);
        }
        return found;
    }

    /// <summary>Whether a coordinator joins noun groups and not clauses: what stands before it, a comma apart, is a name or a noun without preposition.</summary>
    bool JoinsNouns(int coordinator)
    {
        var before = coordinator - 1;
        while (before >= 0 && chunks[before].Kind is ChunkKind.Comma or ChunkKind.Close or ChunkKind.Other) before--;
        return before >= 0 && chunks[before].Kind == ChunkKind.Noun && (chunks[before].Name >= 0 || chunks[before].Preposition is null);
    }

    /// <summary>A name, a description of a company or a pronoun may act; other nouns rarely do.</summary>
    bool CanAct(int i) => chunks[i].Name >= 0 ? document.EntityOf(chunks[i].Name) is { CanAct: true } or { Kind: NameKind.Institution } : chunks[i].Description is not null || chunks[i].Determination == Determination.Pronoun || chunks[i].Modifier >= 0;

    /// <summary>A later member of a list that a preposition opens: "like Dell, Cisco and Deloitte".</summary>
    bool IsListed(int i)
    {
        if (i >= 2 && chunks[i - 1].Kind == ChunkKind.Coordinator && chunks[i - 2] is { Kind: ChunkKind.Noun, Preposition: not null, Name: < 0 } && chunks[i].Name < 0) return true;
        for (var head = i - 1; head >= 0 && i - head <= 12 && chunks[head].Kind is ChunkKind.Noun or ChunkKind.Comma or ChunkKind.Coordinator; head--)
            if (chunks[head].Kind == ChunkKind.Noun && chunks[head].Preposition is not null) return chunks[head].Name >= 0 && Coordinated(head).Contains(i);
        return false;
    }

    int RelativeBefore(int verb)
    {
        for (var i = verb - 1; i >= 0 && chunks[i].Kind is not (ChunkKind.Verb or ChunkKind.Stop); i--) if (chunks[i].Kind == ChunkKind.Relative) return i;
        return -1;
    }

    int Opening(int close)
    {
        for (var i = close - 1; i >= 0; i--) if (chunks[i].Kind == ChunkKind.Open) return i;
        return 0;
    }

    bool ListGoesOn(int i)
    {
        for (var j = i + 1; j < chunks.Length && j <= i + 8; j++)
            if (chunks[j].Kind == ChunkKind.Coordinator) return true;
            else if (chunks[j].Kind is not (ChunkKind.Comma or ChunkKind.Noun)) return false;
        return false;
    }


    /// <summary>A noun group of time or manner that is no subject: "cette semaine", "last year" outside the date recogniser's reach.</summary>
    bool IsAdverbial(int i) => chunks[i].Name < 0 && chunks[i].Mention < 0 && chunks[i].Description is null && document.Dates.Any(d => d.Start < document.Tokens[chunks[i].Last - 1].End && d.End > document.Tokens[chunks[i].First].Start);
}

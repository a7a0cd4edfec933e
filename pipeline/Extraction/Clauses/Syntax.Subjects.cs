namespace TechMoves;

/// <summary>Subjects: who acts in a verb, past insertions, relatives and lists, under control, and behind a deal noun.</summary>
public sealed partial class Syntax
{
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
            && (chunks[before].Kind == ChunkKind.Coordinator || chunk.Form == chunks[earlier].Form && LeftmostNoun(verb) < 0)) return SubjectOf(earlier, depth + 1);
        return LeftmostNoun(verb);
    }

    int SubjectOfNonFinite(int verb, int depth)
    {
        var governor = GovernorOf(verb);
        // "Plans to split off A and sell B": both infinitives have one subject.
        if (chunks[verb].Form.HasFlag(VerbForms.Infinitive) && Before(verb) is >= 0 and var and && chunks[and].Kind == ChunkKind.Coordinator && governor >= 0 && chunks[governor] is { Kind: ChunkKind.Verb, IsFinite: false } first && first.Form.HasFlag(VerbForms.Infinitive) && GovernorAt(governor) is null)
            return SubjectOf(governor, depth + 1);
        if (governor >= 0 && chunks[governor].Kind == ChunkKind.Verb)
        {
            foreach (var line in document.Language.Frames.VerbGovernors(chunks[governor].Lemma))
                if (line.Passes == "object" && ObjectOf(governor) is >= 0 and var controlled && controlled < verb) return controlled;
            if (chunks[verb].Form.HasFlag(VerbForms.Infinitive) && chunks[verb].Preposition is null && chunks[governor].IsPassive is false) return SubjectOf(governor, depth + 1);
            return SubjectOf(governor, depth + 1);
        }
        if (governor >= 0) return OwnerOf(governor, depth);
        // "En rachetant Y, X ..." and headlines "X to acquire Y".
        var left = LeftmostNoun(verb);
        if (left >= 0) return left;
        for (var i = verb + 1; i < chunks.Length; i++) if (chunks[i].IsFinite) return SubjectOf(i, depth + 1);
        return -1;
    }

    /// <summary>Who owns or does a governing noun: its possessor, what it belongs to, or the subject of the verb above it.</summary>
    public int OwnerOf(int noun, int depth = 0)
    {
        if (depth > 4) return -1;
        // "X completes the Y takeover": Y only says of whom; who completes it does it.
        if (chunks[noun].Modifier >= 0 && !(depth == 0 && !IsPossessor(chunks[noun].Modifier) && GovernorOf(noun) is >= 0 and var above && chunks[above].Kind == ChunkKind.Verb && GovernorAt(above) is { Passes: "subject" } && SubjectOf(above) >= 0)) return noun;
        var agent = AgentOf(noun);
        if (agent >= 0) return agent;
        // "X grows with the purchase of Y": who does it by means of a deal does the deal.
        if (chunks[noun].Preposition is { IsMeans: true } && NearestVerb(noun) is >= 0 and var done) return SubjectOf(done, depth + 1);
        var governor = GovernorOf(noun);
        // "X in talks with Y": a headline without a verb.
        if (governor < 0 && noun > 0 && chunks[noun].Preposition is { IsGenitive: false } && IsGoverningNoun(noun) && chunks[noun - 1] is { Kind: ChunkKind.Noun, Preposition: null, Name: >= 0 }) return noun - 1;
        if (governor < 0 || GovernorAt(governor) is not { Passes: "subject" }) return -1;
        return chunks[governor].Kind == ChunkKind.Verb ? SubjectOf(governor, depth + 1) : OwnerOf(governor, depth + 1);
    }

    /// <summary>Whether an owner's mark follows a name: Y's takeover, not the Y takeover.</summary>
    bool IsPossessor(int name) => document.Names[name].Last is var next && next < sentence.Last && document.Language.IsPossessive(document.Tokens[next].In(document.Text));

    int NearestVerb(int noun)
    {
        for (var i = noun - 1; i >= 0 && chunks[i].Kind is not (ChunkKind.Stop or ChunkKind.Relative); i--) if (chunks[i].IsFinite) return i;
        for (var i = noun + 1; i < chunks.Length && chunks[i].Kind is not (ChunkKind.Stop or ChunkKind.Relative); i++) if (chunks[i].IsFinite) return i;
        return -1;
    }

    /// <summary>The last chunk before one, past adverbs, dates, and what stands in brackets; -1 at the start.</summary>
    public int Before(int index)
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

    /// <summary>The noun group without preposition that opens the clause which a verb ends, past insertions and relative clauses.</summary>
    int LeftmostNoun(int verb)
    {
        if (Before(verb) is >= 0 and var comma && chunks[comma].Kind == ChunkKind.Comma && BeforeInsertion(comma) is >= 0 and var head) return head;
        // Behind a comma: the noun there, for what stands before the comma may belong to another verb.
        var (found, parted, beforeComma) = (-1, false, -1);
        for (var i = verb - 1; i >= 0; i--)
        {
            var chunk = chunks[i];
            if (chunk.Kind == ChunkKind.Close)
            {
                i = Opening(i);
                continue;
            }
            if (chunk.Kind is ChunkKind.Stop or ChunkKind.Subordinator or ChunkKind.Open) break;
            // "A raises N, B buys C": a bare sum beyond the comma is the object of another clause.
            if (chunk is { Kind: ChunkKind.Amount, Preposition: null } && found >= 0 && parted) break;
            if (chunk.Kind == ChunkKind.Relative) { if (found >= 0) break; continue; }
            if (chunk.Kind == ChunkKind.Verb)
            {
                var relative = RelativeBefore(i);
                // "X, qui ..., a racheté": what the clause between the commas holds is not the subject.
                if (relative >= 0 && (found < 0 || Before(verb) is >= 0 and var last && chunks[last].Kind == ChunkKind.Comma))
                {
                    (found, parted, beforeComma) = (-1, false, -1);
                    i = relative;
                    continue;
                }
                if (chunk.IsFinite && beforeComma >= 0 || chunk.Form is VerbForms.Gerund && beforeComma >= 0) found = beforeComma;
                if (chunk.Form is VerbForms.Gerund || chunk.IsPassive && (chunk.Form & VerbForms.Finite) == 0 || chunk.Form.HasFlag(VerbForms.Infinitive) && found < 0) continue;
                break;
            }
            if (chunk.Kind == ChunkKind.Coordinator && found >= 0 && !JoinsNouns(i)) break;
            if (chunk.Kind is ChunkKind.Comma or ChunkKind.Coordinator)
            {
                if (chunk.Kind == ChunkKind.Comma && found >= 0 && beforeComma < 0) beforeComma = found;
                parted = true;
            }
            if (chunk.Kind != ChunkKind.Noun || IsAdverbial(i)) continue;
            if (chunk.Preposition is null && !IsListed(i) && (found < 0 || parted && document.EntityOf(chunk.Name) is not { Kind: NameKind.Place } && (CanAct(i) || !CanAct(found)))) (found, parted) = (i, false);
        }
        return found;
    }

    /// <summary>"X, a maker of A, B and C, has ...": the noun that opens a clause and is followed by an insertion which the comma closes, or -1.</summary>
    int BeforeInsertion(int comma)
    {
        for (var start = 0; start < comma; start++)
        {
            if (start > 0 && chunks[start - 1].Kind is not (ChunkKind.Stop or ChunkKind.Subordinator) && !IsDash(start - 1)) continue;
            var head = -1;
            for (var i = start; i < comma && chunks[i].Kind is not (ChunkKind.Verb or ChunkKind.Stop or ChunkKind.Subordinator or ChunkKind.Relative or ChunkKind.Coordinator); i++)
            {
                if (chunks[i].Kind == ChunkKind.Open) { i = Closing(i); continue; }
                if (head >= 0 && chunks[i].Kind == ChunkKind.Comma) return i < comma && CanAct(head) ? head : -1;
                if (chunks[i].Kind != ChunkKind.Noun || IsAdverbial(i) || chunks[i].Preposition is not null) continue;
                if (head >= 0) break;
                head = i;
            }
        }
        return -1;
    }

    bool IsDash(int i) => chunks[i].Kind == ChunkKind.Comma && document.Text[document.Tokens[chunks[i].First].Start] is '-' or '–' or '—';

    /// <summary>Whether a coordinator joins noun groups and not clauses: what stands before it, a comma apart, is a name or a noun without preposition.</summary>
    bool JoinsNouns(int coordinator)
    {
        var before = coordinator - 1;
        while (before >= 0 && chunks[before].Kind is ChunkKind.Comma or ChunkKind.Close or ChunkKind.Other) before--;
        // "X signs to buy Y, and Z pays": Y is the object of a verb, and a comma parts it.
        if (coordinator > 0 && chunks[coordinator - 1].Kind == ChunkKind.Comma && before > 0 && chunks[before - 1].Kind == ChunkKind.Verb) return false;
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

    /// <summary>A noun group of time or manner that is no subject: "cette semaine", "last year" outside the date recogniser's reach.</summary>
    bool IsAdverbial(int i) => chunks[i].Name < 0 && chunks[i].Mention < 0 && chunks[i].Description is null && (mentions.IsDate(chunks[i].First) || mentions.IsDate(chunks[i].Last - 1));
}

namespace TechMoves;

/// <summary>How far and how sure a predicate is told: its status, who vouches for it, and whether it is an older move. Dropped: why it tells no move.</summary>
public readonly record struct Mood(Status Status, StatusDetail? Detail, Asserter Asserter, bool IsBackground, string? Dropped);

/// <summary>Reads the mood of a predicate along the chain of what governs it, and from the markers of its sentence.</summary>
public sealed class Moods(Syntax syntax)
{
    readonly Document _document = syntax.Document;
    readonly Language _language = syntax.Document.Language;
    int[]? _marked;

    public Mood Of(int trigger, FrameLine line)
    {
        var chunk = syntax.Chunks[trigger];
        var mood = chunk.Kind == ChunkKind.Verb ? OfVerb(chunk, line) : new Mood(line.Status, null, Asserter.Journalist, false, null);
        if (mood.Dropped is not null) return mood;
        mood = Governed(trigger, mood, line);
        return mood.Dropped is null ? Marked(trigger, mood) : mood;
    }

    Mood OfVerb(Chunk chunk, FrameLine line)
    {
        if (chunk.IsNegated || chunk.Preposition is { IsNegative: true }) return new(line.Status, null, Asserter.Journalist, false, "negated");
        var form = chunk.Modal != 0 ? chunk.ModalForm : chunk.Form;
        // "Has just bought": done.
        var past = chunk.IsPerfect || IsPastOnly(chunk) || chunk.Modal != 0 && _language.Grammar.Is(chunk.Modal, Auxiliaries.Recent);
        var status = past ? line.Done : line.Status;
        var background = chunk.IsPerfect && form.HasFlag(VerbForms.Imperfect) || chunk.IsPerfect && chunk.Form.HasFlag(VerbForms.Past) && !chunk.Form.HasFlag(VerbForms.PastParticiple) && !chunk.Form.HasFlag(VerbForms.Present);
        if (chunk.Modal != 0 && _language.Grammar.Is(chunk.Modal, Auxiliaries.Due)) return new(Status.Planned, null, Asserter.Journalist, false, null);
        if ((form & VerbForms.Conditional) != 0 && (form & (VerbForms.Present | VerbForms.Past)) == 0) return new(Hearsay(chunk) ? Status.Rumoured : IsDeal(line.Type) ? Status.Announced : Status.Planned, null, Asserter.Journalist, false, null);
        if ((form & VerbForms.Modal) != 0 && form != VerbForms.Modal) status = Status.Rumoured;
        // "X said that it had agreed to buy Y" is today's news.
        return new(status, null, Asserter.Journalist, background && !IsReported(chunk), null);
    }

    /// <summary>Steps that bind two: what is said to come is agreed.</summary>
    static bool IsDeal(MoveType type) => type is MoveType.Merger or MoveType.JointVenture or MoveType.Acquisition or MoveType.Divestiture or MoveType.Investment or MoveType.Contract or MoveType.Licensing or MoveType.Partnership or MoveType.FundingRound;

    /// <summary>A past tense, or a bare participle: done.</summary>
    static bool IsPastOnly(Chunk chunk) => (chunk.Form & (VerbForms.Past | VerbForms.PastParticiple)) != 0 && (chunk.Form & (VerbForms.Present | VerbForms.Infinitive)) == 0 && chunk.Modal == 0;

    /// <summary>The conditional after a past verb of saying is a future of the past; else it is hearsay.</summary>
    bool Hearsay(Chunk chunk) => !IsReported(chunk);

    /// <summary>A past verb of saying stands before the verb.</summary>
    bool IsReported(Chunk chunk)
    {
        foreach (var verb in syntax.Chunks)
        {
            if (verb.First >= chunk.First) return false;
            if (verb.Kind == ChunkKind.Verb && (verb.IsPerfect || (verb.Form & VerbForms.Past) != 0) && _language.Frames.VerbGovernors(verb.Lemma).Any(g => g.Kind == GovernorKind.Report)) return true;
        }
        return false;
    }

    Mood Governed(int trigger, Mood mood, FrameLine line)
    {
        mood = BesideNoun(trigger, mood);
        var index = trigger;
        for (var depth = 0; depth < 4 && (index = syntax.GovernorOf(index)) >= 0; depth++)
        {
            var chunk = syntax.Chunks[index];
            if (syntax.GovernorAt(index) is not { } governor)
            {
                // A conditional above makes hearsay of what hangs on it.
                if (chunk.Kind == ChunkKind.Verb && (chunk.Form & VerbForms.Conditional) != 0 && depth == 0 && Hearsay(chunk)) mood = mood with { Status = Status.Rumoured };
                if (chunk.Kind == ChunkKind.Verb) break;
                continue;
            }
            // A finite verb hangs on verbs of saying alone: in "a firm that offers X announced Y" it hangs on nothing.
            if (depth == 0 && syntax.Chunks[trigger] is { IsFinite: true, IsPassive: false } && !syntax.Chunks[trigger].Form.HasFlag(VerbForms.Infinitive) && chunk is { Kind: ChunkKind.Verb, IsFinite: true } && governor.Kind is not (GovernorKind.Report or GovernorKind.Denial)) break;
            if (chunk.IsNegated)
            {
                if (governor.Negated is not { } negated) return mood with { Dropped = "negated" };
                mood = mood with { Status = negated };
                continue;
            }
            // Who tried and does so no more has failed.
            if (governor.Kind == GovernorKind.Attempt && (chunk.IsPerfect || IsPastOnly(chunk)) && !chunk.IsProgressive) mood = mood with { Status = Status.Rejected, Detail = StatusDetail.Withdrawn };
            else if (governor.Status is { } status) mood = mood with { Status = status, Detail = governor.Detail ?? mood.Detail };
            else if (governor.Detail is not null) mood = mood with { Detail = governor.Detail };
            else if (depth == 0 && governor.Kind == GovernorKind.Support && (chunk.IsPerfect || IsPastOnly(chunk))) mood = mood with { Status = line.Done };
            if (governor.Kind == GovernorKind.Report) mood = mood with { Asserter = Asserter.Company };
            if ((chunk.Form & VerbForms.Conditional) != 0 && chunk.Kind == ChunkKind.Verb && Hearsay(chunk)) mood = mood with { Status = Status.Rumoured };
            if (chunk.Kind == ChunkKind.Verb && chunk.IsFinite) break;
        }
        return mood;
    }

    /// <summary>Adjectives of a deal noun: planned, failed, éventuel.</summary>
    Mood BesideNoun(int trigger, Mood mood)
    {
        var chunk = syntax.Chunks[trigger];
        if (chunk.Kind != ChunkKind.Noun) return mood;
        for (var t = chunk.First; t < chunk.Last; t++)
            if (_language.Frames.Adjectives.Match(_document.Tokens.AsSpan(t..syntax.Sentence.Last), out var found) > 0 && found[0].Status is { } status)
                return mood with { Status = status, Detail = found[0].Detail ?? mood.Detail };
        return mood;
    }

    Mood Marked(int trigger, Mood mood)
    {
        var tokens = _document.Tokens;
        var (first, last) = Clause(trigger);
        foreach (var t in _marked ??= [.. Marked()])
        {
            var rest = tokens.AsSpan(t..syntax.Sentence.Last);
            var inside = t >= first && t < last;
            // A predicate is not marked by its own words: "pulls out of Russia".
            if (syntax.Chunks[trigger].Kind == ChunkKind.Verb && t >= syntax.Chunks[trigger].First && t < syntax.Chunks[trigger].Last) continue;
            if (_language.Markers.Markers.Match(rest, out var markers) > 0 && (markers[0].IsWide || inside))
            {
                var marker = markers[0];
                // The outcome beats hearsay, and a done deal is not made undone by "could".
                if (marker.Status is { } status && mood.Status != Status.Rejected) mood = mood with { Status = status };
                mood = mood with { Detail = marker.Detail ?? mood.Detail, Asserter = marker.Asserter ?? mood.Asserter };
            }
            if (_language.Markers.Attributions.Match(rest, out var asserters) is > 0 and var length) mood = Attributed(mood, asserters[0], t + length);
            if (_language.Markers.Times.Match(rest, out var times) > 0 && inside) mood = mood with { IsBackground = mood.IsBackground || times[0] };
        }
        return mood;
    }

    /// <summary>The tokens at which a marker, an attribution or a time may begin: few of a sentence, and each of its predicates asks for them.</summary>
    IEnumerable<int> Marked()
    {
        for (var t = syntax.Sentence.First; t < syntax.Sentence.Last; t++)
            if (_document.Tokens[t] is var token && (_language.Markers.Markers.Begins(token) || _language.Markers.Attributions.Begins(token) || _language.Markers.Times.Begins(token))) yield return t;
    }

    /// <summary>"Selon Bloomberg": an outlet or nobody named makes a rumour of what is not yet done; a company's own word does not.</summary>
    Mood Attributed(Mood mood, Attribution attribution, int next)
    {
        var asserter = attribution.Asserter;
        if (asserter == Asserter.NamedSource && !attribution.IsOutlet && next < syntax.Sentence.Last)
        {
            var named = _document.Names.FirstOrDefault(n => n.First >= next && n.First <= next + 3);
            if (named is null) return mood;
            if (_document.EntityOf(_document.Names.IndexOf(named)) is not { Kind: NameKind.Outlet }) return mood;
        }
        if (asserter == Asserter.Company) return mood with { Asserter = asserter };
        return mood with { Asserter = asserter, Status = mood.Status is Status.Announced or Status.Planned || mood.Status == Status.Completed && attribution.IsOutlet && !mood.IsBackground ? Status.Rumoured : mood.Status };
    }

    (int First, int Last) Clause(int trigger)
    {
        int first = trigger, last = trigger;
        while (first > 0 && syntax.Chunks[first - 1].Kind is not (ChunkKind.Stop or ChunkKind.Relative) && !OpensItem(first - 1)) first--;
        while (last + 1 < syntax.Chunks.Length && syntax.Chunks[last + 1].Kind is not (ChunkKind.Stop or ChunkKind.Relative) && !OpensItem(last + 1)) last++;
        return (syntax.Chunks[first].First, syntax.Chunks[last].Last);
    }

    /// <summary>"A buys B, C denies ...": behind the comma a company and its finite verb are another item of the news.</summary>
    bool OpensItem(int comma) => syntax.Chunks[comma].Kind == ChunkKind.Comma && comma + 2 < syntax.Chunks.Length && syntax.Chunks[comma + 1] is { Kind: ChunkKind.Noun, Preposition: null, Name: >= 0 and var name } && _document.EntityOf(name) is { Kind: NameKind.Company }
        && syntax.Chunks[comma + 2].IsFinite && syntax.SubjectOf(comma + 2) == comma + 1 && HasFiniteBefore(comma);

    bool HasFiniteBefore(int index)
    {
        for (var i = index - 1; i >= 0 && syntax.Chunks[i].Kind != ChunkKind.Stop; i--) if (syntax.Chunks[i].IsFinite) return true;
        return false;
    }
}

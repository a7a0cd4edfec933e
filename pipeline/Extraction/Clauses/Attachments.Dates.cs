namespace TechMoves;

/// <summary>Which date of a sentence dates a predicate: the nearest that no other verb or noun owns, that is no limit and does not lie ahead.</summary>
public sealed partial class Attachments
{
    /// <summary>The nearest date of the sentence that lies not after the publication; a weekday far from its verb still dates it.</summary>
    public DateMention? DateOf(int trigger)
    {
        DateMention? best = null;
        var nearest = int.MaxValue;
        for (var i = 0; i < syntax.Chunks.Length; i++)
        {
            if (syntax.Chunks[i] is not { Kind: ChunkKind.Date, Mention: >= 0 and var mention }) continue;
            var date = _document.Dates[mention];
            if (IsLater(date) || IsAhead(trigger, i, date) || IsModifier(date) || IsOther(trigger, i) || IsOwned(trigger, i)) continue;
            var distance = Math.Abs(i - trigger) * 2 + (i > trigger ? 0 : 1) + (IsCurrent(date) ? 100 : 0);
            if (distance < nearest) (best, nearest) = (date, distance);
        }
        return best;
    }

    /// <summary>A period that runs on at the publication (later this year) says less than any day.</summary>
    bool IsCurrent(DateMention date) => date is { First: { } first, Last: { } last } && last > first && _document.Article.Published is { } published && first <= published && last > published;

    bool IsLater(DateMention date) => date.First is { } first && _document.Article.Published is { } published && first > published
        || date.First is null && date.Next is not null;

    /// <summary>"Will launch in October": behind a verb of the future a date without a year is the next, which dates no news.</summary>
    bool IsAhead(int trigger, int chunk, DateMention date)
    {
        if (date.First is null || date.Next is not { } next || _document.Article.Published is not { } published || next <= published) return false;
        return chunk > trigger && syntax.Chunks[trigger].Kind == ChunkKind.Verb && LooksAhead(trigger) || VerbBefore(chunk) is >= 0 and var verb && LooksAhead(verb);
    }

    bool LooksAhead(int chunk)
    {
        var verb = syntax.Chunks[chunk];
        return verb.Modal != 0 || (verb.Form & (VerbForms.Future | VerbForms.Conditional)) != 0 || verb.Form.HasFlag(VerbForms.Infinitive) && !verb.IsFinite
            || verb.Form.HasFlag(VerbForms.Gerund) && !verb.IsProgressive && chunk > 0 && syntax.Chunks[chunk - 1].Kind == ChunkKind.Verb && LooksAhead(chunk - 1);
    }

    /// <summary>The verb nearest before a chunk in its clause, or -1.</summary>
    int VerbBefore(int chunk)
    {
        for (var i = chunk - 1; i >= 0 && syntax.Chunks[i].Kind is not (ChunkKind.Stop or ChunkKind.Relative or ChunkKind.Comma or ChunkKind.Subordinator); i--) if (syntax.Chunks[i].Kind == ChunkKind.Verb) return i;
        return -1;
    }

    /// <summary>"The 2008 campaign": a year between a determiner and a noun belongs to the noun.</summary>
    bool IsModifier(DateMention date)
    {
        if (date.Precision != Precision.Year) return false;
        var first = Array.FindIndex(_document.Tokens, syntax.Sentence.First, syntax.Sentence.Length, t => t.Start >= date.Start);
        var after = Array.FindIndex(_document.Tokens, syntax.Sentence.First, syntax.Sentence.Length, t => t.Start >= date.End);
        return first > syntax.Sentence.First && after > first && _document.Tags[after] is Tag.Noun or Tag.Adjective or Tag.Name
            && _document.Language.Grammar.ClassOf(_document.Tokens[first - 1]) is WordClass.Definite or WordClass.Determiner or WordClass.Possessive;
    }

    /// <summary>A date behind another finite verb or within another predicate's clause dates that one; so does one after a limit (d'ici, by). What is said on Friday is dated by Friday.</summary>
    bool IsOther(int trigger, int date)
    {
        var (from, to) = trigger < date ? (trigger, date) : (date, trigger);
        var verbs = 0;
        for (var i = from + 1; i < to; i++)
        {
            if (syntax.Chunks[i].Kind == ChunkKind.Relative && trigger < date) return true;
            if (syntax.Chunks[i].Kind is ChunkKind.Stop) return true;
            if (syntax.Chunks[i].Kind == ChunkKind.Verb && syntax.Chunks[i].IsFinite && !IsReport(i) && ++verbs > (trigger < date ? 0 : 1)) return true;
        }
        return syntax.Chunks[date].Preposition is { } preposition && _document.Language.Markers.IsLimit(preposition.Name);
    }

    /// <summary>"The startup acquired in 2013 launches": the nearest verb before a date owns it, unless it is the predicate or governs something.</summary>
    bool IsOwned(int trigger, int date)
    {
        for (var i = date - 1; i >= 0 && i != trigger; i--)
        {
            // Built in Lyon, France in 2009
            if (syntax.Chunks[i].Kind == ChunkKind.Comma && i + 1 < date && IsPlace(i - 1) && IsPlace(i + 1)) continue;
            if (syntax.Chunks[i].Kind is ChunkKind.Comma or ChunkKind.Open or ChunkKind.Close or ChunkKind.Stop or ChunkKind.Relative or ChunkKind.Coordinator or ChunkKind.Subordinator) return false;
            if (syntax.Chunks[i].Kind == ChunkKind.Verb) return syntax.GovernorAt(i) is null && (syntax.Chunks[trigger].IsFinite || syntax.GovernorOf(trigger) != i);
        }
        return false;
    }

    bool IsPlace(int chunk) => chunk >= 0 && _document.EntityOf(syntax.Chunks[chunk].Name) is { Kind: NameKind.Place };

    bool IsReport(int chunk) => syntax.GovernorAt(chunk) is { Kind: GovernorKind.Report };
}

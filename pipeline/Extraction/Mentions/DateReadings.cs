namespace TechMoves;

/// <summary>Chooses between the past and the future reading of a date ("Friday") by the tense of the verb that it hangs on.</summary>
public static class DateReadings
{
    /// <summary>The first day of the date: the coming one where its verb looks ahead, else the last one.</summary>
    public static DateOnly? Of(DateMention date, Document document) =>
        date is { First: { } first, Next: { } next } && first != next && LooksAhead(date, document) ? next : date.First ?? date.Next;

    static bool LooksAhead(DateMention date, Document document)
    {
        foreach (var sentence in document.Sentences)
        {
            var (start, end) = (document.Tokens[sentence.First].Start, document.Tokens[sentence.Last - 1].End);
            if (date.Start < start || date.End > end) continue;
            // The verb before a date rules it; only a date that opens its sentence hangs on the verb after it.
            for (var i = sentence.Last - 1; i >= sentence.First; i--)
                if (document.Tokens[i].End <= date.Start && IsFinite(document, i)) return IsAhead(document, i);
            for (var i = sentence.First; i < sentence.Last; i++)
                if (document.Tokens[i].Start >= date.End && IsFinite(document, i)) return IsAhead(document, i);
        }
        return false;
    }

    static bool IsFinite(Document document, int token)
    {
        if (document.Tags[token] is not (Tag.Verb or Tag.Auxiliary)) return false;
        foreach (var reading in document.Language.Grammar.VerbsOf(document.Tokens[token])) if ((reading.Forms & VerbForms.Finite) != 0) return true;
        return false;
    }

    /// <summary>A future, or a modal of the present: reviendra, will come, va venir.</summary>
    static bool IsAhead(Document document, int token)
    {
        var grammar = document.Language.Grammar;
        foreach (var reading in grammar.VerbsOf(document.Tokens[token]))
        {
            if ((reading.Forms & VerbForms.Future) != 0 || reading.Forms == VerbForms.Modal) return true;
            if (grammar.Is(reading.Lemma, Auxiliaries.Moving) && grammar.Is(reading.Lemma, Auxiliaries.Modal) && (reading.Forms & VerbForms.Present) != 0 && IsInfinitive(document, token + 1)) return true;
        }
        return false;
    }

    static bool IsInfinitive(Document document, int token)
    {
        if (token >= document.Tokens.Length) return false;
        foreach (var reading in document.Language.Grammar.VerbsOf(document.Tokens[token])) if ((reading.Forms & VerbForms.Infinitive) != 0) return true;
        return false;
    }
}

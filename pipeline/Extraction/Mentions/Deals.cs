namespace TechMoves;

/// <summary>Tells whether a name stands where a verb of deals has its company or its target, before any clause is read.</summary>
public static class Deals
{
    const string Subject = "subj", Object = "obj";

    /// <summary>How many tokens an auxiliary and adverbs take before the verb: X lève, X a levé, X has just bought.</summary>
    const int Reach = 3;

    /// <summary>Whether a verb follows that has its company as the subject.</summary>
    public static bool Acts(Token[] tokens, NameMention name, Language language)
    {
        var from = name.Last;
        // X, which has raised $5 million
        if (from + 2 < tokens.Length && tokens[from] is { Kind: TokenKind.Mark, Length: 1 } && language.Grammar.ClassOf(tokens[from + 1]) == WordClass.Relative) from += 2;
        for (int i = from, end = from + Reach; i < tokens.Length && i < end; i++)
        {
            // X last year raised
            if (Time(tokens.AsSpan(i), language) is > 0 and var time)
            {
                i += time - 1;
                end += time;
                continue;
            }
            var readings = language.Grammar.VerbsOf(tokens[i]);
            foreach (var reading in readings)
                foreach (var line in language.Frames.VerbFrames(reading.Lemma)) if (line.Company.Contains(Subject) || line.Seller.Contains(Subject)) return true;
            if (readings.Length == 0 && !language.Grammar.IsLink(tokens[i]) && language.Grammar.ClassOf(tokens[i]) != WordClass.Adverb) return false;
        }
        return false;
    }

    /// <summary>The number of tokens of a time that may stand before a verb: hier, Monday, last year.</summary>
    static int Time(ReadOnlySpan<Token> tokens, Language language)
    {
        var length = language.Dates.Words.Match(tokens, out var words);
        if (length == 0) return 0;
        foreach (var word in words)
        {
            if (word is PointWord or WeekdayWord { Alone: true }) return length;
            if (word is ShiftWord { Before: true } && language.Dates.Words.Match(tokens[length..], out var units) is > 0 and var unit && units.Any(u => u is UnitWord or WeekdayWord)) return length + unit;
        }
        return 0;
    }

    /// <summary>Whether a verb stands before that has a company as its object, and no product: X rachète Y, X invests in Y.</summary>
    public static bool Suffers(Token[] tokens, NameMention name, Language language)
    {
        var (verb, function) = (name.First - 1, Object);
        if (verb > 0 && language.Grammar.Prepositions.Match([tokens[verb]], out var prepositions) == 1) (verb, function) = (verb - 1, prepositions[0].Name);
        if (verb < 0) return false;
        // snapping up X
        return IsTarget(tokens[verb], 0, function, language) || function == Object && verb > 0 && IsTarget(tokens[verb - 1], tokens[verb].Lexeme, function, language);
    }

    /// <summary>Whether a verb, with one fixed word behind it or none, has a company and no product in this function.</summary>
    static bool IsTarget(Token verb, int tail, string function, Language language)
    {
        var isTarget = false;
        foreach (var reading in language.Grammar.VerbsOf(verb))
            foreach (var line in language.Frames.VerbFrames(reading.Lemma))
            {
                if (line.Type is MoveType.ProductLaunch or MoveType.Development or MoveType.Trial && line.Product.Contains(function)) return false;
                isTarget |= (tail == 0 ? line.Tail.Length == 0 : line.Tail.Length == 1 && line.Tail[0] == tail) && line.Partner.Contains(function);
            }
        return isTarget;
    }
}

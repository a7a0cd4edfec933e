namespace TechMoves;

/// <summary>Reads how exact a sum is told to be from the words directly before and after it: environ, up to, or more.</summary>
public static class Qualifiers
{
    /// <summary>The longest marker, in tokens.</summary>
    const int Longest = 8;

    public static Qualifier? Of(ReadOnlySpan<Token> tokens, int first, int end, AmountLexicon lexicon)
    {
        var (before, start) = Before(tokens, first, lexicon);
        // "jusqu'à environ 5 M€", "at least about $5m": the bound says more than the doubt.
        if (before == Qualifier.About && Before(tokens, start, lexicon).Qualifier is Qualifier.UpTo or Qualifier.AtLeast) before = Before(tokens, start, lexicon).Qualifier;
        if (before is not null) return before;
        // The + of "$1bn+" belongs to the sum, that of "200 M€ + 50 M€" does not.
        if (end < tokens.Length && tokens[end].Kind == TokenKind.Mark && !tokens[end - 1].Touches(tokens[end])) return null;
        return end < tokens.Length && lexicon.QualifiersAfter.Match(tokens[end..Math.Min(tokens.Length, end + Longest)], out var after) > 0 ? after[0] : null;
    }

    /// <summary>The longest marker that ends where tokens[first] starts.</summary>
    static (Qualifier? Qualifier, int Start) Before(ReadOnlySpan<Token> tokens, int first, AmountLexicon lexicon)
    {
        for (var start = Math.Max(0, first - Longest); start < first; start++)
            if (lexicon.QualifiersBefore.Match(tokens[start..first], out var found) == first - start) return (found[0], start);
        return (null, first);
    }
}

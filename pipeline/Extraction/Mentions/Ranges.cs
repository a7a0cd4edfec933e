namespace TechMoves;

/// <summary>Joins two quantities to a range: entre 5 et 10 millions, 5 à 7 M€, $5-10 million, from $5m to $7m.</summary>
public static class Ranges
{
    /// <summary>How far back a verb of change (rose, passe) may stand from the words "from A to B" that it rules.</summary>
    const int ChangeReach = 6;

    /// <summary>The quantities at both ends of a range, the scale and currency of one given to the other; IsChange: they are two sums, not a range.</summary>
    public readonly record struct Pair(Quantity Low, Quantity High, bool IsChange);

    public static Pair? Read(string text, ReadOnlySpan<Token> tokens, Quantity low, AmountLexicon lexicon)
    {
        var marker = lexicon.Marker(MarkerRole.To, tokens, low.End);
        if (IsBetween(tokens, low.First, lexicon) && lexicon.Marker(MarkerRole.And, tokens, low.End) is > 0 and var and) marker = and;
        if (marker == 0 || Quantities.Read(text, tokens, low.End + marker, lexicon) is not { } high) return null;
        if (low.Currency is { } a && high.Currency is { } b && a.Code != b.Code) return null;
        if (high.Currency is null && high.Scale == 1) return null;
        if (low.Scale == 1 && high.Scale > 1)
        {
            if (low.Value * high.Scale <= high.Value) low = low with { Value = low.Value * high.Scale, Scale = high.Scale };
            // "de 2015 à 2 milliards": a number with neither scale nor currency is no end of a range.
            else if (low.Currency is null) return null;
        }
        if (high.Scale == 1 && low.Scale > 1 && high.Currency is null) return null;
        var currency = low.Currency ?? high.Currency;
        (low, high) = (low with { Currency = currency }, high with { Currency = high.Currency ?? currency });
        var change = high.Value <= low.Value || IsChange(tokens, low.First, lexicon);
        return new(low, high, change);
    }

    static bool IsBetween(ReadOnlySpan<Token> tokens, int first, AmountLexicon lexicon)
    {
        for (var start = Math.Max(0, first - 4); start < first; start++) if (lexicon.Marker(MarkerRole.Between, tokens, start) > 0) return true;
        return false;
    }

    static bool IsChange(ReadOnlySpan<Token> tokens, int first, AmountLexicon lexicon)
    {
        var from = first - 1;
        while (from > first - 4 && from >= 0 && lexicon.Marker(MarkerRole.From, tokens, from) == 0) from--;
        if (from < 0 || from == first - 4) return false;
        for (var start = Math.Max(0, from - ChangeReach); start < from; start++) if (lexicon.Marker(MarkerRole.Change, tokens, start) > 0) return true;
        return false;
    }
}

namespace TechMoves;

/// <summary>Joins two quantities to a range: entre 5 et 10 millions, 5 à 7 M€, $5-10 million, from $5m to $7m.</summary>
public static class Ranges
{
    /// <summary>How far back a verb of change (rose, passe) may stand from the words "from A to B" that it rules.</summary>
    const int ChangeReach = 6;

    /// <summary>A number below this, without scale, is no low end of a range in millions: "de 2015 à 2 milliards".</summary>
    const decimal LeastBesideScale = 10_000;

    /// <summary>The quantities at both ends of a range, the scale and currency of one given to the other; IsChange: they are two sums, not a range.</summary>
    public readonly record struct Pair(Quantity Low, Quantity High, bool IsChange);

    public static Pair? Read(string text, ReadOnlySpan<Token> tokens, Quantity low, AmountLexicon lexicon)
    {
        var marker = lexicon.Marker(MarkerRole.To, tokens, low.End);
        if (IsBetween(tokens, low.First, lexicon) && lexicon.Marker(MarkerRole.And, tokens, low.End) is > 0 and var and) marker = and;
        if (marker == 0 || Quantities.Read(text, tokens, low.End + marker, lexicon, low.IsPrefixed) is not { } high) return null;
        if (low.Currency is { } a && high.Currency is { } b && (a.Code != b.Code || a.Factor != b.Factor)) return null;
        if (high.Currency is null && high.Scale == 1 && !(low.IsPrefixed && low.Scale == 1 && high.Value > low.Value && tokens[low.End - 1].Touches(tokens[low.End]) && marker == 1)) return null;
        var isChange = IsChange(tokens, low.First, lexicon);
        if (low.Scale == 1 && high.Scale > 1 && (low.Value * high.Scale <= high.Value || (isChange && low.Currency is null))) low = low with { Value = low.Value * high.Scale, Scale = high.Scale };
        if (low.Scale == 1 && low.Currency is null && !IsPlain(tokens, low, high, lexicon)) return null;
        var currency = low.Currency ?? high.Currency;
        (low, high) = (low with { Currency = currency }, high with { Currency = high.Currency ?? currency });
        return new(low, high, isChange || high.Value <= low.Value);
    }

    /// <summary>Whether a number with neither scale nor currency can be the low end: 10 to 12 euros, 500 000 à 2 millions, but not "en 2018 à 43 euros".</summary>
    static bool IsPlain(ReadOnlySpan<Token> tokens, Quantity low, Quantity high, AmountLexicon lexicon) => low.Value < high.Value && (high.Scale == 1 || low.Value >= LeastBesideScale)
        && (low.Value is not (>= 1900 and < 2100) || tokens[low.First].Length != 4 || IsBetween(tokens, low.First, lexicon) || (low.First > 0 && lexicon.Marker(MarkerRole.From, tokens, low.First - 1) > 0));

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

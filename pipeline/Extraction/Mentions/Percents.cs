namespace TechMoves;

/// <summary>Finds the percentages of a block: 12,5 %, five percent, 7 3/4 pct; both ends of a range.</summary>
public static class Percents
{
    public static List<PercentMention> Find(string text, ReadOnlySpan<Token> tokens, Language language)
    {
        var percents = new List<PercentMention>();
        for (var at = 0; at < tokens.Length;)
        {
            if (!language.Amounts.Numbers.MayBegin(text, tokens[at]) || Digits.Continues(text, tokens, at) || Number(text, tokens, at, language) is not { } number) { at++; continue; }
            var length = Sign(text, tokens, number.End, language);
            if (length == 0)
            {
                // "10 à 15 %": the first number shares the sign of the second.
                var marker = language.Amounts.Marker(MarkerRole.To, tokens, number.End);
                if (marker == 0) marker = language.Amounts.Marker(MarkerRole.And, tokens, number.End);
                if (marker > 0 && Number(text, tokens, number.End + marker, language) is { } other && Sign(text, tokens, other.End, language) > 0)
                    percents.Add(new(tokens[at].Start, tokens[number.End - 1].End, number.Value));
                at = number.End;
                continue;
            }
            percents.Add(new(tokens[at].Start, tokens[number.End + length - 1].End, number.Value));
            at = number.End + length;
        }
        return percents;
    }

    static Numeral? Number(string text, ReadOnlySpan<Token> tokens, int at, Language language) =>
        Numbers.Read(text, tokens, at, language.Amounts.Numbers) is { Scale: 1, Rounded: false } number && number.End > at ? number : null;

    static int Sign(string text, ReadOnlySpan<Token> tokens, int at, Language language)
    {
        var start = Numbers.Hyphen(text, tokens, at);
        var length = language.Amounts.Marker(MarkerRole.Percent, tokens, start);
        return length == 0 ? 0 : length + start - at;
    }
}

namespace TechMoves;

/// <summary>Reads a number written in digits, with grouping and decimals as the language has them or as a foreign hand writes them.</summary>
public static class Digits
{
    /// <summary>No sum of money has more groups; longer runs are codes.</summary>
    const int MostGroups = 8;

    /// <summary>The value of the digits that start at tokens[at] and the token after them; null where they are no number (12.04.2015).</summary>
    public static (decimal Value, int End)? Read(string text, ReadOnlySpan<Token> tokens, int at, NumberLexicon numbers)
    {
        if (at >= tokens.Length) return null;
        if (tokens[at].Kind != TokenKind.Number) return Decimals(text, tokens, at);
        Span<int> groups = stackalloc int[MostGroups];
        Span<char> marks = stackalloc char[MostGroups];
        var count = 1;
        var end = at + 1;
        groups[0] = at;
        while (Next(text, tokens, end, groups[count - 1], count == 1, numbers) is (var mark, var group))
        {
            if (count == MostGroups) return null;
            marks[count] = mark;
            groups[count++] = group;
            end = group + 1;
        }
        if (Value(text, tokens, groups[..count], marks[..count], numbers.Format) is not { } value) return null;
        return Fraction(text, tokens, end, count == 1, ref value) is { } after ? (value, after) : (value, end);
    }

    /// <summary>Decimals without a zero before them: $.50.</summary>
    static (decimal Value, int End)? Decimals(string text, ReadOnlySpan<Token> tokens, int at)
    {
        if (text[tokens[at].Start] != '.' || at + 1 >= tokens.Length || tokens[at + 1].Kind != TokenKind.Number || !tokens[at].Touches(tokens[at + 1])) return null;
        if (at > 0 && tokens[at - 1].Touches(tokens[at]) && (tokens[at - 1].Kind != TokenKind.Mark || text[tokens[at - 1].Start] == '.')) return null;
        return (Places(text, tokens[at + 1]), at + 2);
    }

    /// <summary>Whether the number at tokens[at] is the rest of a word or of a longer number: N26, 3.14.15; not after an elision (d'1 milliard).</summary>
    public static bool Continues(string text, ReadOnlySpan<Token> tokens, int at) => at > 0 && tokens[at].Kind == TokenKind.Number && tokens[at - 1].Touches(tokens[at])
        && ((tokens[at - 1].Kind != TokenKind.Mark && text[tokens[at - 1].End - 1] is not ('\'' or '’'))
            || (text[tokens[at - 1].Start] is '.' or ',' && at > 1 && tokens[at - 2].Kind == TokenKind.Number && tokens[at - 2].Touches(tokens[at - 1])));

    /// <summary>The next group of digits after tokens[last], and the mark before it; a space stands for any space.</summary>
    static (char Mark, int Group)? Next(string text, ReadOnlySpan<Token> tokens, int at, int last, bool first, NumberLexicon numbers)
    {
        if (at >= tokens.Length) return null;
        if (tokens[at].Kind == TokenKind.Number)
            return tokens[at].Length == 3 && tokens[last].Length <= 3 && tokens[at].Start - tokens[last].End == 1 && numbers.Format.IsGroup(text[tokens[last].End]) ? (' ', at) : null;
        if (at + 1 >= tokens.Length || tokens[at].Length != 1 || !tokens[last].Touches(tokens[at]) || tokens[at + 1].Kind != TokenKind.Number) return null;
        var mark = text[tokens[at].Start];
        if (mark is not ('.' or ',') && !numbers.Format.IsGroup(mark)) return null;
        if (tokens[at].Touches(tokens[at + 1])) return (mark, at + 1);
        var slip = numbers.Format.Loose && mark == numbers.Format.Decimal && first && tokens[at + 1].Start - tokens[at].End == 1 && tokens[last].Length <= 3 && tokens[at + 1].Length <= 2;
        return slip && numbers.Words.Match(tokens[(at + 2)..], out var words) > 0 && words[0].Kind == NumberKind.Scale ? (mark, at + 1) : null;
    }

    static decimal? Value(string text, ReadOnlySpan<Token> tokens, ReadOnlySpan<int> groups, ReadOnlySpan<char> marks, NumberFormat format)
    {
        var whole = groups.Length;
        if (groups.Length > 1 && IsDecimal(text, tokens, groups, marks, format)) whole--;
        for (var i = 1; i < whole; i++)
        {
            if (marks[i] != marks[1]) return null;
            // Groups of three; Indian groups of two before the last.
            if (tokens[groups[i]].Length != 3 && (i == whole - 1 || tokens[groups[i]].Length != 2)) return null;
        }
        if (whole > 1 && tokens[groups[0]].Length > 3) return null;
        decimal value = 0;
        for (var i = 0; i < whole; i++)
            foreach (var digit in tokens[groups[i]].In(text))
            {
                if (value > 1e15m) return null;
                value = value * 10 + (digit - '0');
            }
        if (whole == groups.Length) return value;
        return value + Places(text, tokens[groups[whole]]);
    }

    static decimal Places(string text, Token token)
    {
        var (value, place) = (0m, 1m);
        foreach (var digit in token.In(text)[..Math.Min(10, token.Length)]) value += (digit - '0') * (place /= 10);
        return value;
    }

    /// <summary>Whether the last mark is a decimal mark: it is another than the marks before it, or the only one and groups no three digits.</summary>
    static bool IsDecimal(string text, ReadOnlySpan<Token> tokens, ReadOnlySpan<int> groups, ReadOnlySpan<char> marks, NumberFormat format)
    {
        var mark = marks[^1];
        if (mark is not ('.' or ',')) return false;
        if (groups.Length > 2) return mark != marks[^2];
        // "600,000 euros" in French, "10.000 euros" in English: nobody writes three zeros for decimals.
        if (tokens[groups[1]].In(text) is "000" && tokens[groups[0]].In(text) is not "0") return false;
        return mark == format.Decimal || tokens[groups[1]].Length != 3 || tokens[groups[0]].Length > 3;
    }

    /// <summary>Adds a common fraction: 5-1/2, 7 3/4; or divides: 1/4. Returns the token after it.</summary>
    static int? Fraction(string text, ReadOnlySpan<Token> tokens, int at, bool integer, ref decimal value)
    {
        if (!integer || at >= tokens.Length) return null;
        var from = text[tokens[at].Start] is '-' && tokens[at].Length == 1 ? at + 1 : at;
        if (from + 2 >= tokens.Length || tokens[from].Kind != TokenKind.Number || tokens[from + 2].Kind != TokenKind.Number || text[tokens[from + 1].Start] != '/') return null;
        if (!tokens[from].Touches(tokens[from + 1]) || !tokens[from + 1].Touches(tokens[from + 2]) || tokens[from].Length > 2 || tokens[from + 2].Length > 2) return null;
        var (above, below) = (Small(text, tokens[from]), Small(text, tokens[from + 2]));
        if (below is not (2 or 3 or 4 or 8 or 16 or 32) || above == 0 || above >= below) return null;
        value += (decimal)above / below;
        return from + 3;
    }

    static int Small(string text, Token token)
    {
        var value = 0;
        foreach (var digit in token.In(text)) value = value * 10 + (digit - '0');
        return value;
    }
}

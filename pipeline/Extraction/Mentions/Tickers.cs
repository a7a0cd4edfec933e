namespace TechMoves;

/// <summary>Stock codes, which name nothing: "(NASDAQ: INTC)", "( MAT.O )", and the codes that wires print behind a name, "ERTS.O".</summary>
public static class Tickers
{
    /// <summary>The number of tokens of a code that starts at a token; 0 if none does.</summary>
    public static int At(string text, ReadOnlySpan<Token> tokens, int i)
    {
        if (tokens[i].Length != 1) return Code(text, tokens, i);
        if (text[tokens[i].Start] is not ('(' or '<')) return 0;
        var close = text[tokens[i].Start] == '(' ? ')' : '>';
        var isCode = false;
        for (var j = i + 1; j < tokens.Length && j <= i + 9; j++)
        {
            if (tokens[j].Length == 1 && text[tokens[j].Start] == close) return isCode ? j + 1 - i : 0;
            isCode |= text[tokens[j].Start] == ':' || tokens[j].In(text).Contains('.') || close == '>';
            if (tokens[j].Kind == TokenKind.Word && tokens[j].Casing is Casing.Lower) return 0;
        }
        return 0;
    }

    /// <summary>A bare code: two to six capitals or digits, perhaps a small letter, a dot, and the one or two capitals of the exchange.</summary>
    static int Code(string text, ReadOnlySpan<Token> tokens, int i)
    {
        if (tokens[i].Kind != TokenKind.Word) return 0;
        var word = tokens[i].In(text).TrimEnd('.');
        if (word.IndexOf('.') is > 0 and var dot) return IsStock(word[..dot]) && IsExchange(word[(dot + 1)..]) ? 1 : 0;
        return i + 2 < tokens.Length && text[tokens[i + 1].Start] == '.' && tokens[i].Touches(tokens[i + 1]) && tokens[i + 1].Touches(tokens[i + 2]) && IsStock(word) && IsExchange(tokens[i + 2].In(text)) ? 3 : 0;
    }

    static bool IsStock(ReadOnlySpan<char> word)
    {
        if (word.Length is < 2 or > 7) return false;
        foreach (var c in char.IsAsciiLetterLower(word[^1]) ? word[..^1] : word) if (!char.IsAsciiLetterUpper(c) && !char.IsAsciiDigit(c)) return false;
        return true;
    }

    static bool IsExchange(ReadOnlySpan<char> word) => word.Length is 1 or 2 && char.IsAsciiLetterUpper(word[0]) && char.IsAsciiLetterUpper(word[^1]);
}

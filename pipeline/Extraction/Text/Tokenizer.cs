namespace TechMoves;

/// <summary>Splits text into tokens in one pass: words, digit runs, marks. White space of any kind separates and is no token.</summary>
/// <remarks>
/// Digits and letters are always apart ("1.5bn" is 1 . 5 bn, "N26" is N 26); a hyphenated word is one token only where the vocabulary knows it;
/// elided articles (d'Alibaba) and clitics (Uber's) are cut off by the language's tables.
/// </remarks>
public static class Tokenizer
{
    public static void Read(string text, int start, int end, Language language, List<Token> tokens)
    {
        for (var i = start; i < end;)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c) || c is '\u200b' or '\ufeff' or '\u00ad') { i++; continue; }
            var next = IsLetter(c) ? Word(text, i, end, language, tokens)
                : char.IsAsciiDigit(c) ? Digits(text, i, end, language, tokens)
                : Mark(text, i, end, language, tokens);
            i = next;
        }
    }

    /// <summary>The tokens of a phrase of a lexicon, in the same way as in running text.</summary>
    public static List<Token> Read(string text, Language language)
    {
        var tokens = new List<Token>();
        Read(text, 0, text.Length, language, tokens);
        return tokens;
    }

    static int Digits(string text, int start, int end, Language language, List<Token> tokens)
    {
        var i = start;
        while (i < end && char.IsAsciiDigit(text[i])) i++;
        tokens.Add(new(start, i, language.Vocabulary.Find(text.AsSpan(start, i - start)), TokenKind.Number, Casing.None));
        return i;
    }

    static int Mark(string text, int start, int end, Language language, List<Token> tokens)
    {
        var length = char.IsHighSurrogate(text[start]) && start + 1 < end && char.IsLowSurrogate(text[start + 1]) ? 2 : 1;
        tokens.Add(new(start, start + length, language.Vocabulary.Find(text.AsSpan(start, length)), TokenKind.Mark, Casing.None));
        return start + length;
    }

    static int Word(string text, int start, int end, Language language, List<Token> tokens)
    {
        var stop = Letters(text, start, end);
        if (Glued(text, start, stop, language) is { } seam) stop = seam;
        while (stop + 1 < end && IsLetter(text[stop + 1]))
        {
            if (IsApostrophe(text[stop]))
            {
                if (language.IsElision(text.AsSpan(start, stop - start))) { stop++; break; }
                var next = Letters(text, stop + 1, end);
                if (language.IsClitic(text.AsSpan(stop, next - stop)))
                {
                    Add(text, start, stop, language, tokens);
                    Add(text, stop, next, language, tokens);
                    return next;
                }
                stop = next;
            }
            else if (text[stop] == '.' && IsDotted(text, start, stop, end)) stop = Letters(text, stop + 1, end);
            else if (IsHyphen(text[stop]) && Known(text, start, stop, end, language) is { } joined) stop = joined;
            else break;
        }
        // U.S. keeps its last dot; d' at the end of a cut text keeps its apostrophe.
        if (stop < end && text[stop] == '.' && stop - start > 1 && stop - 2 >= start && text[stop - 2] == '.') stop++;
        else if (stop < end && IsApostrophe(text[stop]) && language.IsElision(text.AsSpan(start, stop - start))) stop++;
        Add(text, start, stop, language, tokens);
        return stop;
    }

    static void Add(string text, int start, int end, Language language, List<Token> tokens)
    {
        var word = text.AsSpan(start, end - start);
        tokens.Add(new(start, end, language.Vocabulary.Find(word), TokenKind.Word, CasingOf(word)));
    }

    static int Letters(string text, int start, int end)
    {
        var i = start;
        while (i < end && (IsLetter(text[i]) || char.GetUnicodeCategory(text[i]) == UnicodeCategory.NonSpacingMark)) i++;
        return i;
    }

    /// <summary>Where a lost space glued a name to the word before it (withBelfius, not watchOS): the place of the capital, or null.</summary>
    static int? Glued(string text, int start, int stop, Language language)
    {
        if (!char.IsLower(text[start])) return null;
        var capital = start + 1;
        while (capital < stop && !char.IsUpper(text[capital])) capital++;
        return capital - start >= 2 && capital + 1 < stop && char.IsLower(text[capital + 1])
            && language.Vocabulary.Find(text.AsSpan(start, stop - start)) == 0 && language.Vocabulary.Find(text.AsSpan(start, capital - start)) != 0 ? capital : null;
    }

    /// <summary>A dot inside a word: initials (U.S.) or a domain (Booking.com), not one that lacks the space after it (J.Smith, plan B.The firm).</summary>
    static bool IsDotted(string text, int start, int dot, int end) =>
        ((dot - start == 1 || text[dot - 2] == '.') && !(char.IsUpper(text[dot + 1]) && dot + 2 < end && char.IsLower(text[dot + 2])))
        || IsTicker(text, start, dot, end) || (char.IsLower(text[dot + 1]) && Letters(text, dot + 1, end) - dot <= 5);

    /// <summary>A stock's code with its exchange: AAPL.O, TLIT.MI.</summary>
    static bool IsTicker(string text, int start, int dot, int end)
    {
        for (var i = start; i < dot; i++) if (!char.IsUpper(text[i])) return false;
        var stop = Letters(text, dot + 1, end);
        for (var i = dot + 1; i < stop; i++) if (!char.IsUpper(text[i])) return false;
        return stop - dot <= 3 && dot - start <= 6;
    }

    /// <summary>The end of the longest hyphenated word from start that the vocabulary knows, or null.</summary>
    static int? Known(string text, int start, int hyphen, int end, Language language)
    {
        int? known = null;
        for (var stop = hyphen; stop + 1 < end && IsHyphen(text[stop]) && IsLetter(text[stop + 1]) && stop - start < 48;)
        {
            stop = Letters(text, stop + 1, end);
            if (language.Vocabulary.Find(text.AsSpan(start, stop - start)) != 0) known = stop;
        }
        return known;
    }

    static Casing CasingOf(ReadOnlySpan<char> word)
    {
        var upper = 0;
        var lower = 0;
        foreach (var c in word)
            if (char.IsUpper(c)) upper++;
            else if (char.IsLower(c)) lower++;
        return upper == 0 ? Casing.Lower : upper == 1 && char.IsUpper(word[0]) ? Casing.Capitalised : lower == 0 ? Casing.Upper : Casing.Mixed;
    }

    // U+02BC is a letter by its category; in French and English it is an apostrophe.
    static bool IsLetter(char c) => char.IsLetter(c) && c != '\u02bc';

    static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u02bc';

    static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u2011';
}

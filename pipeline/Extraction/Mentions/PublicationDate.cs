namespace TechMoves;

/// <summary>The publication date that an article prints itself, for articles whose metadata has none.</summary>
public static class PublicationDate
{
    /// <summary>How far before its date a marker may stand at the start of a line, in tokens; an author's name is between.</summary>
    const int Reach = 10;

    /// <summary>A line with more tokens is a sentence and no line of a date.</summary>
    const int LineTokens = 16;

    /// <summary>How plain it is that a date is the publication date: the lowest is taken.</summary>
    enum Evidence : byte { Published, Dateline, Timed, Alone, Updated, None }

    /// <summary>The date told in the head (or tail) of the text; null when not plain. The tokens are those of a dozen lines.</summary>
    public static DateOnly? Find(string text, ReadOnlySpan<Token> tokens, Language language)
    {
        DateOnly? found = null;
        var best = Evidence.None;
        var first = 0;
        foreach (var mention in Dates.Find(text, tokens, null, language))
        {
            while (tokens[first].Start < mention.Start) first++;
            if (mention is not { Precision: Precision.Day, Basis: DateBasis.Stated, First: { } day } || mention.Last != day) continue;
            var next = first + 1;
            while (next < tokens.Length && tokens[next].Start < mention.End) next++;
            var evidence = Judge(text, tokens, first, next, language);
            if (evidence < best) (found, best) = (day, evidence);
        }
        return found;
    }

    static Evidence Judge(string text, ReadOnlySpan<Token> tokens, int first, int next, Language language)
    {
        var (start, end) = (first, next);
        while (start > 0 && first - start < LineTokens && !Breaks(text, tokens, start)) start--;
        while (end < tokens.Length && end - next < LineTokens && !Breaks(text, tokens, end)) end++;
        if (Marker(text, tokens, start, first, end - next, language) is { } mark) return mark == PublicationMark.Updated ? Evidence.Updated : Evidence.Published;
        if (IsDateline(text, tokens, start, first, next, end)) return Evidence.Dateline;
        var words = Words(tokens, start, first);
        if (words <= 2 && first - start <= 5 && IsTimed(text, tokens, next, end, language)) return Evidence.Timed;
        return words <= 1 && first - start <= 3 && Words(tokens, next, end) == 0 && end - next <= 3 ? Evidence.Alone : Evidence.None;
    }

    /// <summary>Whether a new line starts at this token.</summary>
    static bool Breaks(string text, ReadOnlySpan<Token> tokens, int i) => text.AsSpan(tokens[i - 1].End, tokens[i].Start - tokens[i - 1].End).IndexOfAny('\n', '\r') >= 0;

    static int Words(ReadOnlySpan<Token> tokens, int start, int end)
    {
        var words = 0;
        for (var i = start; i < end; i++) if (tokens[i].Kind != TokenKind.Mark) words++;
        return words;
    }

    /// <summary>The marker that the date belongs to: at the start of its line or of a part of it, or as a label on the line above.</summary>
    static PublicationMark? Marker(string text, ReadOnlySpan<Token> tokens, int start, int first, int after, Language language)
    {
        for (var i = first - 1; i >= Math.Max(first == start ? start - 3 : start, first - Reach) && i >= 0; i--)
        {
            var length = language.Dates.Markers.Match(tokens[i..first], out var marks);
            if (length == 0) continue;
            var opens = i == 0 || Breaks(text, tokens, i) || (tokens[i - 1].Kind == TokenKind.Mark && text[tokens[i - 1].Start] != ',');
            var between = Words(tokens, i + length, first);
            foreach (var mark in marks)
            {
                // "By Monday, 12 March 2015, the group will sell" names no author: what follows the date is a sentence.
                if (mark == PublicationMark.Written ? (i == start || i == first - Reach) && opens && between >= 2 && after < LineTokens / 2
                    : opens ? first != start || between == 0 : tokens[i].Casing != Casing.Lower && between <= 1 && !IsMidSentence(tokens, start, i)) return mark;
            }
        }
        return null;
    }

    static bool IsMidSentence(ReadOnlySpan<Token> tokens, int start, int i)
    {
        for (var k = start; k < i; k++) if (tokens[k] is { Kind: TokenKind.Word, Casing: Casing.Lower, Length: > 3 }) return true;
        return false;
    }

    /// <summary>Names of places, the date, and a bracket or dash: PARIS, 12 March 2015 (AFP) -; or the date in brackets behind an outlet.</summary>
    static bool IsDateline(string text, ReadOnlySpan<Token> tokens, int start, int first, int next, int end)
    {
        if (next >= end || tokens[next].Kind != TokenKind.Mark) return false;
        var mark = text[tokens[next].Start];
        if (mark == ')' && first > start && IsDash(text[tokens[first - 1].Start])) return true;
        if (first == start || first - start > Reach || !(mark is '(' or '/' || IsDash(mark))) return false;
        for (var i = start; i < first; i++)
            if (tokens[i].Kind == TokenKind.Number || (tokens[i] is { Kind: TokenKind.Word, Casing: Casing.Lower } && (i == start || tokens[i].Length > 2))) return false;
        return tokens[start] is { Kind: TokenKind.Word, Casing: not Casing.Lower };
    }

    static bool IsDash(char c) => c is '-' or '\u2013' or '\u2014';

    /// <summary>Whether a time of day follows: 21:30, 15h35, / 8:50 AM, , 9:16 AM UTC.</summary>
    static bool IsTimed(string text, ReadOnlySpan<Token> tokens, int next, int end, Language language)
    {
        var i = next;
        while (i < end && i - next < 3 && (tokens[i].Kind == TokenKind.Mark || tokens[i] is { Kind: TokenKind.Word, Length: <= 2 })) i++;
        if (i + 1 >= end || tokens[i] is not { Kind: TokenKind.Number, Length: <= 2 }) return false;
        if (text[tokens[i + 1].Start] == ':' && i + 2 < end && tokens[i + 2] is { Kind: TokenKind.Number, Length: 2 }) return true;
        language.Dates.Words.Match(tokens[(i + 1)..end], out var words);
        return words.Any(w => w is RoleWord { Role: DateRole.Hour });
    }
}

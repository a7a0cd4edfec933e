namespace TechMoves;

/// <summary>Finds where an unknown name starts and how far its capitals go: Black &amp; Decker, Bank of America, E*Trade, Ursula von der Leyen.</summary>
public static class NameShapes
{
    /// <summary>No word longer than this is an abbreviation that photographers' credits would hide behind.</summary>
    const int LongestAbbreviation = 4;

    const int ShortestDotted = 6;

    /// <summary>The number of tokens of the capitalised sequence that starts at a token; 0 if no name starts there.</summary>
    public static int At(string text, ReadOnlySpan<Token> tokens, int i, bool initial, Language language)
    {
        var start = i;
        if (IsDotted(text, tokens[i])) return 1;
        if (tokens[i].Kind == TokenKind.Number)
        {
            if (i + 1 >= tokens.Length || !tokens[i].Touches(tokens[i + 1]) || tokens[i + 1].Casing is not (Casing.Upper or Casing.Capitalised or Casing.Mixed) || tokens[i].Length > 3 || tokens[i + 1].Length == 1) return 0;
            i++;
        }
        // The M of $392M.
        if (i == start && i > 0 && tokens[i].Length == 1 && tokens[i - 1].Kind == TokenKind.Number && tokens[i - 1].Touches(tokens[i])) return 0;
        if (IsHandle(text, tokens, i) || IsUnit(text, tokens, start)) return 0;
        if (!IsCapital(text, tokens[i]) || Tickers.At(text, tokens, i) > 0) return 0;
        var end = End(text, tokens, start, i + 1, language);
        if (!MayStart(text, tokens, start, end, initial, language)) return 0;
        end = WithoutKnown(text, tokens, start, end, language);
        return WithoutEcho(text, tokens, start, end) - start;
    }

    /// <summary>What stands right behind an @ or inside an address of the web.</summary>
    static bool IsHandle(string text, ReadOnlySpan<Token> tokens, int i) => i > 0 && tokens[i - 1] is { Kind: TokenKind.Mark, Length: 1 } mark && mark.Touches(tokens[i])
        && (text[mark.Start] == '@' || text[mark.Start] == '/' && i > 1 && tokens[i - 2].Touches(mark) && tokens[i - 2].In(text).Contains('.'));

    /// <summary>Two letters behind a number that is no year count something: 60 Go, 300 Nm, 10 PM.</summary>
    static bool IsUnit(string text, ReadOnlySpan<Token> tokens, int i) => tokens[i].Length <= 2 && tokens[i].Kind == TokenKind.Word && i > 0 && tokens[i - 1] is { Kind: TokenKind.Number } number
        && !(number.Length == 4 && text[number.Start] is '1' or '2') && (i + 1 >= tokens.Length || tokens[i + 1].Kind == TokenKind.Word && tokens[i + 1].Casing == Casing.Lower || tokens[i + 1].Kind == TokenKind.Mark && text[tokens[i + 1].Start] is not ('&' or '-' or '\''));

    static int End(string text, ReadOnlySpan<Token> tokens, int start, int i, Language language)
    {
        var isPerson = NameWords.IsFirstName(text, tokens[start], language.Names.World);
        while (i < tokens.Length && Tickers.At(text, tokens, i) == 0)
        {
            if (IsCapital(text, tokens[i]) && language.Grammar.ClassOf(tokens[i]) == WordClass.None && !IsOffice(tokens, i, language)) i++;
            else if (tokens[i].Kind == TokenKind.Number && tokens[i - 1].Touches(tokens[i])) i++;
            else if (i + 1 < tokens.Length && IsCapital(text, tokens[i + 1]) && IsJoint(text, tokens, i)) i += 2;
            else if (Linked(text, tokens, i, isPerson, language) is > 0 and var linked) i += linked;
            else if (Firm(text, tokens, i, language) is > 0 and var firm) i += firm;
            else break;
        }
        return i;
    }

    /// <summary>"Bryson Oil [and Gas Plc]", "Borman['s Inc]": what follows a coordinator or a possessive and holds nothing but common words and a legal form.</summary>
    static int Firm(string text, ReadOnlySpan<Token> tokens, int i, Language language)
    {
        if (language.Grammar.ClassOf(tokens[i]) != WordClass.Coordinator && !language.IsPossessive(tokens[i].In(text))) return 0;
        for (var j = i + 1; j < tokens.Length && j <= i + LongestFirm && IsCapital(text, tokens[j]); j++)
        {
            if (NameWords.Of(text, tokens[j], language.Names.World) == CompanyWord.Legal) return j + 1 - i;
            if (!language.Names.IsCommon(tokens[j]) || Names.KnownAt(text, tokens, j, language).Name is { Kind: NameKind.Company, IsCommonWord: false }) return 0;
        }
        return 0;
    }

    const int LongestFirm = 4;

    /// <summary>Small words inside a name, with the capital after them: [von der Leyen], Bank [of America].</summary>
    static int Linked(string text, ReadOnlySpan<Token> tokens, int i, bool isPerson, Language language)
    {
        var world = language.Names.World;
        var j = i;
        if (isPerson) while (j < i + 3 && j < tokens.Length && NameWords.Of(text, tokens[j], world) == CompanyWord.Particle) j++;
        if (j == i && NameWords.IsHead(text, tokens[i - 1], world) && language.Grammar.Prepositions.Match(tokens[i..], out var found) is > 0 and var length && found[0].IsGenitive)
        {
            j = i + length;
            if (j < tokens.Length && language.Grammar.IsDefinite(tokens[j])) j++;
        }
        return j > i && j < tokens.Length && IsCapital(text, tokens[j]) && language.Grammar.ClassOf(tokens[j]) == WordClass.None && Names.KnownAt(text, tokens, j, language).Name is not { Kind: NameKind.Company } ? j + 1 - i : 0;
    }

    /// <summary>A word of the language starts a name only where a word that ends names proves it: First Round Capital, European Space Agency.</summary>
    static bool MayStart(string text, ReadOnlySpan<Token> tokens, int start, int end, bool initial, Language language)
    {
        var lexicon = language.Names;
        var token = tokens[start];
        // Marie, a form of a verb, before Dupont.
        if (end - start > 1 && tokens[start + 1].Kind == TokenKind.Word && token.Casing == Casing.Capitalised && language.Grammar.ClassOf(token) == WordClass.None && NameWords.IsFirstName(text, token, lexicon.World)) return true;
        // American Nursery Products Inc: behind two words and more a legal form proves a company.
        var isIncorporated = end - start > 2 && NameWords.Of(text, tokens[end - 1], lexicon.World) == CompanyWord.Legal && WithoutKnown(text, tokens, start, end, language) == end;
        var isEnded = end - start > 1 && NameWords.Ends(text, tokens[end - 1], lexicon.World) || isIncorporated;
        if (language.Grammar.ClassOf(token) is not WordClass.None and var type && (initial || token.Casing != Casing.Upper)) return isEnded && (!initial || isIncorporated) && type is WordClass.Adverb or WordClass.Pronoun;
        if (language.Grammar.IsFunctionWord(token.Lexeme) && token.Casing == Casing.Capitalised) return false;
        if (lexicon.NationalityOf(token) is not null) return isEnded;
        if (initial && lexicon.Descriptions.Match(tokens[start..], out _) > 0 || IsOffice(tokens, start, language)) return false;
        if (token.Casing == Casing.Upper && lexicon.IsCommon(token)) return start + 1 < end && text[tokens[start + 1].Start] == '&';
        if (initial && token.Casing != Casing.Mixed && (lexicon.IsCommon(token) || language.Grammar.VerbsOf(token).Length > 0 && token.Casing == Casing.Capitalised)) return isEnded;
        return true;
    }

    /// <summary>A company of the registry at the end of a sequence is a name of its own: Thursday Facebook, Toymaker Mattel.</summary>
    static int WithoutKnown(string text, ReadOnlySpan<Token> tokens, int start, int end, Language language)
    {
        if (end - start < 2 || NameWords.IsFirstName(text, tokens[start], language.Names.World)) return end;
        // Toymaker Mattel Inc
        var stem = end;
        while (stem - 1 > start && NameWords.Of(text, tokens[stem - 1], language.Names.World) == CompanyWord.Legal) stem--;
        for (var i = start + 1; i < end; i++)
        {
            if (tokens[i - 1].Kind == TokenKind.Mark || tokens[i].Kind != TokenKind.Word) continue;
            var (name, length) = Names.KnownAt(text, tokens, i, language);
            if (name is { Kind: NameKind.Company, IsCommonWord: false } && i + length >= stem && !NameWords.Ends(text, tokens[i], language.Names.World)) return i;
        }
        return end;
    }

    /// <summary>A name said twice in a row is one: Wise Systems Wise Systems.</summary>
    static int WithoutEcho(string text, ReadOnlySpan<Token> tokens, int start, int end)
    {
        var half = (end - start) / 2;
        if (half == 0 || (end - start) % 2 != 0) return end;
        for (var i = start; i < start + half; i++) if (!tokens[i].In(text).SequenceEqual(tokens[i + half].In(text))) return end;
        return start + half;
    }

    /// <summary>Whether a sequence holds nothing but common words, single letters and figures: Series C, the Web, 12GB, R&amp;D; Team8, AT&amp;T and A.Capital hold more.</summary>
    public static bool IsCommonPhrase(ReadOnlySpan<Token> tokens, Language language)
    {
        var (isJoined, letters) = (false, 0);
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Kind == TokenKind.Number ? i > 0 && tokens[i - 1].Touches(tokens[i]) : tokens[i].Length > 1 && !language.Names.IsCommon(tokens[i])) return false;
            if (tokens[i].Kind == TokenKind.Word) letters += tokens[i].Length;
            isJoined |= tokens[i].Kind == TokenKind.Mark && tokens[i - 1].Touches(tokens[i]) && tokens[i].Touches(tokens[i + 1]);
        }
        return !isJoined || letters < 3;
    }

    /// <summary>Whether a single letter or a figure ends a sequence of common words: Series B.</summary>
    public static bool IsNumbered(ReadOnlySpan<Token> tokens) => tokens[^1] is { Kind: TokenKind.Number } or { Length: 1 };

    /// <summary>Two words or more, all in capitals and too long for abbreviations: the credit of a photograph, a label.</summary>
    public static bool IsShouted(ReadOnlySpan<Token> tokens)
    {
        var longest = 0;
        foreach (var token in tokens)
        {
            if (token.Casing is not (Casing.Upper or Casing.None)) return false;
            longest = Math.Max(longest, token.Length);
        }
        return tokens.Length > 1 && longest > LongestAbbreviation;
    }

    static bool IsOffice(ReadOnlySpan<Token> tokens, int i, Language language) => Office(tokens, i, language) > 0;

    /// <summary>The tokens of a title of office, which ends a name or stands before one: CEO Jensen Huang, Chief Operating Officer.</summary>
    public static int Office(ReadOnlySpan<Token> tokens, int i, Language language) => language.Names.Descriptions.Match(tokens[i..], out var found) is var length and > 0 && found[0].Kind is DescriptionKind.Person or DescriptionKind.Office ? length : 0;

    /// <summary>A word with a capital; not an elided one (Jusqu') nor a compound that goes on in small letters (AI-powered, Low-code).</summary>
    public static bool IsCapital(string text, Token token)
    {
        if (token.Kind != TokenKind.Word || token.Casing is not (Casing.Capitalised or Casing.Upper or Casing.Mixed) || text[token.End - 1] is '\'' or '’') return false;
        for (var i = token.Start + 1; i < token.End - 1; i++) if (text[i] is '-' or '\u2010' or '\u2011' && char.IsLower(text[i + 1])) return false;
        return true;
    }

    /// <summary>A brand in small letters with a dot, e.ventures: a name only where its context says so.</summary>
    public static bool IsDotted(string text, Token token) => token is { Kind: TokenKind.Word, Casing: Casing.Lower, Lexeme: 0, Length: >= ShortestDotted } && token.In(text)[..^1].Contains('.');

    /// <summary>An ampersand joins two words of a name, and so do a hyphen, a star and the dot of an initial that touch both.</summary>
    static bool IsJoint(string text, ReadOnlySpan<Token> tokens, int i) => tokens[i].Kind == TokenKind.Mark && text[tokens[i].Start] switch
    {
        '&' or '+' => true,
        '.' => tokens[i - 1].Length == 1 && tokens[i - 1].Touches(tokens[i]) && tokens[i].Touches(tokens[i + 1]),
        '-' or '\u2010' or '\u2011' or '*' => tokens[i - 1].Touches(tokens[i]) && tokens[i].Touches(tokens[i + 1]),
        _ => false,
    };
}

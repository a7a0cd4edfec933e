namespace TechMoves;

/// <summary>Finds the names in the tokens of a sentence: those that the tables know, by the longest match, and unknown ones by their capitals.</summary>
public static class Names
{
    public static void Find(string text, ReadOnlySpan<Token> tokens, ReadOnlySpan<Tag> tags, int offset, bool isTitleCase, Language language, List<NameMention> names)
    {
        var lexicon = language.Names;
        for (var i = 0; i < tokens.Length;)
        {
            if (Tickers.At(text, tokens, i) is > 0 and var ticker)
            {
                i += ticker;
                continue;
            }
            if (i == 0 && Label(text, tokens) is > 0 and var label)
            {
                i = label;
                continue;
            }
            var initial = IsInitial(text, tokens, i);
            var known = KnownAt(text, tokens, i, language);
            var length = known.Length;
            if (Capitals(text, tokens, i, initial, language) is > 0 and var capitals && capitals > length && Extends(text, tokens, i, length, capitals, known.Name, lexicon))
                (known, length) = ((null, 0), capitals);
            if (known.Name is null && length > 0 && IsCommonPhrase(tokens.Slice(i, length), language) && !(length > 1 && !isTitleCase && IsCompanyWord(text, tokens[i + length - 1], lexicon))) length = 0;
            if (length == 0)
            {
                i++;
                continue;
            }
            var last = i + length;
            var stem = WithoutLegalForm(text, tokens, i, ref last, language);
            var sure = !initial && !isTitleCase || known.Name is not null && (length > 1 || !known.Name.IsCommonWord && !IsWord(tokens[i], language))
                || initial && !isTitleCase && known.Name is null && (length > 1 || tags[i] == Tag.Name && tokens[i].Lexeme == 0);
            names.Add(new(offset + i, offset + last, tokens[i].Start, tokens[last - 1].End, text[tokens[i].Start..tokens[stem - 1].End], known.Name, last > stem, sure));
            i = last;
        }
    }

    /// <summary>Whether most longer words of a headline begin with a capital, so that capitals say nothing.</summary>
    public static bool IsTitleCase(ReadOnlySpan<Token> tokens)
    {
        int capitals = 0, words = 0;
        foreach (var token in tokens)
        {
            if (token.Kind != TokenKind.Word || token.Length < 4) continue;
            words++;
            if (token.Casing != Casing.Lower) capitals++;
        }
        return words >= 3 && capitals * 10 >= words * 7;
    }

    static (KnownName? Name, int Length) KnownAt(string text, ReadOnlySpan<Token> tokens, int i, Language language)
    {
        if (tokens[i].Lexeme == 0 || tokens[i].Kind == TokenKind.Mark) return (null, 0);
        var length = language.Names.Known.Match(tokens[i..], out var values);
        if (length == 0 || length == 1 && tokens[i].Kind == TokenKind.Number) return (null, 0);
        var surface = text.AsSpan(tokens[i].Start, tokens[i + length - 1].End - tokens[i].Start);
        // "du", "but": a word of the language in small letters is that word, whatever company bears it.
        if (length == 1 && tokens[i].Casing == Casing.Lower && (IsWord(tokens[i], language) || language.Grammar.IsFunctionWord(tokens[i].Lexeme))) return (null, 0);
        foreach (var value in values)
            if (FitsCase(surface, value.Form)) return (value, length);
        return (null, 0);
    }

    /// <summary>Whether a word of the language has the form of the name, so that its capital alone proves nothing.</summary>
    static bool IsWord(Token token, Language language) => language.Grammar.ClassOf(token) != WordClass.None || language.Names.IsCommon(token) || language.Grammar.VerbsOf(token).Length > 0;

    /// <summary>A name keeps its capitals; a short one in capitals keeps them all; one in small letters is written just so.</summary>
    static bool FitsCase(ReadOnlySpan<char> surface, string form)
    {
        if (surface.SequenceEqual(form)) return true;
        var first = form.AsSpan().IndexOfAnyInRange('a', 'z') is var lower && lower < 0 ? 'U' : char.IsUpper(form[0]) || char.IsDigit(form[0]) ? 'C' : 'l';
        if (first == 'l') return form.Contains(' ', StringComparison.Ordinal) || form.AsSpan().ContainsAnyInRange('A', 'Z') && char.IsUpper(surface[0]);
        if (first == 'U' && form.Length <= 4) return surface.SequenceEqual(form);
        return char.IsUpper(surface[0]) || char.IsDigit(surface[0]);
    }

    /// <summary>The number of tokens of the capitalised sequence that starts at a token; 0 if none does.</summary>
    static int Capitals(string text, ReadOnlySpan<Token> tokens, int i, bool initial, Language language)
    {
        var start = i;
        if (tokens[i].Kind == TokenKind.Number)
        {
            if (i + 1 >= tokens.Length || !tokens[i].Touches(tokens[i + 1]) || tokens[i + 1].Casing is not (Casing.Upper or Casing.Capitalised or Casing.Mixed) || tokens[i].Length > 3) return 0;
            i++;
        }
        if (!IsCapital(tokens[i])) return 0;
        if (language.Grammar.ClassOf(tokens[start]) != WordClass.None && (initial || tokens[start].Casing != Casing.Upper)) return 0;
        if (language.Names.NationalityOf(tokens[start]) is not null) return 0;
        if (initial && language.Names.Descriptions.Match(tokens[start..], out _) > 0) return 0;
        if (tokens[start].Casing == Casing.Upper && language.Names.IsCommon(tokens[start]) || IsOffice(tokens, start, language)) return 0;
        if (initial && tokens[start].Casing != Casing.Mixed && (language.Names.IsCommon(tokens[start]) || language.Grammar.VerbsOf(tokens[start]).Length > 0 && tokens[start].Casing == Casing.Capitalised)) return 0;
        i++;
        while (i < tokens.Length)
        {
            if (Tickers.At(text, tokens, i) > 0) break;
            if (IsCapital(tokens[i]) && language.Grammar.ClassOf(tokens[i]) == WordClass.None && !IsOffice(tokens, i, language)) { i++; continue; }
            if (tokens[i].Kind == TokenKind.Number && tokens[i - 1].Touches(tokens[i])) { i++; continue; }
            if (i + 1 < tokens.Length && IsCapital(tokens[i + 1]) && IsJoint(text, tokens, i)) { i += 2; continue; }
            break;
        }
        return i - start;
    }

    /// <summary>The tokens of a label in capitals that opens a line, "VIDEO GAMES - ...": more than four letters, then a dash; or two words and more that are the whole sentence.</summary>
    static int Label(string text, ReadOnlySpan<Token> tokens)
    {
        var i = 0;
        var letters = 0;
        while (i < tokens.Length && i < 5 && tokens[i].Casing == Casing.Upper) letters += tokens[i++].Length;
        return i > 0 && letters > 4 && i < tokens.Length && (text[tokens[i].Start] is '-' or '–' or '—' && !tokens[i - 1].Touches(tokens[i]) || i > 1 && i == tokens.Length - 1 && text[tokens[i].Start] is '.' or ':') ? i : 0;
    }

    /// <summary>Capitalised common words and single letters name nothing: Series C, the Web.</summary>
    static bool IsCommonPhrase(ReadOnlySpan<Token> tokens, Language language)
    {
        foreach (var token in tokens) if (!language.Names.IsCommon(token) && token.Length > 1) return false;
        return true;
    }

    /// <summary>"Clear Ventures", "Base Partners": common words that end in one which companies are called by are a name.</summary>
    static bool IsCompanyWord(string text, Token token, NameLexicon lexicon) => lexicon.World.CompanyWords.TryGetValue(Vocabulary.Fold(text[token.Start..token.End]), out var legal) && !legal;

    /// <summary>A title of office ends a name or stands before one: CEO Jensen Huang.</summary>
    static bool IsOffice(ReadOnlySpan<Token> tokens, int i, Language language) => language.Names.Descriptions.Match(tokens[i..], out var found) > 0 && found[0].Kind is DescriptionKind.Person or DescriptionKind.Office;

    static bool IsCapital(Token token) => token.Kind == TokenKind.Word && token.Casing is Casing.Capitalised or Casing.Upper or Casing.Mixed;

    /// <summary>An ampersand joins two words of a name, and so does a hyphen that touches both.</summary>
    static bool IsJoint(string text, ReadOnlySpan<Token> tokens, int i) => tokens[i].Kind == TokenKind.Mark && text[tokens[i].Start] switch
    {
        '&' or '+' => true,
        '-' or '\u2010' or '\u2011' => tokens[i - 1].Touches(tokens[i]) && tokens[i].Touches(tokens[i + 1]),
        _ => false,
    };

    /// <summary>Whether a known name only begins a longer unknown one (Alibaba Pictures), and the words after it are not another name (Apple, Tim Cook).</summary>
    static bool Extends(string text, ReadOnlySpan<Token> tokens, int i, int known, int capitals, KnownName? name, NameLexicon lexicon)
    {
        if (known == 0) return true;
        if (name is { Kind: NameKind.Place or NameKind.Outlet }) return true;
        var next = tokens[i + known];
        if (next.Kind == TokenKind.Mark) return name is { IsCommonWord: true } || text[next.Start] == '&';
        var word = Vocabulary.Fold(text[next.Start..next.End]);
        if (lexicon.World.CompanyWords.TryGetValue(word, out var legal)) return !legal;
        if (lexicon.World.FirstNames.Contains(word) || next.Casing == Casing.Upper && next.Length <= 4) return false;
        return lexicon.Known.Match(tokens[(i + known)..], out _) == 0 && !lexicon.IsCommon(next);
    }

    /// <summary>Takes a following legal form into the mention; gives the end of the name without it.</summary>
    static int WithoutLegalForm(string text, ReadOnlySpan<Token> tokens, int first, ref int last, Language language)
    {
        var words = language.Names.World.CompanyWords;
        bool IsLegal(Token token) => token.Kind == TokenKind.Word && words.TryGetValue(Vocabulary.Fold(text[token.Start..token.End]), out var legal) && legal && token.Casing != Casing.Lower;
        var stem = last;
        while (stem - 1 > first && IsLegal(tokens[stem - 1])) stem--;
        while (last < tokens.Length && IsLegal(tokens[last])) last++;
        if (last == stem && last + 1 < tokens.Length && text[tokens[last].Start] == ',' && IsLegal(tokens[last + 1])) last += 2;
        if (last > stem && last < tokens.Length && text[tokens[last].Start] == '.' && tokens[last - 1].Touches(tokens[last]) && last + 1 < tokens.Length) last++;
        return stem;
    }

    /// <summary>The first word of a sentence, of a quotation, or after a colon or dash.</summary>
    static bool IsInitial(string text, ReadOnlySpan<Token> tokens, int i)
    {
        if (i == 0) return true;
        var before = text[tokens[i - 1].Start];
        return tokens[i - 1].Kind == TokenKind.Mark && before is '"' or '“' or '«' or ':' or '.' or '?' or '!' or '…' or '•' or '*' or '>' or '|'
            || tokens[i - 1].Kind == TokenKind.Mark && i == 1;
    }
}

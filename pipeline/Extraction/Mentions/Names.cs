namespace TechMoves;

/// <summary>Finds the names in the tokens of a sentence: those that the tables know, by the longest match, and unknown ones by their capitals.</summary>
public static class Names
{
    public static void Find(string text, ReadOnlySpan<Token> tokens, Tags tags, int offset, bool isTitleCase, Language language, List<NameMention> names)
    {
        for (var i = 0; i < tokens.Length;)
        {
            if (NamesNothing(text, tokens[i], language))
            {
                i++;
                continue;
            }
            var skipped = Tickers.At(text, tokens, i) is > 0 and var ticker ? ticker : i == 0 ? Label(text, tokens) : 0;
            if (skipped == 0 && tokens[i].Casing == Casing.Capitalised) skipped = NameShapes.Office(tokens, i, language);
            if (skipped > 0)
            {
                i += skipped;
                continue;
            }
            var initial = IsInitial(text, tokens, i);
            var (known, length) = KnownAt(text, tokens, i, language);
            // "Elle a racheté": at the head of a sentence a pronoun is one.
            if (initial && length == 1 && tokens[i].Casing == Casing.Capitalised && language.Grammar.ClassOf(tokens[i]) == WordClass.SubjectPronoun)
            {
                i++;
                continue;
            }
            // "The National" of the National Football League is no newspaper.
            if (known is { Kind: NameKind.Outlet } && i + length < tokens.Length && language.Grammar.IsDefinite(tokens[i]) && NameShapes.IsCapital(text, tokens[i + length])) (known, length) = (null, 0);
            if ((isTitleCase && !initial && IsHeadlineVerb(tokens[i], language) ? 0 : NameShapes.At(text, tokens, i, initial, language)) is var capitals && capitals > length && !(isTitleCase && known is { Kind: NameKind.Company } && IsThirdPerson(tokens[i + length], language)) && Extends(text, tokens, i, length, capitals, known, language.Names))
                (known, length) = (null, capitals);
            var sure = known is null ? IsSure(text, tokens, tags, offset, i, length, initial, isTitleCase, language) : IsSure(tokens, tags, offset, i, length, initial, isTitleCase, known, language);
            if (sure is null)
            {
                i++;
                continue;
            }
            var last = i + length;
            var stem = WithoutLegalForm(text, tokens, i, ref last, language);
            names.Add(new(offset + i, offset + last, tokens[i].Start, tokens[last - 1].End, text[tokens[i].Start..tokens[stem - 1].End], known, last > stem, sure.Value));
            i = last;
        }
    }

    /// <summary>Whether no name, label or stock code starts at a token, whatever stands around it: most words in small letters, and marks.</summary>
    static bool NamesNothing(string text, Token token, Language language) => token.Kind == TokenKind.Mark ? text[token.Start] is not ('(' or '<')
        : token.Casing == Casing.Lower && (token.Lexeme == 0 ? !NameShapes.IsDotted(text, token) : !language.Names.Known.Begins(token));

    /// <summary>"Norvia Rejects Kelstone": among the capitals of a headline a verb of the third person begins no name.</summary>
    static bool IsHeadlineVerb(Token token, Language language) => IsThirdPerson(token, language) && language.Grammar.VerbsOf(token) is [var reading, ..] && language.Frames.VerbFrames(reading.Lemma).Length + language.Frames.VerbGovernors(reading.Lemma).Length > 0;

    static bool IsThirdPerson(Token token, Language language) => token.Casing == Casing.Capitalised && language.Grammar.VerbsOf(token) is [{ Forms: VerbForms.Present }, ..];

    /// <summary>Whether a known name is one for sure: not at the head of a sentence, or no common word, or the subject without a determiner (Parrot renonce).</summary>
    static bool IsSure(ReadOnlySpan<Token> tokens, Tags tags, int offset, int i, int length, bool initial, bool isTitleCase, KnownName known, Language language) =>
        !initial && !isTitleCase || length > 1 || !known.IsCommonWord && !IsWord(tokens[i], language)
        || !isTitleCase && tags[offset + i] == Tag.Name && IsBeforeVerb(tokens, tags, offset, i) && language.Grammar.ClassOf(tokens[i]) == WordClass.None;

    static bool IsBeforeVerb(ReadOnlySpan<Token> tokens, Tags tags, int offset, int i) => i + 1 < tokens.Length && tags[offset + i + 1] is Tag.Verb or Tag.Auxiliary or Tag.Pronoun;

    /// <summary>Whether an unknown sequence of capitals is a name for sure; null where it is none.</summary>
    static bool? IsSure(string text, ReadOnlySpan<Token> tokens, Tags tags, int offset, int i, int length, bool initial, bool isTitleCase, Language language)
    {
        if (length == 0) return null;
        var words = tokens.Slice(i, length);
        var ended = NameWords.Ends(text, words[^1], language.Names.World);
        if (ended && length == 1) return null;
        // Image Video Inc: the legal form makes a name of common words.
        if (length > 2 && !NameShapes.IsShouted(words) && NameWords.Of(text, words[^1], language.Names.World) == CompanyWord.Legal) return true;
        if (NameShapes.IsCommonPhrase(words, language)) return length == 1 || !ended && NameShapes.IsNumbered(words) ? null : false;
        if (isTitleCase || NameShapes.IsShouted(words) || tokens[i].Casing == Casing.Lower) return false;
        // A word of the tables may be part of a name that they know; before a verb it is one.
        return !initial || length > 1 || tags[offset + i] == Tag.Name && (tokens[i].Lexeme == 0 || !IsWord(tokens[i], language) && IsBeforeVerb(tokens, tags, offset, i));
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

    /// <summary>The name of the tables that starts at a token, as long as can be.</summary>
    public static (KnownName? Name, int Length) KnownAt(string text, ReadOnlySpan<Token> tokens, int i, Language language)
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
        if (first == 'l') return form.AsSpan().IndexOfAny(' ', '.') >= 0 || form.AsSpan().ContainsAnyInRange('A', 'Z') && char.IsUpper(surface[0]);
        if (first == 'U' && form.Length <= 4) return surface.SequenceEqual(form);
        return char.IsUpper(surface[0]) || char.IsDigit(surface[0]);
    }

    /// <summary>The tokens of a label in capitals that opens a line, "VIDEO GAMES - ...": more than four letters, then a dash; or two words and more that are the whole sentence.</summary>
    static int Label(string text, ReadOnlySpan<Token> tokens)
    {
        var i = 0;
        var letters = 0;
        while (i < tokens.Length && i < 5 && tokens[i].Casing == Casing.Upper) letters += tokens[i++].Length;
        return i > 0 && letters > 4 && i < tokens.Length && (text[tokens[i].Start] is '-' or '–' or '—' && !tokens[i - 1].Touches(tokens[i]) || i > 1 && i == tokens.Length - 1 && text[tokens[i].Start] is '.' or ':') ? i : 0;
    }

    /// <summary>Whether a known name only begins a longer unknown one (Alibaba Pictures), and the words after it are not another name (Apple, Tim Cook).</summary>
    static bool Extends(string text, ReadOnlySpan<Token> tokens, int i, int known, int capitals, KnownName? name, NameLexicon lexicon)
    {
        if (known == 0) return true;
        var next = tokens[i + known];
        if (next.Kind == TokenKind.Mark) return name is { IsCommonWord: true } or { Kind: NameKind.Place or NameKind.Outlet } || text[next.Start] == '&';
        if (NameWords.Of(text, next, lexicon.World) is not CompanyWord.None and var word) return word != CompanyWord.Legal;
        var isKnown = lexicon.Known.Match(tokens[(i + known)..], out var values) > 0;
        // Louisiana Pacific Corp.
        if (name is { Kind: NameKind.Place } && NameWords.Of(text, tokens[i + capitals - 1], lexicon.World) == CompanyWord.Legal) return true;
        // Detroit Free Press, but Shenzhen, BYD.
        if (name is { Kind: NameKind.Place or NameKind.Outlet }) return !isKnown || values.All(v => v.IsCommonWord);
        if (isKnown) return false;
        // CMA CGM, but not Intel INTC.
        if (name is { Kind: NameKind.Institution } && next.Casing == Casing.Upper && tokens[i].Casing == Casing.Upper) return true;
        // Wing Venture Capital, but Apple, Tim Cook.
        if (name is { IsCommonWord: true } && known == 1 && lexicon.IsCommon(next)) return NameWords.Ends(text, tokens[i + capitals - 1], lexicon.World);
        return !NameWords.IsFirstName(text, next, lexicon.World) && !(next.Casing == Casing.Upper && next.Length <= 4) && !lexicon.IsCommon(next);
    }

    /// <summary>Takes a following legal form into the mention; gives the end of the name without it.</summary>
    static int WithoutLegalForm(string text, ReadOnlySpan<Token> tokens, int first, ref int last, Language language)
    {
        bool IsLegal(Token token) => (token.Casing != Casing.Lower || token.Length > 2 && !IsWord(token, language)) && NameWords.Of(text, token, language.Names.World) == CompanyWord.Legal;
        var stem = last;
        while (stem - 1 > first && IsLegal(tokens[stem - 1])) stem--;
        // Tiffany & Co.
        if (stem < last && stem - 1 > first && (text[tokens[stem - 1].Start] == '&' || language.Grammar.ClassOf(tokens[stem - 1]) == WordClass.Coordinator)) stem--;
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

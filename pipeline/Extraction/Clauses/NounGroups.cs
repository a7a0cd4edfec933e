namespace TechMoves;

/// <summary>Reads one noun group: determiner, adjectives, nouns, names, an amount or share as modifier, a possessor.</summary>
public sealed class NounGroups(Document document, Sentence sentence, MentionIndex mentions, VerbGroups verbs)
{
    readonly Grammar _grammar = document.Language.Grammar;

    /// <summary>Whether a noun follows, so that a sum before it only modifies it (a $75 million round).</summary>
    public bool Continues(int t) => t < sentence.Last && mentions.DateAt(t) is null && document.Tokens[t].Kind == TokenKind.Word
        && (IsNoun(t) || IsAdjective(t) && t + 1 < sentence.Last && (IsNoun(t + 1) || mentions.NameAt(t + 1) is not null)) && !IsVerb(t);

    public Chunk? At(int start)
    {
        var state = new Group { Head = -1, Name = -1, Modifier = -1, Mention = -1 };
        var t = start;
        t = Opening(t, ref state);
        if (state.Determination == Determination.Pronoun) return new(ChunkKind.Noun, start, t, start) { Determination = Determination.Pronoun };
        while (t < sentence.Last && Step(t, ref state) is > 0 and var length) t += length;
        if (state.Head < 0 && state.Name < 0)
        {
            if (state.Nationality is null || state.Determination != Determination.Definite) return null;
            // "le chinois", "l'Américain": the nationality stands for the company.
            state.Description = new("", DescriptionKind.Company, []);
            state.Head = t - 1;
        }
        return new(ChunkKind.Noun, start, t, state.Head < 0 ? t - 1 : state.Head)
        {
            Name = state.Name,
            Modifier = state.Modifier,
            Mention = state.Mention,
            Determination = state.Determination,
            Noun = state.Noun,
            Description = state.Description,
            Nationality = state.Nationality,
        };
    }

    int Opening(int t, ref Group state)
    {
        if (mentions.NameAt(t) is not null) return t;
        var token = document.Tokens[t];
        var wordClass = _grammar.ClassOf(token);
        if (wordClass is WordClass.SubjectPronoun || wordClass is WordClass.Pronoun && document.Tags[t] is Tag.Pronoun && t + 1 < sentence.Last)
        {
            state.Determination = Determination.Pronoun;
            return t + 1;
        }
        if (wordClass is not (WordClass.Determiner or WordClass.Definite or WordClass.Possessive) && !(wordClass == WordClass.Complementizer && document.Tags[t] == Tag.Determiner)) return t;
        if (document.Tags[t] is Tag.Subordinator) return t;
        state.Determination = wordClass == WordClass.Possessive ? Determination.Possessive : wordClass is WordClass.Definite or WordClass.Complementizer ? Determination.Definite : Determination.Indefinite;
        return t + 1;
    }

    /// <summary>Takes the next word or mention into the group; 0 where it ends.</summary>
    int Step(int t, ref Group state)
    {
        if ((state.Name >= 0 || state.Modifier >= 0) && Tickers.At(document.Text, document.Tokens.AsSpan(..sentence.Last), t) is > 0 and var ticker) return ticker;
        if (mentions.NameAt(t) is { } name)
        {
            if (state.Name >= 0 && state.Head <= state.NameHead && !document.Tokens[t - 1].Touches(document.Tokens[t]) && document.Tokens[t - 1].Kind == TokenKind.Word) return 0;
            (state.Name, state.NameHead) = (name.Index, name.Last - 1);
            return name.Last - t;
        }
        var token = document.Tokens[t];
        if (mentions.AmountAt(t) is { } amount)
        {
            if (!Continues(amount.Last) || state.Head >= 0) return 0;
            state.Mention = amount.Index;
            return amount.Last - t;
        }
        if (mentions.DateAt(t) is not null) return 0;
        if (mentions.PercentAt(t) is { } percent) return Continues(percent.Last) && state.Head < 0 ? percent.Last - t : 0;
        // "The Tolva 3"
        if (token.Kind == TokenKind.Number && state.Name >= 0 && state.NameHead == t - 1 && token.Length <= 3 && document.EntityOf(state.Name) is { Kind: not NameKind.Company }) return 1;
        if (token.Kind == TokenKind.Number) return state.Head < 0 && state.Name < 0 || t > sentence.First && document.Tokens[t - 1].Touches(token) ? 1 : 0;
        if (token.Kind == TokenKind.Mark) return Mark(t, ref state);
        if (IsPossessive(token) && (state.Name >= 0 || state.Head >= 0)) return Own(ref state);
        if (state.Name >= 0 || state.Description is not null ? verbs.IsHeadlineVerb(t) : false) return 0;
        var (words, lines) = (document.Language.Frames.Nouns.Match(document.Tokens.AsSpan(t..sentence.Last), out var found), found);
        if (words > 1 && lines.Length > 0 && !IsVerb(t))
        {
            TakeNoun(t + (document.Language.Grammar.HeadsFirst ? 0 : words - 1), ref state);
            return words;
        }
        if (document.Language.Grammar.HeadsFirst && state.Head < 0 && state.Name < 0 && document.Language.Things.FacilityAt(document.Tokens.AsSpan(t..sentence.Last)) is > 1 and var facility)
        {
            TakeNoun(t, ref state);
            return facility;
        }
        if (document.Language.Names.NationalityOf(token) is { } country && document.Tags[t] is not Tag.Verb)
        {
            state.Nationality = country;
            return 1;
        }
        if (state.Head < 0 && state.Name < 0 && state.Determination != Determination.Bare && IsModified(t)) return 1;
        if (IsCompound(t, state)) return 1;
        if (_grammar.ClassOf(token) != WordClass.None && document.Tags[t] is not (Tag.Noun or Tag.Adjective or Tag.Number)) return 0;
        if (IsVerb(t) && !IsGerundNoun(t, state) && !(state.Head < 0 && state.Determination != Determination.Bare && document.Tags[t] == Tag.Verb && LeadsToNoun(t + 1))) return 0;
        if (IsNoun(t) || IsGerundNoun(t, state) || state.Determination != Determination.Bare && document.Language.Things.IsShare(token.Lexeme))
        {
            if (state.Name >= 0 && document.Language.Grammar.HeadsFirst && state.Head >= 0) return 0;
            if (state.Name >= 0 && document.Language.Grammar.HeadsFirst) return 0;
            TakeNoun(t, ref state);
            return 1;
        }
        return IsAdjective(t) || document.Tags[t] is Tag.Verb or Tag.Number || document.Tags[t] == Tag.Adverb && state.Head < 0 && t + 1 < sentence.Last && IsAdjective(t + 1) ? 1 : 0;
    }

    /// <summary>"Its recently acquired DoubleClick unit": an adverb before an adjective or participle that stands before the noun.</summary>
    bool IsModified(int t) => t + 2 < sentence.Last && (document.Tags[t] == Tag.Adverb || _grammar.ClassOf(document.Tokens[t]) == WordClass.Adverb)
        && (IsAdjective(t + 1) || IsVerb(t + 1) && _grammar.VerbsOf(document.Tokens[t + 1]) is [{ } reading, ..] && (reading.Forms & VerbForms.PastParticiple) != 0) && LeadsToNoun(t + 2);

    /// <summary>"Its oil and gas unit": two nouns that modify one description.</summary>
    bool IsCompound(int t, in Group state) => !_grammar.HeadsFirst && state.Determination != Determination.Bare && state.Head == t - 1 && state.Description is null && t + 2 < sentence.Last
        && _grammar.ClassOf(document.Tokens[t]) == WordClass.Coordinator && IsNoun(t + 1) && document.Tokens[t + 1].Casing == Casing.Lower && mentions.NameAt(t + 1) is null
        && document.Language.Names.Descriptions.Match(document.Tokens.AsSpan((t + 1)..sentence.Last), out _) == 0
        && document.Language.Names.Descriptions.Match(document.Tokens.AsSpan((t + 2)..sentence.Last), out var said) > 0 && said[0].Kind == DescriptionKind.Company;

    bool LeadsToNoun(int t) => mentions.NameAt(t) is not null || Continues(t);

    /// <summary>A quote that opens the group, a plural's apostrophe, or a hyphen: "Paris-based" is an adjective, its name no longer the group's.</summary>
    int Mark(int t, ref Group state)
    {
        var token = document.Tokens[t];
        var isEmpty = state.Name < 0 && state.Head < 0;
        if (t + 1 >= sentence.Last || t == sentence.First) return 0;
        if (IsQuote(document.Text[token.Start]) && isEmpty && mentions.NameAt(t + 1) is not null) return 1;
        if (document.Text[token.Start] is '\'' or '’' && !isEmpty && document.Tokens[t - 1].Touches(token) && document.Text[token.Start - 1] == 's' && IsNoun(t + 1)) return Own(ref state);
        if (document.Text[token.Start] is not ('-' or '\u2010' or '\u2011') || !document.Tokens[t - 1].Touches(token) || !token.Touches(document.Tokens[t + 1])) return 0;
        if (document.Tokens[t + 1].Casing == Casing.Lower)
        {
            (state.Name, state.Head, state.Noun, state.Description) = (-1, -1, 0, null);
            // "A $40 million seed-round": what ends the group is its head.
            if (!_grammar.HeadsFirst && IsNoun(t + 1) && !LeadsToNoun(t + 2)) TakeNoun(t + 1, ref state);
        }
        return mentions.NameAt(t + 1) is null ? 2 : 1;
    }

    static int Own(ref Group state)
    {
        state = new Group { Head = -1, Name = -1, Mention = -1, Modifier = state.Name, Determination = Determination.Possessive };
        return 1;
    }

    void TakeNoun(int t, ref Group state)
    {
        if (document.Language.Names.Descriptions.Match(document.Tokens.AsSpan(t..sentence.Last), out var found) > 0 && (state.Description is null || !document.Language.Grammar.HeadsFirst)) state.Description = found[0];
        if (document.Language.Grammar.HeadsFirst && state.Head >= 0) return;
        if (state.Name >= 0)
        {
            // A name before the head noun only modifies it.
            var owner = state.Determination == Determination.Possessive ? state.Modifier : -1;
            state.Modifier = state.Name;
            state.Name = -1;
            if (state.Description is null || state.NameHead > state.Head) state.Description = document.Language.Names.Descriptions.Match(document.Tokens.AsSpan(t..sentence.Last), out var again) > 0 ? again[0] : null;
            // "X's new Tolva tablet" is X's; "X's Y unit" is Y.
            if (owner >= 0 && state.Description is not { Kind: DescriptionKind.Company }) state.Modifier = owner;
        }
        else if (!document.Language.Grammar.HeadsFirst && found.IsEmpty) state.Description = null;
        (state.Head, state.Noun) = (t, document.Tokens[t].Lexeme);
    }

    bool IsNoun(int t) => document.Tags[t] is Tag.Noun or Tag.Name or Tag.Other or Tag.Unknown or Tag.Symbol && _grammar.ClassOf(document.Tokens[t]) is WordClass.None;

    /// <summary>"Data processing unit": a gerund between two nouns of a group is a noun.</summary>
    bool IsGerundNoun(int t, in Group state) => !_grammar.HeadsFirst && state.Head == t - 1 && t + 1 < sentence.Last && IsNoun(t + 1)
        && _grammar.VerbsOf(document.Tokens[t]) is [{ Forms: VerbForms.Gerund }, ..] && document.Tokens[t].Casing == Casing.Lower;

    bool IsAdjective(int t) => document.Tags[t] is Tag.Adjective or Tag.Number;

    bool IsVerb(int t) => document.Tags[t] is Tag.Verb or Tag.Auxiliary;

    bool IsPossessive(Token token) => token.Kind == TokenKind.Word && token.In(document.Text) is ['\'' or '\u2019', _] && document.Language.IsPossessive(token.In(document.Text));

    static bool IsQuote(char c) => c is '"' or '“' or '”' or '«' or '»' or '‘' or '’';

    struct Group
    {
        public int Head, Noun, Name, NameHead, Modifier, Mention;
        public Determination Determination;
        public Description? Description;
        public string? Nationality;
    }
}

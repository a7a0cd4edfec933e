namespace TechMoves;

/// <summary>Reads one verb group: clitics, auxiliaries, adverbs and negation inside it, the verb, and the fixed words of its predicate.</summary>
public sealed class VerbGroups(Document document, Sentence sentence, MentionIndex mentions)
{
    /// <summary>So many adverbs may part an auxiliary from its verb.</summary>
    const int LongestGap = 4;

    readonly Grammar _grammar = document.Language.Grammar;

    public Chunk? At(int start, bool afterPreposition)
    {
        bool reflexive = false, negated = false;
        var t = start;
        // Clitics count only where a verb follows them.
        while (t < sentence.Last && t - start < LongestGap && IsClitic(t))
        {
            reflexive |= _grammar.ClassOf(document.Tokens[t]) == WordClass.Reflexive;
            negated |= _grammar.ClassOf(document.Tokens[t]) == WordClass.Negation;
            t++;
        }
        if (t >= sentence.Last || ReadingAt(t, t > start) is not { } reading) return null;
        if (t == start && !reflexive && (IsNounLike(t, afterPreposition, reading) || IsAttribute(t, reading))) return null;
        // "To split", "to put": behind a preposition what may be an infinitive is one.
        var (form, head, passive, perfect, progressive, modal) = (afterPreposition && Has(reading, VerbForms.Infinitive) ? VerbForms.Infinitive : reading.Forms, t, false, false, false, 0);
        VerbForms modalForm = default;
        var last = t + 1;
        while (NextVerb(last, _grammar.Is(reading.Lemma, Auxiliaries.Be), ref negated, out var isPronominal) is var (next, following))
        {
            var auxiliary = reading.Lemma;
            if (_grammar.Is(auxiliary, Auxiliaries.Have) && Has(following, VerbForms.PastParticiple)) perfect = true;
            else if (_grammar.Is(auxiliary, Auxiliaries.Be) && Has(following, VerbForms.PastParticiple)) (passive, perfect) = reflexive || _grammar.Is(following.Lemma, Auxiliaries.Moving) ? (passive, true) : (true, perfect);
            else if (_grammar.Is(auxiliary, Auxiliaries.Be) && Has(following, VerbForms.Gerund)) progressive = true;
            else if (_grammar.Is(auxiliary, Auxiliaries.Modal) && Has(following, VerbForms.Infinitive))
            {
                if (perfect) break;
                (modal, modalForm) = (auxiliary, reading.Forms);
            }
            else if (_grammar.Is(auxiliary, Auxiliaries.Causative) && reflexive && Has(following, VerbForms.Infinitive)) passive = true;
            else break;
            // "Will ally itself": the pronoun belongs to the infinitive.
            reflexive |= isPronominal;
            (reading, head, last) = (following, next, next + 1);
            if (!_grammar.Is(reading.Lemma, Auxiliaries.Have | Auxiliaries.Be | Auxiliaries.Modal | Auxiliaries.Causative)) break;
        }
        if (head == t && (form & ~VerbForms.Plural) == VerbForms.PastParticiple) passive = true;
        last += document.Language.Frames.TailAfter(reading.Lemma, document.Tokens.AsSpan(last..sentence.Last));
        return new(ChunkKind.Verb, start, last, head)
        {
            Lemma = reading.Lemma,
            Form = form,
            IsPassive = passive,
            IsPerfect = perfect,
            IsProgressive = progressive,
            IsNegated = negated,
            IsReflexive = reflexive,
            Modal = modal,
            ModalForm = modalForm,
        };
    }

    bool IsClitic(int t) => _grammar.ClassOf(document.Tokens[t]) switch
    {
        WordClass.Reflexive => true,
        WordClass.Definite when !_grammar.HeadsFirst => false,
        WordClass.Negation or WordClass.Pronoun or WordClass.Adverb or WordClass.Definite => t + 1 < sentence.Last && document.Tags[t] is not Tag.Determiner && (_grammar.ClassOf(document.Tokens[t + 1]) is WordClass.Reflexive or WordClass.Pronoun || ReadingAt(t + 1, false) is not null && document.Tags[t + 1] is Tag.Verb or Tag.Auxiliary),
        _ => false,
    };

    /// <summary>The reading of a token as a verb, if the tagger or, in a headline or after a clitic, the word's form makes it one.</summary>
    VerbReading? ReadingAt(int t, bool sure)
    {
        var token = document.Tokens[t];
        if (token.Kind != TokenKind.Word) return null;
        var readings = _grammar.VerbsOf(token);
        if (readings.Length == 0) return document.Tags[t] is Tag.Verb or Tag.Auxiliary && token.Lexeme == 0 && token.Casing == Casing.Lower ? new VerbReading(0, VerbForms.Present) : null;
        var tagged = document.Tags[t] is Tag.Verb or Tag.Auxiliary || _grammar.HasMarkedInfinitive && readings[0].Forms == VerbForms.Infinitive && token.Casing == Casing.Lower && t > sentence.First && _grammar.ClassOf(document.Tokens[t - 1]) is not (WordClass.Determiner or WordClass.Definite or WordClass.Possessive);
        if (!tagged && !sure && !IsVerbalPreposition(t) && !IsMarked(t, readings[0]) && !(document.Tags[t] is Tag.Adjective && readings[0].Forms is VerbForms.PastParticiple or (VerbForms.PastParticiple | VerbForms.Plural)) && !IsHeadlineVerb(t)) return null;
        // A form of two verbs, one of them a participle: behind a name and before a sum a finite form is meant, not a participle.
        if (readings.Length > 1 && readings[0].Forms is VerbForms.PastParticiple or (VerbForms.PastParticiple | VerbForms.Plural) && t > sentence.First && t + 1 < sentence.Last && mentions.AmountAt(t + 1) is not null && IsNameBefore(t))
            foreach (var reading in readings) if ((reading.Forms & VerbForms.Present) != 0) return reading;
        // Of several verbs that share a form, the one that a lexicon knows.
        foreach (var reading in readings)
            if (document.Language.Frames.VerbFrames(reading.Lemma).Length > 0 || document.Language.Frames.VerbGovernors(reading.Lemma).Length > 0 || _grammar.Is(reading.Lemma, Auxiliaries.Any)) return reading;
        return readings[0];
    }

    /// <summary>"X enters in ...": a verb that looks like a preposition stands before one.</summary>
    bool IsVerbalPreposition(int t) => document.Tags[t] == Tag.Preposition && t > sentence.First && t + 1 < sentence.Last && document.Tags[t + 1] == Tag.Preposition && mentions.DateAt(t + 1) is null;

    /// <summary>Whether a word that is a preposition elsewhere is a verb: by its tag, or by the preposition behind it.</summary>
    public bool IsVerbNotPreposition(int t) => t > sentence.First && t + 1 < sentence.Last && _grammar.VerbsOf(document.Tokens[t]).Length > 0 && (document.Tags[t] == Tag.Verb || IsVerbalPreposition(t));

    /// <summary>"Agreed to license some ...": behind a verb and its particle, before an object, a base form is an infinitive whatever the tagger makes of it.</summary>
    bool IsMarked(int t, VerbReading reading) =>
        _grammar.HasMarkedInfinitive && Has(reading, VerbForms.Infinitive) && document.Tokens[t].Casing == Casing.Lower && t >= sentence.First + 2 && t + 1 < sentence.Last
        && document.Tags[t - 1] is Tag.Particle or Tag.Preposition && document.Tags[t - 2] == Tag.Verb
        && (_grammar.ClassOf(document.Tokens[t + 1]) is WordClass.Determiner or WordClass.Definite or WordClass.Possessive || document.Tags[t + 1] is Tag.Determiner || mentions.NameAt(t + 1) is not null);

    /// <summary>After a name a finite form of a deal verb before an object is a verb, whatever the tagger makes of it: headlines mislead it.</summary>
    public bool IsHeadlineVerb(int t)
    {
        if (IsLoneVerb(t)) return true;
        if (t == sentence.First || t + 1 >= sentence.Last || document.Tags[t] is not (Tag.Name or Tag.Noun or Tag.Unknown or Tag.Other or Tag.Adjective)) return false;
        var readings = _grammar.VerbsOf(document.Tokens[t]);
        if (readings.Length == 0 || (readings[0].Forms & (VerbForms.Present | VerbForms.Past | VerbForms.Future)) == 0 || document.Language.Frames.VerbFrames(readings[0].Lemma).Length + document.Language.Frames.VerbGovernors(readings[0].Lemma).Length == 0) return false;
        if (!IsNameBefore(t)) return false;
        if (t + 2 < sentence.Last && document.Tokens[t].Casing == Casing.Lower && document.Tags[t + 1] is Tag.Particle or Tag.Preposition && _grammar.VerbsOf(document.Tokens[t + 2]) is [var after, ..] && Has(after, VerbForms.Infinitive) && document.Tags[t + 2] is Tag.Verb or Tag.Auxiliary) return true;
        // "X outbid Y": between two names a word in small letters that may be a verb is one.
        if (document.Tokens[t].Casing == Casing.Lower && !_grammar.HeadsFirst && mentions.NameAt(t + 1) is not null) return true;
        if (document.Language.Frames.VerbFrames(readings[0].Lemma).Length == 0) return false;
        var next = document.Tokens[t + 1];
        var isTitle = document.Blocks[sentence.Block].Kind == BlockKind.Title;
        return isTitle && next.Kind != TokenKind.Mark && document.Tokens[t].Casing == document.Tokens[t - 1].Casing | document.Tokens[t].Casing == Casing.Lower
            || document.Tokens[t].Casing == Casing.Lower && _grammar.ClassOf(next) is WordClass.Determiner or WordClass.Definite or WordClass.Possessive;
    }

    /// <summary>"X partners with Y", "X and Y team up": behind a name, in a sentence where the tagger sees no other verb, what may be the finite form of a verb of deals is it.</summary>
    bool IsLoneVerb(int t)
    {
        if (t == sentence.First || document.Tokens[t].Casing != Casing.Lower || document.Tags[t] is Tag.Verb or Tag.Auxiliary || !IsNameBefore(t)) return false;
        var isDeal = false;
        foreach (var reading in _grammar.VerbsOf(document.Tokens[t])) isDeal |= (reading.Forms & (VerbForms.Present | VerbForms.Past | VerbForms.Future | (IsBehindTwo(t) ? VerbForms.Infinitive : 0))) != 0 && document.Language.Frames.VerbFrames(reading.Lemma).Length + document.Language.Frames.VerbGovernors(reading.Lemma).Length > 0;
        return isDeal && !(_hasVerb ??= HasVerb());
    }

    /// <summary>Two names joined before a token: their verb has no ending.</summary>
    bool IsBehindTwo(int t)
    {
        for (var i = t - 1; i > sentence.First && i >= t - 4; i--) if (_grammar.ClassOf(document.Tokens[i]) == WordClass.Coordinator) return mentions.EndsName(t) && mentions.EndsName(i);
        return false;
    }

    bool? _hasVerb;

    bool HasVerb()
    {
        for (var t = sentence.First; t < sentence.Last; t++)
            if (document.Tags[t] is Tag.Verb or Tag.Auxiliary && (t == sentence.First || document.Tags[t - 1] is not (Tag.Particle or Tag.Preposition)))
            {
                foreach (var reading in _grammar.VerbsOf(document.Tokens[t])) if ((reading.Forms & VerbForms.Finite) != 0) return true;
            }
        return false;
    }

    /// <summary>A name, its stock code in brackets, a description of a company or a pronoun stands before the token, adverbs apart.</summary>
    bool IsNameBefore(int t)
    {
        var before = t - 1;
        while (before > sentence.First && _grammar.ClassOf(document.Tokens[before]) == WordClass.Adverb) before--;
        return document.Text[document.Tokens[before].Start] == ')' || _grammar.ClassOf(document.Tokens[before]) == WordClass.SubjectPronoun
            || document.Language.Names.Descriptions.Match(document.Tokens.AsSpan(before..t), out _) == 1 || mentions.EndsName(before + 1);
    }

    /// <summary>"To acquire competing platform X": behind a verb of deals, before its object, a gerund is an adjective.</summary>
    bool IsAttribute(int t, VerbReading reading) => !_grammar.HeadsFirst && reading.Forms == VerbForms.Gerund && document.Tokens[t].Casing == Casing.Lower && t > sentence.First && t + 1 < sentence.Last && document.Tags[t + 1] is Tag.Noun or Tag.Name or Tag.Adjective
        && _grammar.VerbsOf(document.Tokens[t - 1]) is [var before, ..] && document.Tags[t - 1] is Tag.Verb && document.Language.Frames.VerbFrames(before.Lemma).Length > 0 && document.Language.Frames.VerbGovernors(before.Lemma).Length == 0;

    /// <summary>Within a noun group (after an article or adjective) a participle is an adjective.</summary>
    bool IsNounLike(int t, bool afterPreposition, VerbReading reading)
    {
        if (document.Tags[t] == Tag.Adjective && t + 1 < sentence.Last && document.Tags[t + 1] is Tag.Noun or Tag.Name) return true;
        return afterPreposition && (reading.Forms & (VerbForms.Infinitive | VerbForms.Gerund)) == 0 && (reading.Forms & VerbForms.Finite) != 0 && document.Tags[t] is not Tag.Verb;
    }

    /// <summary>The verb that continues the group, past adverbs and negation; null if none does.</summary>
    (int Token, VerbReading Reading)? NextVerb(int t, bool isBe, ref bool negated, out bool isPronominal)
    {
        isPronominal = false;
        var sawNegation = negated;
        for (var i = t; i < sentence.Last && i <= t + LongestGap; i++)
        {
            if (_grammar.Locutions.Match(document.Tokens.AsSpan(i..sentence.Last), out _) is > 1 and var locution)
            {
                i += locution - 1;
                continue;
            }
            if (ReadingAt(i, i == t && isBe && IsGerund(i)) is { } reading && (reading.Forms & (VerbForms.PastParticiple | VerbForms.Gerund | VerbForms.Infinitive)) != 0)
            {
                negated = sawNegation;
                return (i, reading);
            }
            var wordClass = _grammar.ClassOf(document.Tokens[i]);
            isPronominal |= wordClass == WordClass.Reflexive && document.Language.Grammar.HeadsFirst;
            if (wordClass == WordClass.Negation)
            {
                sawNegation = true;
                negated = true;
            }
            else if (wordClass is not (WordClass.Adverb or WordClass.SubjectPronoun or WordClass.Pronoun or WordClass.Reflexive) && document.Tags[i] is not (Tag.Adverb or Tag.Particle)
                && !(i == t && document.Language.Grammar.IsLink(document.Tokens[i]))) return null;
        }
        return null;
    }

    bool IsGerund(int t) => !_grammar.HeadsFirst && document.Tokens[t].Casing == Casing.Lower && _grammar.VerbsOf(document.Tokens[t]) is [{ Forms: VerbForms.Gerund }, ..];

    static bool Has(VerbReading reading, VerbForms form) => (reading.Forms & form) != 0;
}

namespace TechMoves;

/// <summary>Finds the day on which an article's news was made known, where no predicate has a date of its own: "X said on Tuesday", "a-t-il annoncé jeudi".</summary>
public static class NewsDates
{
    /// <summary>In how many sentences to look, and in how many of those a company's own doing dates its news.</summary>
    const int Sentences = 12, Opening = 3;

    /// <summary>How far from its verb a date may stand, in tokens.</summary>
    const int Reach = 8;

    const int Week = 7;

    /// <summary>So many days are looked at: a text that tells the day a thousand times takes no longer for it.</summary>
    const int Looked = 24;

    /// <summary>The first day of the week before the publication that a verb of saying has which tells of this company, or of which the story itself says so.</summary>
    /// <param name="told">The sentences that tell the move.</param>
    /// <param name="isNews">Whether the headline or the lede tells it; else only the sentences around those that tell it count.</param>
    public static DateMention? Of(Document document, int? company, IReadOnlyCollection<int> told, bool isNews)
    {
        if (document.Article.Published is not { } published) return null;
        var (seen, looked) = (0, 0);
        for (var s = 0; s < document.Sentences.Length && seen < Sentences; s++)
        {
            var sentence = document.Sentences[s];
            if (document.Blocks[sentence.Block] is not { IsStory: true, Kind: not BlockKind.Title }) continue;
            seen++;
            var (start, end) = (document.Tokens[sentence.First].Start, document.Tokens[sentence.Last - 1].End);
            foreach (var date in document.Dates)
            {
                if (date.Start < start || date.End > end || date is not { Precision: Precision.Day, First: { } day } || day > published || day <= published.AddDays(-Week)) continue;
                if (++looked > Looked) return null;
                var named = NamedAt(document, sentence, company);
                if (Says(document, sentence, date) ? told.Contains(s) || (isNews ? seen <= Opening || named >= 0 || IsMeant(document, s, date, company) : named >= 0 && told.Any(t => Math.Abs(t - s) <= 1))
                    : isNews && seen <= Opening && named >= 0 && named < date.Start && Does(document, sentence, date)) return date;
            }
        }
        return null;
    }

    /// <summary>Where the company's name first stands in a sentence, or -1.</summary>
    static int NamedAt(Document document, Sentence sentence, int? company)
    {
        for (var n = 0; company is not null && n < document.Names.Length; n++)
            if (document.EntityOfName[n] == company && document.Names[n].First >= sentence.First && document.Names[n].First < sentence.Last) return document.Names[n].Start;
        return -1;
    }

    /// <summary>"L'entreprise a annoncé mardi": nobody is named before the date, and the sentence before names the company.</summary>
    static bool IsMeant(Document document, int s, DateMention date, int? company) => s > 0 && NamedAt(document, document.Sentences[s - 1], company) >= 0
        && !document.Names.Any(n => n.First >= document.Sentences[s].First && n.Start < date.Start);

    /// <summary>Whether the verb nearest to a date says or shows something, and not in a tense that lies before the news.</summary>
    static bool Says(Document document, Sentence sentence, DateMention date)
    {
        var verb = VerbOf(document, sentence, date);
        if (verb < 0 || IsBefore(document, sentence, verb)) return false;
        var frames = document.Language.Frames;
        foreach (var reading in document.Language.Grammar.VerbsOf(document.Tokens[verb]))
            if (frames.VerbGovernors(reading.Lemma).Any(g => g.Kind == GovernorKind.Report && g.Tail.Length == 0) || frames.VerbFrames(reading.Lemma).Any(f => f.Type == MoveType.ProductLaunch && f.Tail.Length == 0)) return true;
        return false;
    }

    /// <summary>Whether a verb near a date tells what was done: past or present.</summary>
    static bool Does(Document document, Sentence sentence, DateMention date)
    {
        var verb = VerbOf(document, sentence, date);
        if (verb < 0 || IsBefore(document, sentence, verb)) return false;
        foreach (var reading in document.Language.Grammar.VerbsOf(document.Tokens[verb]))
            if ((reading.Forms & (VerbForms.Past | VerbForms.Present)) != 0 && !HasAuxiliary(document, sentence, verb, Auxiliaries.Be)
                || (reading.Forms & VerbForms.PastParticiple) != 0 && HasAuxiliary(document, sentence, verb, Auxiliaries.Have)) return true;
        return false;
    }

    /// <summary>The nearest token to a date that may be a verb, the one before it among equals; -1 where none is near.</summary>
    static int VerbOf(Document document, Sentence sentence, DateMention date)
    {
        var first = Array.FindIndex(document.Tokens, sentence.First, sentence.Length, t => t.End > date.Start);
        var last = Array.FindIndex(document.Tokens, sentence.First, sentence.Length, t => t.Start >= date.End);
        if (last < 0) last = sentence.Last;
        var (left, right) = (true, true);
        for (var distance = 1; distance <= Reach && (left || right); distance++)
        {
            if (left &= first - distance >= sentence.First && !IsEnd(document, first - distance)) if (IsVerb(document, first - distance)) return first - distance;
            if (right &= last + distance - 1 < sentence.Last && !IsEnd(document, last + distance - 1)) if (IsVerb(document, last + distance - 1)) return last + distance - 1;
        }
        return -1;
    }

    static bool IsEnd(Document document, int token) => document.Tokens[token] is { Kind: TokenKind.Mark, Length: 1, Start: var start } && document.Text[start] is ';' or ':' or '.';

    static bool IsVerb(Document document, int token)
    {
        var grammar = document.Language.Grammar;
        foreach (var reading in grammar.VerbsOf(document.Tokens[token]))
            if ((reading.Forms & (VerbForms.Finite | VerbForms.PastParticiple)) != 0 && !grammar.Is(reading.Lemma, Auxiliaries.Have | Auxiliaries.Be) && grammar.ClassOf(document.Tokens[token]) == WordClass.None) return true;
        return false;
    }

    static bool HasAuxiliary(Document document, Sentence sentence, int verb, Auxiliaries kind)
    {
        for (var t = verb - 1; t >= Math.Max(sentence.First, verb - 2); t--)
            foreach (var reading in document.Language.Grammar.VerbsOf(document.Tokens[t])) if (document.Language.Grammar.Is(reading.Lemma, kind)) return true;
        return false;
    }

    /// <summary>A pluperfect: what had been said before.</summary>
    static bool IsBefore(Document document, Sentence sentence, int verb)
    {
        var grammar = document.Language.Grammar;
        for (var t = verb - 1; t >= Math.Max(sentence.First, verb - 2); t--)
            foreach (var reading in grammar.VerbsOf(document.Tokens[t]))
                if (grammar.Is(reading.Lemma, Auxiliaries.Have) && (reading.Forms & (VerbForms.Imperfect | VerbForms.Past)) != 0 && (reading.Forms & VerbForms.Present) == 0) return true;
        return false;
    }
}

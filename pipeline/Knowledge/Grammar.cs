namespace TechMoves;

/// <summary>The class of a closed-class word (words.csv); None for all other words.</summary>
public enum WordClass : byte
{
    None, Determiner, Definite, Possessive, Coordinator, Adversative, Subordinator, Relative, SubjectPronoun, Pronoun, Reflexive, Negation, Adverb, Link, Complementizer,
}

/// <summary>The moods and tenses that a verb form can have; several where forms coincide.</summary>
[Flags]
public enum VerbForms : short
{
    None = 0, Infinitive = 1, Present = 2, Imperfect = 4, Past = 8, Future = 16, Conditional = 32, Subjunctive = 64, PastParticiple = 128, Gerund = 256, Modal = 512, Plural = 1024,
    Finite = Present | Imperfect | Past | Future | Conditional | Subjunctive | Modal,
}

/// <summary>How a verb builds the groups of others: perfect (have), passive (be), as a modal, by taking be in the perfect (moving), as a causative, or as what is due to come (devrait).</summary>
[Flags]
public enum Auxiliaries : byte { None = 0, Have = 1, Be = 2, Modal = 4, Moving = 8, Causative = 16, Due = 32, Recent = 64, Any = 127 }

/// <summary>A reading of a word as a form of a verb: the lexeme id of its infinitive, and which forms it can be.</summary>
public readonly record struct VerbReading(int Lemma, VerbForms Forms);

/// <summary>What a preposition does with what stands behind it: prepositions.csv has what each means.</summary>
public enum PrepositionRole : byte { None, Genitive, Agent, Investor, Means, Source, Negative, Purpose }

/// <summary>What a preposition is called in the frames, and its role.</summary>
public sealed record Preposition(string Name, PrepositionRole Role)
{
    public bool IsGenitive => Role == PrepositionRole.Genitive;

    public bool IsAgent => Role == PrepositionRole.Agent;

    public bool IsInvestor => Role == PrepositionRole.Investor;

    public bool IsMeans => Role == PrepositionRole.Means;

    public bool IsSource => Role == PrepositionRole.Source;

    public bool IsNegative => Role == PrepositionRole.Negative;

    public bool IsPurpose => Role == PrepositionRole.Purpose;
}

/// <summary>The grammar of one language as far as the clauses need it: closed-class words, prepositions, inflected verbs, plurals of nouns.</summary>
public sealed class Grammar
{
    readonly LexemeMap<WordClass> _classes = new();
    readonly LexemeMap<VerbReading[]> _verbs = new();
    readonly LexemeMap<bool> _prepositions = new();
    readonly LexemeMap<Auxiliaries> _auxiliaries = new();
    readonly (string Ending, string Plural)[] _plurals;

    /// <summary>How a model makes a form of a lemma: letters off, an ending on.</summary>
    readonly record struct Inflection(int Strip, string Ending, VerbForms Forms);

    Grammar(string folder, string schemas, Language language)
    {
        foreach (var row in Table.Read(Path.Combine(folder, "words.csv"), schemas))
            _classes[language.Vocabulary.Add(row["form"])] = Enum.Parse<WordClass>(row["class"].Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
        foreach (var row in Table.Read(Path.Combine(folder, "prepositions.csv"), schemas))
        {
            Prepositions.Add(row["form"], language, new(row["canonical"], row.Optional("role") is { } role ? Enum.Parse<PrepositionRole>(role, ignoreCase: true) : PrepositionRole.None));
            if (!row["form"].Contains(' ', StringComparison.Ordinal)) _prepositions[language.Vocabulary.Find(row["form"])] = true;
        }
        foreach (var row in Table.Read(Path.Combine(folder, "auxiliaries.csv"), schemas))
        {
            var lemma = language.Vocabulary.Add(row["lemma"]);
            _auxiliaries[lemma] |= Enum.Parse<Auxiliaries>(row["kind"], ignoreCase: true);
        }
        var settings = Table.Read(Path.Combine(folder, "settings.csv"), schemas).Where(r => r["value"] == "true").Select(r => r["key"]).ToHashSet(StringComparer.Ordinal);
        HeadsFirst = settings.Contains("heads_first");
        HasMarkedInfinitive = settings.Contains("marked_infinitive");
        foreach (var row in Table.Read(Path.Combine(folder, "locutions.csv"), schemas)) Locutions.Add(row["phrase"], language, true);
        _plurals = [.. Table.Read(Path.Combine(folder, "plurals.csv"), schemas).Select(r => (r["ending"], r["plural"]))];
        Conjugate(folder, schemas, language.Vocabulary);
    }

    /// <summary>Whether the head noun stands before what modifies it (levée de fonds), not after it (funding round).</summary>
    public bool HeadsFirst { get; }

    /// <summary>Whether the infinitive has an ending of its own, so that its form alone makes a verb.</summary>
    public bool HasMarkedInfinitive { get; }

    public Phrases<Preposition> Prepositions { get; } = new();

    /// <summary>Adverbs of several words.</summary>
    public Phrases<bool> Locutions { get; } = new();

    public static Grammar Read(string folder, string schemas, Language language) => new(folder, schemas, language);

    public WordClass ClassOf(Token token) => _classes[token.Lexeme];

    public bool IsDefinite(Token token) => ClassOf(token) == WordClass.Definite;

    /// <summary>A word that may stand between an auxiliary and its infinitive: vient de racheter.</summary>
    public bool IsLink(Token token) => ClassOf(token) == WordClass.Link;

    public bool Is(int lemma, Auxiliaries kind) => (_auxiliaries[lemma] & kind) != 0;

    /// <summary>Whether a lexeme is a closed-class word or a preposition: the words by which a language is told.</summary>
    public bool IsFunctionWord(int lexeme) => lexeme != 0 && (_classes[lexeme] != WordClass.None || _prepositions[lexeme]);

    /// <summary>The readings of a word as a verb form; none if it is none.</summary>
    public ReadOnlySpan<VerbReading> VerbsOf(Token token) => _verbs[token.Lexeme];

    /// <summary>A noun and its plurals by the first ending of plurals.csv that fits; of several words the last is inflected, or the first, or both.</summary>
    public IEnumerable<string> FormsOf(string noun)
    {
        var space = noun.IndexOf(' ', StringComparison.Ordinal);
        List<string> forms = [noun];
        Add(Plural(noun));
        if (space < 1) return forms;
        Add(Plural(noun[..space]) + noun[space..]);
        Add(Plural(noun[..space]) + Plural(noun[space..]));
        return forms;

        void Add(string form)
        {
            if (!forms.Contains(form)) forms.Add(form);
        }
    }

    string Plural(string noun)
    {
        foreach (var (ending, plural) in _plurals) if (noun.EndsWith(ending, StringComparison.Ordinal)) return noun[..^ending.Length] + plural;
        return noun;
    }

    void Conjugate(string folder, string schemas, Vocabulary vocabulary)
    {
        var models = new Dictionary<string, List<Inflection>>(StringComparer.Ordinal);
        foreach (var row in Table.Read(Path.Combine(folder, "conjugations.csv"), schemas))
        {
            if (!models.TryGetValue(row["model"], out var endings)) models.Add(row["model"], endings = []);
            endings.Add(new((int)row.Number("strip"), row["ending"], FormOf(row["tag"])));
        }
        foreach (var verb in Table.Read(Path.Combine(folder, "verbs.csv"), schemas))
        {
            var lemma = verb["lemma"];
            if (!models.TryGetValue(verb["model"], out var endings)) throw verb.Fault($"no model '{verb["model"]}' in conjugations.csv");
            var id = vocabulary.Add(lemma);
            foreach (var (strip, ending, forms) in endings)
            {
                if (strip > lemma.Length) throw verb.Fault($"model '{verb["model"]}' takes more letters than the lemma has");
                var lexeme = vocabulary.Add(string.Concat(lemma.AsSpan(0, lemma.Length - strip), ending));
                var readings = _verbs[lexeme] ?? [];
                var at = Array.FindIndex(readings, r => r.Lemma == id);
                if (at < 0) _verbs[lexeme] = [.. readings, new(id, forms)];
                else readings[at] = new(id, readings[at].Forms | forms);
            }
        }
    }

    static VerbForms FormOf(string tag) => (tag.EndsWith('p') && tag is not "pp" ? VerbForms.Plural : VerbForms.None) | (tag switch
    {
        "inf" => VerbForms.Infinitive,
        "ger" => VerbForms.Gerund,
        "modal" => VerbForms.Modal,
        ['p', 'r', 'e', ..] => VerbForms.Present,
        ['p', 'a', ..] => VerbForms.Past,
        ['i', ..] => VerbForms.Imperfect,
        ['f', ..] => VerbForms.Future,
        ['c', ..] => VerbForms.Conditional,
        ['s', ..] => VerbForms.Subjunctive,
        _ => VerbForms.PastParticiple,
    });
}

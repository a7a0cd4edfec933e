namespace TechMoves;

/// <summary>Everything the program knows of one language: the tables of data/languages/CODE, loaded once, then only read, by all threads.</summary>
public sealed class Language
{
    readonly FrozenSet<string> _elisions;
    readonly FrozenSet<string> _clitics;
    readonly FrozenSet<string> _possessives;
    readonly FrozenSet<string> _abbreviations;

    Language(string folder, string schemas, World world)
    {
        Code = Path.GetFileName(folder);
        var clitics = Table.Read(Path.Combine(folder, "clitics.csv"), schemas);
        _elisions = Forms("elision");
        _possessives = Forms("possessive");
        _clitics = Forms("clitic").Concat(_possessives).ToFrozenSet(StringComparer.Ordinal);
        _abbreviations = Forms("abbreviation");
        foreach (var row in clitics) Vocabulary.Add(row["form"]);
        Boilerplate = Boilerplate.Read(folder, schemas);
        Grammar = Grammar.Read(folder, schemas, this);
        Names = NameLexicon.Read(folder, schemas, this, world);
        Frames = FrameLexicon.Read(folder, schemas, this);
        Markers = MarkerLexicon.Read(folder, schemas, this);
        Things = ThingLexicon.Read(folder, schemas, this);
        Tagger = Tagger.Read(Path.Combine(folder, "tagger.bin"));
        Amounts = AmountLexicon.Read(folder, schemas, this, world);
        Dates = DateLexicon.Read(folder, schemas, this);

        FrozenSet<string> Forms(string kind) => clitics.Where(r => r["kind"] == kind).Select(r => Vocabulary.Fold(r["form"]).TrimEnd(kind == "elision" ? '\'' : '.')).ToFrozenSet(StringComparer.Ordinal);
    }

    public string Code { get; }

    public Vocabulary Vocabulary { get; } = new();

    public Boilerplate Boilerplate { get; }

    public Grammar Grammar { get; }

    public Tagger Tagger { get; }

    public NameLexicon Names { get; }

    public FrameLexicon Frames { get; }

    public MarkerLexicon Markers { get; }

    public ThingLexicon Things { get; }

    public AmountLexicon Amounts { get; }

    public DateLexicon Dates { get; }

    public static Language Read(string folder, string schemas, World world) => new(folder, schemas, world);

    /// <summary>The share of a text's words that are closed-class words of this language alone or prepositions; 0 to 1.</summary>
    public double ShareOfFunctionWords(ReadOnlySpan<char> text)
    {
        int words = 0, known = 0;
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsLetter(text[i])) { i++; continue; }
            var start = i;
            while (i < text.Length && (char.IsLetter(text[i]) || text[i] is '\'' or '\u2019' && IsElision(text[start..i]))) i++;
            words++;
            if (Grammar.IsFunctionWord(Vocabulary.Find(text[start..i]))) known++;
        }
        return words < 5 ? 0 : (double)known / words;
    }

    /// <summary>Whether an apostrophe after this word cuts it off from the next: d', qu'.</summary>
    public bool IsElision(ReadOnlySpan<char> word) => Contains(_elisions, word);

    /// <summary>Whether this ending, apostrophe included, is a word of its own: 's, 'll.</summary>
    public bool IsClitic(ReadOnlySpan<char> ending) => Contains(_clitics, ending);

    /// <summary>Whether this clitic makes an owner of the noun before it: 's.</summary>
    public bool IsPossessive(ReadOnlySpan<char> ending) => Contains(_possessives, ending);

    /// <summary>Whether a dot after this word does not end a sentence: Inc, MM.</summary>
    public bool IsAbbreviation(ReadOnlySpan<char> word) => Contains(_abbreviations, word);

    static bool Contains(FrozenSet<string> set, ReadOnlySpan<char> word)
    {
        if (word.Length > 16) return false;
        Span<char> folded = stackalloc char[word.Length];
        for (var i = 0; i < word.Length; i++) folded[i] = word[i] is '\u2019' or '\u02bc' ? '\'' : char.ToLowerInvariant(word[i]);
        return set.GetAlternateLookup<ReadOnlySpan<char>>().Contains(folded);
    }
}

namespace TechMoves;

/// <summary>Everything the program knows of one language: the tables of data/languages/CODE, loaded once, then only read, by all threads.</summary>
public sealed class Language
{
    readonly FrozenSet<string> _elisions;
    readonly FrozenSet<string> _clitics;
    readonly FrozenSet<string> _abbreviations;

    Language(string folder, string schemas, World world)
    {
        Code = Path.GetFileName(folder);
        var clitics = Table.Read(Path.Combine(folder, "clitics.csv"), schemas);
        _elisions = Forms("elision");
        _clitics = Forms("clitic");
        _abbreviations = Forms("abbreviation");
        foreach (var row in clitics) Vocabulary.Add(row["form"]);
        Boilerplate = Boilerplate.Read(folder, schemas);
        // LEXICONS: one line each, in the order in which they depend on each other.
        Tagger = Tagger.Read(Path.Combine(folder, "tagger.bin"));

        FrozenSet<string> Forms(string kind) => clitics.Where(r => r["kind"] == kind).Select(r => Vocabulary.Fold(r["form"]).TrimEnd(kind == "elision" ? '\'' : '.')).ToFrozenSet(StringComparer.Ordinal);
    }

    public string Code { get; }

    public Vocabulary Vocabulary { get; } = new();

    public Boilerplate Boilerplate { get; }

    public Tagger Tagger { get; }

    public static Language Read(string folder, string schemas, World world) => new(folder, schemas, world);

    /// <summary>Whether an apostrophe after this word cuts it off from the next: d', qu'.</summary>
    public bool IsElision(ReadOnlySpan<char> word) => Contains(_elisions, word);

    /// <summary>Whether this ending, apostrophe included, is a word of its own: 's, 'll.</summary>
    public bool IsClitic(ReadOnlySpan<char> ending) => Contains(_clitics, ending);

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

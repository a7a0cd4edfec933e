namespace TechMoves;

/// <summary>The word forms that the lexicons of one language know, each with a number (a lexeme id); 0 is any other word.</summary>
/// <remarks>Forms are folded: lower case, straight apostrophes. Filled while the lexicons load, then only read, by all threads.</remarks>
public sealed class Vocabulary
{
    /// <summary>Longer words are never in a lexicon.</summary>
    const int LongestWord = 64;

    readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    readonly List<string> _forms = [""];

    public int Count => _forms.Count;

    /// <summary>The folded form of a lexeme id.</summary>
    public string this[int lexeme] => _forms[lexeme];

    public int Add(string word)
    {
        var form = Fold(word);
        if (_ids.TryGetValue(form, out var id)) return id;
        _ids.Add(form, _forms.Count);
        _forms.Add(form);
        return _forms.Count - 1;
    }

    public int Find(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestWord) return 0;
        Span<char> folded = stackalloc char[word.Length];
        for (var i = 0; i < word.Length; i++) folded[i] = Fold(word[i]);
        return _ids.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(folded, out var id) ? id : 0;
    }

    public static string Fold(string word) => string.Create(word.Length, word, static (folded, source) =>
    {
        for (var i = 0; i < source.Length; i++) folded[i] = Fold(source[i]);
    });

    public static char Fold(char c) => c is '\u2019' or '\u02bc' ? '\'' : char.ToLowerInvariant(c);
}

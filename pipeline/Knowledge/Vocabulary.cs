namespace TechMoves;

/// <summary>The word forms that the lexicons of one language know, each with a number (a lexeme id); 0 is any other word.</summary>
/// <remarks>Forms are folded: lower case, straight apostrophes. Filled while the lexicons load, then only read, by all threads.</remarks>
public sealed class Vocabulary
{
    /// <summary>Longer words are never in a lexicon.</summary>
    const int LongestWord = 64;

    /// <summary>Lexicons of phrases that one language may have: the bits of a word.</summary>
    const int MostPhrases = 64;

    /// <summary>Characters below this, those of Latin script, fold by a table: outside ASCII the runtime asks the ICU library for each one.</summary>
    const int Tabled = 0x250;

    static readonly char[] Folded = [.. Enumerable.Range(0, Tabled).Select(c => char.ToLowerInvariant((char)c))];

    // The runtime compiles a constant into the hot path: where nothing is counted, counting costs nothing.
    static readonly bool Counts = AppContext.TryGetSwitch("TechMoves.CountsWork", out var counts) && counts;

    [ThreadStatic]
    static long LooksOfThread;

    readonly List<string> _forms = [""];
    readonly LexemeMap<ulong> _begins = new();
    int _phrases;

    // Open addressing, at most half full: a word that no lexicon knows mostly meets an empty place, and no form is compared.
    (uint Hash, int Lexeme)[] _places = new (uint, int)[1 << 12];

    /// <summary>How many tokens this thread has looked up in lexicons of phrases: the work that tests count, since no clock is in them. Counted where the switch TechMoves.CountsWork is set.</summary>
    public static long Looks => LooksOfThread;

    public int Count => _forms.Count;

    uint Mask => (uint)_places.Length - 1;

    /// <summary>The folded form of a lexeme id.</summary>
    public string this[int lexeme] => _forms[lexeme];

    public int Add(ReadOnlySpan<char> word)
    {
        var hash = HashOf(word);
        if (Find(word, hash) is > 0 and var known) return known;
        if (_forms.Count * 2 > _places.Length) Grow();
        Put(hash, _forms.Count);
        _forms.Add(Fold(word));
        return _forms.Count - 1;
    }

    public int Find(ReadOnlySpan<char> word) => word.Length > LongestWord ? 0 : Find(word, HashOf(word));

    /// <summary>Gives a lexicon of phrases its bit in the sets of lexemes that begin phrases.</summary>
    public ulong NextPhrases() => _phrases < MostPhrases ? 1ul << _phrases++ : throw new InvalidOperationException("more lexicons of phrases than a word has bits");

    /// <summary>Notes that a phrase of a lexicon begins with a lexeme.</summary>
    public void Begin(int lexeme, ulong phrases) => _begins[lexeme] |= phrases;

    /// <summary>Whether a phrase of a lexicon begins with a lexeme: one look for all lexicons tells that most words begin none.</summary>
    public bool Begins(int lexeme, ulong phrases)
    {
        if (Counts) LooksOfThread++;
        return (_begins[lexeme] & phrases) != 0;
    }

    public static string Fold(string word) => Fold(word.AsSpan());

    public static string Fold(ReadOnlySpan<char> word) => string.Create(word.Length, word, static (folded, source) =>
    {
        for (var i = 0; i < source.Length; i++) folded[i] = Fold(source[i]);
    });

    public static char Fold(char c) => c < Tabled ? Folded[c] : c is '\u2019' or '\u02bc' ? '\'' : char.ToLowerInvariant(c);

    int Find(ReadOnlySpan<char> word, uint hash)
    {
        for (var i = hash; ; i++)
        {
            var (found, lexeme) = _places[i & Mask];
            if (lexeme == 0 || found == hash && IsForm(word, _forms[lexeme])) return lexeme;
        }
    }

    static bool IsForm(ReadOnlySpan<char> word, string form)
    {
        if (word.Length != form.Length) return false;
        for (var i = 0; i < word.Length; i++) if (Fold(word[i]) != form[i]) return false;
        return true;
    }

    static uint HashOf(ReadOnlySpan<char> word)
    {
        var hash = 2166136261;
        foreach (var c in word) hash = (hash ^ Fold(c)) * 16777619;
        return hash ^ (hash >> 15);
    }

    void Put(uint hash, int lexeme)
    {
        var i = hash;
        while (_places[i & Mask].Lexeme != 0) i++;
        _places[i & Mask] = (hash, lexeme);
    }

    void Grow()
    {
        var old = _places;
        _places = new (uint, int)[old.Length * 2];
        foreach (var (hash, lexeme) in old) if (lexeme != 0) Put(hash, lexeme);
    }
}

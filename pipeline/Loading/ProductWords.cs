namespace TechMoves;

/// <summary>The words of a product as numbers that can be compared. Their folded beginnings count, so that plurals and the cognates of two languages meet; of a word with a digit all of it. One with a capital or digit is marked as a name.</summary>
public static class ProductWords
{
    const uint Name = 1, Digit = 2;

    /// <summary>So many letters of a word count.</summary>
    const int Stem = 5;

    const int Shortest = 3;

    /// <summary>Whether two words are the same, names or not.</summary>
    public static bool AreSame(uint a, uint b) => (a | Name | Digit) == (b | Name | Digit);

    public static bool IsName(uint word) => (word & Name) != 0;

    public static bool HasDigit(uint word) => (word & Digit) != 0;

    /// <summary>The distinct words in ascending order, names first. Words of one or two letters without a digit tell nothing, nor do those of the parties' own names.</summary>
    public static ImmutableArray<uint> Of(string product, ReadOnlySpan<string> parties)
    {
        if (product.Length == 0) return [];
        var words = new SortedSet<uint>();
        Read(product, words);
        var own = new SortedSet<uint>();
        foreach (var party in parties) Read(party, own);
        return [.. words.Where(w => HasDigit(w) || !own.Any(o => AreSame(o, w))).OrderByDescending(IsName).ThenBy(w => w)];
    }

    static void Read(string product, SortedSet<uint> words)
    {
        for (int i = 0, start = 0; i <= product.Length; i++)
        {
            if (i < product.Length && (char.IsLetterOrDigit(product[i]) || product[i] == '+')) continue;
            if (i > start) Add(product[start..i], words);
            start = i + 1;
        }
    }

    static void Add(string word, SortedSet<uint> words)
    {
        var digit = word.AsSpan().ContainsAnyInRange('0', '9');
        if (word.Length < Shortest && !digit) return;
        var name = digit || char.IsUpper(word[0]);
        var folded = Company.Slug(word);
        if (!digit && folded.Length > Stem) folded = folded[..Stem];
        if (folded.Length > 0) words.Add((uint)Gist.Hash(folded) & ~3u | (name ? Name : 0) | (digit ? Digit : 0));
    }
}

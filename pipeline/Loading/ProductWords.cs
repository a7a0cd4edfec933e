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
        var words = new List<Word>(8);
        var own = new List<Word>(8);
        Fold(product, words);
        foreach (var party in parties) Fold(party, own);
        var numbers = new List<uint>(words.Count);
        foreach (var word in words)
            if ((word.HasDigit || !own.Exists(o => o.Whole == word.Whole)) && !numbers.Contains(word.Number)) numbers.Add(word.Number);
        numbers.Sort((a, b) => IsName(a) != IsName(b) ? (IsName(a) ? -1 : 1) : a.CompareTo(b));
        return [.. numbers];
    }

    /// <param name="Whole">The hash of all its letters.</param>
    readonly record struct Word(ulong Whole, uint Number, bool HasDigit);

    static void Fold(string text, List<Word> words)
    {
        Span<char> letters = stackalloc char[64];
        for (int i = 0, start = 0; i <= text.Length; i++)
        {
            if (i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] == '+')) continue;
            var word = text.AsSpan(start, i - start);
            start = i + 1;
            if (word.IsEmpty) continue;
            var digit = word.ContainsAnyInRange('0', '9');
            if (word.Length < Shortest && !digit) continue;
            var folded = word.Length <= letters.Length && Ascii.IsValid(word) && !word.Contains('+') ? (ReadOnlySpan<char>)letters[..word.ToLowerInvariant(letters)] : Company.Slug(word.ToString()).AsSpan();
            if (folded.IsEmpty) continue;
            var number = (uint)Gist.Hash(digit || folded.Length <= Stem ? folded : folded[..Stem]) & ~(Name | Digit) | (digit || char.IsUpper(word[0]) ? Name : 0) | (digit ? Digit : 0);
            words.Add(new(Gist.Hash(folded), number, digit));
        }
    }
}

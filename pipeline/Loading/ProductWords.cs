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
        var own = new HashSet<string>(StringComparer.Ordinal);
        foreach (var party in parties) own.UnionWith(Folded(party).Select(w => w.Folded));
        return [.. Folded(product).Where(w => w.HasDigit || !own.Contains(w.Folded)).Select(Of).Distinct().OrderByDescending(IsName).ThenBy(w => w)];
    }

    static IEnumerable<(string Folded, bool IsName, bool HasDigit)> Folded(string text)
    {
        for (int i = 0, start = 0; i <= text.Length; i++)
        {
            if (i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] == '+')) continue;
            if (i > start && text[start..i] is var word && word.AsSpan().ContainsAnyInRange('0', '9') is var digit && (word.Length >= Shortest || digit) && Company.Slug(word) is { Length: > 0 } folded)
                yield return (folded, digit || char.IsUpper(word[0]), digit);
            start = i + 1;
        }
    }

    static uint Of((string Folded, bool IsName, bool HasDigit) word) =>
        (uint)Gist.Hash(word.HasDigit || word.Folded.Length <= Stem ? word.Folded : word.Folded[..Stem]) & ~(Name | Digit) | (word.IsName ? Name : 0) | (word.HasDigit ? Digit : 0);
}

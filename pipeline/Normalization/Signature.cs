using System.Runtime.InteropServices;

namespace TechMoves;

/// <summary>What is kept of a text to find its copies without it: the least hashes of its shingles (five words in a row, folded), a bottom-k sketch. Equal texts have equal signatures; the share of common hashes estimates the share of common shingles.</summary>
/// <param name="Shingles">How many different shingles the text has.</param>
/// <param name="Least">The least hashes, ascending: all of them where there are few.</param>
public sealed record Signature(int Shingles, ImmutableArray<uint> Least)
{
    /// <summary>So many hashes are kept: the estimate is off by a sixteenth at most times.</summary>
    public const int Kept = 64;

    /// <summary>So many of the least hashes are keys: two texts of which half is common share one of them but for one pair in two hundred.</summary>
    public const int Keys = 8;

    const int Words = 5;

    /// <summary>Shorter texts say the same by chance.</summary>
    const int Fewest = 12;

    /// <summary>The share of all their shingles that two texts have in common, from which on one copies the other.</summary>
    const double Alike = 0.5;

    /// <summary>The share of the shorter text, where one has cut the other.</summary>
    const double Contained = 0.8;

    /// <summary>A body of fewer shingles is told from others by its title too: a stub, "Read more ...".</summary>
    const int Body = 40;

    /// <summary>Of an article without its title, of so many characters, which every outlet words anew; with it where the body is short.</summary>
    public static Signature? Of(string text, int title) => Of(text[title..]) is { Shingles: >= Body } body ? body : Of(text);

    /// <summary>Of a text. Null for one too short to be told from others by its words.</summary>
    public static Signature? Of(string text)
    {
        var shingles = new List<uint>(text.Length / 6);
        Span<ulong> window = stackalloc ulong[Words];
        var count = 0;
        for (int i = 0, start = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetterOrDigit(text[i])) continue;
            if (i > start)
            {
                window[count++ % Words] = Hash(text.AsSpan(start, i - start));
                if (count >= Words) shingles.Add(Shingle(window, count));
            }
            start = i + 1;
        }
        var hashes = CollectionsMarshal.AsSpan(shingles);
        hashes.Sort();
        var distinct = 0;
        foreach (var hash in hashes) if (distinct == 0 || hashes[distinct - 1] != hash) hashes[distinct++] = hash;
        return distinct < Fewest ? null : new(distinct, [.. hashes[..Math.Min(distinct, Kept)]]);
    }

    /// <summary>The keys of the blocks in which its copies are looked for.</summary>
    public ReadOnlySpan<uint> BlockKeys() => Least.AsSpan()[..Math.Min(Keys, Least.Length)];

    /// <summary>Whether one of the two copies the other, whole or cut, whatever its title, first words and last.</summary>
    public bool IsCopyOf(Signature other)
    {
        var (common, union) = (0, 0);
        for (int i = 0, j = 0; union < Kept && (i < Least.Length || j < other.Least.Length); union++)
        {
            var order = i == Least.Length ? 1 : j == other.Least.Length ? -1 : Least[i].CompareTo(other.Least[j]);
            if (order == 0) common++;
            if (order <= 0) i++;
            if (order >= 0) j++;
        }
        var share = (double)common / union;
        var contained = share * (Shingles + other.Shingles) / (1 + share) / Math.Min(Shingles, other.Shingles);
        return share >= Alike || contained >= Contained && share >= Alike / 2;
    }

    static uint Shingle(ReadOnlySpan<ulong> window, int count)
    {
        var hash = 0UL;
        for (var i = 0; i < Words; i++) hash = Gist.Hash(hash, window[(count + i) % Words]);
        return (uint)(hash >> 32);
    }

    static ulong Hash(ReadOnlySpan<char> word)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in word) hash = (hash ^ char.ToLowerInvariant(c)) * 1099511628211UL;
        return hash;
    }
}

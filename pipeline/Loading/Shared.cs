namespace TechMoves;

/// <summary>Tells the keys that several texts have from those of one alone, which need not be looked at again. Two bits a place: a few keys are taken for shared, none for alone. Any number of threads may add.</summary>
/// <param name="texts">For so many texts it is seldom wrong.</param>
public sealed class Shared(long texts)
{
    /// <summary>So many places a text, for its eight keys.</summary>
    const int Places = 64;

    readonly long[] _bits = new long[BitOperations.RoundUpToPowerOf2((ulong)Math.Clamp(texts, 1, 1 << 24) * Places) / 32];

    public void Add(ReadOnlySpan<uint> keys)
    {
        foreach (var key in keys)
        {
            ref var word = ref Word(key, out var place);
            if ((Interlocked.Or(ref word, 1L << place) >> place & 1) != 0) Interlocked.Or(ref word, 2L << place);
        }
    }

    public bool Has(uint key) => (Word(key, out var place) >> place & 2) != 0;

    // The keys are the least hashes of their texts, so they lie together: they are stirred.
    ref long Word(uint key, out int place)
    {
        var stirred = key * 0x9E3779B97F4A7C15UL >> 24;
        place = (int)(stirred & 31) * 2;
        return ref _bits[stirred >> 5 & (ulong)(_bits.Length - 1)];
    }
}

using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TechMoves;

/// <summary>The weights of the clues by hash: open addressing, half full. A row holds its clue and its weights side by side, so that a clue costs one line of the processor's cache.</summary>
public sealed unsafe class TaggerTable
{
    /// <summary>The bytes of a row: the clue, then a signed byte for each tag from the first, padded so that one vector holds them.</summary>
    const int Row = 32;

    /// <summary>The place of a tag in a row, and of its score in the sums.</summary>
    const int FirstTag = sizeof(uint) - (int)Tag.Noun;

    /// <summary>Bits of the filter to a clue: eight let one absent clue in ten through.</summary>
    const int FilterBits = 8;

    // No array of the collector: one of this size, pinned, would make it look at everything while the tables are read.
    readonly byte* _rows;
    readonly uint _count;
    readonly ulong[] _filter;
    readonly int _filterShift;

    public TaggerTable(TaggerWeights weights)
    {
        _count = (uint)Math.Max(weights.Clues.Length * 2, 1);
        // Aligned, so that no row lies across two lines of the cache.
        _rows = (byte*)NativeMemory.AlignedAlloc(_count * Row, Row);
        NativeMemory.Clear(_rows, _count * Row);
        _filter = new ulong[BitOperations.RoundUpToPowerOf2((uint)Math.Max(weights.Clues.Length * FilterBits / 64, 2))];
        _filterShift = 32 - BitOperations.Log2((uint)_filter.Length);
        for (int i = 0, value = 0; i < weights.Clues.Length; i++)
        {
            var clue = weights.Clues[i];
            _filter[clue >> _filterShift] |= 1ul << (int)clue;
            var row = Place(clue);
            while (*(uint*)row != 0) row = Next(row);
            *(uint*)row = clue;
            for (var left = weights.Counts[i]; left > 0; left--, value += 2) row[FirstTag + weights.Values[value]] = weights.Values[value + 1];
        }
    }

    ~TaggerTable() => NativeMemory.AlignedFree(_rows);

    /// <summary>The tag that the clues speak for most; of equals the first.</summary>
    public Tag Best(ReadOnlySpan<uint> clues)
    {
        Span<uint> known = stackalloc uint[TaggerClues.Padded];
        known = known[..Select(clues, known)];
        // What is far away is asked for all at once.
        if (Sse.IsSupported) foreach (var clue in known) Sse.Prefetch0(Place(clue));
        var low = Vector256<short>.Zero;
        var high = Vector256<short>.Zero;
        foreach (var clue in known)
        {
            var row = Place(clue);
            while (*(uint*)row != clue && *(uint*)row != 0) row = Next(row);
            // An empty row adds nothing; what its clue adds to the first four sums is not read.
            var (first, second) = Vector256.Widen(Vector256.Load((sbyte*)row));
            low += first;
            high += second;
        }
        GC.KeepAlive(this);
        Span<short> scores = stackalloc short[Row];
        low.CopyTo(scores);
        high.CopyTo(scores[Vector256<short>.Count..]);
        var best = Tag.Noun;
        for (var tag = Tag.Name; tag <= Tag.Other; tag++) if (scores[FirstTag + (int)tag] > scores[FirstTag + (int)best]) best = tag;
        return best;
    }

    /// <summary>Copies the clues that may have a row to the front of kept, and returns their number.</summary>
    /// <remarks>Two clues of three have none; without a branch for each the processor fetches many of them at once.</remarks>
    int Select(ReadOnlySpan<uint> clues, Span<uint> kept)
    {
        var count = 0;
        foreach (var clue in clues)
        {
            kept[count] = clue;
            count += (int)(_filter[clue >> _filterShift] >> (int)clue) & 1;
        }
        return count;
    }

    byte* Place(uint clue) => _rows + ((((ulong)clue * _count) >> 32) * Row);

    byte* Next(byte* row) => (row += Row) == _rows + ((ulong)_count * Row) ? _rows : row;
}

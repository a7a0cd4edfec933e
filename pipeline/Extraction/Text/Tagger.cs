using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TechMoves;

/// <summary>Gives each token of a sentence its part of speech: an averaged perceptron, greedy from left to right, after a lexicon of words with one tag only.</summary>
/// <remarks>The answer is the same on every machine: whole numbers only. Immutable, so all threads share one.</remarks>
public sealed class Tagger
{
    /// <summary>The weights of a clue, one per tag, padded so that one vector holds them.</summary>
    const int Row = 32;

    const int LongestOnStack = 250;

    readonly TaggerLexicon _lexicon;
    readonly HashIndex _index;
    readonly sbyte[] _rows;

    public Tagger(TaggerWeights weights)
    {
        _lexicon = weights.Lexicon;
        _index = new(weights.Clues.Length);
        _rows = new sbyte[weights.Clues.Length * Row];
        for (int i = 0, value = 0; i < weights.Clues.Length; i++)
        {
            _index.Add(weights.Clues[i], i * Row);
            for (var left = weights.Counts[i]; left > 0; left--, value += 2) _rows[(i * Row) + weights.Values[value]] = (sbyte)weights.Values[value + 1];
        }
    }

    public static Tagger Read(string path) => new(TaggerWeights.Read(path));

    /// <summary>Writes the tags of the sentence's tokens; never throws on any text.</summary>
    public void Tag(string text, ReadOnlySpan<Token> sentence, Span<Tag> tags)
    {
        if (sentence.Length == 0) return;
        var length = sentence.Length + (2 * TaggerClues.Margin);
        var looks = sentence.Length <= LongestOnStack ? stackalloc Look[length] : new Look[length];
        TaggerClues.Look(text, sentence, _lexicon, looks);
        Span<uint> clues = stackalloc uint[TaggerClues.Count];
        Tag last = TechMoves.Tag.Unknown, beforeLast = TechMoves.Tag.Unknown;
        for (var i = 0; i < sentence.Length; i++)
        {
            var tag = TaggerLexicon.SureTag(looks[i + TaggerClues.Margin].Known);
            if (tag == TechMoves.Tag.Unknown)
            {
                TaggerClues.At(looks, i + TaggerClues.Margin, last, beforeLast, clues);
                tag = Best(clues);
            }
            tags[i] = tag;
            (beforeLast, last) = (last, tag);
        }
    }

    Tag Best(ReadOnlySpan<uint> clues)
    {
        var low = Vector256<short>.Zero;
        var high = Vector256<short>.Zero;
        ref var rows = ref MemoryMarshal.GetArrayDataReference(_rows);
        Span<uint> known = stackalloc uint[TaggerClues.Count];
        foreach (var clue in known[.._index.Select(clues, known)])
        {
            var row = _index.Find(clue);
            if (row < 0) continue;
            var (first, second) = Vector256.Widen(Vector256.LoadUnsafe(ref rows, (nuint)row));
            low += first;
            high += second;
        }
        Span<short> scores = stackalloc short[Row];
        low.CopyTo(scores);
        high.CopyTo(scores[Vector256<short>.Count..]);
        var best = TechMoves.Tag.Noun;
        for (var tag = TechMoves.Tag.Name; tag <= TechMoves.Tag.Other; tag++)
            if (scores[(int)tag] > scores[(int)best]) best = tag;
        return best;
    }
}

namespace TechMoves;

/// <summary>Gives each token of a sentence its part of speech: an averaged perceptron, greedy from left to right, after a lexicon of words with one tag only.</summary>
/// <remarks>The answer is the same on every machine: whole numbers only. Immutable, so all threads share one.</remarks>
public sealed class Tagger
{
    const int LongestOnStack = 250;

    readonly TaggerLexicon _lexicon;
    readonly TaggerTable _table;

    public Tagger(TaggerWeights weights) => (_lexicon, _table) = (weights.Lexicon, new(weights));

    public static Tagger Read(string path) => new(TaggerWeights.Read(path));

    /// <summary>Writes the tags of the sentence's tokens; never throws on any text.</summary>
    public void Tag(string text, ReadOnlySpan<Token> sentence, Span<Tag> tags)
    {
        if (sentence.Length == 0) return;
        var length = sentence.Length + (2 * TaggerClues.Margin);
        var looks = sentence.Length <= LongestOnStack ? stackalloc Look[length] : new Look[length];
        TaggerClues.Look(text, sentence, _lexicon, looks);
        Span<uint> clues = stackalloc uint[TaggerClues.Padded];
        Tag last = TechMoves.Tag.Unknown, beforeLast = TechMoves.Tag.Unknown;
        for (var i = 0; i < sentence.Length; i++)
        {
            var tag = TaggerLexicon.SureTag(looks[i + TaggerClues.Margin].Known);
            if (tag == TechMoves.Tag.Unknown)
            {
                TaggerClues.At(looks, i + TaggerClues.Margin, last, beforeLast, clues);
                tag = _table.Best(clues[..TaggerClues.Count]);
            }
            tags[i] = tag;
            (beforeLast, last) = (last, tag);
        }
    }
}

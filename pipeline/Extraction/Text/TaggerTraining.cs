namespace TechMoves;

/// <summary>Trains a tagger on treebanks, over the project's own tokens; the same files always give the same bytes.</summary>
public static class TaggerTraining
{
    const int Rounds = 10;

    /// <summary>Several perceptrons that saw the sentences in another order, averaged, are 0.2 points better than one.</summary>
    const int Perceptrons = 5;

    /// <summary>Rarer words are not in the lexicon, so that the tagger learns to meet unknown ones.</summary>
    const int RarestKnown = 3;

    public static void Train(IEnumerable<string> conlluFiles, Language language, string output) =>
        Train([.. conlluFiles.SelectMany(Treebank.Read)], language).Write(output);

    public static TaggerWeights Train(IReadOnlyList<TreebankSentence> treebank, Language language)
    {
        var lexicon = LexiconOf(treebank, language);
        var sentences = treebank.Concat(treebank.SelectMany(Headlines.Of)).Select(s => Lesson(s, language, lexicon)).ToArray();
        return Perceptron.Average([.. Enumerable.Range(1, Perceptrons).Select(seed => Learn(sentences, seed))], lexicon);
    }

    static Perceptron Learn((Look[] Looks, Tag[] Tags)[] sentences, int seed)
    {
        var perceptron = new Perceptron();
        // A seeded Random gives the same numbers on every version of .NET.
        var random = new Random(seed);
        for (var round = 0; round < Rounds; round++)
        {
            random.Shuffle(sentences);
            foreach (var (looks, tags) in sentences) Learn(perceptron, looks, tags);
        }
        return perceptron;
    }

    static void Learn(Perceptron perceptron, ReadOnlySpan<Look> looks, ReadOnlySpan<Tag> tags)
    {
        Span<uint> padded = stackalloc uint[TaggerClues.Padded];
        var clues = padded[..TaggerClues.Count];
        Tag last = Tag.Unknown, beforeLast = Tag.Unknown;
        for (var i = 0; i < tags.Length; i++)
        {
            var tag = TaggerLexicon.SureTag(looks[i + TaggerClues.Margin].Known);
            if (tag == Tag.Unknown)
            {
                TaggerClues.At(looks, i + TaggerClues.Margin, last, beforeLast, padded);
                tag = perceptron.Best(clues);
                if (tags[i] != Tag.Unknown) perceptron.Learn(clues, tags[i], tag);
            }
            // Its own choices, not the right ones, are what it will see when it tags.
            (beforeLast, last) = (last, tag);
        }
    }

    static (Look[] Looks, Tag[] Tags) Lesson(TreebankSentence sentence, Language language, TaggerLexicon lexicon)
    {
        var (tokens, tags) = sentence.Project(language);
        var looks = new Look[tokens.Length + (2 * TaggerClues.Margin)];
        TaggerClues.Look(sentence.Text, tokens, lexicon, looks);
        return (looks, tags);
    }

    static TaggerLexicon LexiconOf(IReadOnlyList<TreebankSentence> treebank, Language language)
    {
        var words = new SortedDictionary<uint, int[]>();
        foreach (var sentence in treebank)
        {
            var (looks, tags) = Lesson(sentence, language, TaggerLexicon.Empty);
            for (var i = 0; i < tags.Length; i++)
            {
                var word = looks[i + TaggerClues.Margin].Word;
                if (!words.TryGetValue(word, out var counts)) words.Add(word, counts = new int[(int)Tag.Other + 1]);
                counts[(int)tags[i]]++;
            }
        }
        var known = words.Where(w => w.Value.Sum() >= RarestKnown).ToArray();
        return new([.. known.Select(w => w.Key)], [.. known.Select(w => TaggerLexicon.TagsOf(w.Value))]);
    }
}

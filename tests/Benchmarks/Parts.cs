using BenchmarkDotNet.Attributes;

namespace TechMoves.Benchmarks;

/// <summary>Each layer alone, over all samples: microseconds and bytes of a pass of the samples, not of an article.</summary>
[InProcess, MemoryDiagnoser, WarmupCount(5), IterationCount(15)]
public class Parts
{
    readonly byte[][] _lines = [.. Corpus.Lines(Given.Samples, Given.Samples.Count)];
    readonly Document[] _documents = [.. Given.Samples.Select(Read)];
    readonly Told[] _told = [.. Given.Samples.Select(s => Extraction.Of(s, Given.Knowledge, Given.Settings.LargestWork))];

    [Benchmark]
    public int Decode() => _lines.Count(line => JsonLines.Read(new("", 1, Format.JsonLine, line, Metadata.None)) is Article);

    [Benchmark]
    public int Fingerprints() => _documents.Sum(d => Article.Fingerprint(d.Text).Length);

    [Benchmark]
    public int Blocks() => _documents.Sum(d => TechMoves.Blocks.Of(d.Article, d.Language).Length);

    [Benchmark]
    public int Tokens() => _documents.Sum(d =>
    {
        var tokens = new List<Token>(d.Text.Length / 4);
        Tokenizer.Read(d.Text, 0, d.Text.Length, d.Language, tokens);
        return tokens.Count;
    });

    /// <summary>Of all sentences; the program tags only those that it parses, and a few more.</summary>
    [Benchmark]
    public int Tags() => _documents.Sum(d =>
    {
        var tags = new Tag[d.Tokens.Length];
        foreach (var sentence in d.Sentences) d.Language.Tagger.Tag(d.Text, d.Tokens.AsSpan(sentence.First..sentence.Last), tags.AsSpan(sentence.First..sentence.Last));
        return tags.Length;
    });

    [Benchmark]
    public int Amounts() => _documents.Sum(d => InBlocks(d, (d, tokens) => TechMoves.Amounts.Find(d.Text, tokens, d.Language).Count));

    [Benchmark]
    public int Percents() => _documents.Sum(d => InBlocks(d, (d, tokens) => TechMoves.Percents.Find(d.Text, tokens, d.Language).Count));

    [Benchmark]
    public int Dates() => _documents.Sum(d => InBlocks(d, (d, tokens) => TechMoves.Dates.Find(d.Text, tokens, d.Article.Published, d.Language).Count));

    [Benchmark]
    public int NamesAndEntities() => _documents.Sum(Named);

    [Benchmark]
    public int Chunks() => _documents.Sum(d =>
    {
        var mentions = new MentionIndex(d);
        return d.Sentences.Where(s => Frames.MayStandIn(d, s)).Sum(s => Chunker.Of(d, s, mentions).Length);
    });

    [Benchmark]
    public int Documents() => _documents.Sum(d => Read(d.Article).Names.Length);

    [Benchmark]
    public int Extracted() => _documents.Sum(d => Extraction.Of(d.Article, Given.Knowledge, Given.Settings.LargestWork).Candidates.Length);

    [Benchmark]
    public int Normalized() => _told.Sum(t => Normalization.Of(t, Given.Knowledge.World, Given.Settings).Sources.Length);

    /// <summary>All mentions of a document whose tokens and tags are there; their number.</summary>
    internal static int Mentions(Document document) => Named(document) + InBlocks(document, (d, tokens) =>
        TechMoves.Amounts.Find(d.Text, tokens, d.Language).Count + TechMoves.Percents.Find(d.Text, tokens, d.Language).Count + TechMoves.Dates.Find(d.Text, tokens, d.Article.Published, d.Language).Count);

    static int Named(Document document)
    {
        var names = new List<NameMention>();
        foreach (var sentence in document.Sentences) Names.Find(document.Text, document.Tokens.AsSpan(sentence.First..sentence.Last), document.Tags, sentence.First, false, document.Language, names);
        return Entities.Of(document.Text, document.Tokens, names, document.Article.Outlet, document.Language).Entities.Length;
    }

    delegate int Finder(Document document, ReadOnlySpan<Token> tokens);

    static int InBlocks(Document document, Finder find)
    {
        var found = 0;
        for (int first = 0, s = 0; s < document.Sentences.Length; s++)
            if (s + 1 == document.Sentences.Length || document.Sentences[s + 1].Block != document.Sentences[s].Block)
            {
                found += find(document, document.Tokens.AsSpan(first..document.Sentences[s].Last));
                first = document.Sentences[s].Last;
            }
        return found;
    }

    static Document Read(Article article) => Document.Of(article, Given.Knowledge.LanguageOf(article.Language) ?? Given.Knowledge.Guess(article.Text)!);
}

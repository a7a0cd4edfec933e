using System.Diagnostics;

namespace TechMoves.Benchmarks;

/// <summary>The table of docs/performance.md: what the speed should be, and what it is here and now.</summary>
/// <remarks>
/// One core is measured by the processor time of the process: what else runs on the machine counts less. Of many short passes over the samples the best
/// counts, for the same reason. Two cores and starts go by the clock, and want a machine that does nothing else.
/// </remarks>
static class Targets
{
    const int Articles = 30, Passes = 100, Rounds = 40, Starts = 7;

    static readonly byte[][] Lines = [.. Corpus.Lines(Given.Samples, Articles)];
    static readonly double Bytes = Lines.Sum(l => (double)l.Length);

    public static void Write(TextWriter output)
    {
        Row("one core, if nothing else is said", $"measured", "target");
        Row("---", $"---", "---");
        var (floor, _) = Best(Tokenize);
        var (whole, allocated) = Best(Make);
        var (read, _) = Best(Read);
        var documents = Lines.Select(Document).ToArray();
        var mentions = BestOf(() => Array.ForEach(documents, d => Parts.Mentions(d)));
        Row("articles of", $"{Bytes / Articles:0} bytes", "about 2,300");
        Row("extract and normalize, one core", $"{Articles / whole:0} articles/s, {Bytes / whole / 1e6:0.0} MB/s", "at least 2,000, 4.6 MB/s");
        Row("decode and tokenise, the floor", $"{Articles / floor:0} articles/s, {Bytes / floor / 1e6:0} MB/s", "");
        Row("times the floor", $"{whole / floor:0.0}", "at most 15");
        Row("allocated per article", $"{allocated / 1000 / Articles:0} kB", "less than 60 kB");
        Row("mentions over ready tokens, one core", $"{Bytes / mentions / 1e6:0.0} MB/s", "at least 8 MB/s");
        Row("decode, tokens, sentences, mentions", $"{Bytes / read / 1e6:0.0} MB/s", "");
        Row("two cores over one", $"{TwoOverOne():0.00}", "at least 1.8");
        foreach (var articles in (int[])[2_000, 8_000]) Row($"peak memory, {articles} articles", $"{Memory(articles) / 1e6:0} MB", "less than 400 MB");
        var (seconds, processor) = Start();
        Row("start to first row, one article", $"{seconds:0.00} s ({processor:0.00} s of processor time)", "less than 0.6 s");

        void Row(string what, FormattableString measured, string target) => output.WriteLine($"| {what} | {measured.ToString(CultureInfo.InvariantCulture)} | {target} |");
    }

    static Reading Decode(byte[] line) => JsonLines.Read(new("", 1, Format.JsonLine, line, Metadata.None));

    static void Make(byte[] line) => Normalization.Of(Extraction.Of(Decode(line), Given.Knowledge, Given.Settings.LargestWork), Given.Knowledge.World, Given.Settings);

    static Document Document(byte[] line) => Decode(line) is Article article && (article.Language is null ? Given.Knowledge.Guess(article.Text) : Given.Knowledge.LanguageOf(article.Language)) is { } language
        ? TechMoves.Document.Of(article, language) : throw new InvalidOperationException("a sample in no known language");

    static void Read(byte[] line) => Document(line);

    /// <summary>The floor: the text decoded and cut into tokens, and nothing found in it.</summary>
    static void Tokenize(byte[] line)
    {
        if (Decode(line) is Article article && (article.Language is null ? Given.Knowledge.Guess(article.Text) : Given.Knowledge.LanguageOf(article.Language)) is { } language)
            Tokenizer.Read(article.Text, 0, article.Text.Length, language, new List<Token>(article.Text.Length / 4));
    }

    /// <summary>Seconds of processor time of the best pass over the articles, and the bytes that a pass allocates.</summary>
    static (double Seconds, double Allocated) Best(Action<byte[]> step)
    {
        var seconds = BestOf(() => Array.ForEach(Lines, step));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Array.ForEach(Lines, step);
        return (seconds, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    static double BestOf(Action pass)
    {
        for (var i = 0; i < Passes; i++) pass();
        return Enumerable.Range(0, Passes).Min(_ =>
        {
            var before = Environment.CpuUsage.TotalTime;
            pass();
            return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        });
    }

    static double TwoOverOne()
    {
        byte[][] lines = [.. Enumerable.Repeat(Lines, Rounds).SelectMany(l => l)];
        double Seconds(int threads) => Enumerable.Range(0, Starts).Min(_ =>
        {
            var watch = Stopwatch.StartNew();
            var parts = Pipeline.Parallel(lines, Given.Settings with { Threads = threads }, line => Normalization.Of(Extraction.Of(Decode(line), Given.Knowledge, Given.Settings.LargestWork), Given.Knowledge.World, Given.Settings));
            foreach (var part in parts) part.Sources.GetHashCode();
            return watch.Elapsed.TotalSeconds;
        });
        return Seconds(1) / Seconds(2);
    }

    static double Memory(int articles)
    {
        var root = Given.Scratch($"memory-{articles}");
        return Measured.Run(Compiled, root, "normalize", "--threads", "2", "--articles", Corpus.Write(Given.Samples, articles, root)).PeakBytes;
    }

    static (double Seconds, double ProcessorSeconds) Start()
    {
        var root = Given.Scratch("start");
        var file = Corpus.Write(Given.Samples, 1, root);
        var runs = Enumerable.Range(0, Starts).Select(i => Measured.Run(Compiled, Path.Combine(root, $"{i}"), "run", "--articles", file)).ToList();
        return (runs.Min(r => r.Seconds), runs.Min(r => r.ProcessorSeconds));
    }

    /// <summary>The program as make build leaves it, compiled ahead of time.</summary>
    static string Compiled => Path.Combine(Given.Root, "artifacts", "program", "techmoves.dll");
}

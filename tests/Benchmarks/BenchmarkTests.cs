using System.Diagnostics;
using System.Text;

namespace TechMoves.Tests.Benchmarks;

/// <summary>Extract and normalize against the targets of docs/performance.md: a line of its table for each figure.</summary>
/// <remarks>One core is measured by the processor time of the process, the best of several passes: what else runs on the machine counts little.</remarks>
[Explicit, Category("Benchmark"), NonParallelizable]
sealed class BenchmarkTests
{
    const int Articles = 1600, Passes = 7;

    static readonly Settings Settings = Samples.Settings("", "", threads: 1);
    static readonly Lazy<TechMoves.Knowledge> Shared = new(() => TechMoves.Knowledge.Read(Settings.Data, Settings.Schemas));

    static TechMoves.Knowledge Knowledge => Shared.Value;

    [Test]
    public void Extracts_and_normalizes()
    {
        var lines = Corpus.Lines(Read(), Articles).ToArray();
        var bytes = lines.Sum(l => (double)l.Length);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var whole = Best(() => { foreach (var line in lines) Make(line); });
        var allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / Passes / Articles;
        var floor = Best(() => { foreach (var line in lines) Tokenize(line); });
        var mentions = Encoding.UTF8.GetString([.. lines.SelectMany(l => l.Append((byte)'\n'))]);
        var layer = Best(() => MentionFilter.Run(new StringReader(mentions), Stream.Null, Knowledge));
        Tell("articles of", $"{bytes / Articles:0} bytes", "about 2,300");
        Tell("extract and normalize, one core", $"{Articles / whole:0} articles/s, {bytes / whole / 1e6:0.0} MB/s", "at least 2,000, 4.6 MB/s");
        Tell("times the floor (decode and tokenise)", $"{whole / floor:0.0} ({bytes / floor / 1e6:0} MB/s)", "at most 15");
        Tell("allocated per article", $"{allocated / 1000.0:0} kB", "less than 60 kB");
        Tell("mentions alone, one core", $"{bytes / layer / 1e6:0.0} MB/s", "8 MB/s");
        Assert.That(whole, Is.GreaterThan(floor));
    }

    [Test]
    public void Uses_two_cores()
    {
        if (Environment.ProcessorCount < 2) Assert.Ignore("needs two cores");
        var lines = Corpus.Lines(Read(), Articles).ToArray();
        double Seconds(int threads) => Enumerable.Range(0, Passes).Min(_ =>
        {
            var watch = Stopwatch.StartNew();
            lines.AsParallel().AsOrdered().WithDegreeOfParallelism(threads).ForAll(Make);
            return watch.Elapsed.TotalSeconds;
        });
        var (one, two) = (Seconds(1), Seconds(2));
        Tell("two cores over one", $"{one / two:0.00} ({Articles / two:0} articles/s)", "at least 1.8");
        Assert.That(two, Is.Positive);
    }

    [Test]
    public void Memory_does_not_grow_with_the_articles([Values(2_000, 8_000)] int articles)
    {
        var root = Repository.Scratch($"bench-{articles}");
        var took = Program(root, "normalize", Corpus.Write(Read(), articles, root));
        Tell($"peak memory, {articles} articles", $"{took.PeakBytes / 1e6:0} MB", "less than 400 MB");
        Assert.That(took.PeakBytes, Is.Positive);
    }

    [Test]
    public void Starts()
    {
        var root = Repository.Scratch("bench-start");
        var file = Corpus.Write(Read(), 1, root);
        var best = Enumerable.Range(0, 5).Select(i => Program(Path.Combine(root, $"{i}"), "run", file)).MinBy(t => t.Seconds)!;
        Tell("start to first row, one article", $"{best.Seconds:0.00} s ({best.ProcessorSeconds:0.00} s of processor time)", "less than 0.6 s");
        Assert.That(best.Seconds, Is.Positive);
    }

    static Loading.Measured Program(string root, string verb, string articles) => Loading.Measured.Run(root, verb, "--articles", articles);

    static List<Article> Read() => [.. Inbox.Read(Path.Combine(Repository.Data, "articles"), Settings.Bounds, Knowledge).OfType<Article>()];

    static void Make(byte[] line) => Normalization.Of(TechMoves.Extraction.Of(Decode(line), Knowledge, Settings.LargestWork), Knowledge.World, Settings);

    static Reading Decode(byte[] line) => JsonLines.Read(new("", 1, Format.JsonLine, line, Metadata.None));

    /// <summary>The floor: the text decoded and cut into tokens, and nothing found in it.</summary>
    static void Tokenize(byte[] line)
    {
        if (Decode(line) is not Article article || (article.Language is null ? Knowledge.Guess(article.Text) : Knowledge.LanguageOf(article.Language)) is not { } language) return;
        Tokenizer.Read(article.Text, 0, article.Text.Length, language, new List<Token>(article.Text.Length / 4));
    }

    static double Best(Action pass) => Enumerable.Range(0, Passes).Min(_ =>
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        pass();
        process.Refresh();
        return (process.TotalProcessorTime - before).TotalSeconds;
    });

    static void Tell(string what, FormattableString measured, string target) => TestContext.Out.WriteLine($"| {what} | {measured.ToString(CultureInfo.InvariantCulture)} | {target} |");
}

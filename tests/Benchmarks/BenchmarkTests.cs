using System.Diagnostics;

namespace TechMoves.Tests.Benchmarks;

/// <summary>Articles a second, from text to normalized sources: the annotated articles many times over, one warm-up, best and median of seven. Note results in results.md with the processor and the commit.</summary>
[Explicit, Category("Benchmark")]
sealed class BenchmarkTests
{
    const int Copies = 100, Runs = 7;

    [Test]
    public void Extracts_and_normalizes([Values(1, 0)] int threads)
    {
        var settings = Samples.Settings("", "", threads);
        var knowledge = TechMoves.Knowledge.Read(settings.Data, settings.Schemas);
        var articles = Inbox.Read(Path.Combine(Repository.Tests, "gold", "articles.jsonl"), settings.Bounds, knowledge).OfType<Article>().ToArray();
        articles = [.. Enumerable.Repeat(articles, Copies).SelectMany(a => a)];
        var characters = articles.Sum(a => (long)a.Text.Length);
        var cores = threads > 0 ? threads : Environment.ProcessorCount;
        var times = new List<double>();
        var allocated = 0L;
        for (var run = 0; run <= Runs; run++)
        {
            var before = GC.GetTotalAllocatedBytes();
            var watch = Stopwatch.StartNew();
            var moves = articles.AsParallel().WithDegreeOfParallelism(cores).Sum(a => Normalization.Of(TechMoves.Extraction.Of(a, knowledge), knowledge.World, settings).Sources.Length);
            if (run > 0) times.Add(watch.Elapsed.TotalSeconds);
            allocated = GC.GetTotalAllocatedBytes() - before;
            Assert.That(moves, Is.Positive);
        }
        times.Sort();
        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{cores} threads, {articles.Length} articles of {characters / articles.Length} characters: best {articles.Length / times[0]:0}, median {articles.Length / times[Runs / 2]:0} articles/s ({characters / times[0] / 1e6:0.0} million characters/s), {allocated / articles.Length / 1000} kB allocated per article"));
    }
}

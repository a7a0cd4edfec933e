using System.Diagnostics;
using System.Globalization;
using NUnit.Framework;
using static TechMoves.Tests.Loading.Sample;

namespace TechMoves.Tests.Loading;

[Explicit, Category("Benchmark")]
sealed class Benchmarks
{
    [Test]
    public void Loads_and_publishes([Values(20_000, 200_000)] int articles)
    {
        var parts = Enumerable.Range(0, articles).Select(i => Article($"x{i:000000}", new DateOnly(2015, 1, 1).AddDays(i % 2000).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "en", Told(
            Deal($"Company {i % 5000}", i % 3 == 0 ? null : $"Partner {i % 700}", (MoveType)(i % 15), (Status)(i % 5)).For(1_000_000 + (i % 50 * 1_000_000), "EUR") with { Product = $"product {i % 90}" }))).ToArray();
        var folder = Path.Combine(Repository.Scratch("benchmark"), "out");
        for (var run = 0; run < 3; run++)
        {
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
            var clock = Stopwatch.StartNew();
            var dataset = Load.Of(parts);
            var loaded = clock.Elapsed.TotalSeconds;
            clock.Restart();
            var faults = Contract.Read(Repository.Schemas).Faults(Sheet.All(dataset).Select(s => new Rows(s.Name, s.Columns, s.Rows))).Count();
            var check = clock.Elapsed.TotalSeconds;
            clock.Restart();
            Publish.Write(dataset, folder, Repository.Schemas);
            var published = clock.Elapsed.TotalSeconds;
            clock.Restart();
            Assert.That(Validate.Folder(folder), Is.Empty);
            var rows = dataset.Moves.Length + dataset.Sources.Length + dataset.Articles.Length + dataset.Moves.Length;
            TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{articles} articles, {dataset.Moves.Length} moves, {rows} rows, {faults} faults: load {loaded:0.00} s, check {check:0.00} s, check and publish {published:0.00} s ({rows / published:0} rows/s), validate {clock.Elapsed.TotalSeconds:0.00} s; sources.parquet {new FileInfo(Path.Combine(folder, "sources.parquet")).Length / (double)dataset.Sources.Length:0.0} bytes a row, .csv {new FileInfo(Path.Combine(folder, "sources.csv")).Length / (double)dataset.Sources.Length:0.0}"));
        }
        Assert.That(new FileInfo(Path.Combine(folder, "moves.parquet")).Length, Is.Positive);
    }
}

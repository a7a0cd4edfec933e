using System.Diagnostics;

namespace TechMoves.Tests.Loading;

/// <summary>The load of generated sources, as the program does it: parts on disk in, all tables out, checked and published, in a process of its own.</summary>
[Explicit("it measures and takes minutes: make bench-load")]
sealed class Benchmarks
{
    const int Shards = 16;

    [Test, Category("Benchmark")]
    public void Loads_a_million_sources([Values(300_000, 1_000_000, 2_000_000)] int sources) => Loads(sources);

    [Test, Category("Soak")]
    public void Loads_what_does_not_fit([Values(5_000_000, 20_000_000)] int sources) => Loads(sources);

    static void Loads(int sources)
    {
        var root = Repository.Scratch($"load-{sources}");
        try
        {
            Write(Path.Combine(root, "state"), sources);
            var first = Measured.Run(root);
            // A second night that knows of no first one reads all that was published, hands on its ids and compares.
            File.Delete(Path.Combine(root, "state", "published.json"));
            var second = Measured.Run(root);
            TestContext.Out.WriteLine($"{sources} sources, first load: {first}");
            TestContext.Out.WriteLine($"{sources} sources, load against what is published: {second}");
            using var report = System.Text.Json.JsonDocument.Parse(File.ReadAllBytes(Path.Combine(root, "out", "report.json")));
            TestContext.Out.WriteLine(report.RootElement.GetProperty("rows_out").GetRawText().ReplaceLineEndings(" "));
            Assert.That(report.RootElement.GetProperty("rows_out").GetProperty("sources").GetInt64(), Is.EqualTo(sources));
        }
        finally
        {
            if (Environment.GetEnvironmentVariable("TECHMOVES_KEEP") is null) Directory.Delete(root, recursive: true);
        }
    }

    static void Write(string folder, int sources)
    {
        var state = new State(folder);
        var plan = new Plan(1, "synthetic", true, [.. Enumerable.Repeat(new Share([], []), Shards)]);
        state.Add(plan);
        Parallel.For(0, Shards, shard =>
        {
            var share = (int)((long)sources * (shard + 1) / Shards - (long)sources * shard / Shards);
            PartFile.Write(state.Sources(plan, shard), "", plan.Program, Synthetic.Parts(1, share, shard * (sources / Shards / Synthetic.Together + 1) * Synthetic.Together), SourceParts.Write);
        });
    }
}

/// <summary>What a run of the program took.</summary>
sealed record Measured(double Seconds, double ProcessorSeconds, long PeakBytes)
{
    public static Measured Run(string root, string verb = "load", params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "techmoves.dll"), verb, "--quiet", "--out", Path.Combine(root, "out"), "--threads", "2", .. arguments]);
        start.Environment["TECHMOVES_State"] = Path.Combine(root, "state");
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var (peak, processor) = (0L, 0.0);
        while (!process.WaitForExit(20))
        {
            process.Refresh();
            try
            {
                (peak, processor) = (Math.Max(peak, process.PeakWorkingSet64), process.TotalProcessorTime.TotalSeconds);
            }
            catch (InvalidOperationException)
            {
            }
        }
        Assert.That(process.ExitCode, Is.Zero);
        return new(clock.Elapsed.TotalSeconds, processor, peak);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Seconds:0.0} s, {ProcessorSeconds:0.0} s of processor time, {PeakBytes / 1e6:0} MB at most");
}

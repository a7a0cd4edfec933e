using System.Diagnostics;

namespace TechMoves.Tests.Running;

/// <summary>One inbox, one dataset: by any number of threads, in any number of shards, done in any order, interrupted and resumed. And what is known costs nothing.</summary>
sealed class ManyArticlesTests
{
    /// <summary>Of 64 shards most have no file: each that has one reads all tables anew.</summary>
    [Test]
    public void Give_the_same_bytes_by_threads_and_shards() => Compare(600, files: 10);

    [Test, Explicit, Category("Soak")]
    public void A_hundred_thousand_give_the_same_bytes_by_threads_and_shards() => Compare(100_000, files: 70);

    /// <summary>What a run allocates without new input stands for its work: it must not grow with the articles that are known.</summary>
    [Test]
    public void Are_no_work_once_they_are_known()
    {
        var (few, many) = (Again(30), Again(3_000));
        Assert.That(many, Is.LessThan(few * 1.2));

        static long Again(int articles)
        {
            var trial = new Trial($"known-{articles}");
            Generated.Write(trial.Inbox, articles, files: 5);
            trial.Run();
            trial.Run();
            var before = GC.GetAllocatedBytesForCurrentThread();
            var again = trial.Run();
            Assert.That((again.Night, again.Changed), Is.EqualTo(((Tonight?)null, false)));
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    /// <summary>Once as lines of some files, once each in a file of its own; the figure is that of the whole program, its start included.</summary>
    [TestCase(40), TestCase(100_000), Explicit, Category("Soak")]
    public void A_hundred_thousand_known_ones_take_moments(int files)
    {
        var trial = new Trial($"known-in-{files}");
        Generated.Write(trial.Inbox, 100_000, files);
        trial.Run();
        var before = Trial.Files(trial.Folder);
        var watch = Stopwatch.StartNew();
        using var run = Start(trial, "run");
        run.WaitForExit();
        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"100,000 known articles in {files:N0} files: a run without new input takes {watch.Elapsed.TotalSeconds:0.00} s"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.ExitCode, Is.Zero);
            Assert.That(Trial.Files(trial.Folder), Is.EqualTo(before), "it writes nothing");
        }
    }

    static void Compare(int articles, int files)
    {
        var trial = new Trial($"many-{articles}");
        Generated.Write(trial.Inbox, articles, files);
        var watch = Stopwatch.StartNew();
        var counts = trial.Run(trial.Settings with { Threads = 1 }).Counts;
        Tell($"{counts.ArticlesIn:N0} articles, {counts.Rows("sources"):N0} sources, {counts.Rows("moves"):N0} moves; one thread");
        var expected = trial.Dataset();
        Assert.That((counts.ArticlesIn, counts.ArticlesByOutcome.Values.Sum(), counts.Rows("articles")), Is.EqualTo(((long)articles, (long)articles, (long)articles)));

        Same("8 threads", settings =>
        {
            using var progress = new Progress(quiet: true);
            Pipeline.Run(settings with { Threads = 8 }, progress);
        });
        foreach (var shards in (int[])[1, 7, 64])
            Same($"{shards} shards", settings =>
            {
                Pipeline.Plan(settings, shards);
                int[] order = [.. Enumerable.Range(0, shards)];
                new Random(shards).Shuffle(order);
                Interrupt(trial, settings, $"{order[0]}/{shards}");
                foreach (var shard in order) Normalize(settings, new(shard, shards));
                Pipeline.Load(settings);
            });

        void Same(string how, Action<Settings> make)
        {
            watch.Restart();
            var settings = trial.Settings with { Out = Path.Combine(trial.Folder, "other") };
            make(settings);
            var found = Trial.Files(settings.Out, times: false);
            Tell(how);
            Assert.That(found, Is.EqualTo(expected), how);
            Directory.Delete(settings.Out, recursive: true);
            Directory.Delete(settings.Out + ".state", recursive: true);
        }

        void Tell(string what) => TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {watch.Elapsed.TotalSeconds:0} s"));
    }

    static void Normalize(Settings settings, Shard shard)
    {
        using var progress = new Progress(quiet: true);
        Pipeline.Normalize(settings, shard, progress);
    }

    // A process that makes a shard is killed once it has begun to write.
    static void Interrupt(Trial trial, Settings settings, string shard)
    {
        using var process = Start(trial, "normalize", "--shard", shard, "--out", settings.Out);
        while (!process.HasExited && !Directory.EnumerateFiles(State.Of(settings).Folder, "*.tmp", SearchOption.AllDirectories).Any()) Thread.Sleep(1);
        process.Kill();
        process.WaitForExit();
    }

    static Process Start(Trial trial, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "techmoves.dll"), .. arguments, "--quiet", "--threads", "2", "--articles", trial.Inbox, .. arguments.Contains("--out") ? Array.Empty<string>() : ["--out", trial.Out]]) { WorkingDirectory = Repository.Root };
        return Process.Start(start)!;
    }
}

using System.Diagnostics;

namespace TechMoves.Tests.Running;

/// <summary>Killed at any moment, a run leaves the old dataset or the new one, and the next run ends as if nothing had been.</summary>
sealed class KillTests
{
    [Test]
    public void Survives_a_kill_at_any_moment() => Kill(6, articles: 60);

    [Test, Explicit, Category("Soak")]
    public void Survives_two_hundred_kills() => Kill(200, articles: 400);

    static void Kill(int times, int articles)
    {
        var trial = new Trial($"kill-{times}");
        trial.Write("a.jsonl", [.. Enumerable.Range(0, 20).Select(i => Trial.Article($"a{i}"))]);
        trial.Run();
        var old = trial.Dataset();
        var first = Path.Combine(trial.Folder, "first");
        Copy(trial, first, into: false);
        trial.Write("b.jsonl", [.. Enumerable.Range(0, articles).Select(i => Trial.Article($"b{i}"))]);

        var watch = Stopwatch.StartNew();
        using (var undisturbed = Start(trial)) undisturbed.WaitForExit();
        var took = watch.Elapsed;
        var fresh = trial.Dataset();
        var random = new Random(20210304);
        var (olds, news, late) = (0, 0, 0);
        for (var i = 0; i < times; i++)
        {
            Copy(trial, first, into: true);
            using (var run = Start(trial))
            {
                watch.Restart();
                var isLate = run.WaitForExit(took * random.NextDouble());
                if (!isLate) run.Kill();
                run.WaitForExit();
                // The machine was quicker than when it was timed: this was no kill, another takes its place.
                if (isLate && ++late < times) (took, i) = (watch.Elapsed, i - 1);
                if (isLate) continue;
            }
            Assert.That(Validate.Folder(trial.Out), Is.Empty, $"kill {i}");
            var found = trial.Dataset();
            var isOld = found.OrderBy(f => f.Key, StringComparer.Ordinal).SequenceEqual(old.OrderBy(f => f.Key, StringComparer.Ordinal));
            if (isOld) olds++;
            else news++;
            if (!isOld) Assert.That(found, Is.EqualTo(fresh), $"kill {i}: neither the old nor the new dataset");
            trial.Run();
            Assert.That(trial.Dataset(), Is.EqualTo(fresh), $"the run after kill {i}");
            Assert.That(Directory.EnumerateFileSystemEntries(trial.Folder).Select(Path.GetFileName), Is.EquivalentTo(["first", "in", "out", "out.state"]), $"the run after kill {i} leaves nothing beside");
        }
        TestContext.Out.WriteLine($"{times} kills within runs of about {took.TotalSeconds:0.0} s, {late} more ended before theirs: {olds} left the old dataset, {news} the new one");
        Assert.That(olds + news, Is.EqualTo(times));
    }

    static Process Start(Trial trial) => Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "techmoves.dll"), "run", "--quiet", "--articles", trial.Inbox, "--out", trial.Out]) { WorkingDirectory = Repository.Root })!;

    // The state and the dataset as they were after the first night, times included.
    static void Copy(Trial trial, string first, bool into)
    {
        foreach (var name in (string[])["out", "out.state"])
        {
            var (from, to) = into ? (Path.Combine(first, name), Path.Combine(trial.Folder, name)) : (Path.Combine(trial.Folder, name), Path.Combine(first, name));
            if (Directory.Exists(to)) Directory.Delete(to, recursive: true);
            foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
            {
                var copy = Path.Combine(to, Path.GetRelativePath(from, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
                File.SetLastWriteTimeUtc(copy, File.GetLastWriteTimeUtc(file));
            }
        }
        foreach (var left in Directory.EnumerateDirectories(trial.Folder).Where(d => Path.GetFileName(d) is "out.new" or "out.old")) Directory.Delete(left, recursive: true);
    }
}

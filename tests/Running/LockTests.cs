using System.Diagnostics;
using System.Text;

namespace TechMoves.Tests.Running;

/// <summary>One run at a time; a reader finds a whole dataset at every moment; a full disk leaves the old one.</summary>
sealed class LockTests
{
    [Test]
    public void Refuses_a_second_run_and_takes_no_harm_from_a_lock_left_behind()
    {
        var trial = new Trial("two-runs");
        trial.Write("a.jsonl", Trial.Article("a1"));
        Techmoves second;
        using (RunLock.Take(trial.State)) second = Techmoves.Run("run", "--articles", trial.Inbox, "--out", trial.Out);
        var left = File.Exists(trial.State.At("lock"));
        var third = Techmoves.Run("run", "--articles", trial.Inbox, "--out", trial.Out);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((second.Code, second.Output, second.Errors.TrimEnd()), Is.EqualTo((2, "", $"techmoves: another run is at work on {trial.State.Folder}; wait for its end and run again, or pass another --out")));
            Assert.That((left, third.Code), Is.EqualTo((true, 0)));
        }
    }

    [Test]
    public void Shows_a_whole_dataset_at_every_moment()
    {
        var folder = Path.Combine(Repository.Scratch("swaps"), "out");
        void Build(string at, string content)
        {
            Directory.CreateDirectory(at);
            foreach (var name in (string[])["moves.csv", "sources.csv"]) File.WriteAllText(Path.Combine(at, name), content);
        }
        Build(folder, "0");
        using var end = new CancellationTokenSource();
        var (looks, gaps) = (0, 0);
        var reader = Task.Run(() =>
        {
            while (!end.IsCancellationRequested)
            {
                looks++;
                if (!Directory.Exists(folder)) gaps++;
            }
        });
        for (var i = 1; i <= 300; i++)
        {
            Build(Swap.Fresh(folder), i.ToString(CultureInfo.InvariantCulture));
            Swap.In(folder);
        }
        end.Cancel();
        reader.Wait();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((gaps, File.ReadAllText(Path.Combine(folder, "sources.csv"))), Is.EqualTo((0, "300")));
            Assert.That(looks, Is.Positive);
            Assert.That(Directory.GetFileSystemEntries(Path.GetDirectoryName(folder)!), Is.EqualTo([folder]));
        }
    }

    [TestCase(8), TestCase(40), TestCase(80)]
    public void Ends_with_3_and_the_old_dataset_when_the_disk_is_full(int blocks)
    {
        if (OperatingSystem.IsWindows()) Repository.Missing("ulimit is of Unix");
        var trial = new Trial($"full-{blocks}");
        trial.Write("a.jsonl", Trial.Article("a1"));
        trial.Run();
        var before = trial.Dataset();
        trial.Write("b.jsonl", [.. Enumerable.Range(0, 400).Select(i => Trial.Article($"b{i}"))]);
        var full = UnderLimit(trial, blocks);
        var (code, errors, after) = (full.Code, full.Errors, trial.Dataset());
        trial.Run();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(code, Is.EqualTo(3), errors);
            Assert.That(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1], Does.StartWith("techmoves: ").And.Contain("The published dataset is as it was; free the disk"));
            Assert.That(after, Is.EqualTo(before));
            Assert.That(Directory.EnumerateFiles(trial.Folder, "*.tmp", SearchOption.AllDirectories), Is.Empty);
            Assert.That(trial.Told(), Has.Length.EqualTo(401), "the next run ends the work");
        }
    }

    // A limit of so many kB on the size of a file: writing beyond it fails as on a full disk.
    static Techmoves UnderLimit(Trial trial, int blocks)
    {
        var start = new ProcessStartInfo("bash", ["-c", $"trap '' XFSZ; ulimit -f {blocks}; exec dotnet \"$0\" \"$@\"", Path.Combine(AppContext.BaseDirectory, "techmoves.dll"), "run", "--articles", trial.Inbox, "--out", trial.Out])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
        };
        // The files with which the runtime maps its code, and listens to debuggers, would meet the limit too.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output, errors.Result);
    }
}

using System.Diagnostics;
using System.Text.RegularExpressions;
using CsvHelper;
using TechMoves.Tests.Fetching;

namespace TechMoves.Tests;

/// <summary>The commands that the documents give are run as they stand there, on a copy of the samples. What cannot be, and what is run in its place, stands in tests/cases/commands.csv.</summary>
sealed partial class CommandTests
{
    static readonly string[] Documents = ["README.md", "data/README.md", "pipeline/README.md", "CHANGELOG.md", .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md").Select(f => "docs/" + Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    static IEnumerable<(string Document, string Command)> Given => Documents.SelectMany(d => Commands(File.ReadAllText(Path.Combine(Repository.Root, d))).Select(c => (d, c))).DistinctBy(c => c.Item2);

    [Test]
    public void Do_what_they_are_given_for()
    {
        if (OperatingSystem.IsWindows()) Repository.Missing("make and bash are of Unix");
        using var server = new LoopbackServer();
        var folder = Copy(server);
        var told = new Dictionary<string, string>(StringComparer.Ordinal);
        var table = Table();
        using (Assert.EnterMultipleScope())
            foreach (var (document, command) in Given)
            {
                var run = table.TryGetValue(command, out var row) ? row.Run : command;
                if (run.Length == 0) continue;
                var (code, output) = Run(run, folder);
                Assert.That(code, Is.Zero, $"{document}: {command}\n{output}");
                told[command] = output;
            }
        using (Assert.EnterMultipleScope())
        {
            Assert.That(told["make"], Does.Contain("make report").And.Contain("make nightly"));
            Assert.That(told["make fetch FEEDS=feeds.csv ARTICLES=news"], Does.Contain("1 articles stored in news"));
            Assert.That(told["make -s nightly ARTICLES=/news/inbox OUT=/news/dataset"], Does.Contain("1 articles stored in inbox").And.Contain("nights/dataset: valid"));
            Assert.That(File.ReadAllText(Path.Combine(folder, "nights", "dataset.html")), Does.Contain("Kelstone"), "what a feed named in the evening stands in the page in the morning");
            Assert.That(Samples.Rows(Path.Combine(folder, "nights", "dataset"), "sources").Select(s => s["company"]), Does.Contain("Norvia"));
            Assert.That(Samples.Rows(Path.Combine(folder, "scaled"), "moves"), Has.Count.EqualTo(Samples.Rows(Path.Combine(folder, "folder"), "moves").Count), "shards, or a run");
        }
    }

    [Test]
    public void Are_listed_only_where_a_document_gives_them()
    {
        var given = Given.Select(g => g.Command).ToHashSet(StringComparer.Ordinal);
        var table = Table();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(table.Keys.Where(c => !given.Contains(c)), Is.Empty, "a stale line of tests/cases/commands.csv");
            Assert.That(table.Where(r => r.Value is { Run: "", Why: "" }).Select(r => r.Key), Is.Empty, "without a reason");
            Assert.That(given.Count(c => !table.TryGetValue(c, out var row) || row.Run.Length > 0), Is.GreaterThan(25));
        }
    }

    /// <summary>The commands of a document: lines of their own, those in backticks, and those of its tables of cron and systemd.</summary>
    static IEnumerable<string> Commands(string text) => Unit().Matches(text).Concat(Line().Matches(Fence().Replace(text, ""))).Concat(Inline().Matches(Fence().Replace(text, "")))
        .OrderBy(m => m.Index).Select(m => m.Groups[1].Value.Split(" #")[0].Trim());

    static Dictionary<string, (string Run, string Why)> Table()
    {
        var rows = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        using var reader = CsvReader.FromFile(Path.Combine(Repository.Tests, "cases", "commands.csv"), new CsvReaderOptions { Separator = ',' });
        while (reader.Read()) rows.Add(reader.Current[0].ToString(), (reader.Current[1].ToString(), reader.Current[2].ToString()));
        return rows;
    }

    /// <summary>What a user has after a clone and a build, the folders that documents name, and a feed of one article on the loopback address.</summary>
    static string Copy(LoopbackServer server)
    {
        var folder = Repository.Scratch("commands");
        foreach (var part in (string[])["data", "schemas", "docs", "tests/gold"])
            foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, part), "*", SearchOption.AllDirectories).Where(f => !Path.GetRelativePath(Repository.Root, f).StartsWith(Path.Combine("data", "out"), StringComparison.Ordinal)))
                Put(file, Path.GetRelativePath(Repository.Root, file));
        foreach (var file in (string[])["Makefile", "global.json"]) Put(Path.Combine(Repository.Root, file), file);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Data, "articles"))) Put(file, Path.Combine("path", Path.GetFileName(file)));
        Directory.CreateDirectory(Path.Combine(folder, "artifacts"));
        Directory.CreateSymbolicLink(Path.Combine(folder, "artifacts", "program"), AppContext.BaseDirectory);
        File.WriteAllText(Path.Combine(folder, "feeds.csv"), $"name,url,language\nThe Ledger,{server.Address}/feed,en\n");
        server.On("/feed", $"<rss version=\"2.0\"><channel><title>Feed</title><item><title>Deal</title><link>{server.Address}/deal</link><pubDate>Tue, 12 Mar 2024 10:00:00 +0100</pubDate></item></channel></rss>", headers: "Content-Type: application/rss+xml\r\n");
        server.On("/deal", "<!DOCTYPE html><html lang=\"en\"><head><title>Norvia buys Kelstone</title></head><body><h1>Norvia buys Kelstone</h1><p>The software company Norvia said on Tuesday it had acquired Kelstone Software, a cloud start-up, for $40 million in cash.</p></body></html>");
        return folder;

        void Put(string file, string name)
        {
            var path = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.Copy(file, path);
        }
    }

    // The program is built: make takes its target build as done.
    static (int Code, string Output) Run(string command, string folder)
    {
        var start = new ProcessStartInfo("bash", ["-c", "set -e; techmoves() { dotnet artifacts/program/techmoves.dll \"$@\"; }; make() { command make -o build MAKE=\"make -o build\" \"$@\"; }; exec 2>&1; " + command])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = folder,
        };
        foreach (var (name, value) in new[] { ("TECHMOVES_AllowedNetworks", "127.0.0.1/32"), ("TECHMOVES_FetchPause", "0"), ("MAKEFLAGS", "") }) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }

    [GeneratedRegex(@"^ *```.*?^ *```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^    ((?:[A-Z]\S*=\S+ )*(?:make|techmoves|dotnet|aws|git|kubectl|apt-get)\b[^\n]*)", RegexOptions.Multiline)]
    private static partial Regex Line();

    [GeneratedRegex(@"`((?:[A-Z]\S*=\S+ )*(?:make|techmoves|dotnet|aws|git|kubectl|apt-get|\.ci/run)(?: [^`\n]*)?)`")]
    private static partial Regex Inline();

    [GeneratedRegex(@"^(?:[^`\n]*&& |ExecStart=/usr/bin/)(make [^`\n]*)", RegexOptions.Multiline)]
    private static partial Regex Unit();
}

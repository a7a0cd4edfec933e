using System.Diagnostics;
using System.Text.RegularExpressions;
using CsvHelper;
using DuckDB.NET.Data;
using TechMoves.Tests.Fetching;

namespace TechMoves.Tests;

/// <summary>The commands that the documents give are run as they stand there, on a copy of the samples. What cannot be, and what is run in its place, stands in tests/cases/commands.csv.</summary>
sealed partial class CommandTests
{
    static IEnumerable<(string Document, string Command)> Given => Documents.All.SelectMany(d => Commands(d).Select(c => (d, c))).DistinctBy(c => c.c);

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
            Assert.That(Answer(Documents.Marked("docs/scale.md", "run: sources").Replace("rows.jsonl", Path.Combine(folder, "rows.jsonl"), StringComparison.Ordinal)), Is.EqualTo(OfLines(Path.Combine(folder, "folder"))), "what a filter tells a database, or a run");
        }
    }

    [Test]
    public void Are_listed_only_where_a_document_gives_them()
    {
        var given = Given.Select(g => g.Command).Concat(Documents.All.SelectMany(Documents.Boxes).Select(b => b.Head)).ToHashSet(StringComparer.Ordinal);
        var table = Table();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(table.Keys.Where(c => !given.Contains(c)), Is.Empty, "a stale line of tests/cases/commands.csv");
            Assert.That(table.Where(r => r.Value is { Run: "", Why: "" }).Select(r => r.Key), Is.Empty, "without a reason");
            Assert.That(Given.Count(g => !table.TryGetValue(g.Command, out var row) || row.Run.Length > 0), Is.GreaterThan(25));
        }
    }

    /// <summary>A box is code that a test takes by its mark, a section that `make docs` writes, a table of cron or systemd whose commands are run, or it stands in the table with a reason.</summary>
    [TestCaseSource(typeof(Documents), nameof(Documents.All))]
    public void Stand_in_boxes_that_a_test_runs(string document)
    {
        var tests = string.Concat(Directory.EnumerateFiles(Repository.Tests, "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
        var table = Table();
        Assert.That(Documents.Boxes(document).Where(b => !(b.Mark is { } mark ? tests.Contains($"\"{mark}\"", StringComparison.Ordinal) : Unit().IsMatch(b.Text) || table.ContainsKey(b.Head))).Select(b => b.Head), Is.Empty);
    }

    [Test]
    public void Are_given_to_a_timer_that_systemd_takes()
    {
        var units = UnitFile().Matches(Documents.Boxes("README.md").Single(b => b.Head.Contains("/systemd/", StringComparison.Ordinal)).Text);
        var folder = Repository.Scratch("systemd");
        foreach (Match unit in units) File.WriteAllText(Path.Combine(folder, unit.Groups[1].Value), unit.Groups[2].Value);
        if (Run("command -v systemd-analyze", folder).Code != 0) Repository.Missing("systemd-analyze is missing: apt-get install systemd");
        // What it does not know it tells, and passes over.
        Assert.That(Run("systemd-analyze verify --man=no ./techmoves.service ./techmoves.timer", folder), Is.EqualTo((0, "")));
    }

    /// <summary>The commands of a document: lines of their own, those in backticks, and those of its tables of cron and systemd.</summary>
    static IEnumerable<string> Commands(string document) => Documents.Indented(document).Where(l => !Drawing().IsMatch(l))
        .Concat(Inline().Matches(Documents.Prose(document)).Concat(Documents.Boxes(document).SelectMany(b => Unit().Matches(b.Text))).Select(m => m.Groups[1].Value.Trim()));

    /// <summary>How many sources the JSON Lines of a dataset's input tell.</summary>
    static int OfLines(string dataset)
    {
        var lines = Samples.Rows(dataset, "articles").Where(a => a["path"]!.EndsWith(".jsonl", StringComparison.Ordinal)).Select(a => a["article_id"]).ToHashSet();
        return Samples.Rows(dataset, "sources").Count(s => lines.Contains(s["article_id"]));
    }

    static long Answer(string sql)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
        command.CommandText = "SELECT count(*) FROM sources WHERE company IS NOT NULL AND evidence_end > 0";
        return (long)command.ExecuteScalar()!;
    }

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

    [GeneratedRegex(@"`((?:[A-Z]\S*=\S+ )*(?:make|techmoves|dotnet|aws|git|kubectl|apt-get|\.ci/run)(?: [^`\n]*)?)`")]
    private static partial Regex Inline();

    [GeneratedRegex(@"^(?:[^`\n]*&& |ExecStart=/usr/bin/)(make [^`\n]*)", RegexOptions.Multiline)]
    private static partial Regex Unit();

    [GeneratedRegex(@"^# /etc/systemd/system/(techmoves\.\w+)[^\n]*\n(.*?)(?=^#|\z)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex UnitFile();

    [GeneratedRegex(@"[\u2500-\u25FF]")]
    private static partial Regex Drawing();
}

namespace TechMoves.Tests;

/// <summary>Wrong use ends with exit code 2 and one line on standard error that says what to do; no dataset is touched.</summary>
sealed class CommandLineTests
{
    static readonly string[] Verbs = ["run", "plan", "extract", "normalize", "missing", "load", "filter", "forget", "validate", "report", "explain", "mentions", "evaluate", "train", "train-tagger"];

    [TestCase("'--colour' is no option of run; see 'techmoves run --help'", "run", "--colour")]
    [TestCase("'--colour' is no option; see 'techmoves --help'", "--colour")]
    [TestCase("'gather' is no verb; see 'techmoves --help'", "gather")]
    [TestCase("'--threads'; see 'techmoves run --help'", "run", "--threads")]
    [TestCase("see 'techmoves explain --help'", "explain")]
    [TestCase("/no/such: no such file or folder; pass the articles with --articles or TECHMOVES_Articles", "run", "--articles", "/no/such")]
    [TestCase("/no/such: no such file or folder", "explain", "/no/such")]
    [TestCase("/no/such: no such folder; pass the folder of a dataset", "validate", "/no/such")]
    [TestCase("/no/such: no such file; pass annotated articles as JSON Lines", "evaluate", "/no/such")]
    [TestCase("/no/such: no such file; pass annotated articles as JSON Lines", "train", "/no/such")]
    [TestCase("setting Threshold: '2' must be a number from 0 to 1", "run", "--threshold", "2")]
    [TestCase("setting Threads: 'many' must be a number from 0 to 1024", "run", "--threads", "many")]
    [TestCase("setting Scope: 'world' must be technology or any", "run", "--scope", "world")]
    [TestCase("run 'techmoves plan --shards N' first", "normalize", "--shard", "0/2", "--out", "artifacts/no-such")]
    [TestCase("--shard 2/2: must be I/N, I from 0 to N - 1", "normalize", "--shard", "2/2", "--out", "artifacts/no-such")]
    [TestCase("--shard 2: which one? Pass I/2, or let the engine set", "extract", "--shard", "2", "--out", "artifacts/no-such")]
    [TestCase("--shards: '0' must be a number from 1", "plan", "--shards", "0", "--out", "artifacts/no-such")]
    [TestCase("nothing was normalized yet; run 'techmoves run'", "load", "--out", "artifacts/no-such")]
    [TestCase("artifacts/no-such: no dataset; run 'techmoves run' first, or name its folder with --out", "report", "--out", "artifacts/no-such")]
    [TestCase("--most must be a number from 1 to 1000000", "report", "--most", "0")]
    [TestCase("is not empty and holds no dataset of this program", "run", "--out", "pipeline")]
    public void Says_what_is_wrong_in_one_line(string message, params string[] arguments) => AssertRefused(Techmoves.Run(arguments), message);

    [TestCase("TECHMOVES_Scope", "world", "setting Scope: 'world' must be technology or any (appsettings.json, TECHMOVES_Scope or --scope)")]
    [TestCase("TECHMOVES_Strict", "perhaps", "setting Strict: 'perhaps' must be true or false")]
    [TestCase("TECHMOVES_LargestArticle", "-1", "setting LargestArticle: '-1' must be a number from 1")]
    [TestCase("TECHMOVES_Data", "/no/such", "/no/such/currencies.csv: table not found; restore the data folder or set TECHMOVES_Data")]
    [TestCase("TECHMOVES_Schemas", "/no/such", "schema not found; restore the schemas folder")]
    public void Says_which_setting_of_the_environment_is_wrong(string name, string value, string message) =>
        AssertRefused(Techmoves.Run([(name, value)], "", "run", "--out", Path.Combine(Repository.Scratch("environment"), "out")), message);

    [TestCase("languages/en/months.csv", "jan,13,true", "months.csv:", "month")]
    [TestCase("currencies.csv", "XXX,nothing", "currencies.csv:", "")]
    [TestCase("languages/fr/verbs.csv", "\"open", "verbs.csv", "")]
    public void Names_file_and_line_of_a_broken_table(string table, string line, string place, string column)
    {
        var data = Path.Combine(Repository.Scratch("broken-data"), "data");
        foreach (var file in Directory.EnumerateFiles(Repository.Data, "*", SearchOption.AllDirectories).Where(f => f.EndsWith(".csv", StringComparison.Ordinal) || f.EndsWith(".bin", StringComparison.Ordinal)))
        {
            var copy = Path.Combine(data, Path.GetRelativePath(Repository.Data, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        var broken = Path.Combine(data, table);
        File.AppendAllText(broken, line + "\n");
        if (column.Length > 0) place += File.ReadLines(broken).Count().ToString(CultureInfo.InvariantCulture);
        AssertRefused(Techmoves.Run([("TECHMOVES_Data", data)], "", "mentions"), place, column);
    }

    [TestCase("{ \"Threads\": ", "appsettings.json")]
    [TestCase("{ \"Treshold\": 0.5 }", "'Treshold' is no setting")]
    [TestCase("{ \"Threshold\": \"high\" }", "setting Threshold: 'high' must be a number")]
    public void Names_the_settings_file_that_it_cannot_read(string settings, string message)
    {
        var program = Repository.Scratch("program");
        foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory).Where(f => Path.GetExtension(f) is ".dll" or ".json" && new FileInfo(f).Length < 8 << 20))
            File.Copy(file, Path.Combine(program, Path.GetFileName(file)));
        File.WriteAllText(Path.Combine(program, "appsettings.json"), settings);
        AssertRefused(Techmoves.RunAt(program, [], "", "run"), message);
    }

    [Test]
    public void Names_the_line_of_standard_input_that_it_cannot_read() =>
        AssertRefused(Techmoves.Run([], "{\"id\"\n", "mentions"), "standard input, line 1: not a JSON object");

    [Test]
    public void Lists_its_verbs()
    {
        var help = Techmoves.Run("--help");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(help.Code, Is.Zero);
            foreach (var verb in Verbs) Assert.That(help.Output, Does.Contain($"  {verb} "));
            Assert.That(Techmoves.Run().Output, Is.EqualTo(help.Output));
            Assert.That(Techmoves.Run("--version").Output.Trim(), Is.EqualTo("0.1.0"));
        }
    }

    [TestCaseSource(nameof(Verbs))]
    public void Helps_with_a_verb(string verb)
    {
        var help = Techmoves.Run(verb, "--help");
        Assert.That((help.Code, help.Errors, help.Output.Contains($"techmoves {verb}", StringComparison.Ordinal)), Is.EqualTo((0, "", true)));
    }

    [Test]
    public void Completes_a_verb() => Assert.That(Techmoves.Run("[suggest:3]", "val").Output.Split('\n', StringSplitOptions.TrimEntries), Does.Contain("validate"));

    [Test]
    public void Filters_mentions_line_by_line()
    {
        var told = Techmoves.Run([], """{"id": "a", "language": "en", "published": "2015-06-01", "text": "😀 Intel will pay $16.7 billion on Monday."}""" + "\n\n" + """{"id": "b", "text": ""}""" + "\n", "mentions");
        var lines = told.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((told.Code, told.Errors, lines.Length), Is.EqualTo((0, "", 2)));
            Assert.That(lines[0], Does.Contain("\"start\":17,\"end\":30,\"text\":\"$16.7 billion\",\"amount\":16700000000"));
            Assert.That(lines[1], Is.EqualTo("""{"id":"b","mentions":[]}"""));
        }
    }

    static void AssertRefused(Techmoves told, params string[] parts)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(told.Code, Is.EqualTo(2));
            Assert.That(told.Output, Is.Empty);
            Assert.That(told.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries), Has.Length.EqualTo(1), told.Errors);
            foreach (var part in parts) Assert.That(told.Errors, Does.Contain(part));
        }
    }
}

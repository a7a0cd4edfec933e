using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using DuckDB.NET.Data;

namespace TechMoves.Tests;

/// <summary>The lines that the README gives for notebooks, and the notebooks themselves, are run as they stand there.</summary>
sealed class NotebookTests
{
    static readonly string Validators = Path.Combine(Repository.Tests, "validators");

    [Test]
    public void Load_into_pandas()
    {
        if (!Python("import pandas", out _)) Repository.Missing("pandas is not installed: apt-get install python3-pandas, or pip install pandas (PYTHON names the interpreter).");
        Assert.That(Python(Lines("run: pandas") + "\nprint(len(moves), moves['amount'].sum() > 0, moves['date'].dtype, type(moves['partners'].dropna().iloc[0]).__name__)", out var output), Is.True, output);
        Assert.That(output.Trim(), Is.EqualTo($"{Count} True datetime64[ns] list"));
    }

    [Test]
    public void Load_into_DuckDB()
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        foreach (var statement in Lines("run: duckdb").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            command.CommandText = statement;
            command.ExecuteNonQuery();
        }
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Value("SELECT count(*) FROM moves"), Is.EqualTo(Count.ToString(CultureInfo.InvariantCulture)));
            Assert.That(Value("SELECT typeof(amount) FROM moves LIMIT 1"), Is.EqualTo("DECIMAL(20,2)"));
            Assert.That(Value("SELECT typeof(date) FROM moves LIMIT 1"), Is.EqualTo("DATE"));
        }

        string? Value(string sql)
        {
            command.CommandText = sql;
            return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture);
        }
    }

    [Test]
    public void Load_into_Polars()
    {
        if (Python("import polars", out _))
        {
            Assert.That(Python(Lines("run: polars") + "\nprint(len(moves), moves['amount'].dtype, len(big) > 0)", out var output), Is.True, output);
            Assert.That(output.Trim(), Is.EqualTo($"{Count} Decimal(precision=20, scale=2) True"));
            return;
        }
        if (!Directory.Exists(Path.Combine(Validators, "node_modules")) || !Run("node", ["--version"], out _)) Repository.Missing("Polars is installed neither for Python (pip install polars) nor for Node.js (npm ci in tests/validators).");
        Assert.That(Run("node", [Path.Combine(Validators, "polars.mjs"), Path.Combine(Samples.Folder, "moves.parquet")], out var told), Is.True, told);
        Assert.That(told.Trim(), Is.EqualTo($"{Count} Decimal(20,2) true"));
    }

    [Test]
    public void Answer_in_SQL_what_is_asked_of_the_Parquet_files()
    {
        var answers = Answers(Samples.Folder);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answers, Has.Count.EqualTo(8));
            foreach (var question in new[] { "How many moves a month", "largest amounts", "Who moves with whom", "deserve a look", "in its own words" })
                Assert.That(answers.Single(a => a.Question.Contains(question, StringComparison.Ordinal)).Rows, Is.Not.Empty, question);
            Assert.That(answers.Single(a => a.Question.Contains("largest amounts", StringComparison.Ordinal)).Rows.Count, Is.GreaterThan(10));
        }
    }

    [Test]
    public void Tell_in_SQL_how_long_it_took_from_rumour_to_closing() =>
        Assert.That(Answers(HandMade("sql")).Single(a => a.Question.Contains("from rumour to closing", StringComparison.Ordinal)).Rows, Is.EqualTo(["Norvia, Kelstone, 121"]));

    [TestCase(false, " moves were told as rumour and as done")]
    [TestCase(true, "1 moves were told as rumour and as done; median 121 days")]
    public void Run_from_top_to_bottom_in_Jupyter(bool handMade, string answer)
    {
        if (Jupyter is not { } python)
        {
            Repository.Missing("Jupyter is not installed: apt-get install jupyter-nbconvert python3-ipykernel python3-pandas python3-matplotlib, or pip install nbconvert ipykernel pandas matplotlib (PYTHON names the interpreter).");
            return;
        }
        var dataset = handMade ? HandMade("jupyter") : Samples.Folder;
        var folder = Repository.Scratch($"notebook-{handMade}");
        var file = Path.Combine(Repository.Root, "notebooks", "moves.ipynb");
        Assert.That(Run(python, ["-m", "nbconvert", "--to", "notebook", "--execute", "--output-dir", folder, "--output", "moves.ipynb", file], out var told, ("OUT", dataset)), Is.True, told);
        var cells = Cells(Path.Combine(folder, "moves.ipynb"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(cells.Select((c, i) => (i + 1, Number: c.GetProperty("execution_count").GetInt32())), Has.All.Matches<(int Place, int Number)>(c => c.Place == c.Number));
            Assert.That(cells.Where(c => c.GetProperty("outputs").GetArrayLength() == 0), Is.Empty);
            Assert.That(cells[0].GetRawText(), Does.Contain($"{Samples.Rows(dataset, "moves").Count} moves, {Samples.Rows(dataset, "sources").Count} sources"));
            Assert.That(cells.Select(c => c.GetRawText()), Has.Some.Contains("image/png"));
            Assert.That(cells.Select(c => c.GetRawText()), Has.Some.Contains(answer));
            Assert.That(Cells(file).Where(c => c.GetProperty("outputs").GetArrayLength() > 0), Is.Empty, "outputs are not committed");
        }
    }

    static string? Jupyter => new[] { Environment.GetEnvironmentVariable("PYTHON"), "python3", "/usr/bin/python3" }.OfType<string>()
        .FirstOrDefault(python => Run(python, ["-c", "import nbconvert, ipykernel, pandas, matplotlib"], out _));

    static JsonElement[] Cells(string notebook) =>
        [.. JsonDocument.Parse(File.ReadAllBytes(notebook)).RootElement.GetProperty("cells").EnumerateArray().Where(c => c.GetProperty("cell_type").GetString() == "code")];

    /// <summary>The hand-made parts as a dataset: among them a deal told as rumour and as done.</summary>
    static string HandMade(string name)
    {
        var folder = Path.Combine(Repository.Scratch($"hand-made-{name}"), "out");
        Publish.Write(Load.Of(Loading.Sample.Parts), folder, Repository.Schemas);
        return folder;
    }

    /// <summary>The questions of notebooks/duckdb.sql with their rows.</summary>
    static List<(string Question, List<string> Rows)> Answers(string dataset)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        var answers = new List<(string, List<string>)>();
        foreach (var statement in File.ReadAllText(Path.Combine(Repository.Root, "notebooks", "duckdb.sql")).Replace("data/out", dataset.Replace('\\', '/'), StringComparison.Ordinal).Split(";\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            command.CommandText = statement;
            using var reader = command.ExecuteReader();
            var rows = new List<string>();
            while (reader.Read()) rows.Add(string.Join(", ", Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))));
            if (!statement.Contains("CREATE VIEW", StringComparison.Ordinal)) answers.Add((statement, rows));
        }
        return answers;
    }

    static int Count => Samples.Rows(Samples.Folder, "moves").Count;

    /// <summary>The block of the README that is marked so, on the dataset of the samples.</summary>
    static string Lines(string mark) => Documents.Marked("README.md", mark).Replace("data/out", Samples.Folder.Replace('\\', '/'), StringComparison.Ordinal);

    static bool Python(string lines, out string output) => Run(Environment.GetEnvironmentVariable("PYTHON") is { Length: > 0 } python ? python : "python3", ["-c", lines], out output);

    static bool Run(string program, string[] arguments, out string output, params (string Name, string Value)[] environment)
    {
        try
        {
            var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
            foreach (var (name, value) in environment) start.Environment[name] = value;
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0) output += errors.Result;
            return process.ExitCode == 0;
        }
        catch (Win32Exception e)
        {
            output = e.Message;
            return false;
        }
    }
}

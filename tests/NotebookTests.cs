using System.ComponentModel;
using System.Diagnostics;
using DuckDB.NET.Data;

namespace TechMoves.Tests;

/// <summary>The lines that the README gives for notebooks are run as they stand there, on the dataset of the samples.</summary>
sealed class NotebookTests
{
    static readonly string Validators = Path.Combine(Repository.Tests, "validators");

    [Test]
    public void Load_into_pandas()
    {
        if (!Python("import pandas", out _)) Repository.Missing("pandas is not installed: apt-get install python3-pandas, or pip install pandas (PYTHON names the interpreter).");
        Assert.That(Python(Lines("pandas") + "\nprint(len(moves), moves['amount'].sum() > 0, moves['date'].dtype, type(moves['partners'].dropna().iloc[0]).__name__)", out var output), Is.True, output);
        Assert.That(output.Trim(), Is.EqualTo($"{Count} True datetime64[ns] list"));
    }

    [Test]
    public void Load_into_DuckDB()
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        foreach (var statement in Lines("duckdb").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
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
            Assert.That(Python(Lines("polars") + "\nprint(len(moves), moves['amount'].dtype, len(big) > 0)", out var output), Is.True, output);
            Assert.That(output.Trim(), Is.EqualTo($"{Count} Decimal(precision=20, scale=2) True"));
            return;
        }
        if (!Directory.Exists(Path.Combine(Validators, "node_modules")) || !Run("node", ["--version"], out _)) Repository.Missing("Polars is installed neither for Python (pip install polars) nor for Node.js (npm ci in tests/validators).");
        Assert.That(Run("node", [Path.Combine(Validators, "polars.mjs"), Path.Combine(Samples.Folder, "moves.parquet")], out var told), Is.True, told);
        Assert.That(told.Trim(), Is.EqualTo($"{Count} Decimal(20,2) true"));
    }

    static int Count => Samples.Rows(Samples.Folder, "moves").Count;

    /// <summary>The block of the README that is marked with this name, on the dataset of the samples.</summary>
    static string Lines(string name)
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        var start = readme.IndexOf('\n', readme.IndexOf("```", readme.IndexOf($"<!-- run: {name} -->", StringComparison.Ordinal), StringComparison.Ordinal)) + 1;
        return readme[start..readme.IndexOf("```", start, StringComparison.Ordinal)].Replace("data/out", Samples.Folder.Replace('\\', '/'), StringComparison.Ordinal);
    }

    static bool Python(string lines, out string output) => Run(Environment.GetEnvironmentVariable("PYTHON") is { Length: > 0 } python ? python : "python3", ["-c", lines], out output);

    static bool Run(string program, string[] arguments, out string output)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
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

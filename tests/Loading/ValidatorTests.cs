using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using NUnit.Framework;

namespace TechMoves.Tests.Loading;

/// <summary>Independent validators (ajv for JSON Schema, datapackage and tableschema for Frictionless) say of every row what our own check says.</summary>
sealed class ValidatorTests
{
    static readonly string Folder = Path.Combine(Repository.Tests, "validators");

    [OneTimeSetUp]
    public void Need_node()
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules"))) Repository.Missing("The validators are not installed: run `npm ci` in tests/validators (needs Node.js 20 or later).");
        try
        {
            using var node = Process.Start(new ProcessStartInfo("node", "--version") { RedirectStandardOutput = true })!;
            node.WaitForExit();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Repository.Missing("Node.js is not installed: install version 20 or later, then run `npm ci` in tests/validators.");
        }
    }

    [Test]
    public void Accept_every_row_of_the_sample()
    {
        var sheets = Sheet.All(Sample.Dataset);
        var rows = sheets.SelectMany(s => s.Rows.Select(r => (s.Name, s.Columns, Row: r))).ToArray();
        var answers = Ask(rows);
        Assert.That(answers.SelectMany((a, i) => a.TableSchema.Concat(a.Ajv).Select(f => $"{rows[i].Name} {f}")), Is.Empty);
    }

    [Test]
    public void Refuse_the_rows_that_our_check_refuses()
    {
        var sheets = Sheet.All(Sample.Dataset).ToDictionary(s => s.Name, StringComparer.Ordinal);
        var cases = Spoilt.Rows.Where(s => s.Scope != "check").ToArray();
        var answers = Ask([.. cases.Select(s => (s.Table, sheets[s.Table].Columns, s.Apply(sheets[s.Table].Columns, sheets[s.Table].Rows.First())))]);
        using (Assert.EnterMultipleScope())
            foreach (var (spoilt, answer) in cases.Zip(answers))
            {
                if (spoilt.Scope == "column") Assert.That(answer.TableSchema, Is.Not.Empty, $"tableschema: {spoilt}");
                else Assert.That(answer.TableSchema, Is.Empty, $"tableschema: {spoilt}");
                if (spoilt.Table is "moves" or "sources") Assert.That(answer.Ajv, Is.Not.Empty, $"ajv: {spoilt}");
            }
    }

    [Test]
    public void Accept_the_published_package_with_its_keys_and_references()
    {
        var folder = Path.Combine(Repository.Scratch("package"), "out");
        Publish.Write(Load.Of(Sample.Parts), folder, Repository.Schemas);
        Assert.That(Run("package", folder, "").Deserialize<string[]>(), Is.Empty);
    }

    [Test]
    public void Refuse_a_package_whose_references_lead_nowhere()
    {
        var folder = Path.Combine(Repository.Scratch("spoilt-package"), "out");
        Publish.Write(Load.Of(Sample.Parts), folder, Repository.Schemas);
        var moves = Path.Combine(folder, "moves.csv");
        File.WriteAllText(moves, File.ReadAllText(moves).Replace("m354c699fc289", "m354c699fc280", StringComparison.Ordinal));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Run("package", folder, "").Deserialize<string[]>(), Has.Some.Contains("sources"));
            Assert.That(Validate.Folder(folder), Has.Some.Property(nameof(Fault.Table)).EqualTo("sources"));
        }
    }

    static Answer[] Ask(IEnumerable<(string Table, ImmutableArray<string> Columns, string?[] Cells)> rows)
    {
        var questions = rows.Select(r => new { table = r.Table, cells = r.Cells.Select(c => c ?? ""), @object = Whole(r.Table, r.Columns, r.Cells) });
        return Run("rows", Repository.Schemas, JsonSerializer.Serialize(questions)).Deserialize<Answer[]>(JsonSerializerOptions.Web)!;
    }

    /// <summary>The row as a JSON object; a value that is not of its column's type stays text.</summary>
    static Dictionary<string, object?> Whole(string table, ImmutableArray<string> columns, string?[] cells)
    {
        var schema = TableSchema.Read(Path.Combine(Repository.Schemas, table + ".json"));
        return columns.Select((name, i) => (name, value: cells[i] is not { } cell ? null
            : schema.Columns[i].Separator is { } mark ? cell.Split(mark)
            : schema.Columns[i].Type is "number" or "integer" && decimal.TryParse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number
            : schema.Columns[i].Type == "boolean" && bool.TryParse(cell, out var flag) ? (object)flag
            : cell)).ToDictionary(p => p.name, p => p.value, StringComparer.Ordinal);
    }

    static JsonElement Run(string mode, string path, string input)
    {
        using var node = Process.Start(new ProcessStartInfo("node", [Path.Combine(Folder, "validate.mjs"), mode, path]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Folder })!;
        var errors = node.StandardError.ReadToEndAsync();
        node.StandardInput.Write(input);
        node.StandardInput.Close();
        var output = node.StandardOutput.ReadToEnd();
        node.WaitForExit();
        Assert.That(node.ExitCode, Is.Zero, errors.Result);
        return JsonSerializer.Deserialize<JsonElement>(output);
    }

    sealed record Answer(string[] TableSchema, string[] Ajv);
}

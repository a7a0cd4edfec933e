using System.Text;
using System.Text.Json;

namespace TechMoves.Tests;

/// <summary>What the documents show is what the program does: `make docs` writes these parts anew.</summary>
sealed class DocumentTests
{
    static readonly string[] Shown = ["en-sample-11", "fr-sample-08"];

    static readonly string[] ShownColumns = ["company", "partner", "sector", "amount", "currency", "date", "type", "status", "product"];

    [Test]
    public void Shows_sample_articles_with_their_rows_in_the_readme()
    {
        var articles = Inbox.Read(Path.Combine(Repository.Data, "articles"), Settings.Default.Bounds, Given.Knowledge).OfType<Article>().ToDictionary(a => a.Id);
        var moves = Samples.Rows(Samples.Folder, "moves");
        var text = new StringBuilder("Two of the samples (paragraphs that tell no news are left out), and the first columns of the rows of `moves` that they tell as news:\n");
        foreach (var id in Shown)
        {
            var sources = Samples.Rows(Samples.Folder, "sources").Where(s => s["article_id"] == id && s["background"] == "false").ToArray();
            text.Append(CultureInfo.InvariantCulture, $"\n> {articles[id].Outlet}, {articles[id].Published:yyyy-MM-dd}\n");
            foreach (var line in articles[id].Text.Split('\n').Where(l => sources.Any(s => l.Contains(s["evidence"]!.Split('\n')[0], StringComparison.Ordinal)) || l == articles[id].Text[..articles[id].TitleLength]))
                text.Append(">\n> ").Append(line.Trim()).Append('\n');
            text.Append("\n| ").AppendJoin(" | ", ShownColumns).Append(" |\n|").Insert(text.Length, "---|", ShownColumns.Length).Append('\n');
            foreach (var row in moves.Where(m => sources.Any(s => s["move_id"] == m["move_id"]))) text.Append("| ").AppendJoin(" | ", ShownColumns.Select(c => row[c])).Append(" |\n");
        }
        Golden.IsSection(Path.Combine(Repository.Root, "README.md"), "example", text.ToString());
    }

    [Test]
    public void Describes_every_column_in_the_dictionary()
    {
        var text = new StringBuilder("# Data dictionary\n\nWritten from schemas/ by `make docs`. An empty value is a missing one. Lists are joined by `|` in CSV, lists in Parquet. Offsets count Unicode code points of the article's text, half-open.\n");
        foreach (var table in Contract.Tables)
        {
            using var schema = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Schemas, table + ".json")));
            text.Append(CultureInfo.InvariantCulture, $"\n## {table}\n\n{Field(schema.RootElement, "description")}\n\n| column | type | unit | meaning | allowed values | example |\n|---|---|---|---|---|---|\n");
            foreach (var field in schema.RootElement.GetProperty("fields").EnumerateArray())
                text.Append(CultureInfo.InvariantCulture, $"| `{Field(field, "name")}` | {Field(field, "parquet")}{(IsRequired(field) ? "" : ", may be missing")} | {Field(field, "unit")} | {Escaped(Field(field, "description"))} | {Escaped(Allowed(field))} | {Escaped(Field(field, "example"))} |\n");
        }
        Golden.IsFile(Path.Combine(Repository.Root, "docs", "dictionary.md"), text.ToString());
    }

    [Test]
    public void Tells_the_unit_of_every_number_and_date()
    {
        using (Assert.EnterMultipleScope())
            foreach (var table in Contract.Tables)
            {
                using var schema = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Schemas, table + ".json")));
                foreach (var field in schema.RootElement.GetProperty("fields").EnumerateArray().Where(f => Field(f, "type") is "number" or "integer" or "date"))
                    Assert.That(Field(field, "unit"), Is.Not.Empty, $"{table}.{Field(field, "name")}");
            }
    }

    [Test]
    public void Lists_every_table_of_the_data_folder()
    {
        var text = new StringBuilder("\n## Tables of the world\n\n").Append(Tables(Repository.Data));
        text.Append("\n## Tables of a language, in `languages/CODE/`\n\nBeside them lies `tagger.bin`, the weights of the part-of-speech tagger.\n\n").Append(Tables(Path.Combine(Repository.Data, "languages", "en"))).Append('\n');
        Golden.IsSection(Path.Combine(Repository.Data, "README.md"), "tables", text.ToString());
    }

    [TestCaseSource(nameof(SettingNames))]
    public void Tells_every_setting_and_its_default_in_the_readme(string setting)
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "appsettings.json")));
        var value = Convert.ToString(typeof(Settings).GetProperty(setting)!.GetValue(Settings.Default), CultureInfo.InvariantCulture)!;
        var readme = File.ReadLines(Path.Combine(Repository.Root, "README.md")).Single(l => l.StartsWith("| ", StringComparison.Ordinal) && l.Split(" | ")[0].Contains($"`{setting}`", StringComparison.Ordinal));
        using (Assert.EnterMultipleScope())
        {
            if (file.RootElement.TryGetProperty(setting, out var written)) Assert.That(written.ToString(), Is.EqualTo(value).IgnoreCase, "appsettings.json");
            if (value.Length > 0 && !readme.Contains("beside the program", StringComparison.Ordinal)) Assert.That(readme, Does.Contain($"`{value}`").IgnoreCase);
        }
    }

    static IEnumerable<string> SettingNames => typeof(Settings).GetProperties().Where(p => p.CanWrite).Select(p => p.Name);

    static string Tables(string folder)
    {
        var text = new StringBuilder("| table | holds | columns |\n|---|---|---|\n");
        foreach (var path in Directory.GetFiles(folder, "*.csv").Order(StringComparer.Ordinal))
        {
            using var schema = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Schemas, "lexicons", Path.GetFileNameWithoutExtension(path) + ".json")));
            text.Append(CultureInfo.InvariantCulture, $"| `{Path.GetFileName(path)}` | {Escaped(Field(schema.RootElement, "title"))} | {string.Join(", ", schema.RootElement.GetProperty("fields").EnumerateArray().Select(f => Field(f, "name")))} |\n");
        }
        return text.ToString();
    }

    static bool IsRequired(JsonElement field) => field.TryGetProperty("constraints", out var constraints) && constraints.TryGetProperty("required", out var required) && required.GetBoolean();

    static string Allowed(JsonElement field)
    {
        if (!field.TryGetProperty("constraints", out var constraints)) return "";
        if (constraints.TryGetProperty("enum", out var terms)) return string.Join(", ", terms.EnumerateArray().Select(t => $"`{t}`"));
        var (least, most) = (Field(constraints, "minimum"), Field(constraints, "maximum"));
        return least.Length > 0 ? $"{least} {(most.Length > 0 ? $"to {most}" : "or more")}" : Field(constraints, "pattern") is { Length: > 0 } pattern ? $"`{pattern}`" : "";
    }

    static string Field(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetRawText() : value.ToString() : "";

    static string Escaped(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}

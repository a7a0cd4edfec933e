using System.Text;
using System.Text.RegularExpressions;

namespace TechMoves.Tests;

/// <summary>The documents that walk a reader through the program, run: how a row comes to be, how to correct one, how to add a language.</summary>
sealed partial class WalkthroughDocumentTests
{
    static readonly string Docs = Path.Combine(Repository.Root, "docs");

    static readonly string Example = Path.Combine(Docs, "example");

    static readonly string Article = Path.Combine(Example, "norvia-kelstone.txt");

    [Test]
    public void Walk_an_article_through_every_layer()
    {
        var told = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        Explain.Write(Article, Settings.Default, Read(Repository.Data), told);
        var lines = told.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var names = Array.FindIndex(lines, l => l.StartsWith("NAME ", StringComparison.Ordinal));
        var candidates = Array.FindLastIndex(lines, l => l.StartsWith("NAME ", StringComparison.Ordinal) || l.StartsWith("AMOUNT ", StringComparison.Ordinal) || l.StartsWith("DATE ", StringComparison.Ordinal)) + 1;
        var folder = Run("walkthrough", Repository.Data, Example);
        var parts = new (string Name, string Text)[]
        {
            ("article", Box("json", File.ReadAllText(Path.ChangeExtension(Article, ".json")).Trim()) + Box("text", File.ReadAllText(Article).Trim())),
            ("blocks", Box("text", lines[..names])),
            ("names", Box("text", lines[names..candidates])),
            ("candidates", Box("text", lines[candidates..])),
            ("source", Row(folder, "sources")),
            ("move", Row(folder, "moves")),
            ("ledger", Row(folder, "articles")),
        };
        using (Assert.EnterMultipleScope())
            foreach (var (name, text) in parts) Golden.IsSection(Path.Combine(Docs, "how-a-row-comes-to-be.md"), name, text);
    }

    [Test]
    public void Show_the_evidence_where_they_say_it_stands()
    {
        var source = Samples.Rows(Run("walkthrough-place", Repository.Data, Example), "sources").Single();
        Assert.That(File.ReadAllText(Path.Combine(Docs, "how-a-row-comes-to-be.md")), Does.Contain($"`text[{source["evidence_start"]}:{source["evidence_end"]}]`"));
    }

    [Test]
    public void Make_one_company_of_two_by_a_line()
    {
        var data = Copied("one-company");
        Assert.That(Partner(), Is.EqualTo("x-kelstone-data"));
        Add(data, "add: companies.csv");
        Assert.That(Partner(), Is.EqualTo("kelstone-data"));

        string? Partner() => Samples.Rows(Run("one-company-run", data, Example), "moves").Single()["partner_id"];
    }

    [Test]
    public void Teach_a_verb_by_two_lines()
    {
        var (data, articles) = (Copied("verb"), Repository.Scratch("verb-articles"));
        File.WriteAllText(Path.Combine(articles, "a.txt"), File.ReadAllText(Article).Replace("buys", "harpoons", StringComparison.Ordinal).Replace("acquire", "harpoon", StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(articles, "a.json"), File.ReadAllText(Path.ChangeExtension(Article, ".json")));
        Assert.That(Samples.Rows(Run("verb-before", data, articles, threshold: 0), "moves"), Is.Empty);
        Add(data, "add: languages/en/verbs.csv");
        Add(data, "add: languages/en/frames.csv");
        var move = Samples.Rows(Run("verb-after", data, articles, threshold: 0), "moves").Single();
        Assert.That((move["company"], move["partner"], move["type"], move["amount"]), Is.EqualTo(("Norvia", "Kelstone Data", "acquisition", "40000000")));
    }

    [Test]
    public void Set_a_value_of_a_single_row()
    {
        var (data, folder) = (Copied("override"), Path.Combine(Repository.Scratch("override-run"), "out"));
        var settings = Samples.Settings(Example, folder) with { Data = data };
        Pipeline.Run(settings, new(quiet: true));
        var before = Samples.Rows(folder, "moves").Single();
        File.AppendAllText(Path.Combine(data, "overrides.csv"), MoveIdOf().Replace(Documents.Marked("docs/correct-a-row.md", "add: overrides.csv"), before["move_id"]!) + "\n");
        Pipeline.Run(settings, new(quiet: true));
        var change = Samples.Rows(folder, "changes").Single();
        Assert.That((before["status"], Samples.Rows(folder, "moves").Single()["status"], change["field"], change["new"]), Is.EqualTo(("announced", "completed", "status", "completed")));
    }

    [Test]
    public void Add_a_language_without_code()
    {
        var (data, articles) = (Copied("language"), Repository.Scratch("language-articles"));
        var words = Documents.Marked("docs/add-a-language.md", "run: copy").Split(' ');
        Assert.That(words[..2], Is.EqualTo(["cp", "-r"]));
        Copy(Path.Combine(data, words[2]["data/".Length..]), Path.Combine(data, words[3]["data/".Length..]));
        File.WriteAllText(Path.Combine(articles, "a.txt"), File.ReadAllText(Article));
        File.WriteAllText(Path.Combine(articles, "a.json"), File.ReadAllText(Path.ChangeExtension(Article, ".json")).Replace("\"en\"", "\"de\"", StringComparison.Ordinal));
        var move = Samples.Rows(Run("language-run", data, articles), "moves").Single();
        Assert.That((move["company"], move["languages"]), Is.EqualTo(("Norvia", "de")));
    }

    [Test]
    public void Name_every_table_that_a_new_language_needs()
    {
        var document = File.ReadAllText(Path.Combine(Docs, "add-a-language.md"));
        Assert.That(Directory.EnumerateFiles(Path.Combine(Repository.Data, "languages", "en"), "*.csv").Select(f => Path.GetFileName(f)!).Where(f => !document.Contains($"`{f}`", StringComparison.Ordinal)), Is.Empty);
    }

    static string Run(string name, string data, string articles, decimal threshold = 0.3m)
    {
        var folder = Path.Combine(Repository.Scratch(name), "out");
        Pipeline.Run(Samples.Settings(articles, folder) with { Data = data, Threshold = threshold }, new(quiet: true));
        return folder;
    }

    static TechMoves.Knowledge Read(string data) => TechMoves.Knowledge.Read(data, Repository.Schemas);

    static string Box(string kind, params string[] lines) => $"```{kind}\n{string.Join('\n', lines)}\n```\n";

    /// <summary>The first row of a table, one line a filled column.</summary>
    static string Row(string folder, string table)
    {
        var text = new StringBuilder("| column | value |\n|---|---|\n");
        foreach (var (column, value) in Samples.Rows(folder, table)[0])
            if (value is not null) text.Append(CultureInfo.InvariantCulture, $"| `{column}` | {value.Replace("|", "\\|", StringComparison.Ordinal)} |\n");
        return text.ToString();
    }

    /// <summary>Adds the lines that the document gives for a table.</summary>
    static void Add(string data, string mark) => File.AppendAllText(Path.Combine(data, mark["add: ".Length..]), Documents.Marked("docs/correct-a-row.md", mark) + "\n");

    static string Copied(string name)
    {
        var data = Path.Combine(Repository.Scratch(name), "data");
        foreach (var file in Directory.EnumerateFiles(Repository.Data, "*.csv"))
        {
            Directory.CreateDirectory(data);
            File.Copy(file, Path.Combine(data, Path.GetFileName(file)));
        }
        Copy(Path.Combine(Repository.Data, "languages"), Path.Combine(data, "languages"));
        return data;
    }

    static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    [GeneratedRegex("m[0-9a-f]{12}")]
    private static partial Regex MoveIdOf();
}

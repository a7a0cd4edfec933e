using System.Text;

namespace TechMoves.Tests.Knowledge;

sealed class LexiconTests
{
    static readonly string[] Languages = [.. Directory.GetDirectories(Path.Combine(Repository.Data, "languages")).Order(StringComparer.Ordinal)];

    static IEnumerable<string> Paths => Directory.EnumerateFiles(Repository.Data, "*.csv", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(Repository.Data, f).Replace('\\', '/')).Where(f => !f.StartsWith("out", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Paths))]
    public void Keeps_every_line_of_a_table_within_its_schema(string table) => Assert.That(() => Table.Read(Path.Combine(Repository.Data, table), Repository.Schemas), Throws.Nothing);

    [Test]
    public void Has_a_table_for_every_schema_in_the_world_or_in_every_language()
    {
        var schemas = Directory.EnumerateFiles(Path.Combine(Repository.Schemas, "lexicons"), "*.json").Select(f => Path.GetFileNameWithoutExtension(f) + ".csv");
        Assert.That(schemas.Where(s => !File.Exists(Path.Combine(Repository.Data, s)) && !Languages.All(l => File.Exists(Path.Combine(l, s)))).Order(StringComparer.Ordinal), Is.Empty);
    }

    [Test]
    public void Describes_every_table_by_a_title()
    {
        foreach (var schema in Directory.EnumerateFiles(Path.Combine(Repository.Schemas, "lexicons"), "*.json"))
        {
            using var document = System.Text.Json.JsonDocument.Parse(File.ReadAllBytes(schema));
            Assert.That(document.RootElement.TryGetProperty("title", out _), Is.True, schema);
        }
    }

    [Test]
    public void Names_the_line_that_its_schema_refuses()
    {
        var table = Path.Combine(Repository.Scratch("lexicon"), "months.csv");
        File.WriteAllText(table, "form,month,alone\njanuary,1,always\nsmarch,13,always\n", new UTF8Encoding(false));
        Assert.That(() => Table.Read(table, Repository.Schemas), Throws.TypeOf<ConfigurationException>().With.Message.Contains("months.csv:3: column month"));
    }

    [Test]
    public void Guesses_the_language_of_a_text([ValueSource(nameof(Texts))] (string Text, string Language) told) =>
        Assert.That(Whole.Guess(told.Text)?.Code ?? "", Is.EqualTo(told.Language));

    static readonly TechMoves.Knowledge Whole = TechMoves.Knowledge.Read(Repository.Data, Repository.Schemas);

    static IEnumerable<(string Text, string Language)> Texts => File.ReadLines(Path.Combine(Repository.Tests, "cases", "texts.csv")).Skip(1).Select(l => (l[..l.LastIndexOf(',')].Trim('"'), l[(l.LastIndexOf(',') + 1)..]));
}

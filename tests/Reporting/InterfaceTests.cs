using System.Text.Json;
using System.Text.RegularExpressions;

namespace TechMoves.Tests.Reporting;

/// <summary>What the page says stands in data/languages, whole in every language; its scripts write texts and never markup.</summary>
sealed partial class InterfaceTests
{
    static readonly string Assets = Path.Combine(Repository.Root, "pipeline", "Reporting", "Assets");

    static readonly Dictionary<string, Dictionary<string, string>> Languages = InterfaceTexts.Read(Repository.Data, Repository.Schemas).ToDictionary(t => t.Language, t => t.Texts.ToDictionary(), StringComparer.Ordinal);

    static IEnumerable<string> Codes => Languages.Keys;

    static IEnumerable<string> Scripts => Directory.EnumerateFiles(Assets, "*.js").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Codes))]
    public void Says_the_same_things_in_every_language(string language) => Assert.That(Languages[language].Keys.Order(), Is.EqualTo(Languages["en"].Keys.Order()));

    [TestCaseSource(nameof(Codes))]
    public void Puts_the_same_values_into_its_texts_in_every_language(string language)
    {
        using (Assert.EnterMultipleScope())
            foreach (var (key, text) in Languages[language]) Assert.That(Value().Matches(text).Select(m => m.Value).Order(), Is.EqualTo(Value().Matches(Languages["en"][key]).Select(m => m.Value).Order()), key);
    }

    [Test]
    public void Has_a_word_for_every_column_and_every_term_of_a_closed_list()
    {
        var wanted = Fields("moves").Concat(Fields("sources")).SelectMany(Keys)
            .Concat(Fields("articles").Where(f => f.Name == "outcome").SelectMany(Keys)).Concat(Fields("changes").Where(f => f.Name == "change").SelectMany(Keys));
        Assert.That(wanted.Where(k => k.StartsWith("column.", StringComparison.Ordinal) ? Shown(k) && !Languages["en"].ContainsKey(k) : !Languages["en"].ContainsKey(k)).Distinct(), Is.Empty);
    }

    [Test]
    public void Has_every_text_that_the_page_asks_for()
    {
        var asked = Scripts.Append("page.html").SelectMany(f => Key().Matches(File.ReadAllText(Path.Combine(Assets, f))).Select(m => m.Groups[1].Value + (m.Value.Contains("count(", StringComparison.Ordinal) ? ".other" : "")));
        Assert.That(asked.Where(k => !Languages["en"].ContainsKey(k)).Distinct(), Is.Empty);
    }

    [TestCaseSource(nameof(Scripts))]
    public void Writes_texts_and_no_markup(string script) =>
        Assert.That(Markup().Matches(File.ReadAllText(Path.Combine(Assets, script))).Select(m => m.Value), Is.Empty);

    [Test]
    public void Has_no_word_in_its_template() =>
        Assert.That(Tag().Replace(Head().Replace(File.ReadAllText(Path.Combine(Assets, "page.html")), ""), "").Where(char.IsLetter), Is.Empty);

    static bool Shown(string column) => column is not ("column.article_id" or "column.background" or "column.asserter" or "column.evidence_start" or "column.evidence_end" or "column.spans" or "column.predicate" or "column.outcome" or "column.change");

    static (string Name, string[] Terms)[] Fields(string table)
    {
        using var schema = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Schemas, table + ".json")));
        return [.. schema.RootElement.GetProperty("fields").EnumerateArray().Select(f => (f.GetProperty("name").GetString()!,
            f.TryGetProperty("constraints", out var c) && c.TryGetProperty("enum", out var terms) ? terms.EnumerateArray().Select(t => t.GetString()!).ToArray() : []))];
    }

    static IEnumerable<string> Keys((string Name, string[] Terms) field) => field.Terms.Select(t => $"{field.Name}.{t}").Append("column." + field.Name);

    [GeneratedRegex(@"(?:\bt\(|count\(|data-t(?:-label|-placeholder)?=|button\()['""]([a-z_.]+)['""]")]
    private static partial Regex Key();

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Value();

    [GeneratedRegex(@"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|\bfetch\b|XMLHttpRequest|import\(")]
    private static partial Regex Markup();

    [GeneratedRegex("<head>.*</head>", RegexOptions.Singleline)]
    private static partial Regex Head();

    [GeneratedRegex(@"<[^>]*>|\{\{\w+\}\}")]
    private static partial Regex Tag();
}

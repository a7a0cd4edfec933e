using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace TechMoves.Tests.Reporting;

/// <summary>The page as a file: whole, the same each time, closed to the network, and with nothing of the input that could run.</summary>
sealed partial class ReportTests
{
    const string Hostile = "</script><script>alert(1)</script><!--<script>\u2028&amp;\"'`${1}";

    [Test]
    public void Gives_the_same_bytes_for_the_same_dataset() =>
        Assert.That(File.ReadAllBytes(Page("once", Settings)), Is.EqualTo(File.ReadAllBytes(Page("again", Settings))));

    [Test]
    public void Runs_no_script_but_its_own_and_fetches_nothing()
    {
        var page = File.ReadAllText(Page("policy", Settings));
        var policy = Policy().Match(page).Groups[1].Value;
        var scripts = Script().Matches(page).Where(s => !s.Groups[1].Value.Contains("application/json", StringComparison.Ordinal)).ToArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(policy, Does.StartWith("default-src 'none'; "));
            Assert.That(scripts, Has.Length.EqualTo(1));
            Assert.That(policy, Does.Contain($"script-src '{Hash(scripts[0].Groups[2].Value)}'"));
            Assert.That(policy, Does.Contain($"style-src '{Hash(Style().Match(page).Groups[1].Value)}'"));
            Assert.That(policy, Does.Not.Contain("unsafe").And.Not.Contain("http"));
            Assert.That(Address().Matches(Script().Replace(page, "")).Select(m => m.Value), Is.Empty);
        }
    }

    [Test]
    public void Holds_hostile_texts_as_data()
    {
        var settings = Story.Publish("hostile-file", [new("a1", $"Norvia{Hostile}", $"Kelstone{Hostile}", Hostile, MoveType.Partnership, Status.Announced, new(2020, 1, 1), Outlet: Hostile, Url: "javascript:alert(1)//" + Hostile)]);
        var page = File.ReadAllText(Page("hostile", settings));
        var blocks = Script().Matches(page).Where(s => s.Groups[1].Value.Contains("application/json", StringComparison.Ordinal)).Select(s => s.Groups[2].Value).ToArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(blocks, Has.Length.EqualTo(4));
            Assert.That(Regex.Count(page, "</script"), Is.EqualTo(5));
            Assert.That(page, Does.Not.Contain("<!--"));
            foreach (var block in blocks) Assert.That(() => JsonDocument.Parse(block).Dispose(), Throws.Nothing);
            Assert.That(Strings(JsonDocument.Parse(blocks[1]).RootElement), Has.Some.EqualTo($"Norvia{Hostile}").And.Some.EqualTo(Hostile));
            Assert.That(Strings(JsonDocument.Parse(blocks[3]).RootElement), Has.Some.Contains($"Yesterday Norvia{Hostile} and "));
        }
    }

    [Test]
    public void Says_of_which_articles_it_has_no_text()
    {
        var changed = Path.Combine(Repository.Scratch("changed"), "a.txt");
        File.WriteAllText(changed, "Another text.");
        var settings = Settings with { Articles = changed, State = Repository.Scratch("no-state") };
        var file = Path.Combine(Repository.Scratch("no-texts"), "page.html");
        var written = HtmlReport.Write(settings, file, 20_000, withTexts: true);
        var archived = HtmlReport.Write(Settings with { Articles = changed }, file, 20_000, withTexts: true);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((written.Texts, written.Articles > 0, written.Moves), Is.EqualTo((0, true, written.AllMoves)));
            Assert.That(archived.Texts, Is.EqualTo(archived.Articles), "the archive has them");
        }
    }

    [Test]
    public void Leaves_the_texts_out_if_asked()
    {
        var file = Path.Combine(Repository.Scratch("bare"), "page.html");
        HtmlReport.Write(Settings, file, 20_000, withTexts: false);
        Assert.That(File.ReadAllText(file), Does.Not.Contain("id=\"texts-").And.Contain("id=\"sources-0\""));
    }

    [Test]
    public void Holds_the_latest_moves_where_there_are_more_than_asked_for()
    {
        var stories = Enumerable.Range(0, 9).Select(i => new Story($"a{i}", $"Company {i}", $"Partner {i}", $"thing {i}", MoveType.Partnership, Status.Announced, new(2020, 1 + i, 1))).ToArray();
        var file = Path.Combine(Repository.Scratch("latest"), "page.html");
        var written = HtmlReport.Write(Story.Publish("latest-dataset", stories), file, 2, withTexts: true);
        var page = File.ReadAllText(file);
        Assert.That((written.Moves, written.AllMoves, written.Texts, page.Contains("Company 8", StringComparison.Ordinal), page.Contains("Company 6", StringComparison.Ordinal)), Is.EqualTo((2, 9, 2, true, false)));
    }

    [Test]
    public void Is_written_by_its_verb_beside_the_dataset()
    {
        var folder = Path.Combine(Repository.Scratch("verb"), "out");
        Samples.Run(Path.Combine(Repository.Data, "articles"), folder);
        var told = Techmoves.Run("report", "--out", folder);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((told.Code, told.Errors), Is.EqualTo((0, "")));
            Assert.That(told.Output, Does.EndWith($"in {folder}.html\n"));
            Assert.That(File.Exists(folder + ".html"), Is.True);
            Assert.That(Techmoves.Run("run", "--out", folder).Code, Is.Zero, "a run after it finds nothing strange in its folder");
        }
    }

    static Settings Settings => Samples.Settings(Path.Combine(Repository.Data, "articles"), Samples.Folder);

    static string Page(string name, Settings settings)
    {
        var file = Path.Combine(Repository.Scratch(name), "page.html");
        HtmlReport.Write(settings, file, 20_000, withTexts: true);
        return file;
    }

    static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Strings(p.Value).Append(p.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        JsonValueKind.String => [element.GetString()!],
        _ => [],
    };

    static string Hash(string text) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    [GeneratedRegex("<script( [^>]*)?>(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Script();

    [GeneratedRegex("<style>(.*?)</style>", RegexOptions.Singleline)]
    private static partial Regex Style();

    [GeneratedRegex("Content-Security-Policy\" content=\"([^\"]*)\"")]
    private static partial Regex Policy();

    [GeneratedRegex("(src|href|srcset|action|data)=\"(?!#)|url\\(|@import")]
    private static partial Regex Address();
}

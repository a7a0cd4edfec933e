using System.Text.Json;

namespace TechMoves.Tests;

/// <summary>The same articles give the same bytes, whatever the machine does meanwhile.</summary>
sealed class PipelineTests
{
    static readonly string Articles = Path.Combine(Repository.Data, "articles");

    static readonly string[] Told = ["moves.csv", "sources.csv"];

    [Test]
    public void Finds_moves_in_the_samples_and_keeps_its_contract()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Samples.Rows(Samples.Folder, "moves"), Is.Not.Empty);
            Assert.That(Samples.Rows(Samples.Folder, "articles").Where(a => a["outcome"] == "rejected"), Is.Empty);
            Assert.That(Validate.Folder(Samples.Folder), Is.Empty);
        }
    }

    [Test]
    public void Writes_the_same_bytes_with_any_number_of_threads([Values(1, 2, 8)] int threads)
    {
        var folder = Samples.Run(Articles, Path.Combine(Repository.Scratch($"threads-{threads}"), "out"), threads);
        Assert.That(Publish.Files.Where(f => !AreEqual(Samples.Folder, folder, f)), Is.Empty);
    }

    [Test]
    public void Changes_nothing_when_run_again()
    {
        var folder = Samples.Run(Articles, Path.Combine(Repository.Scratch("again"), "out"));
        var before = Directory.GetLastWriteTimeUtc(folder);
        var summary = Pipeline.Run(Samples.Settings(Articles, folder), new(quiet: true));
        Assert.That((summary.Changed, Directory.GetLastWriteTimeUtc(folder)), Is.EqualTo((false, before)));
    }

    [Test]
    public void Tells_the_same_moves_in_any_order_of_the_articles()
    {
        var root = Repository.Scratch("reversed");
        var input = Path.Combine(root, "in");
        Directory.CreateDirectory(input);
        var texts = Directory.EnumerateFiles(Articles, "*.txt").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal).ToArray();
        for (var i = 0; i < texts.Length; i++)
            foreach (var ending in (string[])[".txt", ".json"])
                if (File.Exists(Path.Combine(Articles, texts[i] + ending))) File.Copy(Path.Combine(Articles, texts[i] + ending), Path.Combine(input, $"{texts.Length - i:000}{ending}"));
        File.WriteAllLines(Path.Combine(input, "000.jsonl"), Directory.EnumerateFiles(Articles, "*.jsonl").Order(StringComparer.Ordinal).SelectMany(f => File.ReadLines(f)).Reverse());
        var folder = Samples.Run(input, Path.Combine(root, "out"));
        Assert.That(Told.Where(f => !AreEqual(Samples.Folder, folder, f)), Is.Empty);
    }

    [Test]
    public void Gives_step_by_step_what_it_gives_at_once()
    {
        var folder = Path.Combine(Repository.Scratch("steps"), "out");
        var settings = Samples.Settings(Articles, folder, threads: 3);
        Pipeline.Extract(settings, null, new(quiet: true));
        Pipeline.Normalize(settings, null, new(quiet: true));
        Pipeline.Load(settings);
        Assert.That(Publish.Files.Where(f => !AreEqual(Samples.Folder, folder, f)), Is.Empty);
    }

    [Test]
    public void Quotes_its_evidence_from_the_article()
    {
        var texts = Inbox.Read(Articles, Settings.Default.Bounds, Given.Knowledge).OfType<Article>().ToDictionary(a => a.Id, a => a.Text.EnumerateRunes().ToArray());
        foreach (var source in Samples.Rows(Samples.Folder, "sources"))
        {
            var (start, end) = (int.Parse(source["evidence_start"]!, CultureInfo.InvariantCulture), int.Parse(source["evidence_end"]!, CultureInfo.InvariantCulture));
            Assert.That(string.Concat(texts[source["article_id"]!][start..end].Select(r => r.ToString())), Is.EqualTo(source["evidence"]));
        }
    }

    [Test]
    public void Sends_rows_below_the_threshold_to_the_issues()
    {
        var dataset = Pipeline.Dataset(Samples.Settings(Articles, "") with { Threshold = 1 }, new(quiet: true));
        Assert.That((dataset.Moves.Length, dataset.Issues.Any(i => i.Rule == "low_confidence")), Is.EqualTo((0, true)));
    }

    [Test]
    public void Finds_moves_of_all_industries_if_told_to()
    {
        var article = new { id = "bread", lang = "en", published = "2015-03-12", title = "Breadmaker Ltd buys Cakeshop Ltd", text = "Breadmaker Ltd, a bakery chain, said on Thursday it had acquired the bakery Cakeshop Ltd." };
        var input = Path.Combine(Repository.Scratch("scope"), "in.jsonl");
        File.WriteAllText(input, JsonSerializer.Serialize(article));
        int Moves(Scope scope) => Pipeline.Dataset(Samples.Settings(input, "") with { Scope = scope, Threshold = 0 }, new(quiet: true)).Moves.Length;
        Assert.That((Moves(Scope.Technology), Moves(Scope.Any) > 0), Is.EqualTo((0, true)));
    }

    static bool AreEqual(string left, string right, string file) => File.ReadAllBytes(Path.Combine(left, file)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(right, file)));
}

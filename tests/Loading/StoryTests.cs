using System.Collections.Immutable;
using CsCheck;

namespace TechMoves.Tests.Loading;

/// <summary>The moves that many articles tell become one row each, and those that are alike stay apart: measured on tests/stories.</summary>
sealed class StoryTests
{
    /// <summary>From the text, every annotated row counted: a row that no step found is missed by all that tells the same move. What holds today; raise it with the engine.</summary>
    const double LeastOfAll = 0.70;

    [Test]
    public void Hold_enough_stories_and_enough_that_is_alike()
    {
        var moves = StoryArticle.All.SelectMany(a => a.Rows.Select(r => (r.Move, a.Id))).GroupBy(r => r.Move, r => r.Id).Select(g => g.Distinct().Count()).ToArray();
        Assert.That((moves.Count(n => n >= 3), moves.Length), Is.GreaterThanOrEqualTo((40, 80)));
    }

    static readonly ImmutableArray<Part> Gold = [.. StoryArticle.All.Select(a => a.Gold(Given.World))];

    [Test]
    public void Give_the_same_bytes_in_200_orders()
    {
        var expected = Written(Gold);
        Gen.Shuffle(Gold.ToArray()).Sample(parts => Written(parts) == expected, iter: 200, threads: 1);
    }

    [Test]
    public void Are_copies_where_they_are_annotated_as_copies()
    {
        var originals = StoryArticle.All.ToDictionary(a => a.Id, a => a.CopyOf);
        var ledger = Load.Of(Gold).Articles;
        Assert.That(ledger.Select(a => (a.ArticleId, a.DuplicateOf)), Is.EquivalentTo(originals.Select(o => (o.Key, o.Value))));
    }

    [Test]
    public void Are_told_apart_on_what_is_annotated()
    {
        var dataset = Load.Of(Gold);
        var found = dataset.Sources.ToDictionary(s => (s.Source.ArticleId, s.Source.TriggerStart), s => s.MoveId);
        var items = StoryArticle.All.SelectMany(a => a.Rows.Select((r, i) => (r.Move, found[(a.Id, i)], Where: $"{a.Id} {a.Published:yyyy-MM-dd} {r.Told}"))).ToArray();
        Check(items, 0.95);
    }

    [Test]
    public void Are_told_apart_from_the_text()
    {
        var root = Repository.Scratch("stories");
        var input = Path.Combine(root, "in.jsonl");
        File.WriteAllLines(input, Directory.GetFiles(StoryArticle.Folder, "*.jsonl").Order(StringComparer.Ordinal).SelectMany(f => File.ReadLines(f)));
        var rows = Samples.Rows(Samples.Run(input, Path.Combine(root, "out")), "sources").ToLookup(r => r["article_id"]!);
        var ignored = NameKey.Ignored(Samples.Settings(input, root));
        var items = new List<(string Expected, string Found, string Where)>();
        var missed = new List<(string Expected, string Where)>();
        foreach (var article in StoryArticle.All)
        {
            var found = rows[article.Id].Select(r => (Row: ToldMove.Of(c => r.GetValueOrDefault(c), ignored), Move: r["move_id"]!)).ToArray();
            foreach (var (told, row) in Alignment.Of([.. article.Rows.Select(r => Expected(r, article, ignored))], [.. found.Select(f => f.Row)]).Pairs)
            {
                if (row is null) missed.Add((told.Origin, $"{article.Id} {article.Title} | {article.Rows.First(r => r.Move == told.Origin).Told}"));
                else items.Add((told.Origin, found.First(f => ReferenceEquals(f.Row, row)).Move, $"{article.Id} {article.Published:yyyy-MM-dd} {string.Join(' ', rows[article.Id].First(r => r["move_id"] == found.First(f => ReferenceEquals(f.Row, row)).Move).Where(c => c.Value is not null && c.Key is not ("article_id" or "evidence_start" or "evidence_end" or "spans" or "confidence" or "date_basis" or "company_country" or "asserter" or "sector")).Select(c => c.Value))}"));
            }
        }
        TestContext.Out.WriteLine($"{items.Count} rows found of {items.Count + missed.Count}; missed:\n{string.Join('\n', missed.Select(m => $"  {m.Where}"))}");
        var all = BCubed.Of([.. items.Select(i => (i.Expected, (string?)i.Found)), .. missed.Select(m => (m.Expected, (string?)null))]);
        TestContext.Out.WriteLine($"with the rows that were missed: {all}");
        Check(items, 0.85);
        Assert.That(all.F1, Is.GreaterThanOrEqualTo(LeastOfAll), "with the rows that were missed");
    }

    static string Written(IEnumerable<Part> parts)
    {
        using var stream = new MemoryStream();
        foreach (var sheet in Sheet.All(Load.Of(parts))) sheet.WriteCsv(stream);
        return Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(stream.ToArray()));
    }

    static ToldMove Expected(StoryRow row, StoryArticle article, IReadOnlySet<string> ignored) => ToldMove.Of(column => column switch
    {
        "partners" => row.Partners.IsEmpty ? null : string.Join(Cell.Separator, row.Partners),
        "amount" => row.Number("amount")?.ToString(CultureInfo.InvariantCulture),
        "background" => row.IsBackground ? "true" : "false",
        "evidence" => article.Title,
        "date_precision" => row.Text("date")?.Length switch { 4 => "year", 7 => "month", _ => "day" },
        "date" => row.Text("date"),
        _ => row.Text(column),
    }, ignored) with
    { Origin = row.Move };

    static void Check(IReadOnlyCollection<(string Expected, string Found, string Where)> items, double least)
    {
        var measure = BCubed.Of([.. items.Select(i => (i.Expected, (string?)i.Found))]);
        TestContext.Out.WriteLine(measure);
        foreach (var move in items.GroupBy(i => i.Expected).Where(g => g.Select(i => i.Found).Distinct().Count() > 1))
            TestContext.Out.WriteLine($"in parts: {move.Key}\n{string.Join('\n', move.OrderBy(i => i.Found, StringComparer.Ordinal).Select(i => $"  {i.Found} {i.Where}"))}");
        foreach (var move in items.GroupBy(i => i.Found).Where(g => g.Select(i => i.Expected).Distinct().Count() > 1))
            TestContext.Out.WriteLine($"thrown together: {move.Key}\n{string.Join('\n', move.OrderBy(i => i.Expected, StringComparer.Ordinal).Select(i => $"  {i.Expected} {i.Where}"))}");
        Assert.That(measure.F1, Is.GreaterThanOrEqualTo(least), measure.ToString());
    }
}

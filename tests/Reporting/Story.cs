using System.Text.Json;
using TechMoves.Tests.Loading;

namespace TechMoves.Tests.Reporting;

/// <summary>A made-up article of a title and one sentence, which tells one move; its names may hold any sign.</summary>
sealed record Story(string Id, string Company, string Partner, string Product, MoveType Type, Status Status, DateOnly Published, decimal? Amount = null, string Outlet = "The Wire", string Url = "https://news.example/")
{
    string Title => $"{Company} tells".ReplaceLineEndings(" ");

    string Sentence => $"Yesterday {Company} and {Partner} told of {Product}.";

    string Text => $"{Title}\n\nBefore it.\n{Sentence}\nAfter it.";

    /// <summary>Publishes the stories as a dataset, their articles beside it; the settings of its report.</summary>
    public static Settings Publish(string name, IReadOnlyCollection<Story> stories)
    {
        var folder = Repository.Scratch(name);
        var articles = Path.Combine(folder, "articles.jsonl");
        File.WriteAllLines(articles, stories.Select(s => JsonSerializer.Serialize(new { id = s.Id, url = s.Url, lang = "en", outlet = s.Outlet, published = $"{s.Published:yyyy-MM-dd}", title = s.Title, text = s.Text[(s.Title.Length + 2)..] })));
        TechMoves.Publish.Write(Load.Of([.. stories.Select((s, i) => s.Part(i + 1))]), Path.Combine(folder, "out"), Repository.Schemas);
        return Samples.Settings(articles, Path.Combine(folder, "out"));
    }

    Part Part(int line)
    {
        var facts = Sample.Deal(Company, Partner, Type, Status) with { Product = Product, Amount = Amount, Currency = Amount is null ? null : "USD", AmountQualifier = Amount is null ? null : Qualifier.Exact, Date = Published, DatePrecision = Precision.Day, DateBasis = DateBasis.Relative };
        var start = Text.IndexOf(Sentence, StringComparison.Ordinal);
        var source = Sample.Told(facts, 0.9m, Points(start), evidence: Sentence) with
        {
            ArticleId = Id,
            Spans = string.Join('|', Span("company", Company), Span("partner", Partner), Span("product", Product)),
        };
        return new(new(Id, "articles.jsonl", line, Url, Outlet, "en", Published, Title, Article.Fingerprint(Text), Outcome.Moves, null, null, 1), [source], []);

        string Span(string name, string value) => Text.IndexOf(value, start, StringComparison.Ordinal) is var at ? $"{name}={Points(at)}:{Points(at + value.Length)}" : "";
    }

    int Points(int offset) => Text[..offset].EnumerateRunes().Count();
}

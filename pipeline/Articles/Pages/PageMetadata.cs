using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace TechMoves;

/// <summary>What the head of a page tells of its article, by the names that page-fields.csv lists, and its JSON-LD.</summary>
public sealed record PageMetadata(string? Title, string? Element, string? Outlet, string? Url, string? Language, ImmutableArray<Timestamp> Published, JsonLd JsonLd)
{
    public static PageMetadata Of(IHtmlDocument document, string? address, PageCues cues)
    {
        var metas = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var meta in document.QuerySelectorAll("meta[content]"))
            foreach (var attribute in (ReadOnlySpan<string>)["property", "name", "itemprop", "http-equiv"])
                if (meta.GetAttribute(attribute) is { Length: > 0 } name && meta.GetAttribute("content") is { Length: > 0 } content && !string.IsNullOrWhiteSpace(content)) metas.TryAdd(name.Trim(), content.Trim());
        var url = Absolute(document.QuerySelector("link[rel=canonical]")?.GetAttribute("href")) ?? Absolute(First("url"));
        var jsonLd = JsonLd.Of(document.QuerySelectorAll("script").Where(s => s.GetAttribute("type")?.Contains("ld+json", StringComparison.OrdinalIgnoreCase) == true).Select(s => s.TextContent), address ?? url, First("title"));
        return new(
            Clean(First("title")), Clean(document.QuerySelector("head > title, title")?.TextContent), Clean(First("outlet")) ?? Clean(jsonLd.Outlet), address ?? url ?? Absolute(jsonLd.Url),
            First("language") ?? document.DocumentElement.GetAttribute("lang") ?? document.DocumentElement.GetAttribute("xml:lang") ?? jsonLd.Language,
            [.. cues.Fields.GetValueOrDefault("published", []).Where(metas.ContainsKey).Select(n => Timestamp.Read(metas[n])).OfType<Timestamp>()],
            jsonLd with { Headline = Clean(jsonLd.Headline), Outlet = Clean(jsonLd.Outlet) });

        string? First(string field) => cues.Fields.GetValueOrDefault(field, []).Select(n => metas.GetValueOrDefault(n)).FirstOrDefault(v => v is not null);
    }

    /// <summary>The day of publication: of JSON-LD, else of meta elements, else of the page's time elements; the zone of the place wins over that of the server where both tell one instant.</summary>
    public DateOnly? Day(PageLayout layout, int title)
    {
        var times = layout.Times.Where(t => t.IsPublication).Concat(layout.Times.Where(t => !t.IsPublication && title >= 0 && t.Block > title - 4 && t.Block <= title + 8)).Concat(layout.Times)
            .Select(t => Timestamp.Read(t.Value)).OfType<Timestamp>();
        var told = new[] { Timestamp.Read(JsonLd.Published) }.OfType<Timestamp>().Concat(Published).ToArray();
        Timestamp[] all = [.. told, .. times];
        if (all is not [var first, ..]) return null;
        return all.FirstOrDefault(t => t.IsLocal && first.Instant is { } instant && t.Instant is { } same && Math.Abs((same - instant).TotalMinutes) < 2, first).Day;
    }

    /// <summary>Text without tags and entities: some pages encode their metadata twice.</summary>
    public static string? Clean(string? text)
    {
        for (var i = 0; i < 2 && text is not null && text.Contains('&', StringComparison.Ordinal); i++) text = System.Net.WebUtility.HtmlDecode(text);
        if (text is null) return null;
        var clean = string.Join(' ', text.Split([' ', '\t', '\r', '\n', '\f'], StringSplitOptions.RemoveEmptyEntries));
        return clean.Length == 0 ? null : clean;
    }

    static string? Absolute(string? url) => Uri.TryCreate(url?.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? url!.Trim() : null;
}

namespace TechMoves;

/// <summary>What the JSON-LD of a page tells of its article (schema.org NewsArticle and its kin); null where it does not.</summary>
public sealed record JsonLd(string? Headline, string? Body, string? Published, string? Url, string? Outlet, string? Language)
{
    public static readonly JsonLd None = new(null, null, null, null, null, null);

    const int Deepest = 12;

    /// <summary>The article among all that the scripts tell: the one of this address or headline, else the first with most fields.</summary>
    public static JsonLd Of(IEnumerable<string> scripts, string? url, string? title)
    {
        var found = new List<JsonLd>();
        foreach (var script in scripts)
        {
            var values = LooseJson.Read(script);
            foreach (var value in values) Collect(value, 0, found);
            if (values.Count == 0) found.Add(Salvage(script));
        }
        return found.OrderByDescending(a => (Same(a.Url, url) ? 4 : 0) + (title is not null && a.Headline is not null && PageTitle.Agree(title, a.Headline) ? 4 : 0)
            + (a.Headline is not null ? 1 : 0) + (a.Published is not null ? 1 : 0) + (a.Body is not null ? 1 : 0)).FirstOrDefault() ?? None;
    }

    static bool Same(string? one, string? other) => one is not null && other is not null && Path(one) == Path(other);

    static string Path(string url) => url.Split('?', '#')[0].TrimEnd('/') is var bare && bare.IndexOf("://", StringComparison.Ordinal) is > 0 and var at ? bare[(at + 3)..] : url;

    static void Collect(JsonElement value, int depth, List<JsonLd> found)
    {
        if (depth > Deepest || found.Count > 200) return;
        if (value.ValueKind == JsonValueKind.Array) foreach (var item in value.EnumerateArray()) Collect(item, depth + 1, found);
        if (value.ValueKind != JsonValueKind.Object) return;
        if (IsArticle(value)) found.Add(Read(value));
        foreach (var property in value.EnumerateObject())
            if (property.Name is "@graph" or "mainEntity" or "mainEntityOfPage" or "itemListElement" or "item" or "hasPart") Collect(property.Value, depth + 1, found);
    }

    static bool IsArticle(JsonElement value) => value.TryGetProperty("@type", out var type) && type.ValueKind switch
    {
        JsonValueKind.String => IsArticle(type.GetString()),
        JsonValueKind.Array => type.EnumerateArray().Any(t => t.ValueKind == JsonValueKind.String && IsArticle(t.GetString())),
        _ => false,
    };

    // NewsArticle, ReportageNewsArticle, TechArticle, BlogPosting, LiveBlogPosting, SocialMediaPosting.
    static bool IsArticle(string? type) => type is "Report" || type is not null && (type.EndsWith("Article", StringComparison.Ordinal) || type.EndsWith("Posting", StringComparison.Ordinal) && type != "JobPosting");

    static JsonLd Read(JsonElement article) => new(
        Text(article, "headline") ?? Text(article, "name"), Text(article, "articleBody") ?? Updates(article), Text(article, "datePublished") ?? Text(article, "dateCreated"),
        Text(article, "url") ?? Text(article, "mainEntityOfPage", "@id", "url"), Text(article, "publisher", "name"), Text(article, "inLanguage", "alternateName", "name"));

    /// <summary>A live blog's text is that of its updates.</summary>
    static string? Updates(JsonElement article) => article.TryGetProperty("liveBlogUpdate", out var updates) && updates.ValueKind == JsonValueKind.Array
        && string.Join("\n\n", updates.EnumerateArray().Where(u => u.ValueKind == JsonValueKind.Object).Take(500).SelectMany(u => new[] { Text(u, "headline"), Text(u, "articleBody") }).OfType<string>()) is { Length: > 0 } text ? text : null;

    /// <summary>A text, or that of a key of the object that stands in its place; of several the first.</summary>
    static string? Text(JsonElement value, string name, params ReadOnlySpan<string> keys)
    {
        if (!value.TryGetProperty(name, out var found)) return null;
        if (found.ValueKind == JsonValueKind.Array) found = found.EnumerateArray().FirstOrDefault();
        if (found.ValueKind == JsonValueKind.Object)
        {
            foreach (var key in keys) if (Text(found, key) is { } inner) return inner;
            return null;
        }
        return found.ValueKind == JsonValueKind.String && Raw(found) is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
    }

    static string? Raw(JsonElement text)
    {
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            return null; // a lone surrogate
        }
    }

    static JsonLd Salvage(string script) => new(
        LooseJson.Find(script, "headline"), LooseJson.Find(script, "articleBody"), LooseJson.Find(script, "datePublished"), LooseJson.Find(script, "url"), null, LooseJson.Find(script, "inLanguage"));
}

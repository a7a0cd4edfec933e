namespace TechMoves;

/// <summary>A feed that fetch reads: the outlet's name, the feed's address, and the language of its articles or null.</summary>
public sealed record FeedSource(string Name, Uri Url, string? Language)
{
    /// <summary>The feeds of a table with the columns name, url, language; it is checked line by line.</summary>
    public static IReadOnlyList<FeedSource> Read(string path, string schemas)
    {
        if (!File.Exists(path)) throw new ConfigurationException($"{path}: no such file; write a table with the columns name,url,language there, or name another with --feeds or TECHMOVES_Feeds");
        return [.. Table.Read(path, TableSchema.Read(Path.Combine(schemas, "feeds.json"))).Select(Of)];
    }

    static FeedSource Of(TableRow row) => Uri.TryCreate(row["url"], UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? new(row["name"], url, row.Optional("language"))
        : throw row.Fault($"'{row["url"]}' is no address of the web");
}

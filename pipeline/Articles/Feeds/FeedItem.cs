using System.Xml;

namespace TechMoves;

/// <summary>An item of a feed as it is written; null where it does not say.</summary>
public sealed record FeedItem(string? Title, string? Link, string? Published, string? Content, string? Summary, string? Language, string? Outlet)
{
    /// <summary>The longest text that is taken of an element.</summary>
    const int Deepest = 256;

    /// <summary>The items of a feed in RSS 0.9 to 2.0 or Atom, up to where its XML breaks.</summary>
    /// <param name="isBroken">Whether it broke.</param>
    public static List<FeedItem> Read(string xml, out bool isBroken)
    {
        var items = new List<FeedItem>();
        var feed = new Dictionary<string, string>(StringComparer.Ordinal);
        Dictionary<string, string>? item = null;
        isBroken = false;
        using var reader = FeedXml.Open(xml);
        try
        {
            reader.MoveToContent();
            var language = reader.GetAttribute("xml:lang");
            while (!reader.EOF)
            {
                if (reader.Depth > Deepest) throw new XmlException("too deep");
                var isItem = reader.LocalName is "item" or "entry";
                if (reader.NodeType == XmlNodeType.Element && isItem && !reader.IsEmptyElement)
                {
                    item = new(StringComparer.Ordinal);
                    if (reader.GetAttribute("xml:lang") is { } own) item["language"] = own;
                }
                else if (reader.NodeType == XmlNodeType.EndElement && isItem && item is not null)
                {
                    items.Add(Of(item, feed, language));
                    item = null;
                }
                else if (reader.NodeType == XmlNodeType.Element && KeyOf(reader, item is not null) is { } key)
                {
                    if (Value(reader, key) is { Length: > 0 } value) (item ?? feed).TryAdd(key, value.Trim());
                    continue; // reading an element moves past it
                }
                reader.Read();
            }
        }
        catch (XmlException)
        {
            isBroken = true;
            // What an item had said before the feed was cut is kept if it is more than a headline.
            if (item is not null && (item.ContainsKey("content") || item.ContainsKey("summary"))) items.Add(Of(item, feed, null));
        }
        return items;
    }

    /// <summary>What an element holds: its name, whatever its namespace, but for those that reuse one for something else.</summary>
    static string? KeyOf(XmlReader reader, bool isItem) => (reader.Prefix, reader.LocalName) switch
    {
        ("media" or "itunes" or "image" or "thr" or "slash" or "wfw" or "georss" or "feedburner", _) => null,
        (_, "title") => "title",
        (_, "link") => reader.GetAttribute("href") is null || reader.GetAttribute("rel") is null or "alternate" ? "link" : null,
        (_, "guid" or "id") => reader.GetAttribute("isPermaLink") == "false" ? null : "id",
        (_, "encoded") or ("" or "atom", "content") => "content",
        (_, "description" or "summary") => "summary",
        (_, "pubDate") or (_, "published") or ("dc", "date") or (_, "issued") => "published",
        (_, "updated" or "modified" or "lastBuildDate") => "updated",
        (_, "language") => "language",
        (_, "image" or "author" or "textInput" or "contributor") => "skip",
        (_, "source") => isItem ? "outlet" : "skip",
        _ => null,
    };

    static string? Value(XmlReader reader, string key)
    {
        var (depth, type, href) = (reader.Depth, reader.GetAttribute("type"), reader.GetAttribute("href"));
        if (reader.IsEmptyElement)
        {
            reader.Read();
            return key == "link" ? href : null;
        }
        var inner = key is "content" or "summary" && type == "xhtml" ? reader.ReadInnerXml() : Text(reader, depth);
        return key == "link" && href is not null ? href : key is "content" or "summary" or "title" && type is "text" or "text/plain" ? System.Net.WebUtility.HtmlEncode(inner) : inner;
    }

    /// <summary>The text of an element; elements within it, which feeds forget to escape, are left in as tags.</summary>
    static string Text(XmlReader reader, int depth)
    {
        var text = new StringBuilder();
        reader.Read();
        while (!reader.EOF && reader.Depth > depth && reader.Depth - depth < Deepest)
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace) text.Append(reader.Value);
            else if (reader.NodeType == XmlNodeType.Element) text.Append('<').Append(reader.LocalName).Append('>');
            else if (reader.NodeType == XmlNodeType.EndElement) text.Append("</").Append(reader.LocalName).Append('>');
            reader.Read();
        }
        if (reader.NodeType == XmlNodeType.EndElement && reader.Depth == depth) reader.Read();
        return text.ToString();
    }

    static FeedItem Of(Dictionary<string, string> item, Dictionary<string, string> feed, string? language) => new(
        item.GetValueOrDefault("title"), LinkOf(item), item.GetValueOrDefault("published") ?? item.GetValueOrDefault("updated"), item.GetValueOrDefault("content"), item.GetValueOrDefault("summary"),
        item.GetValueOrDefault("language") ?? feed.GetValueOrDefault("language") ?? language, item.GetValueOrDefault("outlet") ?? feed.GetValueOrDefault("title"));

    static string? LinkOf(Dictionary<string, string> item) =>
        item.GetValueOrDefault("link") ?? (item.GetValueOrDefault("id") is { } id && id.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? id : null);
}

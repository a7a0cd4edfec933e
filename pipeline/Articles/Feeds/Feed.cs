namespace TechMoves;

/// <summary>Reads RSS and Atom: each item is one article, with the text that the feed carries of it.</summary>
public static class Feed
{
    /// <summary>The readings of a feed; Line is the item's place in it. A feed within an archive has a path of its own: ARCHIVE#RECORD.</summary>
    public static IEnumerable<Reading> Read(Record record, Bounds bounds, Knowledge knowledge)
    {
        var path = record.Line > 0 ? $"{record.Path}#{record.Line}" : record.Path;
        var items = FeedItem.Read(Charsets.Decode(record.Bytes, record.Charset), out var isBroken);
        for (var i = 0; i < items.Count; i++) yield return Read(items[i], path, i + 1, record.Metadata, bounds, knowledge);
        if (isBroken) yield return new Rejected(path, items.Count + 1, "broken_xml");
        else if (items.Count == 0) yield return new Rejected(path, 0, "empty");
    }

    static Reading Read(FeedItem item, string path, int number, Metadata told, Bounds bounds, Knowledge knowledge)
    {
        var declared = knowledge.LanguageOf(told.Language ?? item.Language);
        var title = PageMetadata.Clean(Bare(item.Title));
        var text = Page.TextOf((item.Content?.Length ?? 0) >= (item.Summary?.Length ?? 0) ? item.Content ?? "" : item.Summary!, bounds, knowledge, declared);
        if (text.Length == 0) return new Rejected(path, number, "no_text");
        if (text.Length > bounds.LargestArticle) return new Rejected(path, number, "too_large");
        var language = knowledge.Guess($"{title}\n{text}") ?? declared;
        return Article.Of(path, number, new(
            null, item.Link, language?.Code ?? item.Language?.Split('-', '_')[0].ToLowerInvariant(), told.Outlet ?? PageMetadata.Clean(item.Outlet), Timestamp.Read(item.Published)?.Day, title), text);
    }

    /// <summary>A title without the tags that some feeds write into it.</summary>
    static string? Bare(string? title)
    {
        if (title is null) return null;
        var text = System.Net.WebUtility.HtmlDecode(title);
        var bare = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var close = text[i] == '<' && i + 1 < text.Length && (char.IsAsciiLetter(text[i + 1]) || text[i + 1] == '/') ? text.IndexOf('>', i) : -1;
            if (close > 0) i = close;
            else bare.Append(text[i]);
        }
        return bare.ToString();
    }
}

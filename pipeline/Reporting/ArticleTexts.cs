namespace TechMoves;

/// <summary>Finds the texts of articles by the hash that the dataset has of each: a text that has changed since is not shown as if it were the one that was read.</summary>
static class ArticleTexts
{
    /// <summary>The texts that are to be had, by hash: from the archive of earlier runs, else from the articles where they lie now.</summary>
    public static FrozenDictionary<string, string> Of(FrozenSet<string> hashes, Settings settings)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var article in Archived(settings).Concat(Lying(settings)))
        {
            if (texts.Count == hashes.Count) break;
            if (Article.Fingerprint(article.Text) is var hash && hashes.Contains(hash)) texts.TryAdd(hash, article.Text);
        }
        return texts.ToFrozenDictionary(StringComparer.Ordinal);
    }

    static IEnumerable<Article> Archived(Settings settings)
    {
        var state = State.Of(settings);
        return state.Archive().SelectMany(part => Whole(state.At(part)));
    }

    // A part that cannot be read costs its texts; to mend it is the business of the next run.
    static IEnumerable<Article> Whole(string part) =>
        PartFile.IsWhole(part) ? PartFile.Read(part, JsonRows.Read<Archive.Entry>).Select(e => e.Article).OfType<Article>() : [];

    static IEnumerable<Article> Lying(Settings settings) =>
        File.Exists(settings.Articles) || Directory.Exists(settings.Articles) ? Inbox.Read(settings.Articles, settings.Bounds, Knowledge.Read(settings.Data, settings.Schemas)).OfType<Article>() : [];
}

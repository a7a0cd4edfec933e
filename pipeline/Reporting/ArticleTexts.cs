namespace TechMoves;

/// <summary>Finds the texts of articles by the hash that the dataset has of each: a text that has changed since is not shown as if it were the one that was read.</summary>
static class ArticleTexts
{
    /// <summary>The texts that are still to be had, by hash.</summary>
    public static FrozenDictionary<string, string> Of(FrozenSet<string> hashes, Settings settings)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        if (hashes.Count == 0 || !File.Exists(settings.Articles) && !Directory.Exists(settings.Articles)) return FrozenDictionary<string, string>.Empty;
        foreach (var article in Inbox.Read(settings.Articles, settings.LargestArticle).OfType<Article>())
        {
            if (Article.Fingerprint(article.Text) is var hash && hashes.Contains(hash)) texts.TryAdd(hash, article.Text);
            if (texts.Count == hashes.Count) break;
        }
        return texts.ToFrozenDictionary(StringComparer.Ordinal);
    }
}

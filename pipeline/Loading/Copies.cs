namespace TechMoves;

/// <summary>What is compared to find copies of one text, and several records of one id.</summary>
public sealed record Print(string ArticleId, string Path, int Line, string? TextSha256);

/// <summary>Two names that belong together: an article and its original, a hash and an article.</summary>
public sealed record Pair(string Left, string Right);

/// <summary>Finds the articles that are copies of one text: of all that have it, the smallest id is the original.</summary>
public static class Copies
{
    /// <summary>What is compared of a record; null where nothing of it was read.</summary>
    public static Print? Print(LedgerRow entry) => entry is { Outcome: not Outcome.Rejected, ArticleId: { } id } ? new(id, entry.Path, entry.Line, entry.TextSha256) : null;

    /// <summary>Each copy with its original, in the bucket of the copy's id. Of several records with one id the first counts, by path and line.</summary>
    /// <param name="prints">In the buckets of their ids.</param>
    public static Buckets<Pair> Of(Buckets<Print> prints, Spill spill, int threads)
    {
        var texts = spill.Open(Forms.Pair);
        Each.Of(spill.Buckets, threads, bucket =>
        {
            foreach (var records in prints.Take(bucket).GroupBy(p => p.ArticleId, StringComparer.Ordinal))
                if (records.MinBy(p => (p.Path, p.Line), ByPlace) is { TextSha256: { } text } first) texts.Add(spill.Of(text), new(text, first.ArticleId));
        });
        var copies = spill.Open(Forms.Pair);
        Each.Of(spill.Buckets, threads, bucket =>
        {
            foreach (var articles in texts.Take(bucket).GroupBy(p => p.Left, p => p.Right, StringComparer.Ordinal))
            {
                var original = articles.Min(StringComparer.Ordinal)!;
                foreach (var copy in articles.Where(a => a != original)) copies.Add(spill.Of(copy), new(copy, original));
            }
        });
        return copies;
    }

    /// <summary>The order of records: by path, then line.</summary>
    public static readonly IComparer<(string Path, int Line)> ByPlace =
        Comparer<(string Path, int Line)>.Create((a, b) => string.CompareOrdinal(a.Path, b.Path) is not 0 and var path ? path : a.Line.CompareTo(b.Line));
}

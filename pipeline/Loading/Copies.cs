namespace TechMoves;

/// <summary>What is compared to find copies of one text, and several records of one id.</summary>
public sealed record Print(string ArticleId, string Path, int Line, string? TextSha256, DateOnly? Published, Signature? Signature);

/// <summary>Two names that belong together: an article and its original, a hash and an article.</summary>
public sealed record Pair(string Left, string Right);

/// <summary>A text by one of the keys under which its copies are looked for.</summary>
public sealed record Shelved(uint Key, string ArticleId, DateOnly? Published, Signature Signature);

/// <summary>Finds the articles that are copies of one text: of all that have it, the smallest id is the original; of texts that are nearly the same, the one published first.</summary>
public static class Copies
{
    /// <summary>A wire's text is printed within so many days.</summary>
    const int NearDays = 7;

    /// <summary>So many originals of one key a text is compared with at most: a notice that an outlet puts under all its texts makes no work.</summary>
    const int MostCompared = 32;

    /// <summary>What is compared of a record; null where nothing of it was read.</summary>
    public static Print? Print(Part part) => part.Entry is { Outcome: not Outcome.Rejected, ArticleId: { } id } entry ? new(id, entry.Path, entry.Line, entry.TextSha256, entry.Published, part.Signature) : null;

    /// <summary>Each copy with its original, in the bucket of the copy's id. Of several records with one id the first counts, by path and line.</summary>
    /// <param name="prints">In the buckets of their ids.</param>
    public static Buckets<Pair> Of(Buckets<Print> prints, Spill spill, int threads)
    {
        var (texts, shared) = (spill.Open(Forms.Print), new Shared(prints.Added));
        Each.Of(spill.Buckets, threads, bucket =>
        {
            foreach (var records in prints.Take(bucket).GroupBy(p => p.ArticleId, StringComparer.Ordinal))
                if (records.MinBy(p => (p.Path, p.Line), ByPlace) is { TextSha256: { } text } first)
                {
                    texts.Add(spill.Of(text), first);
                    if (first.Signature is { } signature) shared.Add(signature.BlockKeys());
                }
        });
        var (same, shelves) = (spill.Open(Forms.Pair), spill.Open(Forms.Shelved));
        Each.Of(spill.Buckets, threads, bucket =>
        {
            foreach (var articles in texts.Take(bucket).GroupBy(p => p.TextSha256, StringComparer.Ordinal))
            {
                var original = articles.MinBy(a => a.ArticleId, StringComparer.Ordinal)!;
                foreach (var copy in articles.Where(a => a.ArticleId != original.ArticleId)) same.Add(spill.Of(original.ArticleId), new(copy.ArticleId, original.ArticleId));
                if (original.Signature is not { } signature) continue;
                var published = articles.Min(a => a.Published);
                foreach (var key in signature.BlockKeys())
                    if (shared.Has(key)) shelves.Add((int)(key % (uint)spill.Buckets), new(key, original.ArticleId, published, signature));
            }
        });
        var alike = spill.Open(Forms.Pair);
        Each.Of(spill.Buckets, threads, bucket =>
        {
            foreach (var shelf in shelves.Take(bucket).GroupBy(s => s.Key))
                foreach (var pair in Alike(shelf)) alike.Add(spill.Of(pair.Left), pair);
        });
        var copies = spill.Open(Forms.Pair);
        Each.Of(spill.Buckets, threads, bucket =>
        {
            // Its copies follow an original that turns out to be a copy itself.
            var originals = alike.Take(bucket).GroupBy(p => p.Left, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Select(p => p.Right).Min(StringComparer.Ordinal)!, StringComparer.Ordinal);
            foreach (var (copy, original) in originals) copies.Add(spill.Of(copy), new(copy, original));
            foreach (var pair in same.Take(bucket)) copies.Add(spill.Of(pair.Left), pair with { Right = originals.GetValueOrDefault(pair.Right, pair.Right) });
        });
        return copies;
    }

    /// <summary>The texts of one key that copy an earlier one: each is compared with the latest originals before it.</summary>
    static IEnumerable<Pair> Alike(IEnumerable<Shelved> shelf)
    {
        var originals = new List<Shelved>();
        foreach (var text in shelf.OrderBy(s => s.Published ?? DateOnly.MaxValue).ThenBy(s => s.ArticleId, StringComparer.Ordinal))
        {
            Shelved? found = null;
            for (var i = originals.Count - 1; i >= 0 && i >= originals.Count - MostCompared && found is null; i--)
                if (IsNear(originals[i], text) && originals[i].Signature.IsCopyOf(text.Signature)) found = originals[i];
            if (found is null) originals.Add(text);
            else yield return new(text.ArticleId, found.ArticleId);
        }
    }

    static bool IsNear(Shelved original, Shelved text) => original.Published is not { } first || text.Published is not { } day || day.DayNumber - first.DayNumber <= NearDays;

    /// <summary>The order of records: by path, then line.</summary>
    public static readonly IComparer<(string Path, int Line)> ByPlace =
        Comparer<(string Path, int Line)>.Create((a, b) => string.CompareOrdinal(a.Path, b.Path) is not 0 and var path ? path : a.Line.CompareTo(b.Line));
}

namespace TechMoves;

/// <summary>The ids of moves: m and twelve hexadecimal digits that hang on the oldest article that tells it and on the place there.</summary>
public static class MoveId
{
    /// <summary>The ids of the clusters, in their order.</summary>
    public static ImmutableArray<string> Of(IReadOnlyList<ImmutableArray<Telling>> clusters)
    {
        var ids = new string[clusters.Count];
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (oldest, i) in clusters.Select((c, i) => (c.Min(Telling.Order)!, i)).OrderBy(c => c.Item1, Telling.Order))
            for (var attempt = 0; ids[i] is null; attempt++)
                if (Hash(oldest, attempt) is var id && taken.Add(id)) ids[i] = id;
        return [.. ids];
    }

    // Several moves may hang on one trigger (two bidders, one verb); two hashes may agree by chance.
    static string Hash(Telling oldest, int attempt)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"{oldest.Source.ArticleId}\n{oldest.Source.TriggerStart}{(oldest.Rank > 0 ? $"\n{oldest.Rank}" : "")}{(attempt > 0 ? $"\n\n{attempt}" : "")}");
        return "m" + Article.Fingerprint(key)[..12];
    }
}

namespace TechMoves;

/// <summary>Tonight beside the last ten publications: what is new by outlet and language, what is usual, and what is not as usual.</summary>
/// <param name="Usual">The median of what the last publications added; null where there are too few to say.</param>
public sealed record Tonight(
    long Articles, long Rows, (long Articles, long Rows)? Usual, ImmutableArray<(string Name, long Count)> Outlets, ImmutableArray<(string Name, long Count)> Languages, ImmutableArray<string> Warnings)
{
    const int Nights = 10, Enough = 5, Named = 10;

    public static Tonight Of(IReadOnlyList<Episode> history, Reported now)
    {
        if (history.Count == 0) return new(now.ArticlesIn, RowsOf(now), null, Added(null, now.ArticlesByOutlet), Added(null, now.ArticlesByLanguage), []);
        Reported[] states = [.. history.TakeLast(Nights + 1).Select(e => e.Counts)];
        var nights = states.Zip(states.Skip(1), (before, after) => (Before: before, After: after)).ToArray();
        var last = states[^1];
        (long Articles, long Rows)? usual = nights.Length < Enough ? null : (Median(nights.Select(n => n.After.ArticlesIn - n.Before.ArticlesIn)), Median(nights.Select(n => RowsOf(n.After) - RowsOf(n.Before))));
        var rows = RowsOf(now) - RowsOf(last);
        return new(now.ArticlesIn - last.ArticlesIn, rows, usual, Added(last.ArticlesByOutlet, now.ArticlesByOutlet), Added(last.ArticlesByLanguage, now.ArticlesByLanguage), [.. Unusual()]);

        IEnumerable<string> Unusual()
        {
            if (RowsOf(now) * 2 < RowsOf(last)) yield return $"the dataset has {RowsOf(now)} rows of sources; the one before had {RowsOf(last)}";
            if (usual is { } night && rows * 2 < night.Rows) yield return $"{rows} new rows of sources; {night.Rows} are usual";
            var silent = now.ArticlesByOutlet.Keys.Where(o => Of(now, o) == Of(last, o) && nights.Count(n => Of(n.After, o) > Of(n.Before, o)) >= Math.Max(Enough, (nights.Length + 1) / 2)).Order(StringComparer.Ordinal).ToList();
            if (silent.Count > 0) yield return $"nothing new from {string.Join(", ", silent.Take(Named))}{(silent.Count > Named ? $" and {silent.Count - Named} other outlets" : "")}, unlike in most of the last {nights.Length} runs";
        }
    }

    static long RowsOf(Reported counts) => counts.Rows("sources");

    static long Of(Reported counts, string outlet) => counts.ArticlesByOutlet.GetValueOrDefault(outlet);

    static long Median(IEnumerable<long> values) => values.Order().ToArray() is var sorted && sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;

    static ImmutableArray<(string, long)> Added(Dictionary<string, long>? before, Dictionary<string, long> now) =>
        [.. now.Select(n => (n.Key, Count: n.Value - (before?.GetValueOrDefault(n.Key) ?? 0))).Where(n => n.Count > 0).OrderByDescending(n => n.Count).ThenBy(n => n.Key, StringComparer.Ordinal)];
}

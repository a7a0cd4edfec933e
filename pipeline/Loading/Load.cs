namespace TechMoves;

/// <summary>The third stage: all sources together, the same move told by many articles becoming one row. A pure function of the set of parts: their order does not matter.</summary>
public static class Load
{
    public static Dataset Of(IReadOnlyList<Part> parts)
    {
        var issues = new List<Issue>(parts.SelectMany(p => p.Issues));
        var articles = Ledger.Of(parts);
        var tellings = Telling.Of(articles, issues);
        var homes = Clusters.Of([.. tellings.Select((t, i) => new Gist(i, t.Source, t.Article))]);
        var clusters = tellings.Select((t, i) => (t, Home: homes[i])).GroupBy(t => t.Home, t => t.t).Select(g => g.ToImmutableArray()).ToArray();
        var ids = MoveId.Of(clusters);
        var moves = clusters.Select((cluster, i) => Choice.Move(ids[i], cluster))
            .OrderBy(m => m.Facts.Company, StringComparer.Ordinal).ThenBy(m => m.Facts.Date ?? DateOnly.MaxValue).ThenBy(m => Terms.Of(m.Facts.Type), StringComparer.Ordinal)
            .ThenBy(m => m.Id, StringComparer.Ordinal);
        var sources = clusters.SelectMany((cluster, i) => cluster.Select(t => new MoveSource(ids[i], t.Source)))
            .OrderBy(s => s.MoveId, StringComparer.Ordinal).ThenBy(s => s.Source.ArticleId, StringComparer.Ordinal);
        var dataset = new Dataset([.. moves], [.. sources], [.. articles.Select(a => a.Entry)], [.. Ordered(issues)], []);
        Ledger.Prove(parts.Count, dataset);
        return dataset;
    }

    static IEnumerable<Issue> Ordered(IEnumerable<Issue> issues) => issues.OrderBy(i => i, Comparer<Issue>.Create((a, b) =>
    {
        foreach (var column in Columns.Issues)
            if ((Cell.Of(column, a) ?? "\uffff", Cell.Of(column, b) ?? "\uffff") is var (left, right) && string.CompareOrdinal(left, right) is not 0 and var order) return order;
        return 0;
    }));
}

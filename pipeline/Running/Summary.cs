namespace TechMoves;

/// <summary>The counts of a published dataset, as its report.json has them.</summary>
public sealed record Reported(
    int ArticlesIn, ImmutableSortedDictionary<string, int> RowsOut, ImmutableSortedDictionary<string, int> ArticlesByOutcome, ImmutableSortedDictionary<string, int> RejectedByReason,
    ImmutableSortedDictionary<string, int> ArticlesByLanguage, ImmutableSortedDictionary<string, int> ArticlesByOutlet);

/// <summary>What a run came to, and whether the published dataset is another than before.</summary>
public sealed record Summary(Reported Counts, bool Changed)
{
    public static Summary Read(string folder, bool changed) =>
        new(JsonRows.ReadFile<Reported>(Path.Combine(folder, "report.json")) ?? throw new IOException($"{folder}: has no report.json."), changed);

    public int Of(Outcome outcome) => Counts.ArticlesByOutcome.GetValueOrDefault(Terms.Of(outcome));

    public int Rows(string table) => Counts.RowsOut.GetValueOrDefault(table);
}

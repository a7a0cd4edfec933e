namespace TechMoves;

/// <summary>The counts of a published dataset, as its report.json has them.</summary>
public sealed record Reported(
    long ArticlesIn, Dictionary<string, long> RowsOut, Dictionary<string, long> ArticlesByOutcome, Dictionary<string, long> RejectedByReason,
    Dictionary<string, long> ArticlesByLanguage, Dictionary<string, long> ArticlesByOutlet)
{
    public static Reported Read(string folder) => JsonRows.ReadFile<Reported>(Path.Combine(folder, "report.json")) ?? throw new IOException($"{folder}: has no report.json.");

    public long Of(Outcome outcome) => ArticlesByOutcome.GetValueOrDefault(Terms.Of(outcome));

    public long Rows(string table) => RowsOut.GetValueOrDefault(table);
}

/// <summary>What a run came to: the counts of the dataset, whether it is another than before, and how tonight compares.</summary>
/// <param name="Night">The comparison with the nights before; null where there was nothing to do.</param>
public sealed record Summary(Reported Counts, bool Changed, Tonight? Night)
{
    const int Named = 8;

    /// <summary>The run on one screen.</summary>
    public IEnumerable<string> Lines(string folder)
    {
        if (Night is null) yield return "nothing new";
        else yield return Text($"new: {Night.Articles:N0} articles, {Night.Rows:N0} rows of sources{(Night.Usual is { } usual ? Text($" (usual: {usual.Articles:N0} and {usual.Rows:N0})") : "")}");
        if (Night is { Languages.Length: > 0 }) yield return "  by language: " + Added(Night.Languages);
        if (Night is { Outlets.Length: > 0 }) yield return "  by outlet: " + Added(Night.Outlets);
        yield return Text($"all: {Counts.ArticlesIn:N0} records: {Counts.Of(Outcome.Moves):N0} with moves, {Counts.Of(Outcome.NoMove):N0} without, {Counts.Of(Outcome.Duplicate):N0} duplicates, {Counts.Of(Outcome.Rejected):N0} rejected");
        if (Counts.RejectedByReason.Count > 0) yield return "  rejected: " + string.Join(", ", Counts.RejectedByReason.OrderByDescending(r => r.Value).ThenBy(r => r.Key, StringComparer.Ordinal).Select(r => Text($"{r.Key} {r.Value:N0}")));
        yield return Text($"{Counts.Rows("moves"):N0} moves from {Counts.Rows("sources"):N0} sources in {folder}{(Changed ? "" : " (unchanged)")}");
    }

    static string Added(ImmutableArray<(string Name, long Count)> counts) =>
        string.Join(", ", counts.Take(Named).Select(c => Text($"{Printable(c.Name)} {c.Count:N0}"))) + (counts.Length > Named ? Text($" and {counts.Length - Named} more") : "");

    // Names come from articles: a control character could write anything on a terminal.
    static string Printable(string name) => string.Concat(name.Select(c => char.IsControl(c) ? '?' : c)) is { Length: > 40 } text ? text[..40] + "…" : string.Concat(name.Select(c => char.IsControl(c) ? '?' : c));

    static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

namespace TechMoves;

/// <summary>Counts rows as they pass on to their tables: what came in, what went out, and why. The tables may be written side by side: each has counts of its own.</summary>
public sealed class Counts
{
    readonly long[] _rows = new long[Contract.Tables.Length];
    readonly FrozenDictionary<string, SortedDictionary<string, long>> _groups = Report.Groups.ToFrozenDictionary(g => g, _ => new SortedDictionary<string, long>(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>The rows of a table.</summary>
    public long this[string table] => _rows[Contract.Tables.IndexOf(table)];

    public long Articles => this["articles"];

    public long Moves => this["moves"];

    public long Sources => this["sources"];

    /// <summary>The counts of a group by its values, in ordinal order; what has no value is counted as (none).</summary>
    public IReadOnlyDictionary<string, long> By(string group) => _groups[group];

    public long Of(Outcome outcome) => By("articles_by_outcome").GetValueOrDefault(Terms.Of(outcome));

    /// <summary>The tables, with each row counted on its way.</summary>
    public Tables Of(Tables tables) => new(
        move =>
        {
            Count("moves", ("moves_by_type", Terms.Of(move.Facts.Type)), ("moves_by_status", Terms.Of(move.Facts.Status)));
            tables.Move(move);
        },
        article =>
        {
            Count("articles", ("articles_by_outcome", Terms.Of(article.Outcome)), ("articles_by_language", article.Language), ("articles_by_outlet", article.Outlet));
            if (article.Reason is { } reason) Add("articles_by_reason", reason);
            if (article is { Outcome: Outcome.Rejected, Reason: { } why }) Add("rejected_by_reason", why);
            tables.Article(article);
        },
        source =>
        {
            Count("sources");
            tables.Source(source);
        },
        issue =>
        {
            Count("issues", ("issues_by_rule", issue.Rule));
            tables.Issue(issue);
        },
        change =>
        {
            Count("changes", ("changes_by_kind", Terms.Of(change.Kind)));
            tables.Change(change);
        },
        id =>
        {
            Count("ids", ("ids_by_state", Terms.Of(id.State)));
            tables.Id(id);
        });

    void Count(string table, params ReadOnlySpan<(string Group, string? Value)> values)
    {
        _rows[Contract.Tables.IndexOf(table)]++;
        foreach (var (group, value) in values) Add(group, value ?? "(none)");
    }

    void Add(string group, string value) => _groups[group][value] = _groups[group].GetValueOrDefault(value) + 1;
}

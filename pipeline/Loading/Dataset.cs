namespace TechMoves;

/// <summary>Everything that is published, in memory: the rows of the six tables, each in its order.</summary>
public sealed record Dataset(
    ImmutableArray<Move> Moves, ImmutableArray<MoveSource> Sources, ImmutableArray<LedgerRow> Articles, ImmutableArray<Issue> Issues, ImmutableArray<Change> Changes, ImmutableArray<IdRow> Ids)
{
    /// <summary>Hands all rows on.</summary>
    public void Into(Func<long, Tables> open)
    {
        var tables = open(Sources.Length);
        foreach (var row in Moves) tables.Move(row);
        foreach (var row in Articles) tables.Article(row);
        foreach (var row in Sources) tables.Source(row);
        foreach (var row in Issues) tables.Issue(row);
        foreach (var row in Changes) tables.Change(row);
        foreach (var row in Ids) tables.Id(row);
    }
}

/// <summary>Where the rows of the six tables go, each in its order; one caller at a time for each table.</summary>
public sealed record Tables(Action<Move> Move, Action<LedgerRow> Article, Action<MoveSource> Source, Action<Issue> Issue, Action<Change> Change, Action<IdRow> Id);

/// <summary>A row of sources: one move as one article tells it.</summary>
/// <param name="Year">That of the move; no column, but where a large dataset has the row.</param>
public sealed record MoveSource(string MoveId, Source Source, int? Year = null);

/// <summary>What a run did to a published move.</summary>
public enum ChangeKind : byte { Added, Changed, Merged, Withdrawn }

/// <summary>A row of changes: what this run changed against the last published dataset. Field, Old and New are filled where one value changed.</summary>
public sealed record Change(string MoveId, ChangeKind Kind, string? Field, string? Old, string? New, string? MergedInto);

/// <summary>A dataset that breaks its own contract: nothing is published, the last dataset stays; the program ends with exit code 3.</summary>
public sealed class PublicationException(string table, string row, string rule) : Exception($"{table} {row}: {rule}")
{
    public string Table { get; } = table;

    /// <summary>The row's key.</summary>
    public string Row { get; } = row;

    public string Rule { get; } = rule;
}

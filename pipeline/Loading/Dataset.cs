namespace TechMoves;

/// <summary>Everything that is published: the rows of the five tables, each in its order.</summary>
public sealed record Dataset(
    ImmutableArray<Move> Moves, ImmutableArray<MoveSource> Sources, ImmutableArray<LedgerRow> Articles, ImmutableArray<Issue> Issues, ImmutableArray<Change> Changes);

/// <summary>A row of sources: one move as one article tells it.</summary>
public sealed record MoveSource(string MoveId, Source Source);

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

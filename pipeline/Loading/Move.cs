namespace TechMoves;

/// <summary>One move in the world, as all its sources tell it: a row of moves.</summary>
/// <param name="BackgroundOnly">No article was written to tell it; all mention it as context.</param>
/// <param name="SourceCount">Articles that tell it, wire copies not counted twice.</param>
/// <param name="StatusHistory">The dated steps: rumoured 2015-03-01, announced 2015-03-12.</param>
public sealed record Move(
    string Id, Facts Facts, bool BackgroundOnly, decimal Confidence, int SourceCount, ImmutableArray<string> Languages,
    DateOnly? FirstPublished, DateOnly? LastPublished, ImmutableArray<string> StatusHistory)
{
    /// <summary>The year under which a large dataset has it: that of its date, else of its first publication.</summary>
    public int? Year => (Facts.Date ?? FirstPublished)?.Year;
}

/// <summary>What became of an input record; every record ends in exactly one.</summary>
public enum Outcome : byte { Moves, NoMove, Duplicate, Rejected }

/// <summary>A row of articles, the ledger. ArticleId is null where the record could not be read.</summary>
public sealed record LedgerRow(
    string? ArticleId, string Path, int Line, string? Url, string? Outlet, string? Language, DateOnly? Published, string? Title, string? TextSha256,
    Outcome Outcome, string? Reason, string? DuplicateOf, int Moves);

/// <summary>A rejected or implausible value: a row of issues. Severity is error (the value or row was left out) or warning (it was kept).</summary>
public sealed record Issue(string? ArticleId, string? MoveId, string Severity, string Rule, string? Field, string? Value, string Message);

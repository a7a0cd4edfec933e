namespace TechMoves;

/// <summary>What normalization hands to load, one a record of the input: its ledger row so far, and the moves that it tells.</summary>
public sealed record Part(LedgerRow Entry, ImmutableArray<Source> Sources, ImmutableArray<Issue> Issues);

namespace TechMoves;

/// <summary>What normalization hands to load, one a record of the input: its ledger row so far, and the moves that it tells.</summary>
/// <param name="Signature">What copies of the text are found by; null where there is no text, or too little.</param>
public sealed record Part(LedgerRow Entry, ImmutableArray<Source> Sources, ImmutableArray<Issue> Issues, Signature? Signature = null);

namespace TechMoves;

/// <summary>Who fills a role: the name as the article best gives it, its entity, and where it stands (half-open UTF-16 offsets, legal form included).</summary>
/// <param name="Registered">Its name in the registry, or null.</param>
/// <param name="IsNamed">False where a description or pronoun stands there.</param>
public sealed record Party(string Name, int Entity, string? Registered, int Start, int End, bool IsNamed);

/// <summary>Half-open UTF-16 offsets.</summary>
public readonly record struct Span(int Start, int End);

/// <summary>A stretch of text that fills a field.</summary>
public sealed record Filler(string Text, int Start, int End);

/// <summary>A move as one predicate of one sentence tells it, before normalization. Dropped says why it gives no row, and is null where it does.</summary>
/// <param name="Trigger">Half-open UTF-16 offsets of the predicate.</param>
/// <param name="Evidence">Half-open UTF-16 offsets of the words that show the move.</param>
public sealed record Candidate(
    string Predicate, MoveType Type, int Sentence, Span Trigger, Span Evidence, BlockKind Block,
    Party? Company, ImmutableArray<Party> Partners, Party? Seller, Filler? Product,
    AmountMention? Amount, AmountMention? Restated, Span? Undisclosed, AmountKind? AmountKind, PercentMention? Stake, DateMention? Date,
    Status Status, StatusDetail? Detail, Asserter Asserter, bool Background, string? Sector, decimal Confidence, ImmutableArray<string> Features, string? Dropped);

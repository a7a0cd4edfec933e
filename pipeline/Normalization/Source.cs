namespace TechMoves;

/// <summary>What is told of a move: the columns that moves and sources share. Null (or empty) where nothing is told.</summary>
/// <param name="Partners">All other parties, the main counterparty first, the seller included.</param>
/// <param name="Amount">Money of this move in units of Currency; the low end of a range.</param>
/// <param name="Date">The first day of the period that DatePrecision names.</param>
public sealed record Facts(
    string Company, ImmutableArray<string> Partners, string? Seller, string? Product, string Sector,
    MoveType Type, Status Status, StatusDetail? Detail,
    decimal? Amount, string? Currency, decimal? AmountMax, Qualifier? AmountQualifier, AmountKind? AmountKind, decimal? AmountAlt, string? CurrencyAlt,
    decimal? StakePercent, DateOnly? Date, Precision? DatePrecision, DateBasis? DateBasis,
    string CompanyId, string? PartnerId, string? CompanyCountry)
{
    public string? Partner => Partners is [var first, ..] ? first : null;
}

/// <summary>One move as one article tells it: a row of sources, but for the move's id. Offsets are half-open and count Unicode code points of the canonical text.</summary>
/// <param name="Evidence">Verbatim, at most 300 characters.</param>
/// <param name="Spans">The place of every filled field: company=12:19|partner=40:50.</param>
/// <param name="Predicate">The lexicon line that fired.</param>
/// <param name="Confidence">The probability that the row is right, 0 to 1, by the model of data/.</param>
/// <param name="Parties">Who the company and the partners are, in their order.</param>
/// <param name="TriggerStart">Where the predicate stands: with the article's id, what a move's id hangs on.</param>
public sealed record Source(
    string ArticleId, Facts Facts, bool Background, Asserter Asserter, string Evidence, int EvidenceStart, int EvidenceEnd, string Spans, string Predicate, decimal Confidence, int TriggerStart,
    ImmutableArray<Identity> Parties);

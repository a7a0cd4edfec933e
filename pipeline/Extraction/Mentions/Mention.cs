namespace TechMoves;

/// <summary>How exact an amount is told to be; written exact, about, up_to, at_least, range.</summary>
public enum Qualifier : byte { Exact, About, UpTo, AtLeast, Range }

/// <summary>What the words around a sum say that it is. Only Move sums can be the money of a move; the others are refused by the frames.</summary>
public enum AmountUse : byte { Move, PerShare, Valuation, Revenue, Profit, Debt, Total, Fine, Fee, MarketSize, RetailPrice, Share }

/// <summary>How long the period of a date is.</summary>
public enum Precision : byte { Day, Month, Quarter, Half, Year }

/// <summary>Stated: the text alone tells the date. Relative: resolved with the publication date.</summary>
public enum DateBasis : byte { Stated, Relative, Published }

/// <summary>A stretch of the article's text that means something: half-open UTF-16 offsets.</summary>
public abstract record Mention(int Start, int End);

/// <summary>A sum of money: in units of its currency; Max where a range is told; Currency null where the text names none.</summary>
/// <param name="Restates">The start of the amount that this one repeats in another currency, or null.</param>
public sealed record AmountMention(int Start, int End, decimal Amount, decimal? Max, string? Currency, Qualifier Qualifier, AmountUse Use, int? Restates) : Mention(Start, End);

/// <summary>A share in per cent.</summary>
public sealed record PercentMention(int Start, int End, decimal Percent) : Mention(Start, End);

/// <summary>A date or period: First is its first day as a past reading, Next as a future one; both null if it cannot be resolved without a publication date.</summary>
/// <param name="Last">The last day of the period by the past reading.</param>
public sealed record DateMention(int Start, int End, DateOnly? First, DateOnly? Last, DateOnly? Next, Precision Precision, DateBasis Basis) : Mention(Start, End);

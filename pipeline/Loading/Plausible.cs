namespace TechMoves;

/// <summary>Takes out of a source what cannot be true or cannot be written, and says so in issues: data never stops the program.</summary>
public static class Plausible
{
    public const decimal LargestAmount = 1_000_000_000_000_000m;

    static readonly DateOnly Earliest = new(1900, 1, 1);
    static readonly DateOnly Latest = new(2100, 12, 31);

    public static Source Of(Source source, List<Issue> issues)
    {
        var (facts, spans) = (Facts(source, issues), Spans.Ordered(source.Spans));
        return ReferenceEquals(facts, source.Facts) && ReferenceEquals(spans, source.Spans) ? source : source with { Facts = facts, Spans = spans };
    }

    /// <summary>The facts that are left; the same object where nothing is taken out, as nearly always.</summary>
    public static Facts Facts(Source source, List<Issue> issues)
    {
        var facts = source.Facts;
        if (facts.Partners.IsDefault || !facts.Partners.All(IsWritable)) facts = facts with { Partners = Written(source, issues) };
        if (facts.Partner != source.Facts.Partner) facts = facts with { PartnerId = null };
        if (!IsRounded(facts.Amount) || !IsRounded(facts.AmountMax) || !IsRounded(facts.AmountAlt)) facts = facts with { Amount = Rounded(facts.Amount), AmountMax = Rounded(facts.AmountMax), AmountAlt = Rounded(facts.AmountAlt) };
        facts = Money(facts, source, issues);
        if (facts.StakePercent is { } stake && decimal.Round(stake, 2) is <= 0 or > 100)
        {
            Leave("implausible_stake", "stake_percent", stake);
            facts = facts with { StakePercent = null };
        }
        if (facts.Date is { } date && (date < Earliest || date > Latest))
        {
            issues.Add(new(source.ArticleId, null, "error", "implausible_date", "date", date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "not between 1900 and 2100: left out"));
            facts = facts with { Date = null, DatePrecision = null, DateBasis = null };
        }
        return facts;

        void Leave(string rule, string field, decimal value) =>
            issues.Add(new(source.ArticleId, null, "error", rule, field, value.ToString(CultureInfo.InvariantCulture), "out of range: left out"));
    }

    static Facts Money(Facts facts, Source source, List<Issue> issues)
    {
        if (Impossible(facts.AmountAlt, "amount_alt")) facts = facts with { AmountAlt = null, CurrencyAlt = null };
        if (Impossible(facts.Amount, "amount")) facts = facts with { Amount = null, AmountMax = null };
        if (facts is { Amount: null, Currency: null, AmountQualifier: null, AmountMax: null, AmountAlt: null, CurrencyAlt: null }) return facts;
        if (facts.Amount is null) return facts with { Currency = null, AmountQualifier = null, AmountMax = null, AmountAlt = null, CurrencyAlt = null };
        if (facts is { AmountAlt: null, CurrencyAlt: not null }) facts = facts with { CurrencyAlt = null };
        if (facts.AmountMax is not null && (facts.AmountQualifier != Qualifier.Range || Impossible(facts.AmountMax, "amount_max"))) facts = facts with { AmountMax = null };
        return facts is { AmountQualifier: Qualifier.Range, AmountMax: null } ? facts with { AmountQualifier = Qualifier.AtLeast } : facts;

        bool Impossible(decimal? amount, string field)
        {
            if (amount is null or (> 0 and <= LargestAmount)) return false;
            issues.Add(new(source.ArticleId, null, "error", "implausible_amount", field, amount.Value.ToString(CultureInfo.InvariantCulture), "out of range: left out"));
            return true;
        }
    }

    static decimal? Rounded(decimal? amount) => amount is { } value ? decimal.Round(value, 2) : null;

    static bool IsRounded(decimal? amount) => amount is not { Scale: > 2 };

    static bool IsWritable(string partner) => partner.Length > 0 && !partner.Contains(Cell.Separator, StringComparison.Ordinal);

    static ImmutableArray<string> Written(Source source, List<Issue> issues)
    {
        var partners = source.Facts.Partners.IsDefault ? [] : source.Facts.Partners;
        foreach (var partner in partners)
            if (!IsWritable(partner)) issues.Add(new(source.ArticleId, null, "error", "unwritable_name", "partners", partner, "empty, or holds the sign that joins lists: left out"));
        return [.. partners.Where(IsWritable)];
    }
}

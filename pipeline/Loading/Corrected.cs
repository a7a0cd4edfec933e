namespace TechMoves;

/// <summary>Sets one column of a move to what a person wrote, as CSV writes it.</summary>
public static class Corrected
{
    static readonly FrozenDictionary<string, Func<Facts, string?, Facts>> Setters = new Dictionary<string, Func<Facts, string?, Facts>>(StringComparer.Ordinal)
    {
        ["company"] = (f, v) => f with { Company = v! },
        ["sector"] = (f, v) => f with { Sector = v! },
        ["amount"] = (f, v) => v is null ? f with { Amount = null, Currency = null, AmountQualifier = null, AmountMax = null, AmountKind = null, AmountAlt = null, CurrencyAlt = null } : f with { Amount = Number(v) },
        ["currency"] = (f, v) => f with { Currency = v },
        ["date"] = (f, v) => v is null ? f with { Date = null, DatePrecision = null, DateBasis = null }
            : f with { Date = DateOnly.ParseExact(v, "yyyy-MM-dd", CultureInfo.InvariantCulture), DatePrecision = Precision.Day, DateBasis = DateBasis.Stated },
        ["type"] = (f, v) => f with { Type = Terms.Read<MoveType>(v!) },
        ["status"] = (f, v) => f with { Status = Terms.Read<Status>(v!) },
        ["status_detail"] = (f, v) => f with { Detail = v is null ? null : Terms.Read<StatusDetail>(v) },
        ["partners"] = (f, v) => f with { Partners = v is null ? [] : [.. v.Split(Cell.Separator)], PartnerId = v is null || v.Split(Cell.Separator)[0] != f.Partner ? null : f.PartnerId },
        ["seller"] = (f, v) => f with { Seller = v },
        ["product"] = (f, v) => f with { Product = v },
        ["amount_qualifier"] = (f, v) => f with { AmountQualifier = v is null ? null : Terms.Read<Qualifier>(v) },
        ["amount_max"] = (f, v) => f with { AmountMax = Number(v), AmountQualifier = v is null ? Qualifier.AtLeast : Qualifier.Range },
        ["amount_kind"] = (f, v) => f with { AmountKind = v is null ? null : Terms.Read<AmountKind>(v) },
        ["amount_alt"] = (f, v) => f with { AmountAlt = Number(v), CurrencyAlt = v is null ? null : f.CurrencyAlt },
        ["currency_alt"] = (f, v) => f with { CurrencyAlt = v },
        ["stake_percent"] = (f, v) => f with { StakePercent = Number(v) },
        ["date_precision"] = (f, v) => f with { DatePrecision = v is null ? null : Terms.Read<Precision>(v) },
        ["company_id"] = (f, v) => f with { CompanyId = v! },
        ["partner_id"] = (f, v) => f with { PartnerId = v },
        ["company_country"] = (f, v) => f with { CompanyCountry = v },
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The columns that can be set, in the order of moves; the others follow from them or count.</summary>
    public static ImmutableArray<string> Fields { get; } = [.. Columns.Moves.Select(c => c.Name).Where(Setters.ContainsKey)];

    public static Facts Of(Facts facts, string field, string? value) => Setters[field](facts, value);

    static decimal? Number(string? value) => value is null ? null : decimal.Parse(value, NumberStyles.Number, CultureInfo.InvariantCulture);
}

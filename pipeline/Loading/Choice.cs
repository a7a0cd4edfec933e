namespace TechMoves;

/// <summary>Chooses the values of a move among those of its tellings: the most specific, then the best supported, which is the highest confidence and then the earliest telling.</summary>
/// <remarks>Values that belong together (amount and currency, date and precision, company and its id) come from one telling. Tellings written to tell the move go before those that mention it.</remarks>
public static class Choice
{
    public static Move Move(string id, ImmutableArray<Telling> tellings)
    {
        var ranked = tellings.OrderBy(t => t.Source.Background).ThenByDescending(t => t.Source.Confidence).ThenBy(t => t, Telling.Order).ToArray();
        var published = tellings.Select(t => t.Article.Published).OfType<DateOnly>().ToArray();
        return new(
            id, Facts(ranked), tellings.All(t => t.Source.Background), tellings.Max(t => t.Source.Confidence), tellings.DistinctBy(t => t.Voice, StringComparer.Ordinal).Count(),
            [.. tellings.Select(t => t.Article.Language).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            published.Length > 0 ? published.Min() : null, published.Length > 0 ? published.Max() : null, History(Reports(tellings)));
    }

    static Facts Facts(Telling[] ranked)
    {
        // The company and its partner: who sees the buyer and the target sees more than who sees the seller alone.
        var parties = Best(ranked, f => (f.Type == MoveType.Divestiture ? 0 : 100) + Math.Min(f.Partners.Length, 99));
        var sum = Best(ranked, f => f.Amount is null ? 0 : f.Currency is null ? 1 : 2);
        var date = Best(ranked, f => f.Date is null ? 0 : (f.DateBasis == DateBasis.Published ? 1 : 10) - (int)(f.DatePrecision ?? Precision.Year));
        var status = Latest(Reports([.. ranked]));
        var seller = parties.Seller ?? First(ranked, f => f.Seller);
        return parties with
        {
            Partners = seller is null || parties.Partners.Contains(seller, StringComparer.Ordinal) ? parties.Partners : parties.Partners.Add(seller),
            Seller = seller,
            Product = parties.Product ?? First(ranked, f => f.Product),
            Sector = ranked[0].Facts.Sector,
            Status = status.Status,
            Detail = status.Detail,
            Amount = sum.Amount,
            Currency = sum.Currency,
            AmountMax = sum.AmountMax,
            AmountQualifier = sum.AmountQualifier,
            AmountKind = sum.AmountKind ?? parties.AmountKind,
            AmountAlt = sum.AmountAlt,
            CurrencyAlt = sum.CurrencyAlt,
            StakePercent = ranked.Select(t => t.Facts.StakePercent).FirstOrDefault(s => s is not null),
            Date = date.Date,
            DatePrecision = date.DatePrecision,
            DateBasis = date.DateBasis,
            CompanyCountry = parties.CompanyCountry ?? ranked.Where(t => t.Facts.CompanyId == parties.CompanyId).Select(t => t.Facts.CompanyCountry).FirstOrDefault(c => c is not null),
        };
    }

    static Facts Best(Telling[] ranked, Func<Facts, int> specific) => ranked.MaxBy(t => specific(t.Facts))!.Facts;

    static string? First(Telling[] ranked, Func<Facts, string?> of) => ranked.Select(t => of(t.Facts)).FirstOrDefault(v => v is not null);

    // Retellings say how a move stood when they look back at it; only where nothing else tells do they speak for its status.
    static Telling[] Reports(ImmutableArray<Telling> tellings) => tellings.Any(t => !t.Source.Background) ? [.. tellings.Where(t => !t.Source.Background)] : [.. tellings];

    /// <summary>The status published last; on one day the one furthest along, then the better supported.</summary>
    static Facts Latest(Telling[] reports) => reports
        .OrderByDescending(t => t.Article.Published ?? DateOnly.MinValue).ThenByDescending(t => t.Facts.Status).ThenBy(t => t.Facts.Detail is null).ThenByDescending(t => t.Source.Confidence).ThenBy(t => t, Telling.Order)
        .First().Facts;

    /// <summary>Each status with the first day on which it was published.</summary>
    static ImmutableArray<string> History(Telling[] reports) =>
        [.. reports.Where(t => t.Article.Published is not null).GroupBy(t => t.Facts.Status).Select(g => (Status: g.Key, Day: g.Min(t => t.Article.Published!.Value)))
            .OrderBy(s => s.Day).ThenBy(s => s.Status).Select(s => string.Create(CultureInfo.InvariantCulture, $"{Terms.Of(s.Status)} {s.Day:yyyy-MM-dd}"))];
}

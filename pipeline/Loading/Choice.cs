namespace TechMoves;

/// <summary>Chooses the values of a move among those of its tellings: the most specific, then the best supported, which is the highest confidence and then the earliest telling.</summary>
/// <remarks>Values that belong together (amount and currency, date and precision, company and its id) come from one telling. Tellings written to tell the move go before those that mention it.</remarks>
public static class Choice
{
    public static Move Move(string id, ImmutableArray<Telling> tellings)
    {
        Telling[] ranked = [.. tellings];
        Array.Sort(ranked, BySupport);
        var reports = Reports(ranked);
        return new(
            id, Facts(ranked, reports), ranked.All(t => t.Source.Background), ranked.Max(t => t.Source.Confidence), Distinct(ranked, t => t.Voice).Count,
            [.. Distinct(ranked, t => t.Article.Language).Order(StringComparer.Ordinal)], ranked.Min(t => t.Article.Published), ranked.Max(t => t.Article.Published), History(reports));
    }

    static readonly IComparer<Telling> BySupport = Comparer<Telling>.Create((a, b) => a.Source.Background != b.Source.Background ? a.Source.Background.CompareTo(b.Source.Background)
        : b.Source.Confidence.CompareTo(a.Source.Confidence) is not 0 and var confidence ? confidence
        : Telling.Order.Compare(a, b));

    /// <summary>The status published last; on one day the one furthest along, then the better supported.</summary>
    static readonly IComparer<Telling> ByStatus = Comparer<Telling>.Create((a, b) => (b.Article.Published ?? DateOnly.MinValue).CompareTo(a.Article.Published ?? DateOnly.MinValue) is not 0 and var day ? day
        : b.Facts.Status.CompareTo(a.Facts.Status) is not 0 and var status ? status
        : (a.Facts.Detail is null).CompareTo(b.Facts.Detail is null) is not 0 and var detail ? detail
        : b.Source.Confidence.CompareTo(a.Source.Confidence) is not 0 and var confidence ? confidence
        : Telling.Order.Compare(a, b));

    static Facts Facts(Telling[] ranked, Telling[] reports)
    {
        // The company and its partner: who sees the buyer and the target sees more than who sees the seller alone.
        var parties = Best(ranked, f => (f.Type == MoveType.Divestiture ? 0 : 100) + Math.Min(f.Partners.Length, 99));
        var sum = Best(ranked, f => f.Amount is null ? 0 : f.Currency is null ? 1 : 2);
        var date = Best(ranked, f => f.Date is null ? 0 : (f.DateBasis == DateBasis.Published ? 1 : 10) - (int)(f.DatePrecision ?? Precision.Year));
        var status = reports.Min(ByStatus)!.Facts;
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
    static Telling[] Reports(Telling[] tellings) => Array.TrueForAll(tellings, t => t.Source.Background) ? tellings : Array.FindAll(tellings, t => !t.Source.Background);

    // Most moves have few tellings: a list is looked through faster than a set is made.
    static IReadOnlyCollection<string> Distinct(Telling[] tellings, Func<Telling, string?> of)
    {
        if (tellings.Length > 16) return tellings.Select(of).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var values = new List<string>(4);
        foreach (var telling in tellings)
            if (of(telling) is { } value && !values.Contains(value)) values.Add(value);
        return values;
    }

    /// <summary>Each status with the first day on which it was published.</summary>
    static ImmutableArray<string> History(Telling[] reports)
    {
        var steps = new List<(DateOnly Day, Status Status)>(4);
        foreach (var report in reports)
        {
            if (report.Article.Published is not { } day) continue;
            var at = steps.FindIndex(s => s.Status == report.Facts.Status);
            if (at < 0) steps.Add((day, report.Facts.Status));
            else if (day < steps[at].Day) steps[at] = (day, report.Facts.Status);
        }
        steps.Sort();
        return [.. steps.Select(s => $"{Terms.Of(s.Status)} {Cell.Of(s.Day)}")];
    }
}

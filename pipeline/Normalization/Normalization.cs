namespace TechMoves;

/// <summary>NORMALIZE: candidates in, sources out: ISO currencies, resolved dates, company identities, offsets in Unicode code points, each proved against the text.</summary>
public static class Normalization
{
    const string OutOfScope = "out_of_scope";

    public static Part Of(Told told, World world, Settings settings)
    {
        var sources = ImmutableArray.CreateBuilder<Source>();
        var issues = ImmutableArray.CreateBuilder<Issue>();
        var offsets = new CodePoints(told.Text);
        foreach (var candidate in told.Candidates)
        {
            if (candidate.Dropped is not null || candidate.Company is null) continue;
            if (Refusal(candidate, world, settings) is { } rule) issues.Add(Refused(candidate, rule));
            else sources.Add(Source(told, candidate, offsets, world));
        }
        var kept = Retold.Of(sources.ToImmutable(), issues);
        var outcome = told.Entry.Outcome == Outcome.Rejected || told.Entry.Reason is not null ? told.Entry : told.Entry with { Moves = sources.Count, Outcome = sources.Count > 0 ? Outcome.Moves : Outcome.NoMove, Reason = sources.Count > 0 ? null : "no_move" };
        return new(outcome with { Moves = kept.Length }, kept, issues.ToImmutable(), told.Entry.Outcome == Outcome.Rejected ? null : Signature.Of(told.Text, told.Entry.Title?.Length ?? 0));

        Issue Refused(Candidate candidate, string rule) => rule == OutOfScope
            ? new(told.Entry.ArticleId, null, "warning", rule, "sector", candidate.Sector, $"{candidate.Company!.Name}: neither a party nor the thing is technology")
            : new(told.Entry.ArticleId, null, "warning", rule, "confidence", candidate.Confidence.ToString(CultureInfo.InvariantCulture), $"{candidate.Company!.Name}: {candidate.Predicate} is below the threshold");
    }

    /// <summary>The rule by which a candidate that extraction has not dropped gives no row, or null.</summary>
    public static string? Refusal(Candidate candidate, World world, Settings settings) =>
        settings.Scope == Scope.Technology && !IsTechnology(candidate, world) ? OutOfScope : candidate.Confidence < settings.Threshold ? "low_confidence" : null;

    static Source Source(Told told, Candidate candidate, CodePoints offsets, World world)
    {
        var (date, precision, basis) = Date(candidate, told.Entry.Published);
        var (start, end) = candidate.Evidence;
        var company = candidate.Company!;
        ImmutableArray<Identity> parties = [.. candidate.Partners.Prepend(company).Select(p => Identity.Of(p, world))];
        var facts = new Facts(
            company.Name, [.. candidate.Partners.Select(p => p.Name)], candidate.Seller?.Name, candidate.Product?.Text, candidate.Sector!,
            candidate.Type, candidate.Status, candidate.Detail,
            candidate.Amount?.Amount, candidate.Amount?.Currency, candidate.Amount?.Max, candidate.Amount?.Qualifier, candidate.Amount is null ? null : candidate.AmountKind,
            candidate.Amount is null ? null : candidate.Restated?.Amount, candidate.Amount is null ? null : candidate.Restated?.Currency,
            candidate.Stake?.Percent is > 0 and <= 100 and var stake ? stake : null, date, precision, basis,
            parties[0].Id, parties.Length > 1 ? parties[1].Id : null, Identity.Registered(company, world)?.Country);
        return new(told.Entry.ArticleId!, facts, candidate.Background, candidate.Asserter, told.Text[start..end], offsets.At(start), offsets.At(end), Spans(candidate, offsets), candidate.Predicate, candidate.Confidence, offsets.At(candidate.Trigger.Start), parties);
    }

    /// <summary>The date that the text tells, else, for the news itself, the day of publication.</summary>
    static (DateOnly? Date, Precision? Precision, DateBasis? Basis) Date(Candidate candidate, DateOnly? published) =>
        candidate.Date is { First: { } first } date ? (FirstDay(first, date.Precision), date.Precision, date.Basis)
        : !candidate.Background && published is { } day ? (day, Precision.Day, DateBasis.Published) : (null, null, null);

    static DateOnly FirstDay(DateOnly date, Precision precision) => precision switch
    {
        Precision.Day => date,
        Precision.Year => new(date.Year, 1, 1),
        Precision.Half => new(date.Year, date.Month <= 6 ? 1 : 7, 1),
        Precision.Quarter => new(date.Year, (date.Month - 1) / 3 * 3 + 1, 1),
        _ => new(date.Year, date.Month, 1),
    };

    static string Spans(Candidate candidate, CodePoints offsets)
    {
        var spans = new List<string> { Span("company", candidate.Company!.Start, candidate.Company.End) };
        spans.AddRange(candidate.Partners.Select((p, i) => Span(i == 0 ? "partner" : $"partner{i + 1}", p.Start, p.End)));
        if (candidate.Seller is { } seller) spans.Add(Span("seller", seller.Start, seller.End));
        if (candidate.Product is { } product) spans.Add(Span("product", product.Start, product.End));
        if (candidate.Amount is { } amount) spans.Add(Span("amount", amount.Start, amount.End));
        else if (candidate.Undisclosed is { } undisclosed) spans.Add(Span("amount", undisclosed.Start, undisclosed.End));
        if (candidate.Restated is { } restated) spans.Add(Span("amount_alt", restated.Start, restated.End));
        if (candidate.Stake is { } stake) spans.Add(Span("stake_percent", stake.Start, stake.End));
        if (candidate.Date is { First: not null } date) spans.Add(Span("date", date.Start, date.End));
        return string.Join('|', spans);

        string Span(string field, int start, int end) => $"{field}={offsets.At(start)}:{offsets.At(end)}";
    }

    /// <summary>In scope: a party is a technology company, or the thing is technology by its words.</summary>
    static bool IsTechnology(Candidate candidate, World world)
    {
        var parties = candidate.Partners.Append(candidate.Company!).ToList();
        var known = parties.Select(p => Identity.Registered(p, world)).OfType<Company>().ToList();
        if (known.Exists(c => c.Classes.Any(world.TechnologyClasses.Contains))) return true;
        return candidate.Sector is not "other" && (candidate.Features.Contains(Sectors.ByWords, StringComparer.Ordinal) || candidate.Features.Contains(Sectors.OfTechnology, StringComparer.Ordinal));
    }
}

namespace TechMoves;

/// <summary>NORMALIZE: candidates in, sources out: ISO currencies, resolved dates, company identities, offsets in Unicode code points, each proved against the text.</summary>
public static class Normalization
{
    public static Part Of(LedgerRow entry, Extracted extracted, Settings settings)
    {
        var sources = ImmutableArray.CreateBuilder<Source>();
        var issues = ImmutableArray.CreateBuilder<Issue>();
        var offsets = new CodePoints(extracted.Document.Text);
        var world = extracted.Document.Language.Names.World;
        foreach (var candidate in extracted.Candidates)
        {
            if (candidate.Dropped is not null || candidate.Company is null) continue;
            if (settings.Scope == Scope.Technology && !IsTechnology(extracted.Document, candidate, world)) Drop("out_of_scope", "sector", candidate.Sector, $"{candidate.Company.Name}: neither a party nor the thing is technology");
            else if (candidate.Confidence < settings.Threshold) Drop("low_confidence", "confidence", candidate.Confidence.ToString(CultureInfo.InvariantCulture), $"{candidate.Company.Name}: {candidate.Predicate} is below the threshold");
            else sources.Add(Source(entry.ArticleId!, extracted.Document, candidate, offsets, world));
        }
        return new(entry with { Outcome = sources.Count > 0 ? Outcome.Moves : Outcome.NoMove, Reason = sources.Count > 0 ? null : "no_move" }, sources.ToImmutable(), issues.ToImmutable());

        void Drop(string rule, string field, string? value, string message) => issues.Add(new(entry.ArticleId, null, "warning", rule, field, value, message));
    }

    static Source Source(string articleId, Document document, Candidate candidate, CodePoints offsets, World world)
    {
        var company = document.Entities[candidate.Company!.Entity];
        var (date, precision, basis) = Date(candidate, document.Article.Published);
        var (start, end) = candidate.Evidence;
        var first = candidate.Partners is [var partner, ..] ? document.Entities[partner.Entity] : null;
        var facts = new Facts(
            candidate.Company.Name, [.. candidate.Partners.Select(p => p.Name)], candidate.Seller?.Name, candidate.Product?.Text, candidate.Sector!,
            candidate.Type, candidate.Status, candidate.Detail,
            candidate.Amount?.Amount, candidate.Amount?.Currency, candidate.Amount?.Max, candidate.Amount?.Qualifier, candidate.Amount is null ? null : candidate.AmountKind,
            candidate.Amount is null ? null : candidate.Restated?.Amount, candidate.Amount is null ? null : candidate.Restated?.Currency,
            candidate.Stake?.Percent is > 0 and <= 100 and var stake ? stake : null, date, precision, basis,
            IdOf(company), first is null ? null : IdOf(first), company.Company?.Country);
        _ = world;
        return new(articleId, facts, candidate.Background, candidate.Asserter, document.Text[start..end], offsets.At(start), offsets.At(end), Spans(candidate, offsets), candidate.Predicate, candidate.Confidence, offsets.At(candidate.Trigger.Start));
    }

    /// <summary>The registry's id of a company, else one made of the name.</summary>
    public static string IdOf(Entity entity) => entity.Company?.Id ?? $"x-{(Company.Slug(entity.Name) is { Length: > 0 } slug ? slug : "unnamed")}";

    /// <summary>The date that the text tells, else, for the news itself, the day of publication.</summary>
    static (DateOnly? Date, Precision? Precision, DateBasis? Basis) Date(Candidate candidate, DateOnly? published) =>
        candidate.Date is { First: { } first } date ? (FirstDay(first, date.Precision), date.Precision, date.Basis)
        : !candidate.Background && published is { } day ? (day, Precision.Day, DateBasis.Published) : default;

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

    /// <summary>In scope: a party is a technology company, or the thing is of a technology sector by its words.</summary>
    static bool IsTechnology(Document document, Candidate candidate, World world)
    {
        var known = candidate.Partners.Append(candidate.Company!).Select(p => document.Entities[p.Entity].Company).OfType<Company>().ToList();
        if (known.Exists(c => c.Classes.Any(world.TechnologyClasses.Contains))) return true;
        return candidate.Sector is not ("other" or "food_agriculture" or "real_estate_construction") && known.Count < candidate.Partners.Length + 1 || candidate.Sector is not "other" && known.Count == 0;
    }
}

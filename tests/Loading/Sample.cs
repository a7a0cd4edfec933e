using System.Collections.Immutable;
using System.Text;

namespace TechMoves.Tests.Loading;

/// <summary>Hand-made parts: what normalization would hand to load for a dozen short articles, each there for one thing that load must see.</summary>
static class Sample
{
    public static Facts Deal(string company, string? partner, MoveType type, Status status) => new(
        company, partner is null ? [] : [partner], null, null, "software", type, status, null, null, null, null, null, null, null, null, null, null, null, null, Id(company), partner is null ? null : Id(partner), null);

    public static Facts For(this Facts facts, decimal amount, string? currency, Qualifier qualifier = Qualifier.Exact, AmountKind? kind = AmountKind.Price) =>
        facts with { Amount = amount, Currency = currency, AmountQualifier = qualifier, AmountKind = kind };

    public static Facts On(this Facts facts, string date, Precision precision = Precision.Day, DateBasis basis = DateBasis.Stated) =>
        facts with { Date = DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture), DatePrecision = precision, DateBasis = basis };

    public static Source Told(Facts facts, decimal confidence = 0.9m, int at = 10, bool background = false, Asserter asserter = Asserter.Company, string? evidence = null)
    {
        evidence ??= $"{facts.Company} tells of {facts.Partner ?? facts.Product ?? "a move"}.";
        return new("", facts, background, asserter, evidence, at, at + evidence.EnumerateRunes().Count(), $"company={at}:{at + facts.Company.EnumerateRunes().Count()}", "announce V", confidence, at + 1,
            [.. facts.Partners.Prepend(facts.Company).Select(name => new Identity(Id(name), Id(name)))]);
    }

    public static Part Article(string id, string? published, string language, params Source[] sources) => Copy(id, id, published, language, sources);

    /// <summary>An article whose text is that of another.</summary>
    public static Part Copy(string id, string text, string? published, string language, params Source[] sources) => new(
        new(id, $"{id}.txt", 0, $"https://news.example/{id}", $"outlet of {id}", language, published is null ? null : DateOnly.Parse(published, System.Globalization.CultureInfo.InvariantCulture),
            $"Title of {id}", TechMoves.Article.Fingerprint(text), sources.Length > 0 ? Outcome.Moves : Outcome.NoMove, null, null, sources.Length),
        [.. sources.Select(s => s with { ArticleId = id })], []);

    public static Part Rejected(string path, int line, string reason) => new(new(null, path, line, null, null, null, null, null, null, Outcome.Rejected, reason, null, 0), [], []);

    public static ImmutableArray<Part> Parts { get; } =
    [
        // A deal told as rumour, as announcement in two languages, and as done; amounts restated, a seller told by one alone.
        Article("a01", "2015-03-01", "en", Told(Deal("Norvia", "Kelstone", MoveType.Acquisition, Status.Rumoured).For(2_900_000_000, "EUR", Qualifier.About), 0.71m, asserter: Asserter.UnnamedSource)),
        Article("a02", "2015-03-12", "fr", Told(Deal("Norvia", "Kelstone", MoveType.Acquisition, Status.Announced).For(3_000_000_000.50m, "EUR").On("2015-03-12", basis: DateBasis.Relative) with { AmountAlt = 3_300_000_000m, CurrencyAlt = "USD", Sector = "telecom", CompanyCountry = "FR" }, 0.95m)),
        Article("a03", "2015-03-13", "en", Told(Deal("Norvia", "Kelstone", MoveType.Acquisition, Status.Announced).On("2015-03", Precision.Month) with { Partners = ["Kelstone", "Ostara Holding"], Seller = "Ostara Holding", StakePercent = 100m }, 0.88m)),
        Article("a04", "2015-06-30", "en", Told(Deal("Norvia", "Kelstone", MoveType.Acquisition, Status.Completed).For(3_300_000_000, "USD"), 0.9m)),
        // The other side of another sale, years later: two moves of one pair.
        Article("a05", "2018-01-15", "en",
            Told(Deal("Kelstone", "Norvia", MoveType.Divestiture, Status.Planned) with { Product = "cable unit" }, 0.8m),
            Told(Deal("Norvia", "Kelstone", MoveType.Acquisition, Status.Completed).On("2015-01-01", Precision.Year), 0.6m, at: 200, background: true)),
        // A copy in another outlet, and a text that tells nothing, twice.
        Copy("b01", "a02", "2015-03-14", "fr", Told(Deal("Norvia", "Kelstone", MoveType.Acquisition, Status.Announced).For(3_000_000_000.50m, "EUR").On("2015-03-12", basis: DateBasis.Relative) with { AmountAlt = 3_300_000_000m, CurrencyAlt = "USD", Sector = "telecom", CompanyCountry = "FR" }, 0.95m)),
        Article("c01", "2015-04-01", "fr"),
        Copy("c02", "c01", null, "fr"),
        // A round: investors in another order, an extension much larger.
        Article("d01", "2016-02-02", "en", Told(Deal("Quillon", "Birch Capital", MoveType.FundingRound, Status.Completed).For(12_000_000, "USD", kind: AmountKind.Round) with { Partners = ["Birch Capital", "Arden Ventures"], Sector = "fintech" }, 0.97m)),
        Article("d02", "2016-02-03", "fr", Told(Deal("Quillon", "Arden Ventures", MoveType.FundingRound, Status.Completed).For(11_500_000, "USD", Qualifier.About, AmountKind.Round) with { Sector = "fintech" }, 0.9m)),
        Article("d03", "2016-04-03", "en", Told(Deal("Quillon", "Arden Ventures", MoveType.FundingRound, Status.Completed).For(40_000_000, "USD", kind: AmountKind.Round) with { Sector = "fintech" }, 0.9m)),
        // Products without partner: the sixth is not the seventh. Signs that CSV must quote, code points beyond the basic plane.
        Article("e01", "2017-09-10", "en",
            Told(Deal("Zephra", null, MoveType.ProductLaunch, Status.Announced) with { Product = "Zephra One 6", Sector = "electronics_devices" }, evidence: "Zephra said: \"the One 6, our best 📱,\nships today\"."),
            Told(Deal("Zephra", null, MoveType.ProductLaunch, Status.Planned) with { Product = "Zephra One 7", Sector = "electronics_devices" }, 0.5m, at: 300)),
        Article("e02", "2017-09-11", "en", Told(Deal("Zephra", null, MoveType.ProductLaunch, Status.Completed).On("2017-07-01", Precision.Half) with { Product = "the new One 6", Sector = "electronics_devices" }, 0.4m, evidence: "  The new One 6\r\n\tis\u2028out. ")),
        // A range, a stake, a half-year; nothing told of publication.
        Article("f01", null, "en", Told(Deal("Ålund \"Ny\" Energi", "Mérida, S. A.", MoveType.Investment, Status.Planned).For(1_000_000, null, Qualifier.Range) with { AmountMax = 1_500_000m, StakePercent = 33.335m, Detail = StatusDetail.InTalks, Sector = "energy_climate" }, 0.333m)),
        Article("f02", null, "en", Told(Deal("Terralis", "Vantor", MoveType.JointVenture, Status.Announced).On("2014-07-01", Precision.Half), 1m)),
        // An undated retelling joins the one move that it fits.
        Article("g01", "2019-05-05", "fr", Told(Deal("Vantor", "Terralis", MoveType.Partnership, Status.Rumoured), 0.3m, background: true)),
        // What cannot be true is left out and said; a record that cannot be read; an id that comes twice.
        Article("h01", "2016-01-01", "en", Told(Deal("Ombra", "Lucent|Peak", MoveType.Contract, Status.Announced).For(5_000_000_000_000_000_000m, "USD", kind: AmountKind.Contract) with { StakePercent = 250m }, 0.2m)),
        Rejected("broken.jsonl", 3, "broken_json"),
        Article("c01", "2015-04-02", "fr") with { Entry = Article("c01", "2015-04-02", "fr").Entry with { Path = "z/again.txt" } },
    ];

    /// <summary>The dataset of the parts, as its first publication has it.</summary>
    public static Dataset Dataset { get; } = Load.Of(Parts);

    static string Id(string name) => name.ToLowerInvariant().Replace(' ', '-');
}

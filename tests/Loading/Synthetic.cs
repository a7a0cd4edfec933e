using static TechMoves.Tests.Loading.Sample;

namespace TechMoves.Tests.Loading;

/// <summary>Parts as normalization would hand them on, made by a generator from a seed: any number of them, the same each time, none kept in memory.</summary>
/// <remarks>
/// Ten sources tell three moves, in six articles: a move is told by one article or by many, on neighbouring days, in two languages, as rumour, announcement and closing, with a sum or without.
/// One article in twenty is a copy of the one before, every other with a changed line; one in ten more tells nothing.
/// </remarks>
static class Synthetic
{
    static readonly string[] Sectors = ["software", "ai", "telecom", "semiconductors", "fintech", "gaming", "other"];
    static readonly string[] Currencies = ["EUR", "USD", "GBP", "CNY"];
    static readonly string[] Verbs = ["acquire", "announce", "launch", "sign", "raise"];
    static readonly MoveType[] Types = [MoveType.Acquisition, MoveType.Partnership, MoveType.Contract, MoveType.FundingRound, MoveType.ProductLaunch, MoveType.Expansion, MoveType.Investment, MoveType.JointVenture];

    /// <summary>So many articles tell the same three moves.</summary>
    public const int Together = 6;

    /// <param name="first">The number of the first article, a multiple of Together.</param>
    public static IEnumerable<Part> Parts(int seed, int sources, int first = 0)
    {
        for (int told = 0, article = first; told < sources; article++)
        {
            // Each article has draws of its own: where a stream begins does not matter.
            var random = new Random(unchecked(seed * 1_000_003 + article));
            var copies = article % 20 == 19;
            var count = article % 11 == 10 ? 0 : 1 + random.Next(3) / 2 + random.Next(2);
            var origin = copies ? article - 1 : article;
            var day = new DateOnly(2013, 1, 1).AddDays((int)((long)(origin / Together) * 37 % 4300) + (origin % Together * 3) + (copies ? 1 : 0));
            var id = $"{(article * 2654435761L & 0xFFFFFFFF):x8}{article:x8}";
            var rows = new Source[Math.Min(copies ? 1 : count, sources - told)];
            for (var i = 0; i < rows.Length; i++) rows[i] = Row(seed, id, Move(origin, i), day, i, new Random(unchecked(seed * 7 + origin * 3 + i)));
            told += rows.Length;
            yield return new(
                new(id, $"feed/{day:yyyy}/{day:yyyy-MM}.jsonl", article + 1, $"https://news.example/{day:yyyy/MM/dd}/{id}", $"Outlet {article % 400}", article % 3 == 0 ? "fr" : "en", day,
                    $"Company {Move(origin, 0) % 4999} tells of its next step with the article {origin}", TechMoves.Article.Fingerprint($"{seed} {origin}{(article % 40 == 39 ? " with a line of its own" : "")}"), rows.Length > 0 ? Outcome.Moves : Outcome.NoMove, rows.Length > 0 ? null : "no_move", null, rows.Length),
                [.. rows], [], Sketch(seed, origin, copies));
        }
    }

    /// <summary>As of a text of three hundred words. A copy has its original's but for a few, as where an outlet puts a line of its own below.</summary>
    static Signature Sketch(int seed, int origin, bool copies)
    {
        var random = new Random(unchecked(seed * 13 + origin));
        var hashes = new uint[300 + (copies ? 10 : 0)];
        for (var i = 0; i < hashes.Length; i++) hashes[i] = (uint)random.NextInt64(1L << 32);
        Array.Sort(hashes);
        return new(hashes.Length, [.. hashes.Distinct().Take(Signature.Kept)]);
    }

    /// <summary>Which of the three moves of its neighbours a source tells.</summary>
    static int Move(int article, int place) => (article / Together * 3) + ((article + place * 2) % 3);

    static Source Row(int seed, string article, int move, DateOnly published, int place, Random random)
    {
        var world = new Random(unchecked(seed * 31 + move));
        var company = world.Next(60_000);
        var type = Types[world.Next(Types.Length)];
        var alone = type is MoveType.ProductLaunch or MoveType.Expansion;
        var name = $"Company {company}";
        var facts = Deal(name, alone ? null : $"Partner {world.Next(90_000)}", type, (Status)random.Next(4)) with { Sector = Sectors[world.Next(Sectors.Length)], CompanyCountry = company % 3 == 0 ? "FR" : null };
        if (alone) facts = facts with { Product = $"Series {world.Next(800)} model {world.Next(90)}" };
        if (world.Next(3) > 0) facts = facts.For(1_000_000m * (1 + world.Next(900)), Currencies[world.Next(4)], (Qualifier)random.Next(4), AmountKind.Price);
        if (random.Next(2) == 0) facts = facts.On(published.AddDays(-random.Next(3)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), basis: DateBasis.Relative);
        var at = 40 + place * 400;
        var evidence = $"{name} said on Thursday that it would {Verbs[world.Next(Verbs.Length)]} {(facts.Partner ?? facts.Product)} for a sum of {facts.Amount ?? 0} by the end of the year, its third such step since spring, no. {move}.";
        return new Source(article, facts, random.Next(5) == 0, (Asserter)random.Next(4), evidence, at, at + evidence.Length, $"company={at}:{at + name.Length}|{(alone ? "product" : "partner")}={at + 60}:{at + 75}", $"{Verbs[world.Next(Verbs.Length)]} V", 0.3m + random.Next(700) / 1000m, at + 20,
            [.. facts.Partners.Prepend(name).Select(p => p.ToLowerInvariant().Replace(' ', '-')).Select(id => new Identity(id, id))]);
    }
}

namespace TechMoves;

/// <summary>Joins what the sentences of one article tell: one story, one row. The headline names the move, the body completes it.</summary>
public static class Story
{
    /// <summary>The feature of an offer for a company, and that of a purchase whose target is only described.</summary>
    public const string Bid = "bid", Described = "target_described";

    /// <summary>A move dated so many days before the publication is background.</summary>
    const int OldNews = 60;

    /// <summary>A pact dated so many days before the publication is another than the one that the news tells of.</summary>
    const int OldPact = 180;

    /// <summary>So many tellings stand for their group: a text that says one thing a thousand times takes no longer for it.</summary>
    const int Looked = 24;

    public static ImmutableArray<Candidate> Of(Document document, IReadOnlyList<Candidate> candidates, Coreference coreference)
    {
        var rounds = candidates.Where(c => c.Dropped is null && c is { Type: MoveType.FundingRound, Company: not null }).ToList();
        var kept = candidates.Where(c => c.Dropped is null && !Rounds.IsTelling(c)).Select(c => Rounds.AsRound(c, rounds)).ToList();
        kept.AddRange(Bids.Of(document, candidates, kept, coreference));
        var groups = new List<List<Candidate>>();
        kept.RemoveAll(c => IsShadow(c, kept));
        foreach (var candidate in kept)
        {
            var group = groups.Find(g => g.Exists(other => IsSameMove(document, other, candidate)) && !g.Take(Looked).Any(other => Contradicts(other, candidate)));
            if (group is null) groups.Add([candidate]);
            else group.Add(candidate);
        }
        foreach (var telling in candidates.Where(Rounds.IsTelling).OrderBy(c => c.Sentence)) Rounds.Nearest(groups, telling)?.Add(telling with { Dropped = null, Company = null, Amount = null, Date = null });
        var moves = Sums.Complete(document, groups.ConvertAll(g => Join(document, g, coreference)), candidates);
        var results = moves.Select(m => m.Company is null ? m with { Dropped = "no_company" } : m.Partners.Length == 0 && NeedsPartner(m.Type) && !m.Features.Contains(Described, StringComparer.Ordinal) ? m with { Dropped = "no_partner" } : m);
        return [.. results.Concat(candidates.Where(c => c.Dropped is not null)).OrderBy(c => c.Background).ThenBy(c => c.Trigger.Start)];
    }

    /// <summary>Of several steps that one sentence tells of one company's own doing, the first by the order of types counts, unless each names a thing of its own.</summary>
    static bool IsShadow(Candidate candidate, List<Candidate> all) => candidate is { Type: MoveType.Expansion, Amount: { } budget }
        // "X invests N to become a shareholder of Y": the money is that of the deal.
        && all.Exists(o => o.Sentence == candidate.Sentence && Family(o.Type) is 0 or 1 && o.Company?.Entity == candidate.Company?.Entity && o.Amount?.Start == budget.Start) || Family(candidate.Type) is 3 or 4 && all.Exists(o =>
        // "X agrees with Y to develop Z": the purpose of a deal is no step of its own.
        o != candidate && o.Sentence == candidate.Sentence && o.Partners.Length > 0 && Family(o.Type) is 0 or 1 or 2 && candidate.Features.Contains("shape_infinitive", StringComparer.Ordinal)
        && (o.Company?.Entity == candidate.Company?.Entity || o.Partners.Any(p => p.Entity == candidate.Company?.Entity))
        || o != candidate && o.Sentence == candidate.Sentence && o.Company?.Entity == candidate.Company?.Entity && Family(o.Type) is 3 or 4 && o.Type != candidate.Type
        && o.Type < candidate.Type);

    static bool IsSameMove(Document document, Candidate a, Candidate b)
    {
        var parties = EntitySet.OfParties(a);
        var others = EntitySet.OfParties(b);
        if (Family(a.Type) != Family(b.Type)) return IsDealOfPact(a, b, parties, others);
        if (a.Sentence == b.Sentence && parties.SetEquals(others) && (parties.Count > 1 || a.Type == b.Type && (a.Product is null || b.Product is null))) return true;
        if (Conflict(a.Date, b.Date) || IsOlder(document, a, b) || IsOlder(document, b, a)) return false;
        if (a.Company is not null && b.Company is not null && a.Company.Entity != b.Company.Entity && !IsShortened(a, b) && !IsShortened(b, a) && !(IsSymmetric(a.Type) && parties.SetEquals(others) && parties.Count > 1)) return false;
        if (a.Company is null || b.Company is null) return Meet(a, b) || a.Partners.IsEmpty && b.Partners.IsEmpty && a.Type == b.Type;
        switch (Family(a.Type))
        {
            // Who sells in one telling and buys in the other does two things.
            case 0 when (a.Type == MoveType.Divestiture) != (b.Type == MoveType.Divestiture) && a.Company.Entity == b.Company.Entity: return false;
            case 0 or 2:
                if (a.Partners.Length > 0 && b.Partners.Length > 0) return Meet(a, b);
                return !Conflict(a.Amount, b.Amount) && (a.Type == b.Type || a.Partners.Length + b.Partners.Length > 0);
            case 1:
                return !Conflict(a.Amount, b.Amount);
            case 3:
                return SameThing(document, a, b);
            case 4 or 6:
                return !Conflict(a.Amount, b.Amount) && SameThing(document, a, b);
            default:
                return true;
        }
    }

    /// <summary>A headline that says Thales of a deal of Thales Alenia Space.</summary>
    static bool IsShortened(Candidate headline, Candidate body) => headline.Block == BlockKind.Title && body.Block != BlockKind.Title && Meet(headline, body)
        && body.Company!.Name.StartsWith(headline.Company!.Name + " ", StringComparison.OrdinalIgnoreCase);

    /// <summary>Deals with other counterparties are other deals, whatever a telling that names none would join.</summary>
    static bool Contradicts(Candidate a, Candidate b) =>
        Family(a.Type) is 0 or 2 && Family(a.Type) == Family(b.Type) && a.Partners.Length > 0 && b.Partners.Length > 0 && !EntitySet.OfParties(a).SetEquals(EntitySet.OfParties(b)) && !Meet(a, b)
        && !(a.Seller is { } seller && IsPartner(b, seller.Entity)) && !(b.Seller is { } other && IsPartner(a, other.Entity));

    static bool IsPartner(Candidate candidate, int entity)
    {
        foreach (var partner in candidate.Partners) if (partner.Entity == entity) return true;
        return false;
    }

    /// <summary>Whether two tellings have a partner in common.</summary>
    static bool Meet(Candidate a, Candidate b)
    {
        foreach (var partner in a.Partners) if (IsPartner(b, partner.Entity)) return true;
        return false;
    }

    /// <summary>"X signs an agreement to buy Y": the pact and the deal of the same parties in one breath are one move; so are a listing and the money that it raises.</summary>
    static bool IsDealOfPact(Candidate a, Candidate b, EntitySet parties, EntitySet others) =>
        (Family(a.Type), Family(b.Type)) is (1, 5) or (5, 1) && a.Company is not null && a.Company.Entity == b.Company?.Entity && Math.Abs(a.Sentence - b.Sentence) <= 1
        || (Family(a.Type), Family(b.Type)) is (0, 2) or (2, 0) && parties.Count > 1 && parties.SetEquals(others) && Math.Abs(a.Sentence - b.Sentence) <= 1;

    /// <summary>Types of one family may be told for one another.</summary>
    public static int Family(MoveType type) => type switch
    {
        MoveType.Merger or MoveType.Acquisition or MoveType.Divestiture or MoveType.Investment => 0,
        MoveType.FundingRound => 1,
        MoveType.Partnership or MoveType.JointVenture or MoveType.Contract or MoveType.Licensing => 2,
        MoveType.ProductLaunch or MoveType.Trial or MoveType.Development => 3,
        MoveType.Expansion => 4,
        MoveType.Ipo => 5,
        _ => 6,
    };

    /// <summary>Steps between two: without the other party there is nothing to tell.</summary>
    static bool NeedsPartner(MoveType type) => type is MoveType.Acquisition or MoveType.Merger or MoveType.JointVenture or MoveType.Investment or MoveType.Partnership or MoveType.Contract;

    static bool IsSymmetric(MoveType type) => type is MoveType.Merger or MoveType.JointVenture or MoveType.Partnership;

    // Headlines round sums: $13M stands for $13.3 million.
    public static bool Conflict(AmountMention? a, AmountMention? b) => a is not null && b is not null && a.Currency == b.Currency && Math.Abs(a.Amount - b.Amount) > 0.06m * Math.Max(a.Amount, b.Amount);

    /// <summary>The headline's sum is news; another sum of an older date is another move, in whatever currency.</summary>
    static bool IsOlder(Document document, Candidate news, Candidate old) =>
        Family(news.Type) == 2 && !news.Background && news.Date is null && old is { Background: true, Date.Last: { } year } && document.Article.Published is { } today && year < today.AddDays(-OldPact) ||
        news is { Block: BlockKind.Title, Date: null, Background: false, Amount: { } sum } && old is { Amount: { } other, Date.Last: { } last } && document.Article.Published is { } published && last < published.AddDays(-OldNews)
        && (sum.Amount != other.Amount || sum.Currency != other.Currency);

    static bool Conflict(DateMention? a, DateMention? b) => a is { First: { } from, Last: { } to } && b is { First: { } since, Last: { } until } && (from > until.AddDays(45) || since > to.AddDays(45));

    /// <summary>Two launches are one where they name one thing, or where the headline and the lede tell them.</summary>
    static bool SameThing(Document document, Candidate a, Candidate b)
    {
        var (x, y) = (Words(a.Product), Words(b.Product));
        if (x.Overlaps(y)) return true;
        if (x.Count == 0 || y.Count == 0) return Math.Abs(a.Sentence - b.Sentence) <= 2;
        // "The platform", said after a launch, is what was launched.
        if (a.Type == b.Type && (IsSaidAgain(b) && b.Sentence >= a.Sentence || IsSaidAgain(a) && a.Sentence >= b.Sentence)) return true;
        return (a.Block == BlockKind.Title) != (b.Block == BlockKind.Title) && a.Type == b.Type && Math.Max(a.Sentence, b.Sentence) <= Math.Min(a.Sentence, b.Sentence) + 2 && document.Sentences.Length > 1;
    }

    static bool IsSaidAgain(Candidate candidate) => candidate.Features.Contains("product_said", StringComparer.Ordinal) && candidate.Block != BlockKind.Title;

    static HashSet<string> Words(Filler? product) => product is null ? [] : [.. product.Text.Split([' ', '\'', '’', '"', '«', '»', '“', '”'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 3).Select(w => w.ToLowerInvariant())];

    static Candidate Join(Document document, List<Candidate> group, Coreference coreference)
    {
        // A company that raises money by its listing is listed.
        var type = group.Exists(c => c.Type == MoveType.Ipo) ? MoveType.Ipo : group.Select(c => c.Type).Min();
        var best = group.Count == 1 ? group[0] : group.OrderByDescending(c => c.Company is null ? 0 : 1).ThenByDescending(c => c.Type == type).ThenByDescending(Filled).ThenBy(c => c.Block == BlockKind.Title).ThenBy(c => c.Trigger.Start).First();
        // The body's sum and status beat the headline's.
        var inOrder = group.Count == 1 ? group : group.OrderBy(c => c != best).ThenBy(c => c.Block == BlockKind.Title).ThenBy(c => c.Trigger.Start).ToList();
        var priced = inOrder.Find(c => c.Amount is not null) ?? best;
        // "100 milliards" in the headline, "100 milliards de dollars" in the lede.
        if (priced.Amount is { Currency: null, Amount: var bare }) priced = inOrder.Find(c => c.Amount is { Currency: not null, Amount: var sum } && sum == bare) ?? priced;
        var partners = inOrder.SelectMany(c => c.Partners).Where(p => p.Entity != best.Company?.Entity).DistinctBy(p => p.Entity).ToImmutableArray();
        if (best.Type is not (MoveType.FundingRound or MoveType.Investment or MoveType.Partnership) && best.Partners.Length > 0) partners = best.Partners;
        var seller = inOrder.Find(c => c.Seller is not null)?.Seller;
        // Who sells is a party like the others, behind what is sold.
        if (seller is not null && Family(type) == 0 && seller.Entity != best.Company?.Entity && !partners.Any(p => p.Entity == seller.Entity)) partners = partners.Add(seller);
        var date = inOrder.Find(c => c.Date is not null)?.Date ?? NewsDates.Of(document, best.Company?.Entity, [.. group.Select(c => c.Sentence)], group.Exists(c => c.Block is BlockKind.Title or BlockKind.Lede));
        return best with
        {
            // A sale told only by its seller stays one.
            Type = best.Type == MoveType.Divestiture ? best.Type : type,
            Company = best.Company is { } acting ? Proof.Of(document, acting) : null,
            Partners = [.. partners.Select(p => Proof.Of(document, p))],
            Seller = seller is null ? null : Proof.Of(document, seller),
            Product = inOrder.Find(c => c.Product is not null)?.Product,
            Amount = priced.Amount,
            Restated = priced.Restated,
            AmountKind = priced.AmountKind,
            Undisclosed = priced.Amount is null && Family(type) is 0 or 1 ? inOrder.Select(c => Undisclosed.Of(document, c.Sentence)).FirstOrDefault(u => u is not null) : null,
            Stake = inOrder.Find(c => c.Stake is not null)?.Stake,
            Date = date,
            Status = inOrder.Exists(c => c.Status == Status.Rejected && (c == best || Family(type) is not 3)) ? Status.Rejected : StatusOf(group, best),
            Detail = inOrder.Find(c => c.Detail is not null)?.Detail,
            Features = [.. best.Features, group.Count > 1 ? "told_again" : "told_once", .. group.Exists(c => c.Block == BlockKind.Title) && best.Block != BlockKind.Title ? ["told_in_title"] : Array.Empty<string>()],
            Background = IsBackground(document, group, best, date, coreference),
        };
    }

    /// <summary>The body's first word on it beats the headline's present tense; a later look back does not.</summary>
    static Status StatusOf(List<Candidate> group, Candidate best) =>
        group.Where(c => c.Block != BlockKind.Title && !c.Background && c.Company is not null && c.Sentence <= best.Sentence + 4).OrderBy(c => c.Sentence).FirstOrDefault()?.Status ?? best.Status;

    static int Filled(Candidate candidate) => Math.Min(candidate.Partners.Length, 3) * 2 + (candidate.Amount is null ? 0 : 2) + (candidate.Product is null ? 0 : 1) + (candidate.Company is { IsNamed: true } ? 1 : 0) + (candidate.Date is null ? 0 : 1);

    static bool IsBackground(Document document, List<Candidate> group, Candidate best, DateMention? date, Coreference coreference)
    {
        if (group.Exists(c => c.Block == BlockKind.Title)) return false;
        var old = date is { Last: { } last } && document.Article.Published is { } published && last < published.AddDays(-OldNews);
        if (old || group.TrueForAll(c => c.Background)) return true;
        // Where the title names no company of its own (a roundup), each item is news.
        if (coreference.IsRoundup && !group.TrueForAll(c => c.Company is not { IsNamed: true })) return false;
        var early = group.Exists(c => c.Block == BlockKind.Lede || c.Sentence <= 3);
        return !early && !(best.Company is { } company && coreference.IsTitled(company.Entity) && best.Sentence * 2 < document.Sentences.Length);
    }
}

namespace TechMoves;

/// <summary>Completes offers that name no target.</summary>
public static class Bids
{
    /// <summary>"The latest offer of X was refused": a bid, told with a price or an answer, that names no target is for the company that the article's takeover is about.</summary>
    public static IEnumerable<Candidate> Of(Document document, IReadOnlyList<Candidate> candidates, List<Candidate> kept, Coreference coreference)
    {
        var targets = kept.Where(c => c is { Type: MoveType.Acquisition, Background: false, Company: not null } && c.Partners.Length > 0).Select(c => c.Partners[0]).ToList();
        foreach (var bid in candidates.Where(c => c is { Dropped: "no_partner" or "no_organisation", Company: not null, Partners.Length: 0, Background: false } && (c.Status == Status.Rejected || c.Detail is not null || c.Amount is not null) && c.Features.Contains(Story.Bid, StringComparer.Ordinal)))
            if (!targets.Exists(t => t.Entity == bid.Company!.Entity) && !kept.Exists(c => c.Sentence == bid.Sentence && Story.Family(c.Type) == 0) && Target(bid.Company!.Entity) is { } target)
                yield return bid with { Dropped = null, Partners = [target with { IsNamed = false }] };

        // The target of the other tellings, else the one other company that the title names.
        Party? Target(int bidder) => targets.Where(t => t.Entity != bidder).GroupBy(t => t.Entity).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).FirstOrDefault()?.First()
            ?? (targets.Count == 0 && (coreference.OtherTitled(bidder) ?? (coreference.TitledCompany is { } titled && titled.Index != bidder ? titled : null)) is { } other ? PartyOf(document, other) : null);
    }

    static Party? PartyOf(Document document, Entity entity) =>
        Array.IndexOf(document.EntityOfName, entity.Index) is >= 0 and var name ? new(entity.Name, entity.Index, entity.Company?.Name, document.Names[name].Start, document.Names[name].End, true) : null;
}

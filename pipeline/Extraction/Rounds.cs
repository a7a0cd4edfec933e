namespace TechMoves;

/// <summary>Funding rounds told in pieces: by the side of the investor, and by those who took part.</summary>
public static class Rounds
{
    /// <summary>"I invests N in X" in a story of X's round tells that round from the investor's side.</summary>
    public static Candidate AsRound(Candidate candidate, List<Candidate> rounds)
    {
        if (candidate is not { Type: MoveType.Investment, Company: { } investor, Partners: [var target, ..] }) return candidate;
        if (rounds.Exists(r => r.Company!.Entity == investor.Entity && Math.Abs(r.Sentence - candidate.Sentence) <= 1)) return candidate with { Type = MoveType.FundingRound };
        var round = rounds.Find(r => r.Company!.Entity == target.Entity && (candidate.Amount is null || r.Amount is null || !Story.Conflict(candidate.Amount, r.Amount)));
        return round is null ? candidate : candidate with { Type = MoveType.FundingRound, Company = target, Partners = [investor, .. candidate.Partners.Skip(1)], Status = round.Status, AmountKind = round.AmountKind };
    }

    /// <summary>"X led the round", "Y also participated": who took part in a round that another sentence tells.</summary>
    public static bool IsTelling(Candidate candidate) => candidate.Type == MoveType.FundingRound && candidate.Partners.Length > 0 && (candidate.Dropped is null ? candidate.Company is null : candidate.Dropped is "no_company" or "no_amount") && candidate.Status != Status.Rejected;

    /// <summary>The round that a telling of its investors belongs to: the one told last before it, not far back unless the article tells only one.</summary>
    public static List<Candidate>? Nearest(List<List<Candidate>> groups, Candidate telling)
    {
        const int Far = 6;
        var rounds = groups.Where(g => g[0].Type == MoveType.FundingRound && g.Exists(c => c.Company is not null)).ToList();
        var reach = rounds.Count == 1 || telling.Company is not null ? int.MaxValue : Far;
        return rounds.Where(g => g.Exists(c => c.Company is not null && (telling.Company is null || telling.Company.Entity == c.Company.Entity || telling.Partners.Any(p => p.Entity == c.Company.Entity)) && telling.Sentence >= c.Sentence && telling.Sentence - c.Sentence <= reach))
            .MinBy(g => g.Where(c => c.Sentence <= telling.Sentence).Min(c => telling.Sentence - c.Sentence));
    }
}

namespace TechMoves;

/// <summary>The sector of a move: of the thing bought, built or launched, by the keywords near it and the trade of who is bought.</summary>
public static class Sectors
{
    /// <summary>The feature of a candidate whose sector stands in its words, not only in the trades of its parties.</summary>
    public const string ByWords = "sector_by_words";

    const int StrongKeyword = 3;
    const int NearWeight = 3, TitleWeight = 2, TargetWeight = 8, ActorWeight = 4;

    public static Candidate Of(Document document, Candidate candidate)
    {
        var votes = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var words = new HashSet<string>(StringComparer.Ordinal);
        for (var s = 0; s < document.Sentences.Length; s++)
        {
            var block = document.Blocks[document.Sentences[s].Block].Kind;
            var weight = s == candidate.Sentence ? NearWeight : block == BlockKind.Title ? (candidate.Background ? 0 : TitleWeight) : Math.Abs(s - candidate.Sentence) == 1 ? 1 : !candidate.Background && s < 6 ? 1 : 0;
            if (weight == 0) continue;
            for (var t = document.Sentences[s].First; t < document.Sentences[s].Last; t++)
            {
                var length = document.Language.Things.Keywords.Match(document.Tokens.AsSpan(t..document.Sentences[s].Last), out var found);
                foreach (var keyword in found)
                {
                    if (weight >= TitleWeight && keyword.Weight >= StrongKeyword) words.Add(keyword.Sector);
                    Add(keyword.Sector, keyword.Weight * weight * (IsIn(candidate.Product, document.Tokens[t]) ? 3 : 1));
                }
                t += Math.Max(length - 1, 0);
            }
        }
        var target = candidate.Type is MoveType.FundingRound or MoveType.Ipo ? candidate.Company : candidate.Partners is [var first, ..] && candidate.Type is MoveType.Acquisition or MoveType.Investment or MoveType.Divestiture ? first : null;
        if (target is not null && document.Entities[target.Entity].Company is { } bought) Add(bought.Sector, TargetWeight * 2);
        if (candidate.Company is { } company && document.Entities[company.Entity].Company is { } actor) Add(actor.Sector, ActorWeight);
        foreach (var partner in candidate.Partners) if (partner != target && document.Entities[partner.Entity].Company is { } ally) Add(ally.Sector, ActorWeight / 2);
        var best = votes.Where(v => v.Key != "other").OrderByDescending(v => v.Value).ThenBy(v => v.Key, StringComparer.Ordinal).FirstOrDefault();
        return candidate with { Sector = best.Key ?? "other", Features = best.Key is not null && words.Contains(best.Key) ? candidate.Features.Add(ByWords) : candidate.Features };

        void Add(string sector, int weight) => votes[sector] = votes.GetValueOrDefault(sector) + weight;
    }

    static bool IsIn(Filler? product, Token token) => product is not null && token.Start >= product.Start && token.End <= product.End;
}

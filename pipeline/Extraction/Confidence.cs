namespace TechMoves;

/// <summary>Turns the features of a candidate into a probability that its row is right: a linear model whose weights are data (confidence.csv).</summary>
public static class Confidence
{
    public static Candidate Of(Document document, Candidate candidate, Coreference coreference)
    {
        var features = Features(document, candidate, coreference).ToImmutableArray();
        var weights = document.Language.Names.World.Confidence;
        var sum = weights.GetValueOrDefault("bias") + features.Sum(f => weights.GetValueOrDefault(f));
        return candidate with { Features = features, Confidence = Math.Round((decimal)(1 / (1 + Math.Exp(-sum))), 3) };
    }

    static IEnumerable<string> Features(Document document, Candidate candidate, Coreference coreference)
    {
        yield return $"type_{Terms.Of(candidate.Type)}";
        yield return $"status_{Terms.Of(candidate.Status)}";
        yield return candidate.Block == BlockKind.Title ? "in_title" : candidate.Block == BlockKind.Lede ? "in_lede" : "in_body";
        if (candidate.Predicate.Contains(":noun:", StringComparison.Ordinal)) yield return "noun_predicate";
        if (candidate.Background) yield return "background";
        if (candidate.Company is { } company)
        {
            yield return company.IsNamed ? "company_named" : "company_described";
            if (coreference.IsTitled(company.Entity)) yield return "company_in_title";
            yield return Kind("company", document.Entities[company.Entity]);
        }
        if (candidate.Partners is [var partner, ..])
        {
            yield return partner.IsNamed ? "partner_named" : "partner_described";
            if (coreference.IsTitled(partner.Entity)) yield return "partner_in_title";
            yield return Kind("partner", document.Entities[partner.Entity]);
        }
        else yield return "partner_none";
        if (candidate.Amount is not null) yield return "amount";
        if (candidate.Date is not null) yield return "date";
        if (candidate.Product is not null) yield return "product";
    }

    static string Kind(string role, Entity entity) => $"{role}_{(entity.Company is not null ? "registered" : Terms.Of(entity.Kind))}";
}

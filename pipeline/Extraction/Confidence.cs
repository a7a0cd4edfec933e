namespace TechMoves;

/// <summary>Turns the features of a candidate into a probability that its row is right: a linear model whose weights are data (confidence.csv).</summary>
public static class Confidence
{
    public static Candidate Of(Document document, Candidate candidate, Coreference coreference)
    {
        ImmutableArray<string> features = [.. candidate.Features, .. Features(document, candidate, coreference)];
        var weights = document.Language.Names.World.Confidence;
        var sum = weights.GetValueOrDefault("bias") + features.Sum(f => weights.GetValueOrDefault(f));
        return candidate with { Features = features, Confidence = Math.Round((decimal)(1 / (1 + Math.Exp(-sum))), 3) };
    }

    static IEnumerable<string> Features(Document document, Candidate candidate, Coreference coreference)
    {
        yield return $"type_{Terms.Of(candidate.Type)}";
        yield return $"status_{Terms.Of(candidate.Status)}";
        yield return candidate.Block == BlockKind.Title ? "in_title" : candidate.Block == BlockKind.Lede ? "in_lede" : "in_body";
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
        if (candidate.Sector == "other") yield return "sector_other";
        yield return candidate.Sentence <= 2 ? "sentence_first" : candidate.Sentence * 2 <= document.Sentences.Length ? "sentence_early" : "sentence_late";
        if (candidate.Asserter != Asserter.Journalist) yield return $"asserter_{Terms.Of(candidate.Asserter)}";
        if (Parties(candidate).Any(p => document.Entities[p.Entity].Company is { } c && c.Classes.Any(document.Language.Names.World.TechnologyClasses.Contains))) yield return "technology_party";
        if (candidate.Company is { } actor && document.Entities[actor.Entity].Mentions >= 3) yield return "company_often";
        yield return candidate.Predicate;
    }

    static IEnumerable<Party> Parties(Candidate candidate) => candidate.Partners.Append(candidate.Company).OfType<Party>();

    static string Kind(string role, Entity entity) => $"{role}_{(entity.Company is not null ? "registered" : Terms.Of(entity.Kind))}";
}

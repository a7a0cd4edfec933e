namespace TechMoves;

/// <summary>Takes out what one article tells twice: of rows that have the same parties and differ in nothing that both tell, the better supported stays, and the other becomes an issue.</summary>
public static class Retold
{
    public static ImmutableArray<Source> Of(ImmutableArray<Source> sources, ImmutableArray<Issue>.Builder issues)
    {
        if (sources.Length < 2) return sources;
        var kept = new List<Source>();
        // The one with the sum first: what it tells more is lost with it.
        foreach (var source in sources.OrderBy(s => s.Background).ThenBy(s => s.Facts.Amount is null).ThenByDescending(s => s.Confidence).ThenBy(s => s.TriggerStart))
        {
            if (kept.Find(k => AreOne(k, source)) is { } better)
                issues.Add(new(source.ArticleId, null, "warning", "told_twice", "evidence", source.Evidence, $"{source.Facts.Company}: {source.Predicate} is told by {better.Predicate} too"));
            else kept.Add(source);
        }
        return [.. sources.Where(kept.Contains)];
    }

    static bool AreOne(Source a, Source b)
    {
        var (x, y) = (a.Facts, b.Facts);
        if (a.Parties.Length < 2 || b.Parties.Length < 2 || !Shared(a, b) || !MoveTypes.MayBeOne(x.Type, y.Type)) return false;
        if (x.Amount is { } sum && y.Amount is { } other && (sum != other || x.Currency != y.Currency)) return false;
        if (x.StakePercent is { } stake && y.StakePercent is { } percent && stake != percent) return false;
        if (IsTold(x) && IsTold(y) && (x.Date > Telling.Last(y.Date!.Value, y.DatePrecision) || y.Date > Telling.Last(x.Date!.Value, x.DatePrecision))) return false;
        var (words, others) = (Words(x), Words(y));
        return a.Background == b.Background && (words.IsEmpty || others.IsEmpty || words.Any(w => others.Any(o => ProductWords.AreSame(w, o))));
    }

    /// <summary>All parties of the one are parties of the other.</summary>
    static bool Shared(Source a, Source b) => a.Parties.Length <= b.Parties.Length ? a.Parties.All(b.Parties.Contains) : b.Parties.All(a.Parties.Contains);

    static bool IsTold(Facts facts) => facts is { Date: not null, DateBasis: not DateBasis.Published };

    static ImmutableArray<uint> Words(Facts facts) => ProductWords.Of(facts.Product ?? "", [facts.Company, .. facts.Partners]);
}

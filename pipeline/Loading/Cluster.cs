namespace TechMoves;

/// <summary>A move in the making: its tellings, their articles, and the span of every sum told of it. Owned by Clusters, never published.</summary>
sealed class Cluster
{
    /// <summary>Sums that differ by more contradict each other.</summary>
    const decimal Tolerance = 1.15m;

    readonly List<Bundle> _bundles;
    readonly HashSet<string> _articles;
    readonly Dictionary<string, (decimal HighestLow, decimal LowestHigh)> _sums = new(StringComparer.Ordinal);

    public Cluster(Bundle bundle)
    {
        _bundles = [bundle];
        Lead = bundle.Lead;
        _articles = bundle.Tellings.Select(t => t.Source.ArticleId).ToHashSet(StringComparer.Ordinal);
        var facts = bundle.Lead.Facts;
        if (facts is { Amount: { } amount, Currency: { } currency }) _sums[currency] = (amount, facts.AmountMax ?? amount);
        if (facts is { AmountAlt: { } alt, CurrencyAlt: { } other }) _sums.TryAdd(other, (alt, alt));
        if (facts.StakePercent is { } stake) _sums["%"] = (stake, stake);
    }

    /// <summary>The first telling in their order.</summary>
    public Telling Lead { get; private set; }

    public int Size => _bundles.Count;

    /// <summary>All tellings, copies included, in their order.</summary>
    public ImmutableArray<Telling> Tellings => [.. _bundles.SelectMany(b => b.Tellings).Order(Telling.Order)];

    /// <summary>Whether the two can be one move: no article tells both apart, and no sum contradicts another.</summary>
    public bool Agrees(Cluster other)
    {
        if (_articles.Overlaps(other._articles)) return false;
        foreach (var (unit, sum) in other._sums)
            if (_sums.TryGetValue(unit, out var own) && Math.Max(own.HighestLow, sum.HighestLow) > Math.Min(own.LowestHigh, sum.LowestHigh) * Tolerance) return false;
        return true;
    }

    /// <summary>Whether it was told on or before the day of a retelling; true where that day is not known.</summary>
    public bool IsBefore(Bundle retelling) => retelling.Lead.Article.Published is not { } day || _bundles.Exists(b => b.Lead.Period!.Value.First <= day);

    public void Take(Cluster other)
    {
        _bundles.AddRange(other._bundles);
        if (Telling.Order.Compare(other.Lead, Lead) < 0) Lead = other.Lead;
        _articles.UnionWith(other._articles);
        foreach (var (unit, sum) in other._sums)
            _sums[unit] = _sums.TryGetValue(unit, out var own) ? (Math.Max(own.HighestLow, sum.HighestLow), Math.Min(own.LowestHigh, sum.LowestHigh)) : sum;
    }
}

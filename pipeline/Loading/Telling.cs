namespace TechMoves;

/// <summary>A source with what load must know of its article. Voice is the same for copies of one article. Tellings have a total order, which depends on no other telling: by publication, article, place.</summary>
/// <param name="Index">Its place among the sources of its article.</param>
/// <param name="Rank">Its place among those of them that hang on the same trigger.</param>
public sealed record Telling(Source Source, LedgerRow Article, int Index, int Rank)
{
    public static readonly IComparer<Telling> Order = Comparer<Telling>.Create(Compare);

    /// <summary>The published ids that it may be found under.</summary>
    public ImmutableArray<Claim> Claims { get; init; } = [];

    public Facts Facts => Source.Facts;

    public string Voice => Article.DuplicateOf ?? Source.ArticleId;

    public bool IsCopy => Article.Outcome == Outcome.Duplicate;

    /// <summary>The plausible tellings of the ledger's sources, in their order.</summary>
    public static List<Telling> Of(ImmutableArray<Entered> articles, List<Issue> issues)
    {
        var tellings = new List<Telling>();
        var triggers = new Dictionary<int, int>();
        foreach (var (entry, sources) in articles)
        {
            triggers.Clear();
            for (var i = 0; i < sources.Length; i++)
            {
                var rank = triggers.GetValueOrDefault(sources[i].TriggerStart);
                triggers[sources[i].TriggerStart] = rank + 1;
                tellings.Add(new(Plausible.Of(sources[i], issues), entry, i, rank));
            }
        }
        tellings.Sort(Order);
        return tellings;
    }

    static int Compare(Telling a, Telling b) => (a.Article.Published ?? DateOnly.MaxValue).CompareTo(b.Article.Published ?? DateOnly.MaxValue) is not 0 and var day ? day
        : string.CompareOrdinal(a.Source.ArticleId, b.Source.ArticleId) is not 0 and var article ? article
        : (a.Source.TriggerStart, a.Index).CompareTo((b.Source.TriggerStart, b.Index));

    /// <summary>The last day of a period.</summary>
    public static DateOnly Last(DateOnly first, Precision? precision) => precision switch
    {
        Precision.Month => first.AddMonths(1).AddDays(-1),
        Precision.Quarter => first.AddMonths(3).AddDays(-1),
        Precision.Half => first.AddMonths(6).AddDays(-1),
        Precision.Year => first.AddYears(1).AddDays(-1),
        _ => first,
    };
}

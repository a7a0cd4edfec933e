namespace TechMoves;

/// <summary>The columns of the six tables, in the order of schemas/: once named here, written to CSV and to Parquet.</summary>
public static class Columns
{
    public static readonly ImmutableArray<Column<Move>> Moves =
    [
        .. Told<Move>(m => m.Facts),
        new FlagColumn<Move>("background_only", m => m.BackgroundOnly),
        .. Identities<Move>(m => m.Facts),
        new NumberColumn<Move>("confidence", 4, 3, m => m.Confidence),
        new WholeColumn<Move>("source_count", m => m.SourceCount),
        new ListColumn<Move>("languages", m => m.Languages),
        new DayColumn<Move>("first_published", m => m.FirstPublished),
        new DayColumn<Move>("last_published", m => m.LastPublished),
        new ListColumn<Move>("status_history", m => m.StatusHistory),
        new TextColumn<Move>("move_id", m => m.Id),
    ];

    public static readonly ImmutableArray<Column<MoveSource>> Sources =
    [
        new TextColumn<MoveSource>("move_id", s => s.MoveId),
        new TextColumn<MoveSource>("article_id", s => s.Source.ArticleId),
        .. Told<MoveSource>(s => s.Source.Facts),
        .. Identities<MoveSource>(s => s.Source.Facts),
        new FlagColumn<MoveSource>("background", s => s.Source.Background),
        new TextColumn<MoveSource>("asserter", s => Terms.Of(s.Source.Asserter)),
        new TextColumn<MoveSource>("evidence", s => s.Source.Evidence),
        new WholeColumn<MoveSource>("evidence_start", s => s.Source.EvidenceStart),
        new WholeColumn<MoveSource>("evidence_end", s => s.Source.EvidenceEnd),
        new TextColumn<MoveSource>("spans", s => s.Source.Spans),
        new TextColumn<MoveSource>("predicate", s => s.Source.Predicate),
        new NumberColumn<MoveSource>("confidence", 4, 3, s => s.Source.Confidence),
    ];

    public static readonly ImmutableArray<Column<LedgerRow>> Articles =
    [
        new TextColumn<LedgerRow>("article_id", a => a.ArticleId),
        new TextColumn<LedgerRow>("path", a => a.Path),
        new WholeColumn<LedgerRow>("line", a => a.Line),
        new TextColumn<LedgerRow>("url", a => a.Url),
        new TextColumn<LedgerRow>("outlet", a => a.Outlet),
        new TextColumn<LedgerRow>("language", a => a.Language),
        new DayColumn<LedgerRow>("published", a => a.Published),
        new TextColumn<LedgerRow>("title", a => a.Title),
        new TextColumn<LedgerRow>("text_sha256", a => a.TextSha256),
        new TextColumn<LedgerRow>("outcome", a => Terms.Of(a.Outcome)),
        new TextColumn<LedgerRow>("reason", a => a.Reason),
        new TextColumn<LedgerRow>("duplicate_of", a => a.DuplicateOf),
        new WholeColumn<LedgerRow>("moves", a => a.Moves),
    ];

    public static readonly ImmutableArray<Column<Issue>> Issues =
    [
        new TextColumn<Issue>("article_id", i => i.ArticleId),
        new TextColumn<Issue>("move_id", i => i.MoveId),
        new TextColumn<Issue>("severity", i => i.Severity),
        new TextColumn<Issue>("rule", i => i.Rule),
        new TextColumn<Issue>("field", i => i.Field),
        new TextColumn<Issue>("value", i => i.Value),
        new TextColumn<Issue>("message", i => i.Message),
    ];

    public static readonly ImmutableArray<Column<Change>> Changes =
    [
        new TextColumn<Change>("move_id", c => c.MoveId),
        new TextColumn<Change>("change", c => Terms.Of(c.Kind)),
        new TextColumn<Change>("field", c => c.Field),
        new TextColumn<Change>("old", c => c.Old),
        new TextColumn<Change>("new", c => c.New),
        new TextColumn<Change>("merged_into", c => c.MergedInto),
    ];

    public static readonly ImmutableArray<Column<IdRow>> Ids =
    [
        new TextColumn<IdRow>("move_id", i => i.Id),
        new TextColumn<IdRow>("state", i => Terms.Of(i.State)),
        new TextColumn<IdRow>("merged_into", i => i.MergedInto),
        new WholeColumn<IdRow>("first_run", i => i.FirstRun),
        new TextColumn<IdRow>("article_id", i => i.Anchor.ArticleId),
        new WholeColumn<IdRow>("trigger_start", i => i.Anchor.Trigger),
        new WholeColumn<IdRow>("trigger_rank", i => i.Anchor.Rank),
        new WholeColumn<IdRow>("evidence_start", i => i.Anchor.Start),
        new WholeColumn<IdRow>("evidence_end", i => i.Anchor.End),
    ];

    static ImmutableArray<Column<T>> Told<T>(Func<T, Facts> of) =>
    [
        new TextColumn<T>("company", r => of(r).Company),
        new TextColumn<T>("partner", r => of(r).Partner),
        new TextColumn<T>("sector", r => of(r).Sector),
        Money<T>("amount", r => of(r).Amount),
        new TextColumn<T>("currency", r => of(r).Currency),
        new DayColumn<T>("date", r => WrittenDate(of(r))),
        new TextColumn<T>("type", r => Terms.Of(of(r).Type)),
        new TextColumn<T>("status", r => Terms.Of(of(r).Status)),
        new TextColumn<T>("status_detail", r => Term(of(r).Detail)),
        new ListColumn<T>("partners", r => of(r).Partners),
        new TextColumn<T>("seller", r => of(r).Seller),
        new TextColumn<T>("product", r => of(r).Product),
        new TextColumn<T>("amount_qualifier", r => Term(of(r).AmountQualifier)),
        Money<T>("amount_max", r => of(r).AmountMax),
        new TextColumn<T>("amount_kind", r => Term(of(r).AmountKind)),
        Money<T>("amount_alt", r => of(r).AmountAlt),
        new TextColumn<T>("currency_alt", r => of(r).CurrencyAlt),
        new NumberColumn<T>("stake_percent", 5, 2, r => of(r).StakePercent),
        new TextColumn<T>("date_precision", r => WrittenPrecision(of(r))),
        new TextColumn<T>("date_basis", r => Term(of(r).DateBasis)),
    ];

    static ImmutableArray<Column<T>> Identities<T>(Func<T, Facts> of) =>
    [
        new TextColumn<T>("company_id", r => of(r).CompanyId),
        new TextColumn<T>("partner_id", r => of(r).PartnerId),
        new TextColumn<T>("company_country", r => of(r).CompanyCountry),
    ];

    static NumberColumn<T> Money<T>(string name, Func<T, decimal?> of) => new(name, 20, 2, of);

    static string? Term<TTerm>(TTerm? term) where TTerm : struct, Enum => term is { } known ? Terms.Of(known) : null;

    // The first day of the written period. A half-year is written as its year, the narrowest precision of the dataset that holds it whole: a quarter would claim what the text does not.
    static DateOnly? WrittenDate(Facts facts) => (facts.Date, facts.DatePrecision) switch
    {
        ({ } date, Precision.Month) => new(date.Year, date.Month, 1),
        ({ } date, Precision.Quarter) => new(date.Year, (date.Month - 1) / 3 * 3 + 1, 1),
        ({ } date, Precision.Half or Precision.Year) => new(date.Year, 1, 1),
        var (date, _) => date,
    };

    static string? WrittenPrecision(Facts facts) => facts.DatePrecision == Precision.Half ? Terms.Of(Precision.Year) : Term(facts.DatePrecision);
}

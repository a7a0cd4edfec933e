namespace TechMoves;

/// <summary>The packed forms of what load puts aside: for each record its fields, written and read in one order. That nothing is left out is shown by a test.</summary>
public static class Forms
{
    public static readonly Form<Part> Part = new(
        (p, r) => p.Row(Entry!, r.Entry).Rows(Source!, r.Sources).Rows(Issue!, r.Issues).RowOrNull(Signature!, r.Signature),
        (ref u) => new(u.Row(Entry!), u.Rows(Source!), u.Rows(Issue!), u.RowOrNull(Signature!)));

    public static readonly Form<LedgerRow> Entry = new(
        (p, r) => p.Text(r.ArticleId).Text(r.Path).Whole(r.Line).Text(r.Url).Text(r.Outlet).Text(r.Language).Day(r.Published).Text(r.Title).Text(r.TextSha256)
            .Term(r.Outcome).Text(r.Reason).Text(r.DuplicateOf).Whole(r.Moves),
        (ref u) => new(u.Name(), u.Name()!, u.Whole(), u.Text(), u.Name(), u.Name(), u.Day(), u.Text(), u.Text(),
            u.Term<Outcome>(), u.Name(), u.Text(), u.Whole()));

    public static readonly Form<Issue> Issue = new(
        (p, r) => p.Text(r.ArticleId).Text(r.MoveId).Text(r.Severity).Text(r.Rule).Text(r.Field).Text(r.Value).Text(r.Message),
        (ref u) => new(u.Name(), u.Text(), u.Name()!, u.Name()!, u.Name(), u.Text(), u.Text()!));

    public static readonly Form<Facts> Facts = new(
        (p, r) => p.Text(r.Company).Texts(r.Partners).Text(r.Seller).Text(r.Product).Text(r.Sector)
            .Term(r.Type).Term(r.Status).TermOrNull(r.Detail)
            .Number(r.Amount).Text(r.Currency).Number(r.AmountMax).TermOrNull(r.AmountQualifier).TermOrNull(r.AmountKind).Number(r.AmountAlt).Text(r.CurrencyAlt)
            .Number(r.StakePercent).Day(r.Date).TermOrNull(r.DatePrecision).TermOrNull(r.DateBasis)
            .Text(r.CompanyId).Text(r.PartnerId).Text(r.CompanyCountry),
        (ref u) => new(u.Name()!, u.Names(), u.Name(), u.Name(), u.Name()!,
            u.Term<MoveType>(), u.Term<Status>(), u.TermOrNull<StatusDetail>(),
            u.Number(), u.Name(), u.Number(), u.TermOrNull<Qualifier>(), u.TermOrNull<AmountKind>(), u.Number(), u.Name(),
            u.Number(), u.Day(), u.TermOrNull<Precision>(), u.TermOrNull<DateBasis>(),
            u.Name()!, u.Name(), u.Name()));

    public static readonly Form<Source> Source = new(
        (p, r) => p.Text(r.ArticleId).Row(Facts, r.Facts).Flag(r.Background).Term(r.Asserter).Text(r.Evidence).Whole(r.EvidenceStart).Whole(r.EvidenceEnd)
            .Text(r.Spans).Text(r.Predicate).Number(r.Confidence).Whole(r.TriggerStart).Rows(Identity!, r.Parties),
        (ref u) => new(u.Name()!, u.Row(Facts), u.Flag(), u.Term<Asserter>(), u.Text()!, u.Whole(), u.Whole(),
            u.Text()!, u.Name()!, u.Number()!.Value, u.Whole(), u.Rows(Identity!)));

    public static readonly Form<Identity> Identity = new((p, r) => p.Text(r.Id).Text(r.Kin), (ref u) => new(u.Name()!, u.Name()!));

    public static readonly Form<Move> Move = new(
        (p, r) => p.Text(r.Id).Row(Facts, r.Facts).Flag(r.BackgroundOnly).Number(r.Confidence).Whole(r.SourceCount).Texts(r.Languages)
            .Day(r.FirstPublished).Day(r.LastPublished).Texts(r.StatusHistory),
        (ref u) => new(u.Text()!, u.Row(Facts), u.Flag(), u.Number()!.Value, u.Whole(), u.Names(),
            u.Day(), u.Day(), u.Names()));

    public static readonly Form<MoveSource> MoveSource = new(
        (p, r) => p.Text(r.MoveId).Row(Source, r.Source).Whole(r.Year ?? 0),
        (ref u) => new(u.Name()!, u.Row(Source), u.Whole() is > 0 and var year ? year : null));

    public static readonly Form<Telling> Telling = new(
        (p, r) => p.Row(Source, r.Source).Row(Entry, r.Article).Whole(r.Index).Whole(r.Rank).Rows(TellingClaim!, r.Claims),
        (ref u) => new(u.Row(Source), u.Row(Entry), u.Whole(), u.Whole()) { Claims = u.Rows(TellingClaim!) });

    public static readonly Form<Claim> TellingClaim = new((p, r) => p.Text(r.Id).Term(r.Ground), (ref u) => new(u.Text()!, u.Term<Ground>()));

    public static readonly Form<Draft> Draft = new((p, r) => p.Whole(r.Cluster).Numbers(r.Places), (ref u) => new(u.Whole(), u.Numbers()));

    public static readonly Form<Anchor> Anchor = new(
        (p, r) => p.Text(r.ArticleId).Whole(r.Trigger).Whole(r.Rank).Whole(r.Start).Whole(r.End),
        (ref u) => new(u.Name()!, u.Whole(), u.Whole(), u.Whole(), u.Whole()));

    public static readonly Form<IdRow> Id = new(
        (p, r) => p.Text(r.Id).Term(r.State).Text(r.MergedInto).Whole(r.FirstRun).Row(Anchor, r.Anchor),
        (ref u) => new(u.Text()!, u.Term<IdState>(), u.Text(), u.Whole(), u.Row(Anchor)));

    public static readonly Form<IdClaim> Claim = new(
        (p, r) => p.Text(r.Id).Term(r.Ground).Whole(r.Day).Whole(r.Index).Row(Anchor, r.Anchor).Whole(r.Bucket).Whole(r.Cluster).Whole(r.FirstRun),
        (ref u) => new(u.Text()!, u.Term<Ground>(), u.Whole(), u.Whole(), u.Row(Anchor), u.Whole(), u.Whole(), u.Whole()));

    public static readonly Form<Fate> Fate = new(
        (p, r) => p.Text(r.Id).Term(r.Ground).Text(r.Home).Whole(r.FirstRun).Row(Anchor, r.Anchor),
        (ref u) => new(u.Text()!, u.Term<Ground>(), u.Text(), u.Whole(), u.Row(Anchor)));

    public static readonly Form<Passage> Passage = new(
        (p, r) => p.Text(r.MoveId).Text(r.ArticleId).Whole(r.Start).Whole(r.End).Text(r.Spans),
        (ref u) => new(u.Text()!, u.Text()!, u.Whole(), u.Whole(), u.Text()!));

    public static readonly Form<Pair> Pair = new((p, r) => p.Text(r.Left).Text(r.Right), (ref u) => new(u.Text()!, u.Text()!));

    public static readonly Form<Print> Print = new(
        (p, r) => p.Text(r.ArticleId).Text(r.Path).Whole(r.Line).Text(r.TextSha256).Day(r.Published).RowOrNull(Signature!, r.Signature),
        (ref u) => new(u.Text()!, u.Name()!, u.Whole(), u.Text(), u.Day(), u.RowOrNull(Signature!)));

    public static readonly Form<Shelved> Shelved = new(
        (p, r) => p.Bits(r.Key).Text(r.ArticleId).Day(r.Published).Row(Signature!, r.Signature),
        (ref u) => new((uint)u.Bits(), u.Text()!, u.Day(), u.Row(Signature!)));

    public static readonly Form<Signature> Signature = new((p, r) => p.Whole(r.Shingles).Numbers(r.Least), (ref u) => new(u.Whole(), u.Numbers()));

    public static readonly Form<string?[]> Cells = new(
        (p, r) =>
        {
            p.Bits((ulong)r.Length);
            foreach (var cell in r) p.Text(cell);
        },
        (ref u) =>
        {
            var cells = new string?[(int)u.Bits()];
            for (var i = 0; i < cells.Length; i++) cells[i] = u.Name();
            return cells;
        });
}

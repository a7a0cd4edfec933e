namespace TechMoves;

/// <summary>The packed forms of what load puts aside. Each record has one table of its fields, which is gone through to pack it and to unpack it; what is packed here and what a record holds is compared by a test.</summary>
public static class Forms
{
    public static readonly Form<Part> Part = new((ref p, row) => Row(ref p, row), (ref u) => Row(ref u, default(Part)));
    public static readonly Form<LedgerRow> Entry = new((ref p, row) => Row(ref p, row), (ref u) => Row(ref u, default(LedgerRow)));
    public static readonly Form<Issue> Issue = new((ref p, row) => Row(ref p, row), (ref u) => Row(ref u, default(Issue)));
    public static readonly Form<Move> Move = new((ref p, row) => Row(ref p, row), (ref u) => Row(ref u, default(Move)));
    public static readonly Form<MoveSource> MoveSource = new((ref p, row) => Row(ref p, row), (ref u) => Row(ref u, default(MoveSource)));
    public static readonly Form<Telling> Telling = new((ref p, row) => Row(ref p, row), (ref u) => Row(ref u, default(Telling)));
    public static readonly Form<Draft> Draft = new((ref p, row) => Row(ref p, row), (ref u) => Row(ref u, default(Draft)));
    public static readonly Form<IdRow> Id = new((ref p, row) => Row(ref p, row), (ref u) => Row(ref u, default(IdRow)));
    public static readonly Form<IdClaim> Claim = new((ref p, row) => Row(ref p, row), (ref u) => Row(ref u, default(IdClaim)));
    public static readonly Form<Fate> Fate = new((ref p, row) => Row(ref p, row), (ref u) => Row(ref u, default(Fate)));
    public static readonly Form<Passage> Passage = new((ref p, row) => Row(ref p, row), (ref u) => Row(ref u, default(Passage)));
    public static readonly Form<Pair> Pair = new((ref p, row) => Row(ref p, row), (ref u) => Row(ref u, default(Pair)));
    public static readonly Form<Print> Print = new((ref p, row) => Row(ref p, row), (ref u) => Row(ref u, default(Print)));
    public static readonly Form<Shelved> Shelved = new((ref p, row) => Row(ref p, row), (ref u) => Row(ref u, default(Shelved)));
    public static readonly Form<string?[]> Cells = new((ref p, row) => Row(ref p, row), (ref u) => Row(ref u, default(string?[])));

    static Part Row<F>(ref F f, Part? r) where F : struct, IFields, allows ref struct => new(Row(ref f, r?.Entry), Rows(ref f, r?.Sources, Row), Rows(ref f, r?.Issues, Row), OrNull(ref f, r?.Signature));

    static LedgerRow Row<F>(ref F f, LedgerRow? r) where F : struct, IFields, allows ref struct => new(
        f.Text(r?.ArticleId), f.Name(r?.Path)!, f.Whole(r?.Line), f.Text(r?.Url), f.Name(r?.Outlet), f.Name(r?.Language), f.Day(r?.Published), f.Text(r?.Title), f.Text(r?.TextSha256),
        f.Term(r?.Outcome), f.Name(r?.Reason), f.Text(r?.DuplicateOf), f.Whole(r?.Moves));

    static Issue Row<F>(ref F f, Issue? r) where F : struct, IFields, allows ref struct => new(
        f.Text(r?.ArticleId), f.Text(r?.MoveId), f.Name(r?.Severity)!, f.Name(r?.Rule)!, f.Name(r?.Field), f.Text(r?.Value), f.Text(r?.Message)!);

    static Facts Row<F>(ref F f, Facts? r) where F : struct, IFields, allows ref struct => new(
        f.Name(r?.Company)!, Names(ref f, r?.Partners), f.Name(r?.Seller), f.Name(r?.Product), f.Name(r?.Sector)!,
        f.Term(r?.Type), f.Term(r?.Status), f.TermOrNull(r?.Detail),
        f.Number(r?.Amount), f.Name(r?.Currency), f.Number(r?.AmountMax), f.TermOrNull(r?.AmountQualifier), f.TermOrNull(r?.AmountKind), f.Number(r?.AmountAlt), f.Name(r?.CurrencyAlt),
        f.Number(r?.StakePercent), f.Day(r?.Date), f.TermOrNull(r?.DatePrecision), f.TermOrNull(r?.DateBasis),
        f.Name(r?.CompanyId)!, f.Name(r?.PartnerId), f.Name(r?.CompanyCountry));

    static Source Row<F>(ref F f, Source? r) where F : struct, IFields, allows ref struct => new(
        f.Text(r?.ArticleId)!, Row(ref f, r?.Facts), f.Flag(r?.Background), f.Term(r?.Asserter), f.Text(r?.Evidence)!, f.Whole(r?.EvidenceStart), f.Whole(r?.EvidenceEnd),
        f.Text(r?.Spans)!, f.Name(r?.Predicate)!, f.Number(r?.Confidence)!.Value, f.Whole(r?.TriggerStart), Rows(ref f, r?.Parties, Row));

    static Identity Row<F>(ref F f, Identity? r) where F : struct, IFields, allows ref struct => new(f.Name(r?.Id)!, f.Name(r?.Kin)!);

    static Move Row<F>(ref F f, Move? r) where F : struct, IFields, allows ref struct => new(
        f.Text(r?.Id)!, Row(ref f, r?.Facts), f.Flag(r?.BackgroundOnly), f.Number(r?.Confidence)!.Value, f.Whole(r?.SourceCount), Names(ref f, r?.Languages),
        f.Day(r?.FirstPublished), f.Day(r?.LastPublished), Names(ref f, r?.StatusHistory));

    static MoveSource Row<F>(ref F f, MoveSource? r) where F : struct, IFields, allows ref struct => new(f.Text(r?.MoveId)!, Row(ref f, r?.Source), f.Whole(r?.Year ?? 0) is > 0 and var year ? year : null);

    static Telling Row<F>(ref F f, Telling? r) where F : struct, IFields, allows ref struct =>
        new(Row(ref f, r?.Source), Row(ref f, r?.Article), f.Whole(r?.Index), f.Whole(r?.Rank)) { Claims = Rows(ref f, r?.Claims, Row) };

    static Claim Row<F>(ref F f, Claim r) where F : struct, IFields, allows ref struct => new(f.Text(r.Id)!, f.Term<Ground>(r.Ground));

    static Draft Row<F>(ref F f, Draft? r) where F : struct, IFields, allows ref struct => new(f.Whole(r?.Cluster), Rows(ref f, r?.Tellings, Row));

    static Anchor Row<F>(ref F f, Anchor? r) where F : struct, IFields, allows ref struct => new(f.Text(r?.ArticleId)!, f.Whole(r?.Trigger), f.Whole(r?.Rank), f.Whole(r?.Start), f.Whole(r?.End));

    static IdRow Row<F>(ref F f, IdRow? r) where F : struct, IFields, allows ref struct => new(f.Text(r?.Id)!, f.Term(r?.State), f.Text(r?.MergedInto), f.Whole(r?.FirstRun), Row(ref f, r?.Anchor));

    static IdClaim Row<F>(ref F f, IdClaim? r) where F : struct, IFields, allows ref struct => new(
        f.Text(r?.Id)!, f.Term(r?.Ground), f.Whole(r?.Day), f.Whole(r?.Index), Row(ref f, r?.Anchor), f.Whole(r?.Bucket), f.Whole(r?.Cluster), f.Whole(r?.FirstRun));

    static Fate Row<F>(ref F f, Fate? r) where F : struct, IFields, allows ref struct => new(f.Text(r?.Id)!, f.Term(r?.Ground), f.Text(r?.Home), f.Whole(r?.FirstRun), Row(ref f, r?.Anchor));

    static Passage Row<F>(ref F f, Passage? r) where F : struct, IFields, allows ref struct => new(f.Text(r?.MoveId)!, f.Text(r?.ArticleId)!, f.Whole(r?.Start), f.Whole(r?.End), f.Text(r?.Spans)!);

    static Pair Row<F>(ref F f, Pair? r) where F : struct, IFields, allows ref struct => new(f.Text(r?.Left)!, f.Text(r?.Right)!);

    static Print Row<F>(ref F f, Print? r) where F : struct, IFields, allows ref struct =>
        new(f.Text(r?.ArticleId)!, f.Text(r?.Path)!, f.Whole(r?.Line), f.Text(r?.TextSha256), f.Day(r?.Published), OrNull(ref f, r?.Signature));

    static Shelved Row<F>(ref F f, Shelved? r) where F : struct, IFields, allows ref struct => new((uint)f.Bits(r?.Key), f.Text(r?.ArticleId)!, f.Day(r?.Published), Row(ref f, r?.Signature));

    static Signature Row<F>(ref F f, Signature? r) where F : struct, IFields, allows ref struct => new(f.Whole(r?.Shingles), Rows(ref f, r?.Least, Row));

    static uint Row<F>(ref F f, uint r) where F : struct, IFields, allows ref struct => (uint)f.Bits(r);

    static string?[] Row<F>(ref F f, string?[]? r) where F : struct, IFields, allows ref struct
    {
        var cells = new string?[(int)f.Bits((ulong?)r?.Length)];
        for (var i = 0; i < cells.Length; i++) cells[i] = f.Name(r?[i]);
        return cells;
    }

    static Signature? OrNull<F>(ref F f, Signature? r) where F : struct, IFields, allows ref struct => f.Flag(r is not null) ? Row(ref f, r) : null;

    static ImmutableArray<string> Names<F>(ref F f, ImmutableArray<string>? r) where F : struct, IFields, allows ref struct => Rows(ref f, r, (ref f, name) => f.Name(name) ?? "");

    delegate T OfOne<F, T>(ref F f, T? row) where F : struct, IFields, allows ref struct;

    static ImmutableArray<T> Rows<F, T>(ref F f, ImmutableArray<T>? rows, OfOne<F, T> one) where F : struct, IFields, allows ref struct
    {
        var had = rows is { IsDefault: false } told ? told : [];
        var count = (int)f.Bits((ulong)had.Length);
        foreach (var row in had) one(ref f, row);
        if (count == had.Length) return had;
        var items = new T[count];
        for (var i = 0; i < count; i++) items[i] = one(ref f, default);
        return System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(items);
    }
}

namespace TechMoves;

/// <summary>The packed forms of what load puts aside. What is packed here and what a record holds is compared by a test.</summary>
public static class Forms
{
    public static readonly Form<Part> Part = new(
        (p, part) =>
        {
            Pack(p, part.Entry);
            p.Bits((ulong)part.Sources.Length);
            foreach (var source in part.Sources) Pack(p, source);
            p.Bits((ulong)part.Issues.Length);
            foreach (var issue in part.Issues) Pack(p, issue);
            Pack(p, part.Signature);
        },
        (ref Unpacker u) =>
        {
            var entry = ReadEntry(ref u);
            var sources = new Source[(int)u.Bits()];
            for (var i = 0; i < sources.Length; i++) sources[i] = ReadSource(ref u);
            var issues = new Issue[(int)u.Bits()];
            for (var i = 0; i < issues.Length; i++) issues[i] = ReadIssue(ref u);
            return new(entry, Whole(sources), Whole(issues), ReadSignature(ref u));
        });

    public static readonly Form<LedgerRow> Entry = new(Pack, ReadEntry);

    public static readonly Form<Issue> Issue = new(Pack, ReadIssue);

    public static readonly Form<Move> Move = new(Pack, ReadMove);

    public static readonly Form<MoveSource> MoveSource = new(
        (p, row) =>
        {
            p.Text(row.MoveId);
            Pack(p, row.Source);
            p.Bits((ulong)(row.Year ?? 0));
        },
        (ref Unpacker u) => new(u.Text()!, ReadSource(ref u), (int)u.Bits() is > 0 and var year ? year : null));

    public static readonly Form<Telling> Telling = new(Pack, ReadTelling);

    public static readonly Form<Draft> Draft = new(
        (p, draft) =>
        {
            p.Whole(draft.Cluster);
            Pack(p, draft.Tellings);
        },
        (ref Unpacker u) => new((int)u.Whole(), ReadTellings(ref u)));

    public static readonly Form<string?[]> Cells = new(
        (p, cells) =>
        {
            p.Bits((ulong)cells.Length);
            foreach (var cell in cells) p.Text(cell);
        },
        (ref Unpacker u) =>
        {
            var cells = new string?[(int)u.Bits()];
            for (var i = 0; i < cells.Length; i++) cells[i] = u.Name();
            return cells;
        });

    public static readonly Form<IdRow> Id = new(
        (p, row) =>
        {
            p.Text(row.Id);
            p.Term(row.State);
            p.Text(row.MergedInto);
            p.Whole(row.FirstRun);
            Pack(p, row.Anchor);
        },
        (ref Unpacker u) => new(u.Text()!, u.Term<IdState>(), u.Text(), (int)u.Whole(), ReadAnchor(ref u)));

    public static readonly Form<IdClaim> Claim = new(
        (p, claim) =>
        {
            p.Text(claim.Id);
            p.Term(claim.Ground);
            p.Whole(claim.Day);
            p.Whole(claim.Index);
            Pack(p, claim.Anchor);
            p.Whole(claim.Bucket);
            p.Whole(claim.Cluster);
            p.Whole(claim.FirstRun);
        },
        (ref Unpacker u) => new(u.Text()!, u.Term<Ground>(), (int)u.Whole(), (int)u.Whole(), ReadAnchor(ref u), (int)u.Whole(), (int)u.Whole(), (int)u.Whole()));

    public static readonly Form<Fate> Fate = new(
        (p, fate) =>
        {
            p.Text(fate.Id);
            p.Term(fate.Ground);
            p.Text(fate.Home);
            p.Whole(fate.FirstRun);
            Pack(p, fate.Anchor);
        },
        (ref Unpacker u) => new(u.Text()!, u.Term<Ground>(), u.Text(), (int)u.Whole(), ReadAnchor(ref u)));

    public static readonly Form<Passage> Passage = new(
        (p, passage) =>
        {
            p.Text(passage.MoveId);
            p.Text(passage.ArticleId);
            p.Whole(passage.Start);
            p.Whole(passage.End);
            p.Text(passage.Spans);
        },
        (ref Unpacker u) => new(u.Text()!, u.Text()!, (int)u.Whole(), (int)u.Whole(), u.Text()!));

    public static readonly Form<Pair> Pair = new(
        (p, pair) =>
        {
            p.Text(pair.Left);
            p.Text(pair.Right);
        },
        (ref Unpacker u) => new(u.Text()!, u.Text()!));

    public static readonly Form<Print> Print = new(
        (p, print) =>
        {
            p.Text(print.ArticleId);
            p.Text(print.Path);
            p.Whole(print.Line);
            p.Text(print.TextSha256);
            p.Day(print.Published);
            Pack(p, print.Signature);
        },
        (ref Unpacker u) => new(u.Text()!, u.Text()!, (int)u.Whole(), u.Text(), u.Day(), ReadSignature(ref u)));

    /// <summary>Texts in the blocks in which copies are looked for.</summary>
    public static readonly Form<Shelved> Shelved = new(
        (p, row) =>
        {
            p.Bits(row.Key);
            p.Text(row.ArticleId);
            p.Day(row.Published);
            Pack(p, row.Signature);
        },
        (ref Unpacker u) => new((uint)u.Bits(), u.Text()!, u.Day(), ReadSignature(ref u)!));

    static void Pack(Packer p, Signature? signature)
    {
        p.Bits(signature is null ? 0UL : 1);
        if (signature is null) return;
        p.Whole(signature.Shingles);
        p.Bits((ulong)signature.Least.Length);
        foreach (var hash in signature.Least) p.Bits(hash);
    }

    static Signature? ReadSignature(ref Unpacker u)
    {
        if (u.Bits() == 0) return null;
        var shingles = (int)u.Whole();
        var least = new uint[(int)u.Bits()];
        for (var i = 0; i < least.Length; i++) least[i] = (uint)u.Bits();
        return new(shingles, Whole(least));
    }

    static void Pack(Packer p, LedgerRow row)
    {
        p.Text(row.ArticleId);
        p.Text(row.Path);
        p.Whole(row.Line);
        p.Text(row.Url);
        p.Text(row.Outlet);
        p.Text(row.Language);
        p.Day(row.Published);
        p.Text(row.Title);
        p.Text(row.TextSha256);
        p.Term(row.Outcome);
        p.Text(row.Reason);
        p.Text(row.DuplicateOf);
        p.Whole(row.Moves);
    }

    static LedgerRow ReadEntry(ref Unpacker u) => new(
        u.Text(), u.Name()!, (int)u.Whole(), u.Text(), u.Name(), u.Name(), u.Day(), u.Text(), u.Text(), u.Term<Outcome>(), u.Name(), u.Text(), (int)u.Whole());

    static void Pack(Packer p, Issue issue)
    {
        p.Text(issue.ArticleId);
        p.Text(issue.MoveId);
        p.Text(issue.Severity);
        p.Text(issue.Rule);
        p.Text(issue.Field);
        p.Text(issue.Value);
        p.Text(issue.Message);
    }

    static Issue ReadIssue(ref Unpacker u) => new(u.Text(), u.Text(), u.Name()!, u.Name()!, u.Name(), u.Text(), u.Text()!);

    static void Pack(Packer p, Facts f)
    {
        p.Text(f.Company);
        p.Texts(f.Partners);
        p.Text(f.Seller);
        p.Text(f.Product);
        p.Text(f.Sector);
        p.Term(f.Type);
        p.Term(f.Status);
        p.Term(f.Detail);
        p.Number(f.Amount);
        p.Text(f.Currency);
        p.Number(f.AmountMax);
        p.Term(f.AmountQualifier);
        p.Term(f.AmountKind);
        p.Number(f.AmountAlt);
        p.Text(f.CurrencyAlt);
        p.Number(f.StakePercent);
        p.Day(f.Date);
        p.Term(f.DatePrecision);
        p.Term(f.DateBasis);
        p.Text(f.CompanyId);
        p.Text(f.PartnerId);
        p.Text(f.CompanyCountry);
    }

    static Facts ReadFacts(ref Unpacker u) => new(
        u.Name()!, u.Names(), u.Name(), u.Name(), u.Name()!, u.Term<MoveType>(), u.Term<Status>(), u.TermOrNull<StatusDetail>(),
        u.Number(), u.Name(), u.Number(), u.TermOrNull<Qualifier>(), u.TermOrNull<AmountKind>(), u.Number(), u.Name(), u.Number(), u.Day(), u.TermOrNull<Precision>(), u.TermOrNull<DateBasis>(),
        u.Name()!, u.Name(), u.Name());

    static void Pack(Packer p, Source s)
    {
        p.Text(s.ArticleId);
        Pack(p, s.Facts);
        p.Flag(s.Background);
        p.Term(s.Asserter);
        p.Text(s.Evidence);
        p.Whole(s.EvidenceStart);
        p.Whole(s.EvidenceEnd);
        p.Text(s.Spans);
        p.Text(s.Predicate);
        p.Number(s.Confidence);
        p.Whole(s.TriggerStart);
        p.Bits((ulong)s.Parties.Length);
        foreach (var (id, kin) in s.Parties)
        {
            p.Text(id);
            p.Text(kin);
        }
    }

    static Source ReadSource(ref Unpacker u) => new(
        u.Text()!, ReadFacts(ref u), u.Flag(), u.Term<Asserter>(), u.Text()!, (int)u.Whole(), (int)u.Whole(), u.Text()!, u.Name()!, u.Number()!.Value, (int)u.Whole(), ReadParties(ref u));

    static ImmutableArray<Identity> ReadParties(ref Unpacker u)
    {
        var parties = new Identity[(int)u.Bits()];
        for (var i = 0; i < parties.Length; i++) parties[i] = new(u.Name()!, u.Name()!);
        return Whole(parties);
    }

    static void Pack(Packer p, Move m)
    {
        p.Text(m.Id);
        Pack(p, m.Facts);
        p.Flag(m.BackgroundOnly);
        p.Number(m.Confidence);
        p.Whole(m.SourceCount);
        p.Texts(m.Languages);
        p.Day(m.FirstPublished);
        p.Day(m.LastPublished);
        p.Texts(m.StatusHistory);
    }

    static Move ReadMove(ref Unpacker u) => new(
        u.Text()!, ReadFacts(ref u), u.Flag(), u.Number()!.Value, (int)u.Whole(), u.Names(), u.Day(), u.Day(), u.Names());

    static void Pack(Packer p, Anchor anchor)
    {
        p.Text(anchor.ArticleId);
        p.Whole(anchor.Trigger);
        p.Whole(anchor.Rank);
        p.Whole(anchor.Start);
        p.Whole(anchor.End);
    }

    static Anchor ReadAnchor(ref Unpacker u) => new(u.Text()!, (int)u.Whole(), (int)u.Whole(), (int)u.Whole(), (int)u.Whole());

    static void Pack(Packer p, ImmutableArray<Telling> tellings)
    {
        p.Bits((ulong)tellings.Length);
        foreach (var telling in tellings) Pack(p, telling);
    }

    static ImmutableArray<Telling> ReadTellings(ref Unpacker u)
    {
        var tellings = new Telling[(int)u.Bits()];
        for (var i = 0; i < tellings.Length; i++) tellings[i] = ReadTelling(ref u);
        return Whole(tellings);
    }

    static void Pack(Packer p, Telling telling)
    {
        Pack(p, telling.Source);
        Pack(p, telling.Article);
        p.Whole(telling.Index);
        p.Whole(telling.Rank);
        p.Bits((ulong)telling.Claims.Length);
        foreach (var (id, ground) in telling.Claims)
        {
            p.Text(id);
            p.Term(ground);
        }
    }

    static Telling ReadTelling(ref Unpacker u)
    {
        var telling = new Telling(ReadSource(ref u), ReadEntry(ref u), (int)u.Whole(), (int)u.Whole());
        var count = (int)u.Bits();
        if (count == 0) return telling;
        var claims = new Claim[count];
        for (var i = 0; i < count; i++) claims[i] = new(u.Text()!, u.Term<Ground>());
        return telling with { Claims = Whole(claims) };
    }

    static ImmutableArray<T> Whole<T>(T[] items) => System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(items);
}

namespace TechMoves;

/// <summary>What has become of a published id: it names a row of moves, or points to the one that took over, or names a move that is told no more.</summary>
public enum IdState : byte { Live, Merged, Withdrawn }

/// <summary>The telling that an id hangs on: the place of its predicate and of its evidence. Rank tells apart those that hang on one predicate.</summary>
public readonly record struct Anchor(string ArticleId, int Trigger, int Rank, int Start, int End)
{
    public static Anchor Of(Telling telling) => new(telling.Source.ArticleId, telling.Source.TriggerStart, telling.Rank, telling.Source.EvidenceStart, telling.Source.EvidenceEnd);
}

/// <summary>A row of ids: an id that was published once, and where it is found now. It is never dropped.</summary>
/// <param name="MergedInto">The id that names the move now; null unless it is merged.</param>
/// <param name="FirstRun">The number of the run that published it first: the lower, the older.</param>
public sealed record IdRow(string Id, IdState State, string? MergedInto, int FirstRun, Anchor Anchor);

/// <summary>Why a telling may have an id, the better ground first: the id hangs on it; it was published under the id; it is the first of a move that has none; it follows the move that took over.</summary>
public enum Ground : byte { Anchored, Published, First, Followed }

/// <summary>An id that a telling lays claim to.</summary>
public readonly record struct Claim(string Id, Ground Ground);

/// <summary>The best claim of a cluster to an id. Of all claims to one id the first wins: by ground, then as tellings are ordered.</summary>
/// <param name="Day">The day number of publication of the telling that claims.</param>
/// <param name="Anchor">The telling that claims, where it stands now.</param>
public sealed record IdClaim(string Id, Ground Ground, int Day, int Index, Anchor Anchor, int Bucket, int Cluster, int FirstRun)
{
    public static readonly IComparer<IdClaim> Order = Comparer<IdClaim>.Create((a, b) => a.Ground != b.Ground ? a.Ground.CompareTo(b.Ground)
        : a.Day != b.Day ? a.Day.CompareTo(b.Day)
        : string.CompareOrdinal(a.Anchor.ArticleId, b.Anchor.ArticleId) is not 0 and var article ? article
        : (a.Anchor.Trigger, a.Index).CompareTo((b.Anchor.Trigger, b.Index)));
}

/// <summary>Where an id is found after this run: Home is the id of the move that has it, null where that move is not published.</summary>
public sealed record Fate(string Id, Ground Ground, string? Home, int FirstRun, Anchor Anchor);

/// <summary>The tellings of one move before it has an id: Cluster is its number in its bucket, Places are the places of the tellings among those of the bucket in their order.</summary>
public sealed record Draft(int Cluster, ImmutableArray<uint> Places);

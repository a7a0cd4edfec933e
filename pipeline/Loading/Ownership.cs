namespace TechMoves;

/// <summary>Decides which cluster owns which published id. An id hangs on one telling, its anchor: the cluster that has it owns the id.</summary>
/// <remarks>Where the anchor is told no more, the first of the tellings that were published under the id takes its place. Ids that were merged follow the one that took over.</remarks>
public static class Ownership
{
    /// <summary>The ids that each cluster owns, in the bucket of the cluster; a cluster that is new owns the id that it would take, if nobody has it.</summary>
    /// <param name="claims">By the bucket of the id.</param>
    /// <param name="known">All ids published so far, by their bucket.</param>
    public static Buckets<IdClaim> Of(Buckets<IdClaim> claims, Buckets<IdRow> known, Spill spill, int run, int threads)
    {
        var (owned, followers) = (spill.Open(Forms.Claim), spill.Open(Forms.Id));
        Each.Of(spill.Buckets, threads, bucket =>
        {
            // A merged id that somebody claims has an owner of its own again.
            var merged = known.Take(bucket, keep: true).Where(r => r.MergedInto is not null).ToArray();
            if (merged.Length == 0) return;
            var claimed = claims.Take(bucket, keep: true).Where(c => c.Ground != Ground.First).Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
            foreach (var row in merged.Where(r => !claimed.Contains(r.Id))) followers.Add(spill.OfId(row.MergedInto!), row);
        });
        Each.Of(spill.Buckets, threads, bucket =>
        {
            var rows = known.Take(bucket, keep: true).ToDictionary(r => r.Id, StringComparer.Ordinal);
            var after = followers.Take(bucket).ToLookup(r => r.MergedInto!, StringComparer.Ordinal);
            foreach (var same in claims.Take(bucket).GroupBy(c => c.Id, StringComparer.Ordinal))
            {
                var first = same.Min(IdClaim.Order)!;
                rows.TryGetValue(first.Id, out var row);
                if (first.Ground == Ground.First && row is not null) continue;
                owned.Add(first.Bucket, first with { FirstRun = row?.FirstRun ?? run });
                foreach (var follower in after[first.Id])
                    owned.Add(first.Bucket, first with { Id = follower.Id, Ground = Ground.Followed, FirstRun = follower.FirstRun, Anchor = follower.Anchor });
            }
        });
        return owned;
    }

    /// <summary>The claims of a cluster: for each id the best, and the id that it would take if it were new.</summary>
    /// <param name="tellings">Those of the cluster, the oldest first.</param>
    public static IEnumerable<IdClaim> Claims(IReadOnlyList<Telling> tellings, int bucket, int cluster)
    {
        yield return Of(new(MoveId.Of(Anchor.Of(tellings[0])), Ground.First), tellings[0]);
        if (tellings.All(t => t.Claims.IsEmpty)) yield break;
        foreach (var same in tellings.SelectMany(t => t.Claims.Select(c => Of(c, t))).GroupBy(c => c.Id, StringComparer.Ordinal)) yield return same.Min(IdClaim.Order)!;

        IdClaim Of(Claim claim, Telling telling) =>
            new(claim.Id, claim.Ground, (telling.Article.Published ?? DateOnly.MaxValue).DayNumber, telling.Index, Anchor.Of(telling), bucket, cluster, 0);
    }

    /// <summary>The id that names a move of these claims: the oldest that it owns.</summary>
    public static IdClaim? Name(IEnumerable<IdClaim> owned) =>
        owned.Where(c => c.Ground < Ground.Followed).Min(ByAge);

    static readonly IComparer<IdClaim> ByAge = Comparer<IdClaim>.Create((a, b) => (a.Ground == Ground.First).CompareTo(b.Ground == Ground.First) is not 0 and var first ? first
        : a.FirstRun != b.FirstRun ? a.FirstRun.CompareTo(b.FirstRun)
        : IdClaim.Order.Compare(a, b) is not 0 and var order ? order
        : string.CompareOrdinal(a.Id, b.Id));
}

using System.Runtime.InteropServices;

namespace TechMoves;

/// <summary>Finds the sources that tell the same move. They are gone through in the order of their publication, as an editor would: each joins the move told before that it fits best, or is the first of a new one.</summary>
/// <remarks>
/// The order is their own, so the result is a function of the set. What is published later changes nothing of what was decided before it.
/// A source is compared with the latest moves of its blocks alone, a bounded number: the work grows with the number of sources.
/// </remarks>
public static class Clusters
{
    /// <summary>The latest moves of a block that a source is compared with.</summary>
    const int MostCompared = 128;

    /// <summary>For each source the index of the first source of its move. The set holds every connected component over BlockKeys whole; Article and Place tell sources apart.</summary>
    public static int[] Of(ReadOnlySpan<Gist> gists)
    {
        var homes = new int[gists.Length];
        var blocks = new Dictionary<ulong, List<Cluster>>();
        var seen = new HashSet<Cluster>();
        var made = 0;
        Span<ulong> keys = stackalloc ulong[BlockKeys.Most];
        foreach (var i in Order(gists))
        {
            ref readonly var gist = ref gists[i];
            var count = BlockKeys.Of(gist, keys);
            seen.Clear();
            var home = Best(gist, keys[..count], blocks, seen) ?? new Cluster(i, made++);
            home.Take(gist);
            homes[i] = home.Founder;
            foreach (var key in keys[..count])
                if (home.Enters(key)) (CollectionsMarshal.GetValueRefOrAddDefault(blocks, key, out _) ??= []).Add(home);
        }
        return homes;
    }

    /// <summary>What an article was written to tell goes before what it looks back at.</summary>
    static int[] Order(ReadOnlySpan<Gist> gists)
    {
        var ranks = new (int Day, bool Background, int Place)[gists.Length];
        var order = new int[gists.Length];
        for (var i = 0; i < gists.Length; i++) (ranks[i], order[i]) = ((gists[i].Published > 0 ? gists[i].Published : int.MaxValue, gists[i].Background, gists[i].Place), i);
        Array.Sort(ranks, order);
        return order;
    }

    static Cluster? Best(in Gist gist, ReadOnlySpan<ulong> keys, Dictionary<ulong, List<Cluster>> blocks, HashSet<Cluster> seen)
    {
        Cluster? best = null;
        var (most, rivals) = (int.MinValue, 0);
        foreach (var key in keys)
        {
            if (!blocks.TryGetValue(key, out var block)) continue;
            for (var i = block.Count - 1; i >= 0 && i >= block.Count - MostCompared; i--)
            {
                var cluster = block[i];
                if (!seen.Add(cluster) || Affinity.Of(gist, cluster) is not { Joins: true } affinity) continue;
                if (affinity.Total > most || affinity.Total == most && cluster.Number < best!.Number) (best, most) = (cluster, affinity.Total);
                rivals++;
            }
        }
        // An undated retelling joins the one earlier move that it fits; where it fits several, nothing says which.
        return gist.Background && gist.First == 0 && rivals > 1 ? null : best;
    }
}

namespace TechMoves;

/// <summary>Finds the sources that tell the same move. Bundles are blocked on parties and family of types, then joined where dates are near and nothing contradicts.</summary>
/// <remarks>Nearest pairs are joined first and ties broken by the order of tellings, so the result is a function of the set of bundles.</remarks>
public static class Clusters
{
    /// <summary>A move is rumoured, announced and closed within so many days of the next telling.</summary>
    public const int NearDays = 120;

    public static IReadOnlyList<ImmutableArray<Telling>> Of(ImmutableArray<Bundle> bundles) =>
        [.. bundles.GroupBy(b => Affinity.Block(b.Lead.Facts), StringComparer.Ordinal).SelectMany(Block)];

    static IEnumerable<ImmutableArray<Telling>> Block(IEnumerable<Bundle> block)
    {
        // The sort is stable: on one day the order of tellings stands, and with it the order of pairs.
        var dated = block.Where(b => b.Lead.Period is not null).OrderBy(b => b.Lead.Period!.Value.First).ToArray();
        var clusters = dated.Select(b => new Cluster(b)).ToArray();
        var roots = Enumerable.Range(0, dated.Length).ToArray();
        // Gap by gap, no pair is ever kept: a thousand tellings of one week would make half a million.
        var days = dated.Select((b, i) => (Day: b.Lead.Period!.Value.First.DayNumber, i)).GroupBy(d => d.Day).ToDictionary(g => g.Key, g => (First: g.First().i, End: g.Last().i + 1));
        for (var gap = 0; gap <= NearDays && dated.Length > 1; gap++)
            for (var i = 0; i < dated.Length; i++)
            {
                var last = dated[i].Lead.Period!.Value.Last.DayNumber;
                var (j, end) = gap > 0 ? days.GetValueOrDefault(last + gap) : (i + 1, dated.Length);
                for (; j < end && dated[j].Lead.Period!.Value.First.DayNumber <= last + gap; j++) Join(gap, i, j);
            }
        var found = dated.Select((_, i) => Root(roots, i)).Distinct().Select(i => clusters[i]).ToList();
        Undated([.. block.Where(b => b.Lead.Period is null)], found);
        return found.Select(c => c.Tellings);

        void Join(int gap, int left, int right)
        {
            var (a, b) = (Root(roots, left), Root(roots, right));
            // The smaller is poured into the larger, so that no telling moves more than a few times.
            if (clusters[a].Size < clusters[b].Size) (a, b) = (b, a);
            if (a == b || !Affinity.IsNear(dated[left].Lead, dated[right].Lead, gap) || !clusters[a].Agrees(clusters[b])) return;
            clusters[a].Take(clusters[b]);
            roots[b] = a;
        }
    }

    // An undated retelling joins the one earlier move that it fits. What it fits is asked of the dated clusters alone, so that the order of retellings does not matter.
    static void Undated(Bundle[] undated, List<Cluster> dated)
    {
        var fits = undated.Select(b => dated.Where(c => c.IsBefore(b) && c.Agrees(new(b)) && Affinity.IsNear(c.Lead, b.Lead, 0)).Take(2).ToArray()).ToArray();
        var rest = new List<Cluster>();
        for (var i = 0; i < undated.Length; i++)
        {
            var own = new Cluster(undated[i]);
            var home = fits[i] is [var only] ? only : fits[i] is [] ? rest.Find(c => Affinity.IsNear(c.Lead, own.Lead, 0) && c.Agrees(own)) : null;
            if (home is not null && home.Agrees(own)) home.Take(own);
            else rest.Add(own);
        }
        dated.AddRange(rest);
    }

    static int Root(int[] roots, int i)
    {
        while (roots[i] != i) i = roots[i] = roots[roots[i]];
        return i;
    }
}

namespace TechMoves;

/// <summary>A row of the sources that were published before: which passage told which move.</summary>
public sealed record Passage(string MoveId, string ArticleId, int Start, int End, string Spans);

/// <summary>Hands the published ids of an article on to what the article tells now: to the same predicate or the same spans, else to the evidence that overlaps most.</summary>
/// <remarks>After a change of the lexicon another word may tell the same move: then the sentence decides.</remarks>
public static class Inheritance
{
    /// <summary>Gives the tellings of one article their claims.</summary>
    /// <param name="anchored">The ids that hang on this article.</param>
    /// <param name="published">The passages of the article that were published.</param>
    public static void Claim(Span<Telling> tellings, IReadOnlyList<IdRow> anchored, IReadOnlyList<Passage> published)
    {
        var claims = new List<Claim>?[tellings.Length];
        var taken = new bool[tellings.Length];
        var anchors = anchored.GroupBy(r => r.Anchor).OrderBy(g => (g.Key.Trigger, g.Key.Rank, g.Key.Start, g.Key.End)).Select(g => (g.Key, Ids: g.Select(r => r.Id).Order(StringComparer.Ordinal).ToArray())).ToArray();
        foreach (var (anchor, ids) in anchors)
            if (Same(tellings, anchor) is >= 0 and var place) Give(place, ids, Ground.Anchored);
        foreach (var (anchor, ids) in anchors)
            if (Same(tellings, anchor) < 0 && Nearest(tellings, taken, anchor.Start, anchor.End, anchor.Trigger) is >= 0 and var place) Give(place, ids, Ground.Anchored);

        Array.Clear(taken);
        var passages = published.OrderBy(p => (p.Start, p.End)).ThenBy(p => p.Spans, StringComparer.Ordinal).ThenBy(p => p.MoveId, StringComparer.Ordinal).ToArray();
        foreach (var passage in passages)
            if (Same(tellings, passage) is >= 0 and var place) Give(place, [passage.MoveId], Ground.Published);
        foreach (var passage in passages)
            if (Same(tellings, passage) < 0 && Nearest(tellings, taken, passage.Start, passage.End, passage.Start) is >= 0 and var place) Give(place, [passage.MoveId], Ground.Published);

        for (var i = 0; i < tellings.Length; i++)
            if (claims[i] is { } own) tellings[i] = tellings[i] with { Claims = [.. own.GroupBy(c => c.Id, StringComparer.Ordinal).Select(g => g.MinBy(c => c.Ground))] };

        void Give(int place, string[] ids, Ground ground)
        {
            foreach (var id in ids) (claims[place] ??= []).Add(new(id, ground));
            taken[place] = true;
        }
    }

    static int Same(Span<Telling> tellings, Anchor anchor)
    {
        for (var i = 0; i < tellings.Length; i++)
            if (tellings[i].Source.TriggerStart == anchor.Trigger && tellings[i].Rank == anchor.Rank) return i;
        return -1;
    }

    static int Same(Span<Telling> tellings, Passage passage)
    {
        for (var i = 0; i < tellings.Length; i++)
            if (tellings[i].Source is var source && source.EvidenceStart == passage.Start && source.EvidenceEnd == passage.End && source.Spans == passage.Spans) return i;
        return -1;
    }

    /// <summary>Of the tellings that nothing was handed to, the one whose evidence overlaps most, then the one whose predicate is nearest.</summary>
    static int Nearest(Span<Telling> tellings, bool[] taken, int start, int end, int trigger)
    {
        var (best, most) = (-1, (Overlap: 0, Near: 0));
        for (var i = 0; i < tellings.Length; i++)
        {
            var source = tellings[i].Source;
            var fit = (Overlap: Math.Min(source.EvidenceEnd, end) - Math.Max(source.EvidenceStart, start), Near: -Math.Abs(source.TriggerStart - trigger));
            if (!taken[i] && fit.Overlap > 0 && (best < 0 || fit.CompareTo(most) > 0)) (best, most) = (i, fit);
        }
        return best;
    }
}

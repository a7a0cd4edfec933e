namespace TechMoves;

/// <summary>The rows of a range of ids after a run, in their order: the sources of its moves, what changed against the dataset published before, and all ids that were ever published.</summary>
public sealed record Chapter(ImmutableArray<MoveSource> Sources, ImmutableArray<Change> Changes, ImmutableArray<IdRow> Ids);

/// <summary>Compares what is told now with what was published before, id by id: added, changed, merged, withdrawn.</summary>
public static class Changes
{
    /// <param name="known">The ids published so far.</param>
    /// <param name="before">The moves published before, by the columns of today.</param>
    /// <param name="compared">The columns of moves that are compared.</param>
    public static Chapter Of(List<Move> moves, List<MoveSource> sources, List<Fate> fates, List<IdRow> known, List<string?[]> before, ImmutableArray<bool> compared)
    {
        var now = new Dictionary<string, Move>(StringComparer.Ordinal);
        foreach (var move in moves)
            if (!now.TryAdd(move.Id, move)) throw new PublicationException("moves", move.Id, "an earlier row has the same move_id");
        var key = Columns.Moves.Length - 1;
        var old = before.DistinctBy(c => c[key], StringComparer.Ordinal).ToDictionary(c => c[key]!, StringComparer.Ordinal);
        var homes = fates.GroupBy(f => f.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.MinBy(f => f.Ground)!, StringComparer.Ordinal);
        var ids = known.Select(r => r.Id).Concat(homes.Keys).Concat(old.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var rows = known.ToDictionary(r => r.Id, StringComparer.Ordinal);
        var changes = ImmutableArray.CreateBuilder<Change>();
        var after = ImmutableArray.CreateBuilder<IdRow>(ids.Length);
        foreach (var id in ids)
        {
            var row = Row(id, now.ContainsKey(id), homes.GetValueOrDefault(id), rows.GetValueOrDefault(id));
            if (row is not null) after.Add(row);
            if (now.TryGetValue(id, out var move))
            {
                if (old.TryGetValue(id, out var cells)) changes.AddRange(Changed(move, cells, compared));
                else changes.Add(new(id, ChangeKind.Added, null, null, null, null));
            }
            // One that stood in moves: the ids of the others have told their end before.
            else if (old.ContainsKey(id)) changes.Add(row is { State: IdState.Merged } && homes.ContainsKey(id) ? new(id, ChangeKind.Merged, null, null, null, row.MergedInto) : new(id, ChangeKind.Withdrawn, null, null, null, null));
        }
        sources.Sort((a, b) => string.CompareOrdinal(a.MoveId, b.MoveId) is not 0 and var move ? move : string.CompareOrdinal(a.Source.ArticleId, b.Source.ArticleId));
        return new([.. sources], changes.ToImmutable(), after.ToImmutable());
    }

    static IdRow? Row(string id, bool isLive, Fate? fate, IdRow? known) =>
        fate is null ? known is null ? null : known.State == IdState.Merged ? known : known with { State = IdState.Withdrawn }
        : isLive ? new(id, IdState.Live, null, fate.FirstRun, fate.Anchor)
        : fate.Home is { } home && home != id ? new(id, IdState.Merged, home, fate.FirstRun, fate.Anchor)
        : new(id, IdState.Withdrawn, null, fate.FirstRun, fate.Anchor);

    static IEnumerable<Change> Changed(Move move, string?[] cells, ImmutableArray<bool> compared)
    {
        var now = Sheet.Cells(Columns.Moves, move);
        return Enumerable.Range(0, now.Length).Where(i => compared[i] && now[i] != cells[i]).OrderBy(i => Columns.Moves[i].Name, StringComparer.Ordinal)
            .Select(i => new Change(move.Id, ChangeKind.Changed, Columns.Moves[i].Name, cells[i], now[i], null));
    }
}

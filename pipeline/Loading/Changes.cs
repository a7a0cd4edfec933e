namespace TechMoves;

/// <summary>Compares a dataset with the one that is published: what was added, changed, merged, withdrawn.</summary>
public static class Changes
{
    /// <summary>The changes by move, kind and field. Columns that only one of the two has are not compared; without a published dataset every move is added.</summary>
    public static ImmutableArray<Change> Since(string published, Dataset dataset)
    {
        var (columns, old) = Published(published);
        var moves = dataset.Moves.ToFrozenDictionary(m => m.Id, StringComparer.Ordinal);
        var homes = new Lazy<FrozenDictionary<string, ImmutableArray<string>>>(() => Homes(published, dataset));
        return
        [
            .. moves.Values.SelectMany(m => old.TryGetValue(m.Id, out var cells) ? Changed(m, columns, cells) : [new(m.Id, ChangeKind.Added, null, null, null, null)])
                .Concat(old.Keys.Where(id => !moves.ContainsKey(id)).Select(id => homes.Value.GetValueOrDefault(id, []) is [var home]
                    ? new Change(id, ChangeKind.Merged, null, null, null, home) : new Change(id, ChangeKind.Withdrawn, null, null, null, null)))
                .OrderBy(c => c.MoveId, StringComparer.Ordinal).ThenBy(c => c.Kind).ThenBy(c => c.Field, StringComparer.Ordinal),
        ];
    }

    static (FrozenDictionary<string, int> Columns, Dictionary<string, string?[]> Moves) Published(string folder)
    {
        var file = Path.Combine(folder, "moves.csv");
        if (!File.Exists(file)) return (FrozenDictionary<string, int>.Empty, []);
        var rows = CsvTable.Read(file, "moves");
        var columns = rows.Columns.Select((name, i) => (name, i)).ToFrozenDictionary(c => c.name, c => c.i, StringComparer.Ordinal);
        if (!columns.TryGetValue("move_id", out var key)) throw new ConfigurationException($"{file}:1: has no column move_id; put the published dataset back or remove its folder");
        return (columns, rows.Cells.DistinctBy(c => c[key], StringComparer.Ordinal).ToDictionary(c => c[key] ?? "", StringComparer.Ordinal));
    }

    static IEnumerable<Change> Changed(Move move, FrozenDictionary<string, int> columns, string?[] cells) => Columns.Moves
        .Where(column => columns.ContainsKey(column.Name))
        .Select(column => (column.Name, Old: cells[columns[column.Name]], New: Cell.Of(column, move)))
        .Where(v => v.Old != v.New)
        .Select(v => new Change(move.Id, ChangeKind.Changed, v.Name, v.Old, v.New, null));

    /// <summary>For each published move, the moves that its passages now tell.</summary>
    static FrozenDictionary<string, ImmutableArray<string>> Homes(string published, Dataset dataset)
    {
        if (!File.Exists(Path.Combine(published, "sources.csv"))) return FrozenDictionary<string, ImmutableArray<string>>.Empty;
        var now = dataset.Sources.ToLookup(s => (s.Source.ArticleId, s.Source.Spans), s => s.MoveId);
        var rows = CsvTable.Read(Path.Combine(published, "sources.csv"), "sources");
        var columns = rows.Columns.ToImmutableArray();
        var (move, article, spans) = (columns.IndexOf("move_id"), columns.IndexOf("article_id"), columns.IndexOf("spans"));
        return rows.Cells.GroupBy(c => c[move]!, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.SelectMany(c => now[(c[article]!, c[spans] ?? "")]).Distinct(StringComparer.Ordinal).ToImmutableArray(), StringComparer.Ordinal);
    }
}

namespace TechMoves;

/// <summary>The dataset that was published before: its ids, its passages, its moves. Read row by row, never as a whole.</summary>
public sealed class Published(string? folder)
{
    public static readonly Published None = new(null);

    public bool IsNone { get; } = folder is null || Layout.Of(folder, "moves", "csv").IsEmpty;

    /// <summary>All ids that were ever published; a dataset from before there was a table of ids gives those of its moves.</summary>
    public IEnumerable<IdRow> Ids()
    {
        if (IsNone) yield break;
        if (!File.Exists(Path.Combine(folder!, "ids.csv")))
        {
            foreach (var passage in Passages().DistinctBy(p => p.MoveId, StringComparer.Ordinal)) yield return new(passage.MoveId, IdState.Live, null, 1, new(passage.ArticleId, -1, 0, passage.Start, passage.End));
            yield break;
        }
        foreach (var cells in Rows("ids", "move_id", "state", "merged_into", "first_run", "article_id", "trigger_start", "trigger_rank", "evidence_start", "evidence_end"))
            yield return new(cells[0]!, Terms.Read<IdState>(cells[1]!), cells[2], Whole(cells[3]), new(cells[4]!, Whole(cells[5]), Whole(cells[6]), Whole(cells[7]), Whole(cells[8])));
    }

    public IEnumerable<Passage> Passages() => IsNone ? [] : Rows("sources", "move_id", "article_id", "evidence_start", "evidence_end", "spans").Select(c => new Passage(c[0]!, c[1]!, Whole(c[2]), Whole(c[3]), c[4] ?? ""));

    /// <summary>The rows of moves with the columns of today, a column that was not there before being null everywhere.</summary>
    public IEnumerable<string?[]> Moves() => IsNone ? [] : Rows("moves", [.. Columns.Moves.Select(c => c.Name)]);

    /// <summary>The columns of moves that are compared: those that both have.</summary>
    public ImmutableArray<bool> Compared()
    {
        if (IsNone) return [];
        var had = CsvTable.Read(Layout.Of(folder!, "moves", "csv")[0], "moves").Columns;
        return [.. Columns.Moves.Select(c => had.Contains(c.Name, StringComparer.Ordinal))];
    }

    IEnumerable<string?[]> Rows(string table, params string[] columns)
    {
        foreach (var file in Layout.Of(folder!, table, "csv"))
        {
            var rows = CsvTable.Read(file, table);
            var places = columns.Select(c => rows.Columns.ToList().IndexOf(c)).ToArray();
            if (places[Array.IndexOf(columns, "move_id")] < 0) throw new ConfigurationException($"{file}:1: has no column move_id; put the published dataset back or remove its folder");
            foreach (var cells in rows.Cells) yield return [.. places.Select(p => p < 0 ? null : cells[p])];
        }
    }

    static int Whole(string? cell) => int.TryParse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : 0;
}

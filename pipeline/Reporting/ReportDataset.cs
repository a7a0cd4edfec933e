namespace TechMoves;

/// <summary>A table of a published dataset as it stands in the folder: its columns and rows.</summary>
sealed record ReportTable(IReadOnlyList<string> Columns, ImmutableArray<CellRow> Rows)
{
    public static ReportTable Read(string folder, string table, Func<CellRow, bool> wanted)
    {
        // A large dataset has a table in files of one year each.
        var files = Layout.Of(folder, table, "csv").Select(f => CsvTable.Read(f, table)).ToArray();
        if (files.Length == 0) throw new ConfigurationException($"{folder}: has no table {table}; pass the folder of a dataset");
        var rows = files[0] with { Cells = files.SelectMany(f => f.Cells) };
        var places = rows.Columns.Select((name, i) => (name, i)).ToFrozenDictionary(p => p.name, p => p.i, StringComparer.Ordinal);
        return new(rows.Columns, [.. rows.Cells.Select(cells => new CellRow(places, cells)).Where(wanted)]);
    }
}

/// <summary>The rows that a report shows: the latest moves, and of the other tables what belongs to them.</summary>
sealed record ReportDataset(
    ImmutableArray<CellRow> Moves, IReadOnlyList<string> MoveColumns, int AllMoves, ILookup<string, CellRow> Sources, IReadOnlyList<string> SourceColumns,
    FrozenDictionary<string, CellRow> Articles, ILookup<string, CellRow> Issues, IReadOnlyList<string> IssueColumns, FrozenSet<string> Hashes)
{
    public static ReportDataset Read(string folder, int most)
    {
        var all = ReportTable.Read(folder, "moves", _ => true);
        var ids = all.Rows.OrderByDescending(m => m["last_published"] ?? m["date"] ?? "", StringComparer.Ordinal).ThenBy(m => m["move_id"], StringComparer.Ordinal)
            .Take(most).Select(m => m["move_id"]!).ToFrozenSet(StringComparer.Ordinal);
        var sources = ReportTable.Read(folder, "sources", s => ids.Contains(s["move_id"]!));
        var told = sources.Rows.Select(s => s["article_id"]!).ToFrozenSet(StringComparer.Ordinal);
        // A rejected record may repeat the id of the article that was read.
        var articles = ReportTable.Read(folder, "articles", a => a["article_id"] is { } id && told.Contains(id) && a["outcome"] != Terms.Of(Outcome.Rejected));
        var issues = ReportTable.Read(folder, "issues", i => i["move_id"] is { } id && ids.Contains(id));
        return new(
            [.. all.Rows.Where(m => ids.Contains(m["move_id"]!))], all.Columns, all.Rows.Length,
            sources.Rows.ToLookup(s => s["move_id"]!, StringComparer.Ordinal), sources.Columns,
            articles.Rows.ToFrozenDictionary(a => a["article_id"]!, StringComparer.Ordinal),
            issues.Rows.ToLookup(i => i["move_id"]!, StringComparer.Ordinal), issues.Columns,
            articles.Rows.Select(a => a["text_sha256"]).OfType<string>().ToFrozenSet(StringComparer.Ordinal));
    }
}

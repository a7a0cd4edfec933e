namespace TechMoves;

/// <summary>What --strict asks: whether anything that lies in the inbox now is rejected in the published ledger.</summary>
public static class Rejections
{
    public static bool Any(Settings settings)
    {
        var names = Inbox.Files(settings.Articles).Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        return Layout.Of(settings.Out, "articles", "csv").Select(f => CsvTable.Read(f, "articles")).Any(rows =>
        {
            var columns = rows.Columns.ToImmutableArray();
            var (path, outcome) = (columns.IndexOf("path"), columns.IndexOf("outcome"));
            return rows.Cells.Any(c => c[outcome] == Terms.Of(Outcome.Rejected) && names.Contains(c[path]!));
        });
    }
}

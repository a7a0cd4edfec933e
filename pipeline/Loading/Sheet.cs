using CsvHelper;

namespace TechMoves;

/// <summary>A table ready to be checked and written, whatever its rows are: Rows gives each as CSV has it, null where there is no value.</summary>
public sealed record Sheet(string Name, ImmutableArray<string> Columns, int Count, IEnumerable<string?[]> Rows, Action<Stream> WriteParquet)
{
    public static readonly CsvWriterOptions Format = new() { Separator = ',', NewLine = "\n", TrueValue = "true", FalseValue = "false" };

    /// <summary>The tables of a dataset, those first that others point to.</summary>
    public static ImmutableArray<Sheet> All(Dataset dataset) =>
    [
        Of("moves", TechMoves.Columns.Moves, dataset.Moves),
        Of("articles", TechMoves.Columns.Articles, dataset.Articles),
        Of("sources", TechMoves.Columns.Sources, dataset.Sources),
        Of("issues", TechMoves.Columns.Issues, dataset.Issues),
        Of("changes", TechMoves.Columns.Changes, dataset.Changes),
        Of("ids", TechMoves.Columns.Ids, dataset.Ids),
    ];

    public static Sheet Of<T>(string name, ImmutableArray<Column<T>> columns, ImmutableArray<T> rows) => new(
        name, [.. columns.Select(c => c.Name)], rows.Length, rows.Select(row => Cells(columns, row)), stream => ParquetTable.Write(stream, columns, rows));

    /// <summary>UTF-8 without byte order mark, commas, LF; a field is quoted only where it must be.</summary>
    public void WriteCsv(Stream stream)
    {
        using var writer = CsvWriter.Create(stream, Format, leaveOpen: true);
        writer.WriteHeader(Columns.AsSpan());
        foreach (var row in Rows) writer.WriteRecord(row.AsSpan()!);
    }

    public static string?[] Cells<T>(ImmutableArray<Column<T>> columns, T row)
    {
        var cells = new string?[columns.Length];
        for (var i = 0; i < cells.Length; i++) cells[i] = Cell.Of(columns[i], row);
        return cells;
    }
}

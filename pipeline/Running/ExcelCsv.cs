using CsvHelper;

namespace TechMoves;

/// <summary>A copy of a CSV table for spreadsheets: with the byte order mark that Excel asks for, and no cell that it would take for a formula.</summary>
public static class ExcelCsv
{
    /// <summary>Signs with which a formula, or what a spreadsheet takes for one, begins; the wide ones too.</summary>
    const string Formulas = "=+-@\t\r\n＝＋－＠";

    static readonly CsvWriterOptions Format = new() { Separator = ',', NewLine = "\r\n" };

    /// <summary>The rows of all files of the table as one.</summary>
    public static void Write(IEnumerable<string> files, Stream stream)
    {
        stream.Write(Encoding.UTF8.Preamble);
        using var writer = CsvWriter.Create(stream, Format, leaveOpen: true);
        writer.WriteHeader(Columns.Moves.Select(c => c.Name).ToArray().AsSpan());
        foreach (var cells in files.SelectMany(file => CsvTable.Read(file, "moves").Cells))
        {
            for (var i = 0; i < cells.Length; i++) cells[i] = Safe(cells[i]);
            writer.WriteRecord(cells.AsSpan()!);
        }
    }

    /// <summary>An apostrophe before a formula makes it text.</summary>
    public static string? Safe(string? cell) => cell is [var first, ..] && Formulas.Contains(first, StringComparison.Ordinal) ? "'" + cell : cell;
}

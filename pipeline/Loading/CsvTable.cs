using CsvHelper;

namespace TechMoves;

/// <summary>Reads a published CSV table back: empty fields are null.</summary>
public static class CsvTable
{
    public static Rows Read(string path, string table)
    {
        using var reader = Open(path);
        return new(table, [.. reader.Headers], Cells(path));
    }

    static IEnumerable<string?[]> Cells(string path)
    {
        using var reader = Open(path);
        while (reader.Read())
        {
            var cells = new string?[reader.FieldCount];
            for (var i = 0; i < cells.Length; i++) cells[i] = reader.IsEmpty(i) ? null : reader.GetString(i);
            yield return cells;
        }
    }

    // Articles are long and evidence may hold any sign: no separator is guessed, nothing is trimmed.
    static CsvReader Open(string path) => CsvReader.FromFile(path, new CsvReaderOptions { Separator = ',', TrimWhitespace = false });
}

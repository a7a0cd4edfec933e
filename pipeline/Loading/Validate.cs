using CsvHelper;

namespace TechMoves;

/// <summary>Reads a published dataset back and checks it as any analyst could: CSV against the schemas beside it, Parquet against CSV.</summary>
public static class Validate
{
    /// <summary>All faults; none means that the dataset keeps its contract.</summary>
    public static IReadOnlyList<Fault> Folder(string folder)
    {
        var missing = Publish.Files.Where(f => !File.Exists(Path.Combine(folder, f)) && !(Path.GetExtension(f) is ".csv" or ".parquet" && Layout.Of(folder, Path.GetFileNameWithoutExtension(f), Path.GetExtension(f)[1..]).Length > 0)).Select(f => new Fault(f, "file", null, "is missing")).ToList();
        if (missing.Count > 0) return missing;
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        var faults = new List<Fault>();
        var current = "";
        try
        {
            faults.AddRange(Contract.Read(Path.Combine(folder, "schemas")).Faults(Contract.Tables.Select(Table)));
        }
        catch (CsvFormatException e)
        {
            faults.Add(new(current, "file", null, e.Message));
            return faults;
        }
        faults.AddRange(Contract.Tables.SelectMany(table => ParquetFaults(folder, table, counts.GetValueOrDefault(table))));
        return faults;

        Rows Table(string table)
        {
            current = table;
            var rows = Layout.Of(folder, table, "csv").Select(f => CsvTable.Read(f, table)).ToArray();
            return rows[0] with { Cells = rows.SelectMany(r => r.Cells).Select(c => { counts[table] = counts.GetValueOrDefault(table) + 1; return c; }) };
        }
    }

    static IEnumerable<Fault> ParquetFaults(string folder, string table, long count)
    {
        (long Rows, ImmutableArray<string> Columns) shape = default;
        string? broken = null;
        try
        {
            var shapes = Layout.Of(folder, table, "parquet").Select(ParquetTable.Shape).ToArray();
            shape = (shapes.Sum(s => s.Rows), shapes[0].Columns);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or Parquet.ParquetException)
        {
            broken = e.Message;
        }
        if (broken is not null) yield return new(table, "file", null, $"Parquet cannot be read: {broken}");
        else if (shape.Rows != count) yield return new(table, "file", null, $"Parquet has {shape.Rows} rows, CSV has {count}");
        else if (!shape.Columns.SequenceEqual(CsvTable.Read(Layout.Of(folder, table, "csv")[0], table).Columns, StringComparer.Ordinal)) yield return new(table, "header", null, "Parquet has other columns than CSV");
    }
}

using CsvHelper;

namespace TechMoves;

/// <summary>One line of a table in data/, with its place for messages.</summary>
public sealed record TableRow(string Path, int Line, IReadOnlyDictionary<string, int> Columns, string[] Fields)
{
    /// <summary>The value of a column; empty where there is none.</summary>
    public string this[string column] => Fields[Columns[column]];

    public string? Optional(string column) => this[column] is { Length: > 0 } value ? value : null;

    public string[] List(string column) => this[column] is not { Length: > 0 } list ? [] : list.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public decimal Number(string column) => decimal.Parse(this[column], NumberStyles.Number, CultureInfo.InvariantCulture);

    public ConfigurationException Fault(string message) => new($"{Path}:{Line}: {message}");
}

/// <summary>Reads a CSV table of data/ and checks each line against its schema; the first fault ends the program with file and line.</summary>
public static class Table
{
    /// <summary>The rows of the table; its schema is schemas/lexicons/NAME.json, NAME being the file's name without extension.</summary>
    public static List<TableRow> Read(string path, string schemas) => !File.Exists(path) ? throw new ConfigurationException($"{path}: table not found; restore the data folder or set TECHMOVES_Data")
        : Read(path, TableSchema.Read(Path.Combine(schemas, "lexicons", Path.GetFileNameWithoutExtension(path) + ".json")));

    public static List<TableRow> Read(string path, TableSchema schema)
    {
        var rows = new List<TableRow>();
        try
        {
            using var reader = CsvReader.FromFile(path, new CsvReaderOptions { Separator = ',', TrackLineNumbers = true });
            var headers = reader.Headers.ToArray();
            if (!headers.SequenceEqual(schema.Columns.Select(c => c.Name), StringComparer.Ordinal))
                throw new ConfigurationException($"{path}:1: the columns must be {string.Join(",", schema.Columns.Select(c => c.Name))}");
            var columns = headers.Select((name, i) => (name, i)).ToDictionary(p => p.name, p => p.i, StringComparer.Ordinal);
            int[] key = [.. schema.PrimaryKey.Select(k => columns[k])];
            var keys = new HashSet<string>(StringComparer.Ordinal);
            while (reader.Read())
            {
                var row = new TableRow(path, (int)reader.LineNumber, columns, reader.Current.ToArray());
                if (row.Fields.Length != headers.Length) throw row.Fault($"has {row.Fields.Length} fields, the header {headers.Length}: a comma within a field needs quotes around it");
                for (var i = 0; i < headers.Length; i++)
                    if (schema.Columns[i].Fault(row.Fields[i]) is { } fault) throw row.Fault($"column {headers[i]} {fault}");
                if (key.Length > 0 && !keys.Add(key.Length == 1 ? row.Fields[key[0]] : string.Join('\u001f', key.Select(k => row.Fields[k]))))
                    throw row.Fault($"the same {string.Join(" and ", schema.PrimaryKey)} stands on an earlier line");
                rows.Add(row);
            }
        }
        catch (CsvFormatException e)
        {
            throw new ConfigurationException($"{path}: {e.Message}");
        }
        return rows;
    }
}

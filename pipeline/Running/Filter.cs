using System.Text.Encodings.Web;

namespace TechMoves;

/// <summary>The verb filter: articles as JSON Lines on standard input, one line of JSON for each on standard output, with its row of the ledger, its sources and its issues. For engines that stream: Spark pipe, Hadoop streaming, Dask.</summary>
public static class Filter
{
    static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The id of a move comes with load, which looks at all sources.</summary>
    static readonly ImmutableArray<Column<MoveSource>> Sources = [.. Columns.Sources.Where(c => c.Name != "move_id")];

    static readonly ImmutableArray<Column<Issue>> Issues = [.. Columns.Issues.Where(c => c.Name != "move_id")];

    /// <summary>The lines of a stream that are not blank; one that is longer than allowed is passed over without being held.</summary>
    public static IEnumerable<Record> Records(Stream input, Bounds bounds)
    {
        var line = new List<byte>();
        var (number, isTooLong) = (1, false);
        var buffer = new byte[1 << 16];
        for (int read; (read = input.Read(buffer)) > 0;)
            for (var start = 0; start < read;)
            {
                var end = Array.IndexOf(buffer, (byte)'\n', start, read - start);
                var stop = end < 0 ? read : end;
                isTooLong |= line.Count + stop - start > bounds.LargestArticle;
                if (isTooLong) line.Clear();
                else line.AddRange(buffer.AsSpan(start, stop - start));
                start = stop + 1;
                if (end < 0) continue;
                if (Line() is { } record) yield return record;
                number++;
            }
        if (Line() is { } last) yield return last;

        Record? Line()
        {
            var bytes = line.ToArray();
            line.Clear();
            if (!isTooLong) return bytes.AsSpan().Trim(" \t\r"u8).IsEmpty ? null : new("-", number, Format.JsonLine, bytes, Metadata.None);
            isTooLong = false;
            return Record.Refused("-", number, "too_large");
        }
    }

    /// <summary>One line of output, with the columns of the tables; what has no value is null.</summary>
    public static void Write(Stream output, Part part)
    {
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            json.WritePropertyName("article");
            Write(json, Columns.Articles, part.Entry);
            json.WriteStartArray("sources");
            foreach (var source in part.Sources) Write(json, Sources, new("", source));
            json.WriteEndArray();
            json.WriteStartArray("issues");
            foreach (var issue in part.Issues) Write(json, Issues, issue);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        output.WriteByte((byte)'\n');
    }

    static void Write<T>(Utf8JsonWriter json, ImmutableArray<Column<T>> columns, T row)
    {
        json.WriteStartObject();
        foreach (var column in columns)
        {
            json.WritePropertyName(column.Name);
            if (Cell.Of(column, row) is not { } cell) json.WriteNullValue();
            else if (column is ListColumn<T> list) JsonSerializer.Serialize(json, list.Of(row), JsonRows.Options);
            else if (column is NumberColumn<T> or WholeColumn<T> or FlagColumn<T>) json.WriteRawValue(cell);
            else json.WriteStringValue(cell);
        }
        json.WriteEndObject();
    }
}

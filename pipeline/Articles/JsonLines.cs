namespace TechMoves;

/// <summary>Reads JSON Lines, plain or gzip: one article a line with id, url, lang, outlet, published, title, text; unknown fields are ignored.</summary>
public static class JsonLines
{
    /// <summary>The lines of a file that are not blank; one that is longer than allowed is passed over without being held.</summary>
    public static IEnumerable<Record> Records(ByteWindow window, string name, Bounds bounds)
    {
        var (number, count) = (1, 0);
        for (var scanned = 0; ; number++)
        {
            // The search goes on where it ended: a line that arrives in pieces is looked at once.
            int at;
            while ((at = window.Bytes[scanned..].IndexOf((byte)'\n')) < 0)
            {
                scanned = window.Length;
                if (scanned > bounds.LargestArticle || !window.FillAcross(scanned + 1)) break;
            }
            var fault = window.Source.Pause switch { Pause.Damaged when !window.Source.IsSameFault => "damaged", Pause.Bomb => "zip_bomb", _ => null };
            var record = at < 0 && window.Source.Pause is Pause.Damaged or Pause.Bomb ? fault is null ? null : Record.Refused(name, number, fault)
                : (at < 0 ? window.Length : scanned + at) > bounds.LargestArticle ? Record.Refused(name, number, "too_large")
                : Line(at < 0 ? window.Bytes : window.Bytes[..(scanned + at)], name, number);
            if (record is not null)
            {
                count++;
                yield return record;
            }
            if (at >= 0) window.Pass(scanned + at + 1);
            else if (!PassLine(window)) break;
            scanned = 0;
        }
        if (count == 0) yield return Record.Refused(name, 0, "empty");
    }

    /// <summary>The article of one line.</summary>
    public static Reading Read(Record record)
    {
        if (PlainText.Decode(record.Bytes, out var reason) is null) return new Rejected(record.Path, record.Line, reason);
        try
        {
            var reader = new Utf8JsonReader(record.Bytes);
            using var document = JsonDocument.ParseValue(ref reader);
            if (reader.BytesConsumed < record.Bytes.Length && !record.Bytes.AsSpan((int)reader.BytesConsumed).Trim(" \t\r"u8).IsEmpty) return new Rejected(record.Path, record.Line, "broken_json");
            var fields = document.RootElement;
            if (fields.ValueKind != JsonValueKind.Object) return new Rejected(record.Path, record.Line, "not_an_object");
            return Metadata.Field(fields, "text") is { } text ? Article.Of(record.Path, record.Line, Metadata.Of(fields), text) : new Rejected(record.Path, record.Line, "no_text");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return new Rejected(record.Path, record.Line, "broken_json");
        }
    }

    static Record? Line(ReadOnlySpan<byte> line, string name, int number) =>
        line.Trim(" \t\r"u8).IsEmpty ? null : new(name, number, Format.JsonLine, line.ToArray(), Metadata.None);

    /// <summary>Passes the rest of a line that is too long, or that a fault cut; false at the end of the file.</summary>
    static bool PassLine(ByteWindow window)
    {
        if (window.Source.Pause != Pause.None)
        {
            window.Pass(window.Length);
            return window.Source.Next();
        }
        for (; ; )
        {
            if (window.Bytes.IndexOf((byte)'\n') is >= 0 and var at)
            {
                window.Pass(at + 1);
                return true;
            }
            window.Pass(window.Length);
            if (!window.FillAcross(1)) return window.Source.Pause is not Pause.End;
        }
    }
}

using System.IO.Compression;

namespace TechMoves;

/// <summary>Reads JSON Lines, plain or gzip: one article a line with id, url, lang, outlet, published, title, text; unknown fields are ignored.</summary>
public static class JsonLines
{
    public static IEnumerable<Reading> Read(string file, string name, int largestArticle)
    {
        using var lines = Lines(file, largestArticle).GetEnumerator();
        var count = 0;
        for (var number = 1; ; number++)
        {
            Reading? reading;
            try
            {
                if (!lines.MoveNext()) break;
                reading = lines.Current is null ? new Rejected(name, number, "too_large") : Record(lines.Current.Value.Span, name, number);
            }
            catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
            {
                reading = new Rejected(name, number, "unreadable_file");
                number = int.MaxValue - 1;
            }
            if (reading is null) continue;
            count++;
            yield return reading;
            if (number == int.MaxValue - 1) yield break;
        }
        if (count == 0) yield return new Rejected(name, 0, "empty");
    }

    /// <summary>The article of one line; null for a blank line.</summary>
    public static Reading? Record(ReadOnlySpan<byte> line, string name, int number)
    {
        if (line.Trim(" \t\r"u8).IsEmpty) return null;
        if (PlainText.Decode(line, out var reason) is null) return new Rejected(name, number, reason);
        try
        {
            var reader = new Utf8JsonReader(line);
            using var document = JsonDocument.ParseValue(ref reader);
            if (reader.BytesConsumed < line.Length && !line[(int)reader.BytesConsumed..].Trim(" \t\r"u8).IsEmpty) return new Rejected(name, number, "broken_json");
            var record = document.RootElement;
            if (record.ValueKind != JsonValueKind.Object) return new Rejected(name, number, "not_an_object");
            return Metadata.Field(record, "text") is { } text ? Article.Of(name, number, Metadata.Of(record), text) : new Rejected(name, number, "no_text");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return new Rejected(name, number, "broken_json");
        }
    }

    /// <summary>The lines of a file; null for one that is longer than allowed, which is skipped without being held.</summary>
    static IEnumerable<ReadOnlyMemory<byte>?> Lines(string file, int longest)
    {
        using var source = File.OpenRead(file);
        using var stream = file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(source, CompressionMode.Decompress) : (Stream)source;
        var buffer = new byte[1 << 16];
        int start = 0, end = 0, scanned = 0;
        var skipping = false;
        for (; ; )
        {
            var at = buffer.AsSpan(scanned, end - scanned).IndexOf((byte)'\n');
            if (at >= 0)
            {
                var stop = scanned + at;
                if (skipping) yield return null; // no conditional: its null would become empty memory
                else yield return buffer.AsMemory(start, stop - start);
                skipping = false;
                start = scanned = stop + 1;
                continue;
            }
            scanned = end;
            if (end - start > longest) (skipping, start) = (true, end);
            if (start > 0)
            {
                buffer.AsSpan(start, end - start).CopyTo(buffer);
                (scanned, end, start) = (scanned - start, end - start, 0);
            }
            if (end == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
            var read = stream.Read(buffer, end, buffer.Length - end);
            if (read == 0)
            {
                if (skipping) yield return null;
                else if (end > start) yield return buffer.AsMemory(start, end - start);
                yield break;
            }
            end += read;
        }
    }
}

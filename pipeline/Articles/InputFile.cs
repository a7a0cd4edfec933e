namespace TechMoves;

/// <summary>Opens one file of the input, plain or gzip, and takes it apart into records; its name tells the format, else its first bytes.</summary>
public static class InputFile
{
    static readonly FrozenDictionary<string, Format> Extensions = new Dictionary<string, Format>
    {
        [".txt"] = Format.Text,
        [".text"] = Format.Text,
        [".html"] = Format.Page,
        [".htm"] = Format.Page,
        [".xhtml"] = Format.Page,
        [".shtml"] = Format.Page,
        [".rss"] = Format.Feed,
        [".atom"] = Format.Feed,
        [".rdf"] = Format.Feed,
        [".xml"] = Format.Feed,
        [".jsonl"] = Format.JsonLines,
        [".ndjson"] = Format.JsonLines,
        [".warc"] = Format.Warc,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<Record> Records(string file, string name, Bounds bounds)
    {
        if (Open(file) is not { } source)
        {
            yield return Record.Refused(name, 0, "unreadable_file");
            yield break;
        }
        using (source)
        {
            var window = new ByteWindow(source);
            var format = FormatOf(name, window);
            var records = format switch
            {
                Format.JsonLines => JsonLines.Records(window, name, bounds),
                Format.Warc => Warc.Records(window, name, bounds),
                Format.Unknown => [Record.Refused(name, 0, "unknown_format")],
                _ => [Whole(window, file, name, format, bounds)],
            };
            foreach (var record in records) yield return record;
        }
    }

    static ByteSource? Open(string file)
    {
        try
        {
            return new(file, file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    static Format FormatOf(string name, ByteWindow window)
    {
        var inner = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;
        return Extensions.TryGetValue(Path.GetExtension(inner), out var format) ? format : Sniff(window);
    }

    // A page saved without an extension, or under that of the program that made it (.php, .asp).
    static Format Sniff(ByteWindow window)
    {
        window.Fill(1024);
        var head = window.Bytes[..Math.Min(1024, window.Length)];
        var isMarkup = head.TrimStart("\uFEFF \t\r\n"u8) is [(byte)'<', ..];
        return head.StartsWith("WARC/"u8) ? Format.Warc : isMarkup ? FormatOf(head) is var format && format != Format.Text ? format : Format.Unknown : Format.Unknown;
    }

    /// <summary>Whether a document is a page, a feed or text, by its first bytes.</summary>
    public static Format FormatOf(ReadOnlySpan<byte> document)
    {
        var head = Encoding.Latin1.GetString(document[..Math.Min(1024, document.Length)]).Replace("\0", "", StringComparison.Ordinal);
        return Has("<rss") || Has("<feed") || Has("<rdf:RDF") ? Format.Feed
            : Has("<!doctype html") || Has("<html") || Has("<head") || Has("<body") || Has("<meta") ? Format.Page
            : head.AsSpan().ContainsAnyInRange('\u0001', '\u0008') ? Format.Unknown : Format.Text;

        bool Has(string mark) => head.Contains(mark, StringComparison.OrdinalIgnoreCase);
    }

    static Record Whole(ByteWindow window, string file, string name, Format format, Bounds bounds)
    {
        var largest = format == Format.Text ? bounds.LargestArticle : bounds.LargestRecord;
        window.FillAcross(largest + 1);
        if (window.Source.Pause == Pause.Bomb) return Record.Refused(name, 0, "zip_bomb");
        if (window.Length > largest) return Record.Refused(name, 0, "too_large");
        if (window.Source.Pause == Pause.Damaged) return Record.Refused(name, 0, "damaged");
        var bytes = window.Bytes.ToArray();
        return format == Format.Text ? PlainText.Record(file, name, bytes, bounds)
            : new(name, 0, format == Format.Feed && FormatOf(bytes) == Format.Page ? Format.Page : format, bytes, Metadata.None);
    }
}

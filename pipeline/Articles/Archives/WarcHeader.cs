namespace TechMoves;

/// <summary>The header of a WARC record: its named fields, its own length and that of the block after it.</summary>
public sealed record WarcHeader(int Length, long Block, FrozenDictionary<string, string> Fields)
{
    /// <summary>The type of records that repeat what an earlier one holds, or tell of the crawl, is none of these.</summary>
    public bool IsDocument => this["WARC-Type"] is { } type && (type.Equals("response", StringComparison.OrdinalIgnoreCase) || type.Equals("resource", StringComparison.OrdinalIgnoreCase) || type.Equals("conversion", StringComparison.OrdinalIgnoreCase));

    public string? this[string name] => Fields.GetValueOrDefault(name);

    /// <summary>The header that the bytes begin with; null if it has no end, or no length.</summary>
    public static WarcHeader? Read(ReadOnlySpan<byte> bytes) =>
        HeaderFields.Read(bytes, out var length) is { } fields && fields.TryGetValue("Content-Length", out var text)
            && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var block) ? new(length, block, fields) : null;
}

/// <summary>Named fields of WARC and HTTP: lines of NAME: VALUE, up to an empty one.</summary>
public static class HeaderFields
{
    /// <summary>The fields after the first line, and the length of all with the empty line; null if there is none. A field given twice keeps its first value.</summary>
    public static FrozenDictionary<string, string>? Read(ReadOnlySpan<byte> bytes, out int length)
    {
        length = 0;
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (var isFirst = true; ; isFirst = false)
        {
            var end = bytes[length..].IndexOf((byte)'\n');
            if (end < 0) return null;
            var line = bytes.Slice(length, end).TrimEnd((byte)'\r');
            length += end + 1;
            if (line.IsEmpty) return fields.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
            var colon = isFirst ? -1 : line.IndexOf((byte)':');
            if (colon > 0) fields.TryAdd(Encoding.UTF8.GetString(line[..colon].Trim(" \t"u8)), Encoding.UTF8.GetString(line[(colon + 1)..].Trim(" \t"u8)));
        }
    }
}

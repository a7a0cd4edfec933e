namespace TechMoves;

/// <summary>Reads a text file as one article; NAME.json beside it, if there is one, holds its metadata. The file's times say nothing.</summary>
public static class PlainText
{
    public static Record Record(string file, string name, byte[] bytes, Bounds bounds)
    {
        try
        {
            return Sidecar(SidecarOf(file), bounds.LargestArticle) is { } metadata ? new(name, 0, Format.Text, bytes, metadata) : TechMoves.Record.Refused(name, 0, "sidecar_unreadable");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return TechMoves.Record.Refused(name, 0, "unreadable_file");
        }
    }

    public static Reading Read(Record record) =>
        Decode(record.Bytes, out var reason) is { } text ? Article.Of(record.Path, record.Line, record.Metadata, text) : new Rejected(record.Path, record.Line, reason);

    /// <summary>The text of UTF-8 bytes without byte order mark, or null with the reason: empty, binary, not_utf8.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes, out string reason)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble)) bytes = bytes[3..];
        reason = bytes.IndexOfAnyInRange((byte)0, (byte)8) >= 0 ? "binary" : "not_utf8";
        if (reason == "binary" || !System.Text.Unicode.Utf8.IsValid(bytes)) return null;
        var text = Encoding.UTF8.GetString(bytes);
        reason = "empty";
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    /// <summary>NAME.json beside NAME.txt or NAME.txt.gz is that text's metadata and no record of its own.</summary>
    public static bool IsSidecar(string file) => file.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
        && (File.Exists(Path.ChangeExtension(file, ".txt")) || File.Exists(Path.ChangeExtension(file, ".txt.gz")));

    public static string SidecarOf(string file) => Path.ChangeExtension(file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? file[..^3] : file, ".json");

    static Metadata? Sidecar(string file, int largest)
    {
        if (!File.Exists(file)) return Metadata.None;
        try
        {
            if (new FileInfo(file).Length > largest) return null;
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            return document.RootElement.ValueKind == JsonValueKind.Object ? Metadata.Of(document.RootElement) : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null; // InvalidOperationException: a string that is not Unicode
        }
    }
}

namespace TechMoves;

/// <summary>Reads a text file as one article; NAME.json beside it, if there is one, holds its metadata. The file's times say nothing.</summary>
public static class PlainText
{
    public static Reading Read(string file, string name, int largestArticle)
    {
        try
        {
            if (new FileInfo(file).Length > largestArticle) return new Rejected(name, 0, "too_large");
            if (Decode(File.ReadAllBytes(file), out var reason) is not { } text) return new Rejected(name, 0, reason);
            return Sidecar(Path.ChangeExtension(file, ".json"), largestArticle) is { } metadata ? Article.Of(name, 0, metadata, text) : new Rejected(name, 0, "sidecar_unreadable");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Rejected(name, 0, "unreadable_file");
        }
    }

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

namespace TechMoves;

/// <summary>What a file, or a record within one, is written in.</summary>
public enum Format : byte { Unknown, Text, Page, Feed, JsonLine, JsonLines, Warc }

/// <summary>One record of the input as bytes, with what its container tells of it: read apart, on any thread, it gives readings.</summary>
/// <param name="Path">The file, relative to the input folder.</param>
/// <param name="Line">The 1-based line or record in its file; 0 where the file is the record.</param>
/// <param name="Charset">The charset that a header names, or null.</param>
/// <param name="Reason">Why the record cannot be read; it has no bytes then.</param>
public sealed record Record(string Path, int Line, Format Format, byte[] Bytes, Metadata Metadata, string? Charset = null, string? Reason = null)
{
    public static Record Refused(string path, int line, string reason) => new(path, line, Format.Unknown, [], Metadata.None, null, reason);

    /// <summary>The readings of the record: one, but a feed has one an item.</summary>
    public IEnumerable<Reading> Read(Bounds bounds, Knowledge knowledge) => Reason is { } reason ? [new Rejected(Path, Line, reason)] : Format switch
    {
        Format.Text => [PlainText.Read(this)],
        Format.JsonLine => [JsonLines.Read(this)],
        Format.Page => [Page.Read(this, bounds, knowledge)],
        Format.Feed => Feed.Read(this, bounds, knowledge),
        _ => [new Rejected(Path, Line, "unknown_format")],
    };
}

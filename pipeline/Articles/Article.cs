namespace TechMoves;

/// <summary>What a reader makes of one input record: an Article, or a Rejected one with the reason.</summary>
public abstract record Reading(string Path, int Line);

/// <summary>One article: Text is the canonical text (title, blank line, body where the input gives a title apart; else the decoded text); all offsets index it.</summary>
/// <param name="Line">The 1-based line of the record in its file; 0 where the file is the record.</param>
/// <param name="Language">Language code as the metadata tells it, or null.</param>
/// <param name="TitleLength">The length of the title at the start of Text; 0 where the input gives none apart.</param>
public sealed record Article(string Id, string Path, int Line, string? Url, string? Outlet, string? Language, DateOnly? Published, int TitleLength, string Text)
    : Reading(Path, Line)
{
    /// <summary>The article of a record's fields; without an id of its own it takes the SHA-256 of outlet, url and text, shortened to 16 hexadecimal digits.</summary>
    public static Article Of(string path, int line, Metadata metadata, string body)
    {
        var text = metadata.Title is { Length: > 0 } title ? $"{title}\n\n{body}" : body;
        var id = metadata.Id ?? Fingerprint($"{metadata.Outlet}\n{metadata.Url}\n{text}")[..16];
        return new(id, path, line, metadata.Url, metadata.Outlet, metadata.Language, metadata.Published, metadata.Title?.Length ?? 0, text);
    }

    /// <summary>The SHA-256 of a text's UTF-8 bytes, in lower-case hexadecimal.</summary>
    public static string Fingerprint(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>A record that cannot be read as an article; it becomes a row of the ledger with this reason.</summary>
public sealed record Rejected(string Path, int Line, string Reason) : Reading(Path, Line);

/// <summary>The fields of a record beside its body; null where the record has none.</summary>
public sealed record Metadata(string? Id, string? Url, string? Language, string? Outlet, DateOnly? Published, string? Title)
{
    public static readonly Metadata None = new(null, null, null, null, null, null);

    /// <summary>The code of BCP 47 for a language that nobody has determined: it will be guessed.</summary>
    const string Undetermined = "und";

    /// <summary>Reads id, url, lang, outlet, published and title; other fields are ignored, and so are values that are not text.</summary>
    public static Metadata Of(JsonElement record) => new(
        Field(record, "id"), Field(record, "url"), Field(record, "lang") is { } code && code != Undetermined ? code : null, Field(record, "outlet"), Day(Field(record, "published")), Field(record, "title")?.ReplaceLineEndings(" ").Trim());

    /// <summary>The text of a field, or null if it is missing, empty or not text.</summary>
    public static string? Field(JsonElement record, string name) =>
        record.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    // A publication time keeps the day that its own time zone gives it.
    public static DateOnly? Day(string? published) =>
        published is { Length: >= 10 } && DateOnly.TryParseExact(published.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

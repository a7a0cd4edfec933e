namespace TechMoves;

/// <summary>What fetch has done before: addresses it has, and what a feed said of its version. A file of JSON Lines in the hidden folder .fetch of the inbox, to which each response adds one line.</summary>
public sealed class FetchState : IDisposable
{
    readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    readonly Lock _gate = new();
    readonly StreamWriter _file;

    /// <param name="Url">The address without its fragment.</param>
    /// <param name="ETag">What to ask a feed with, to hear whether it has changed.</param>
    public sealed record Entry(string Url, string? ETag, string? LastModified, string? Outcome);

    public FetchState(string inbox)
    {
        Folder = Path.Combine(inbox, ".fetch");
        Directory.CreateDirectory(Folder);
        var path = Path.Combine(Folder, "fetched.jsonl");
        var file = Open(path);
        using (var lines = new StreamReader(file, leaveOpen: true))
            while (lines.ReadLine() is { } line) if (Read(line) is { } entry) _entries[entry.Url] = entry;
        file.Seek(0, SeekOrigin.End);
        _file = new StreamWriter(file, new UTF8Encoding(false)) { AutoFlush = true };
        // A line that a crash has cut is ended.
        if (file.Length > 0) _file.Write('\n');
    }

    public string Folder { get; }

    public Entry? Of(Uri url)
    {
        lock (_gate) return _entries.GetValueOrDefault(Key(url));
    }

    public void Add(Uri url, string outcome, string? etag = null, string? lastModified = null)
    {
        var entry = new Entry(Key(url), etag, lastModified, outcome);
        lock (_gate)
        {
            _entries[entry.Url] = entry;
            _file.Write(JsonSerializer.Serialize(entry) + "\n");
        }
    }

    public void Dispose() => _file.Dispose();

    // One fetch at a time: the file is locked while it is open.
    static FileStream Open(string path)
    {
        try
        {
            return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new ConfigurationException($"{path}: another fetch works on this inbox; wait for its end");
        }
    }

    static string Key(Uri url) => url.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped);

    static Entry? Read(string line)
    {
        try
        {
            return line.Length == 0 ? null : JsonSerializer.Deserialize<Entry>(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

using System.IO.Compression;

namespace TechMoves;

/// <summary>Writes responses as WARC 1.1, one gzip member a record. The file has its name only when it is whole: a run that reads the inbox meanwhile does not see it.</summary>
public sealed class WarcWriter : IDisposable
{
    readonly string _path, _open;
    readonly Lock _gate = new();
    FileStream? _file;

    /// <param name="hidden">The folder of the file while it is written.</param>
    public WarcWriter(string inbox, string hidden, DateTimeOffset now)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"fetch-{now.UtcDateTime:yyyyMMdd'T'HHmmssfff'Z'}.warc.gz");
        (_path, _open) = (Path.Combine(inbox, name), Path.Combine(hidden, name + ".open"));
        // What a run that was killed had stored is whole up to its last record, which the reader tells.
        foreach (var left in Directory.EnumerateFiles(hidden, "*.warc.gz.open").ToArray()) File.Move(left, Path.Combine(inbox, Path.GetFileNameWithoutExtension(left)), overwrite: false);
    }

    public void Write(Response response, FeedSource source, DateOnly? published)
    {
        var http = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {response.Status} \r\n"));
        foreach (var (name, value) in response.Headers) http.Append(name).Append(": ").Append(value.ReplaceLineEndings(" ")).Append("\r\n");
        var head = Encoding.UTF8.GetBytes(http.Append("\r\n").ToString());
        var warc = new StringBuilder("WARC/1.1\r\nWARC-Type: response\r\n")
            .Append(CultureInfo.InvariantCulture, $"WARC-Record-ID: <urn:uuid:{Guid.NewGuid()}>\r\nWARC-Date: {response.At.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}\r\nWARC-Target-URI: {response.Url.AbsoluteUri}\r\n")
            .Append(CultureInfo.InvariantCulture, $"Techmoves-Outlet: {source.Name.ReplaceLineEndings(" ")}\r\n");
        if (source.Language is { } language) warc.Append(CultureInfo.InvariantCulture, $"Techmoves-Language: {language}\r\n");
        if (published is { } day) warc.Append(CultureInfo.InvariantCulture, $"Techmoves-Published: {day:yyyy-MM-dd}\r\n");
        warc.Append(CultureInfo.InvariantCulture, $"Content-Type: application/http; msgtype=response\r\nContent-Length: {head.Length + response.Body.Length}\r\n\r\n");
        lock (_gate)
        {
            _file ??= new FileStream(_open, FileMode.CreateNew, FileAccess.Write, FileShare.Read);
            using (var member = new GZipStream(_file, CompressionLevel.Optimal, leaveOpen: true))
            {
                member.Write(Encoding.UTF8.GetBytes(warc.ToString()));
                member.Write(head);
                member.Write(response.Body);
                member.Write("\r\n\r\n"u8);
            }
            _file.Flush();
        }
    }

    public void Dispose()
    {
        if (_file is null) return;
        _file.Flush(flushToDisk: true);
        _file.Dispose();
        File.Move(_open, _path);
    }
}

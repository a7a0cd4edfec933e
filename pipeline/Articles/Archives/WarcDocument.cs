using System.IO.Compression;

namespace TechMoves;

/// <summary>Makes a document of the block of a WARC record. The stored HTTP headers are those of the wire, and the payload often is not: its bytes decide.</summary>
public static class WarcDocument
{
    public static Record? Of(WarcHeader header, ReadOnlySpan<byte> block, string name, int number, Bounds bounds)
    {
        if (header["WARC-Segment-Number"] is { } segment && segment != "1") return Record.Refused(name, number, "segment");
        var http = block.StartsWith("HTTP/"u8) ? HeaderFields.Read(block, out var length) : HeaderFields.Read("\n\n"u8, out length);
        if (http is null) return Record.Refused(name, number, "broken_http_header");
        var isHttp = block.StartsWith("HTTP/"u8);
        if (isHttp && Status(block) is not 200 and var status) return Record.Refused(name, number, status is 0 ? "broken_http_header" : $"http_{status}");
        var type = isHttp ? http.GetValueOrDefault("Content-Type") : header["Content-Type"];
        var payload = Payload(isHttp ? block[length..] : block, http, bounds.LargestRecord, out var reason);
        if (reason is not null) return Record.Refused(name, number, reason);
        var format = FormatOf(type, payload);
        return format == Format.Unknown ? Record.Refused(name, number, payload.Length == 0 ? "empty" : "unknown_format")
            : new(name, number, format, payload, Metadata.None with
            {
                Url = header["WARC-Target-URI"]?.Trim('<', '>'),
                Outlet = header["Techmoves-Outlet"],
                Language = header["Techmoves-Language"],
                Published = Metadata.Day(header["Techmoves-Published"]),
            }, Charset(type));
    }

    static int Status(ReadOnlySpan<byte> block)
    {
        var line = block[..Math.Max(0, block.IndexOf((byte)'\n'))];
        return line.IndexOf((byte)' ') is > 0 and var space && line.Length >= space + 4 && int.TryParse(line.Slice(space + 1, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var status) ? status : 0;
    }

    /// <summary>The charset that a Content-Type names.</summary>
    public static string? Charset(string? type) =>
        type?.Split(';').Skip(1).Select(p => p.Split('=', 2)).FirstOrDefault(p => p.Length == 2 && p[0].Trim().Equals("charset", StringComparison.OrdinalIgnoreCase))?[1].Trim(' ', '"', '\'');

    /// <summary>What the bytes show counts; the type decides where they show nothing.</summary>
    static Format FormatOf(string? type, ReadOnlySpan<byte> payload)
    {
        var media = (type ?? "").Split(';')[0].Trim();
        var seen = payload.IsEmpty ? Format.Unknown : InputFile.FormatOf(payload);
        return seen is not Format.Text ? seen
            : media.Length == 0 || media.Contains("html", StringComparison.OrdinalIgnoreCase) ? Format.Page
            : media.Contains("rss", StringComparison.OrdinalIgnoreCase) || media.Contains("atom", StringComparison.OrdinalIgnoreCase) || media.EndsWith("xml", StringComparison.OrdinalIgnoreCase) ? Format.Feed
            : media.Equals("text/plain", StringComparison.OrdinalIgnoreCase) ? Format.Text : Format.Unknown;
    }

    /// <summary>The payload without chunks and compression, whatever of these is really there.</summary>
    public static byte[] Payload(ReadOnlySpan<byte> body, FrozenDictionary<string, string> http, int largest, out string? reason)
    {
        reason = null;
        var bytes = http.ContainsKey("Transfer-Encoding") && Unchunked(body) is { } whole ? whole : body.ToArray();
        var coding = http.GetValueOrDefault("Content-Encoding") ?? "";
        for (var layers = 0; layers < 3 && bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x1f, 0x8b]) && reason is null; layers++) bytes = Unpacked(bytes, s => new GZipStream(s, CompressionMode.Decompress), largest, out reason);
        if (reason is not null || !bytes.AsSpan(0, Math.Min(256, bytes.Length)).ContainsAnyInRange((byte)0, (byte)8)) return bytes;
        if (coding.Contains("br", StringComparison.OrdinalIgnoreCase)) return Unpacked(bytes, s => new BrotliStream(s, CompressionMode.Decompress), largest, out reason);
        if (coding.Contains("deflate", StringComparison.OrdinalIgnoreCase))
            return bytes is [0x78, ..] ? Unpacked(bytes, s => new ZLibStream(s, CompressionMode.Decompress), largest, out reason) : Unpacked(bytes, s => new DeflateStream(s, CompressionMode.Decompress), largest, out reason);
        return bytes;
    }

    static byte[] Unpacked(byte[] bytes, Func<Stream, Stream> open, int largest, out string? reason)
    {
        using var unpacked = new MemoryStream();
        reason = null;
        try
        {
            using var stream = open(new MemoryStream(bytes));
            var buffer = new byte[1 << 14];
            int read;
            while ((read = stream.Read(buffer)) > 0 && unpacked.Length <= largest) unpacked.Write(buffer, 0, read);
            if (unpacked.Length > largest) reason = "too_large";
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            // A crawler that cut the page cut its packed bytes: what came out is still text.
            if (unpacked.Length == 0) reason = "damaged";
        }
        return reason is null ? unpacked.ToArray() : [];
    }

    /// <summary>The chunks of a body joined; null if it has none, whatever the header says.</summary>
    static byte[]? Unchunked(ReadOnlySpan<byte> body)
    {
        var joined = new MemoryStream();
        while (true)
        {
            var line = body.IndexOf((byte)'\n');
            if (line is < 1 or > 80) return joined.Length > 0 && body.IsEmpty ? joined.ToArray() : null;
            var size = body[..line].TrimEnd((byte)'\r');
            if (size.IndexOf((byte)';') is > 0 and var extension) size = size[..extension];
            if (!int.TryParse(size.Trim(" \t"u8), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var count) || count < 0) return null;
            body = body[(line + 1)..];
            if (count == 0) return joined.ToArray();
            // The last chunk of a page that was cut is short.
            joined.Write(body[..Math.Min(count, body.Length)]);
            if (count > body.Length) return joined.ToArray();
            body = body[count..];
            body = body.StartsWith("\r\n"u8) ? body[2..] : body.StartsWith("\n"u8) ? body[1..] : body;
        }
    }
}

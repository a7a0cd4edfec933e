using System.IO.Compression;

namespace TechMoves;

/// <summary>The last line of a part: its records, what they were made of, by which program and data, and the length and SHA-256 of all before it.</summary>
public sealed record Footer(int Records, string Input, string Program, long Length, string Sha256);

/// <summary>A part that is not what was written. Nothing is published of it.</summary>
public sealed class CorruptPartException(string path) : Exception($"{path}: the part is corrupt")
{
    public string Path { get; } = path;
}

/// <summary>Immutable files of records. Written aside, flushed and renamed, so that a part of this name is always whole; its footer proves it.</summary>
public static class PartFile
{
    /// <summary>The footer is looked for in so many last bytes.</summary>
    const int Tail = 8192;

    static readonly byte[] Mark = [.. "{\"footer\":"u8];

    /// <summary>Writes the records one by one. Of two attempts at once the last to end wins; both write the same. A name that ends in .gz is compressed.</summary>
    public static Footer Write<T>(string path, string input, string program, IEnumerable<T> records, Action<Stream, T> write)
    {
        Footer? footer = null;
        Aside(path, file =>
        {
            var count = 0;
            using var hash = SHA256.Create();
            using (var hashed = new CryptoStream(file, hash, CryptoStreamMode.Write, leaveOpen: true))
            using (var payload = IsPacked(path) ? new GZipStream(hashed, CompressionLevel.Fastest, leaveOpen: true) : (Stream)new BufferedStream(hashed, 1 << 16))
                foreach (var record in records)
                {
                    write(payload, record);
                    count++;
                }
            footer = new(count, input, program, file.Position, Convert.ToHexStringLower(hash.Hash!));
            byte[] line = [.. Mark, .. JsonSerializer.SerializeToUtf8Bytes(footer, JsonRows.Options), .. "}\n"u8];
            // Stored, not compressed: every tool unpacks the file, and the footer is found without.
            if (IsPacked(path)) using (var stored = new GZipStream(file, CompressionLevel.NoCompression, leaveOpen: true)) stored.Write(line);
            else file.Write(line);
        });
        return footer!;
    }

    /// <summary>Writes a file beside its place, flushes it to the disk, and renames it; what fails leaves nothing.</summary>
    public static void Aside(string path, Action<FileStream> write)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var aside = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var file = new FileStream(aside, FileMode.CreateNew, FileAccess.Write, FileShare.Read, 1 << 16))
            {
                write(file);
                file.Flush(flushToDisk: true);
            }
            File.Move(aside, path, overwrite: true);
            FileSystem.Flush(Path.GetDirectoryName(path)!);
        }
        finally
        {
            File.Delete(aside);
        }
    }

    /// <summary>The footer; null if there is no part of this name, or none that is whole by its length. Cheap: the content is not read.</summary>
    public static Footer? FooterOf(string path)
    {
        if (!File.Exists(path)) return null;
        using var file = File.OpenRead(path);
        var tail = new byte[Math.Min(file.Length, Tail)];
        file.Seek(-tail.Length, SeekOrigin.End);
        file.ReadExactly(tail);
        var start = tail.AsSpan().LastIndexOf(Mark);
        if (start < 0 || tail.AsSpan(start).IndexOf((byte)'\n') is var length && length < 0) return null;
        try
        {
            var footer = JsonSerializer.Deserialize<Footer>(tail.AsSpan(start + Mark.Length, length - Mark.Length - 1), JsonRows.Options);
            return footer is { Sha256: not null, Program: not null, Input: not null } && footer.Length <= file.Length - tail.Length + start ? footer : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether the part is there and its content is what the footer says.</summary>
    public static bool IsWhole(string path)
    {
        if (FooterOf(path) is not { } footer) return false;
        using var payload = new Payload(path, footer.Length);
        return payload.Sha256() == footer.Sha256;
    }

    /// <summary>The records of a part. The content is checked against the footer at its end: who stops before that knows nothing.</summary>
    public static IEnumerable<T> Read<T>(string path, Func<Stream, IEnumerable<T>> read)
    {
        if (!File.Exists(path)) throw new FileNotFoundException($"{path}: no such part", path);
        var footer = FooterOf(path) ?? throw new CorruptPartException(path);
        using var payload = new Payload(path, footer.Length);
        using var stream = IsPacked(path) ? new GZipStream(payload, CompressionMode.Decompress, leaveOpen: true) : (Stream)new BufferedStream(payload, 1 << 16);
        var count = 0;
        using var records = read(stream).GetEnumerator();
        while (Next(path, records))
        {
            yield return records.Current;
            count++;
        }
        if (payload.Sha256() != footer.Sha256 || count != footer.Records) throw new CorruptPartException(path);
    }

    // What cannot even be parsed is as corrupt as what has another hash.
    static bool Next<T>(string path, IEnumerator<T> records)
    {
        try
        {
            return records.MoveNext();
        }
        catch (Exception e) when (e is JsonException or InvalidDataException or EndOfStreamException or FormatException or OverflowException)
        {
            throw new CorruptPartException(path);
        }
    }

    static bool IsPacked(string path) => path.EndsWith(".gz", StringComparison.Ordinal);
}

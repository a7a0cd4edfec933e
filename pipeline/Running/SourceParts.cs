namespace TechMoves;

/// <summary>The parts that normalize has left and load reads.</summary>
public static class SourceParts
{
    const int Largest = 1 << 28;

    /// <summary>What a source with its share of an article takes in a part.</summary>
    const int BytesOfSource = 500;

    [ThreadStatic]
    static Packer? PackerOfThread;

    /// <summary>A record is its length in four bytes, then its packed form.</summary>
    public static void Write(Stream stream, Part part)
    {
        var packer = PackerOfThread ??= new();
        packer.Clear();
        Forms.Part.Pack(packer, part);
        Span<byte> length = stackalloc byte[4];
        System.Buffers.Binary.BinaryPrimitives.WriteInt32LittleEndian(length, packer.Length);
        stream.Write(length);
        stream.Write(packer.Written.Span);
    }

    public static IEnumerable<Part> Read(Stream stream)
    {
        var pool = TextPool.Own;
        var record = new byte[1 << 14];
        while (stream.ReadAtLeast(record.AsSpan(0, 4), 4, throwOnEndOfStream: false) is > 0 and var read)
        {
            var length = System.Buffers.Binary.BinaryPrimitives.ReadInt32LittleEndian(record);
            if (read < 4 || length is <= 0 or > Largest) throw new InvalidDataException("a record without end");
            if (record.Length < length) record = new byte[length];
            stream.ReadExactly(record.AsSpan(0, length));
            yield return Unpack(record.AsSpan(0, length), pool);
        }
    }

    /// <summary>About how many sources the parts hold: it decides how many buckets load makes of them.</summary>
    public static long Count(State state) => Files(state).Sum(f => PartFile.FooterOf(f.Path)?.Length ?? 0) / BytesOfSource;

    /// <summary>The records of all current nights, one stream a part, each time anew from the disk. What could not be read counts only until its file is read again; what was forgotten not at all.</summary>
    public static ImmutableArray<IEnumerable<Part>> Streams(State state)
    {
        var forgotten = Forgotten.Of(state);
        var rereads = new Rereads(state);
        return [.. Files(state).Select(f => PartFile.Read(f.Path, Read).Where(part => !forgotten.Has(part.Entry.ArticleId) && !(part.Entry.ArticleId is null && rereads.After(f.Night, part.Entry.Path))))];
    }

    static IEnumerable<(int Night, string Path)> Files(State state) => state.Current.SelectMany(plan => Enumerable.Range(0, plan.Shards.Length).Select(shard => (plan.Number, state.Sources(plan, shard))));

    // A part of another program is corrupt to this one: whatever its bytes say.
    static Part Unpack(ReadOnlySpan<byte> bytes, TextPool pool)
    {
        try
        {
            var unpacker = new Unpacker(bytes, pool);
            return Forms.Part.Unpack(ref unpacker);
        }
        catch (Exception e) when (e is ArgumentException or IndexOutOfRangeException or NullReferenceException)
        {
            throw new InvalidDataException(e.Message, e);
        }
    }
}

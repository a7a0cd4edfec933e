using System.Buffers.Binary;

namespace TechMoves;

/// <summary>Texts that come again and again, each kept once. One thread's own; of bounded size: a place holds the text that was asked for last.</summary>
public sealed class TextPool
{
    /// <summary>Few enough to stay in the cache: most texts that come again come soon.</summary>
    const int Places = 1 << 12;

    readonly string?[] _texts = new string?[Places];

    [ThreadStatic]
    static TextPool? OfThread;

    /// <summary>The one of this thread.</summary>
    public static TextPool Own => OfThread ??= new();

    public string Of(ReadOnlySpan<byte> ascii)
    {
        if (ascii.IsEmpty) return "";
        ref var place = ref _texts[Hash(ascii) & (Places - 1)];
        // Read once: a row that is read on may meet the pool of another thread.
        var kept = place;
        return kept is not null && Ascii.Equals(ascii, kept) ? kept : place = Encoding.Latin1.GetString(ascii);
    }

    static uint Hash(ReadOnlySpan<byte> bytes)
    {
        var hash = (ulong)bytes.Length * 0x9E3779B97F4A7C15UL;
        for (; bytes.Length >= 8; bytes = bytes[8..]) hash = (hash ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes)) * 0xD6E8FEB86659FD93UL;
        foreach (var b in bytes) hash = (hash ^ b) * 0x100000001B3UL;
        return (uint)(hash >> 32) ^ (uint)hash;
    }
}

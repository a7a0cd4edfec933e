using System.Buffers.Binary;

namespace TechMoves;

/// <summary>Reads what a Packer has written, in the same order.</summary>
/// <param name="names">Texts that come again and again are taken from here instead of being made anew; null where none do.</param>
public ref struct Unpacker(ReadOnlySpan<byte> bytes, TextPool? names) : IFields
{
    ReadOnlySpan<byte> _left = bytes;

    public readonly bool IsDone => _left.IsEmpty;

    byte Byte()
    {
        var value = _left[0];
        _left = _left[1..];
        return value;
    }

    public bool Flag(bool? value) => Byte() != 0;

    public int Whole(int? value) => Bits(null) is var bits ? (int)((long)(bits >> 1) ^ -(long)(bits & 1)) : 0;

    public ulong Bits(ulong? value)
    {
        var bits = 0UL;
        for (int shift = 0, i = 0; ; shift += 7, i++)
        {
            if (shift > 63) throw new InvalidDataException("a number that has no end");
            bits |= (ulong)(_left[i] & 0x7F) << shift;
            if (_left[i] < 0x80)
            {
                _left = _left[(i + 1)..];
                return bits;
            }
        }
    }

    public string? Text(string? value) => Bits(null) is > 0 and var length ? Encoding.UTF8.GetString(Take(length - 1)) : null;

    public string? Name(string? value) => Bits(null) is not (> 0 and var length) ? null : names is null ? Encoding.UTF8.GetString(Take(length - 1)) : names.Of(Take(length - 1));

    public T Term<T>(T? value) where T : struct, Enum
    {
        var term = Byte();
        return System.Runtime.CompilerServices.Unsafe.As<byte, T>(ref term);
    }

    public T? TermOrNull<T>(T? value) where T : struct, Enum
    {
        if (Byte() is not (> 0 and var number)) return null;
        var term = (byte)(number - 1);
        return System.Runtime.CompilerServices.Unsafe.As<byte, T>(ref term);
    }

    public DateOnly? Day(DateOnly? value) => Bits(null) is > 0 and var day ? DateOnly.FromDayNumber((int)day - 1) : null;

    public decimal? Number(decimal? value)
    {
        if (Byte() is not (> 0 and var head)) return null;
        var low = Bits(null);
        return new((int)(uint)low, (int)(uint)(low >> 32), (int)(uint)Bits(null), head - 1 >= 32, (byte)((head - 1) & 31));
    }

    ReadOnlySpan<byte> Take(ulong length)
    {
        var taken = _left[..(int)length];
        _left = _left[(int)length..];
        return taken;
    }
}

/// <summary>Texts that come again and again, each kept once. One thread's own; of bounded size: a place holds the text that was asked for last.</summary>
public sealed class TextPool
{
    const int Places = 1 << 16;

    readonly string?[] _texts = new string?[Places];

    public string Of(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty) return "";
        ref var place = ref _texts[Hash(utf8) & (Places - 1)];
        return place is not null && Ascii.Equals(utf8, place) ? place : place = Encoding.UTF8.GetString(utf8);
    }

    static uint Hash(ReadOnlySpan<byte> bytes)
    {
        var hash = (ulong)bytes.Length * 0x9E3779B97F4A7C15UL;
        for (; bytes.Length >= 8; bytes = bytes[8..]) hash = (hash ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes)) * 0xD6E8FEB86659FD93UL;
        foreach (var b in bytes) hash = (hash ^ b) * 0x100000001B3UL;
        return (uint)(hash >> 32) ^ (uint)hash;
    }
}

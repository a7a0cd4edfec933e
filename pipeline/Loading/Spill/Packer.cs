using System.Buffers.Binary;

namespace TechMoves;

/// <summary>Writes values one after the other into a buffer that grows: whole numbers with 7 bits a byte, texts as UTF-8 with their length before them, 0 for what is missing.</summary>
public sealed class Packer
{
    byte[] _bytes = new byte[4096];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public void Byte(byte value) => Room(1)[0] = value;

    public void Flag(bool value) => Byte(value ? (byte)1 : (byte)0);

    public void Whole(long value) => Bits((ulong)((value << 1) ^ (value >> 63)));

    public void Bits(ulong value)
    {
        var room = _bytes.Length - Length >= 10 ? _bytes.AsSpan(Length) : Grown(10);
        var i = 0;
        for (; value >= 0x80; value >>= 7) room[i++] = (byte)(value | 0x80);
        room[i++] = (byte)value;
        Length += i;
    }

    public void Text(string? text)
    {
        if (text is null)
        {
            Byte(0);
            return;
        }
        var most = text.Length * 3;
        if (_bytes.Length - Length < most + 10) Grown(most + 10);
        // Most texts are ASCII: their length is known before they are written.
        if (text.Length < 0x7F && Ascii.FromUtf16(text, _bytes.AsSpan(Length + 1), out var written) == System.Buffers.OperationStatus.Done)
        {
            _bytes[Length] = (byte)(written + 1);
            Length += written + 1;
            return;
        }
        Bits((ulong)Encoding.UTF8.GetByteCount(text) + 1);
        Length += Encoding.UTF8.GetBytes(text, _bytes.AsSpan(Length));
    }

    public void Texts(ImmutableArray<string> texts)
    {
        Bits(texts.IsDefault ? 0 : (ulong)texts.Length);
        if (!texts.IsDefault) foreach (var text in texts) Text(text);
    }

    public void Term<T>(T term) where T : struct, Enum => Byte(System.Runtime.CompilerServices.Unsafe.As<T, byte>(ref term));

    public void Term<T>(T? term) where T : struct, Enum
    {
        var value = term.GetValueOrDefault();
        Byte(term is null ? (byte)0 : (byte)(System.Runtime.CompilerServices.Unsafe.As<T, byte>(ref value) + 1));
    }

    public void Day(DateOnly? day) => Bits(day is { } value ? (ulong)value.DayNumber + 1 : 0);

    public void Number(decimal? number)
    {
        if (number is not { } value)
        {
            Byte(0);
            return;
        }
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        Byte((byte)(1 + value.Scale + (value < 0 ? 32 : 0)));
        Bits((uint)bits[0] | (ulong)(uint)bits[1] << 32);
        Bits((uint)bits[2]);
    }

    /// <summary>Another packer's bytes with their length before them.</summary>
    public void Block(ReadOnlySpan<byte> bytes)
    {
        Bits((ulong)bytes.Length);
        bytes.CopyTo(Room(bytes.Length));
    }

    Span<byte> Room(int count)
    {
        if (_bytes.Length - Length < count) Grown(count);
        var room = _bytes.AsSpan(Length, count);
        Length += count;
        return room;
    }

    Span<byte> Grown(int count)
    {
        if (_bytes.Length - Length < count) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + count));
        return _bytes.AsSpan(Length);
    }
}

/// <summary>Reads what a Packer has written, in the same order.</summary>
/// <param name="names">Texts that come again and again are taken from here instead of being made anew; null where none do.</param>
public ref struct Unpacker(ReadOnlySpan<byte> bytes, TextPool? names)
{
    ReadOnlySpan<byte> _left = bytes;

    public readonly bool IsDone => _left.IsEmpty;

    public byte Byte()
    {
        var value = _left[0];
        _left = _left[1..];
        return value;
    }

    public bool Flag() => Byte() != 0;

    public long Whole() => Bits() is var bits ? (long)(bits >> 1) ^ -(long)(bits & 1) : 0;

    public ulong Bits()
    {
        var value = 0UL;
        for (int shift = 0, i = 0; ; shift += 7, i++)
        {
            if (shift > 63) throw new InvalidDataException("a number that has no end");
            value |= (ulong)(_left[i] & 0x7F) << shift;
            if (_left[i] < 0x80)
            {
                _left = _left[(i + 1)..];
                return value;
            }
        }
    }

    public string? Text() => Bits() is > 0 and var length ? Encoding.UTF8.GetString(Take(length - 1)) : null;

    /// <summary>A text that many rows share: a company, a sector, an outlet.</summary>
    public string? Name() => Bits() is not (> 0 and var length) ? null : names is null ? Encoding.UTF8.GetString(Take(length - 1)) : names.Of(Take(length - 1));

    public ImmutableArray<string> Names()
    {
        var count = (int)Bits();
        if (count == 0) return [];
        var items = new string[count];
        for (var i = 0; i < count; i++) items[i] = Name() ?? "";
        return System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(items);
    }

    public T Term<T>() where T : struct, Enum
    {
        var value = Byte();
        return System.Runtime.CompilerServices.Unsafe.As<byte, T>(ref value);
    }

    public T? TermOrNull<T>() where T : struct, Enum
    {
        if (Byte() is not (> 0 and var number)) return null;
        var value = (byte)(number - 1);
        return System.Runtime.CompilerServices.Unsafe.As<byte, T>(ref value);
    }

    public DateOnly? Day() => Bits() is > 0 and var day ? DateOnly.FromDayNumber((int)day - 1) : null;

    public decimal? Number()
    {
        if (Byte() is not (> 0 and var head)) return null;
        var low = Bits();
        return new((int)(uint)low, (int)(uint)(low >> 32), (int)(uint)Bits(), head - 1 >= 32, (byte)((head - 1) & 31));
    }

    public ReadOnlySpan<byte> Block() => Take(Bits());

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

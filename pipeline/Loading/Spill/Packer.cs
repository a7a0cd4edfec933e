using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TechMoves;

/// <summary>Writes values one after the other into a buffer that grows: whole numbers with 7 bits a byte, texts with their length before them, 0 for what is missing.</summary>
public sealed class Packer
{
    byte[] _bytes = new byte[4096];

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, Length);

    public void Clear() => Length = 0;

    public Packer Flag(bool value) => Byte(value ? (byte)1 : (byte)0);

    public Packer Whole(long value) => Bits((ulong)((value << 1) ^ (value >> 63)));

    public Packer Bits(ulong value)
    {
        var room = Room(10);
        var i = 0;
        for (; value >= 0x80; value >>= 7) room[i++] = (byte)(value | 0x80);
        room[i++] = (byte)value;
        Length += i;
        return this;
    }

    /// <summary>ASCII, as most texts are, a byte a letter, other texts as UTF-8; the last bit of the length tells which.</summary>
    public Packer Text(string? text)
    {
        if (text is null) return Byte(0);
        var start = Length;
        Bits(((ulong)text.Length << 1) + 1);
        if (Ascii.FromUtf16(text, Room(text.Length), out var written) == System.Buffers.OperationStatus.Done)
        {
            Length += written;
            return this;
        }
        Length = start;
        Bits(((ulong)Encoding.UTF8.GetByteCount(text) << 1) + 2);
        Length += Encoding.UTF8.GetBytes(text, Room(text.Length * 3));
        return this;
    }

    public Packer Texts(ImmutableArray<string> texts)
    {
        foreach (var text in Count(texts)) Text(text);
        return this;
    }

    public Packer Numbers(ImmutableArray<uint> numbers)
    {
        var bytes = MemoryMarshal.AsBytes(Count(numbers));
        bytes.CopyTo(Room(bytes.Length));
        Length += bytes.Length;
        return this;
    }

    public Packer Row<T>(Form<T> form, T row)
    {
        form.Pack(this, row);
        return this;
    }

    public Packer RowOrNull<T>(Form<T> form, T? row) where T : class => row is null ? Flag(false) : Flag(true).Row(form, row);

    public Packer Rows<T>(Form<T> form, ImmutableArray<T> rows)
    {
        foreach (var row in Count(rows)) form.Pack(this, row);
        return this;
    }

    public Packer Term<T>(T term) where T : struct, Enum => Byte(Unsafe.As<T, byte>(ref term));

    public Packer TermOrNull<T>(T? term) where T : struct, Enum
    {
        var value = term.GetValueOrDefault();
        return Byte(term is null ? (byte)0 : (byte)(Unsafe.As<T, byte>(ref value) + 1));
    }

    public Packer Day(DateOnly? day) => Bits(day is { } value ? (ulong)value.DayNumber + 1 : 0);

    public Packer Number(decimal? number)
    {
        if (number is not { } value) return Byte(0);
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        return Byte((byte)(1 + value.Scale + (value < 0 ? 32 : 0))).Bits((uint)bits[0] | (ulong)(uint)bits[1] << 32).Bits((uint)bits[2]);
    }

    Packer Byte(byte value)
    {
        Room(1)[0] = value;
        Length++;
        return this;
    }

    ReadOnlySpan<T> Count<T>(ImmutableArray<T> items)
    {
        var span = items.IsDefault ? [] : items.AsSpan();
        Bits((ulong)span.Length);
        return span;
    }

    Span<byte> Room(int count)
    {
        if (_bytes.Length - Length < count) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + count));
        return _bytes.AsSpan(Length);
    }
}

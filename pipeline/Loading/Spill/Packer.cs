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

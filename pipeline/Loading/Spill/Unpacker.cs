using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TechMoves;

/// <summary>Reads what a Packer has written, in the same order.</summary>
/// <param name="names">Texts that come again and again are taken from here instead of being made anew.</param>
public ref struct Unpacker(ReadOnlySpan<byte> bytes, TextPool names)
{
    readonly ReadOnlySpan<byte> _bytes = bytes;
    int _at;

    public readonly bool IsDone => _at == _bytes.Length;

    public bool Flag() => _bytes[_at++] != 0;

    public int Whole() => Bits() is var bits ? (int)((long)(bits >> 1) ^ -(long)(bits & 1)) : 0;

    public ulong Bits()
    {
        ulong first = _bytes[_at++];
        return first < 0x80 ? first : Bits(first & 0x7F);
    }

    ulong Bits(ulong bits)
    {
        for (var shift = 7; shift <= 63; shift += 7)
        {
            var next = _bytes[_at++];
            bits |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80) return bits;
        }
        throw new InvalidDataException("a number that has no end");
    }

    public string? Text() => Bits() is not (> 0 and var head) ? null : (head & 1) != 0 ? Encoding.Latin1.GetString(Take(head >> 1)) : Encoding.UTF8.GetString(Take((head >> 1) - 1));

    /// <summary>A text that many rows share: a company, a sector, an outlet.</summary>
    public string? Name() => Bits() is not (> 0 and var head) ? null : (head & 1) != 0 ? names.Of(Take(head >> 1)) : Encoding.UTF8.GetString(Take((head >> 1) - 1));

    public ImmutableArray<string> Names()
    {
        var items = Items<string>();
        for (var i = 0; i < items.Length; i++) items[i] = Name() ?? "";
        return ImmutableCollectionsMarshal.AsImmutableArray(items);
    }

    public ImmutableArray<uint> Numbers()
    {
        var items = Items<uint>();
        Take((ulong)items.Length * sizeof(uint)).CopyTo(MemoryMarshal.AsBytes(items.AsSpan()));
        return ImmutableCollectionsMarshal.AsImmutableArray(items);
    }

    public T Row<T>(Form<T> form) => form.Unpack(ref this);

    public T? RowOrNull<T>(Form<T> form) where T : class => Flag() ? form.Unpack(ref this) : null;

    public ImmutableArray<T> Rows<T>(Form<T> form)
    {
        var items = Items<T>();
        for (var i = 0; i < items.Length; i++) items[i] = form.Unpack(ref this);
        return ImmutableCollectionsMarshal.AsImmutableArray(items);
    }

    public T Term<T>() where T : struct, Enum
    {
        var term = _bytes[_at++];
        return Unsafe.As<byte, T>(ref term);
    }

    public T? TermOrNull<T>() where T : struct, Enum
    {
        if (_bytes[_at++] is not (> 0 and var number)) return null;
        var term = (byte)(number - 1);
        return Unsafe.As<byte, T>(ref term);
    }

    public DateOnly? Day() => Bits() is > 0 and var day ? DateOnly.FromDayNumber((int)day - 1) : null;

    public decimal? Number()
    {
        if (_bytes[_at++] is not (> 0 and var head)) return null;
        var low = Bits();
        return new((int)(uint)low, (int)(uint)(low >> 32), (int)(uint)Bits(), head - 1 >= 32, (byte)((head - 1) & 31));
    }

    // An item takes a byte at least: a broken length must not ask for all memory.
    T[] Items<T>() => Bits() is var count && count > (ulong)(_bytes.Length - _at) ? throw new InvalidDataException("a list that has no end") : count == 0 ? [] : new T[count];

    ReadOnlySpan<byte> Take(ulong length)
    {
        var taken = _bytes.Slice(_at, checked((int)length));
        _at += taken.Length;
        return taken;
    }
}

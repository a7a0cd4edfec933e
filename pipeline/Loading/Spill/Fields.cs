namespace TechMoves;

/// <summary>The fields of a row, one after the other: packing takes each value and gives it back, unpacking takes no notice of it and gives the one that was packed.</summary>
public interface IFields
{
    string? Text(string? value);

    /// <summary>A text that many rows share: a company, a sector, an outlet.</summary>
    string? Name(string? value);

    int Whole(int? value);

    ulong Bits(ulong? value);

    bool Flag(bool? value);

    T Term<T>(T? value) where T : struct, Enum;

    T? TermOrNull<T>(T? value) where T : struct, Enum;

    DateOnly? Day(DateOnly? value);

    decimal? Number(decimal? value);
}

/// <summary>Packs the fields of a row.</summary>
public readonly struct Packing(Packer packer) : IFields
{
    public string? Text(string? value)
    {
        packer.Text(value);
        return value;
    }

    public string? Name(string? value) => Text(value);

    public int Whole(int? value)
    {
        packer.Whole(value.GetValueOrDefault());
        return value.GetValueOrDefault();
    }

    public ulong Bits(ulong? value)
    {
        packer.Bits(value.GetValueOrDefault());
        return value.GetValueOrDefault();
    }

    public bool Flag(bool? value)
    {
        packer.Flag(value.GetValueOrDefault());
        return value.GetValueOrDefault();
    }

    public T Term<T>(T? value) where T : struct, Enum
    {
        packer.Term(value.GetValueOrDefault());
        return value.GetValueOrDefault();
    }

    public T? TermOrNull<T>(T? value) where T : struct, Enum
    {
        packer.Term(value);
        return value;
    }

    public DateOnly? Day(DateOnly? value)
    {
        packer.Day(value);
        return value;
    }

    public decimal? Number(decimal? value)
    {
        packer.Number(value);
        return value;
    }
}

/// <summary>How rows of a kind are packed and unpacked.</summary>
public sealed class Form<T>(Form<T>.OfPacking pack, Form<T>.OfUnpacking unpack)
{
    public delegate T OfPacking(ref Packing fields, T row);

    public delegate T OfUnpacking(ref Unpacker fields);

    public void Pack(Packer packer, T row)
    {
        var fields = new Packing(packer);
        pack(ref fields, row);
    }

    public T Unpack(ref Unpacker fields) => unpack(ref fields);
}

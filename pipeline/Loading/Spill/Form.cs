namespace TechMoves;

/// <summary>How rows of a kind are packed and unpacked: the same fields in the same order.</summary>
public sealed class Form<T>(Action<Packer, T> pack, Form<T>.Reading unpack)
{
    public delegate T Reading(ref Unpacker fields);

    public void Pack(Packer packer, T row) => pack(packer, row);

    public T Unpack(ref Unpacker fields) => unpack(ref fields);
}

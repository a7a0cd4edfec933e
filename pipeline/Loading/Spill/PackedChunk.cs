using System.Buffers.Binary;

namespace TechMoves;

/// <summary>Packed rows in a file: their length in four bytes, then the rows.</summary>
static class PackedChunk
{
    /// <summary>Writes what is packed, and leaves the packer empty.</summary>
    public static void Write(FileStream file, Packer packer)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, packer.Length);
        file.Write(length);
        file.Write(packer.Written.Span);
        packer.Clear();
    }

    /// <summary>The chunks of a file one after the other; each is gone when the next is read.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Read(FileStream file)
    {
        var (head, chunk) = (new byte[4], Array.Empty<byte>());
        while (file.ReadAtLeast(head, 4, throwOnEndOfStream: false) == 4)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(head);
            if (chunk.Length < length) chunk = GC.AllocateUninitializedArray<byte>(length);
            file.ReadExactly(chunk.AsSpan(0, length));
            yield return chunk.AsMemory(0, length);
        }
    }
}

using System.Buffers.Binary;
using System.IO.MemoryMappedFiles;

namespace TechMoves;

/// <summary>What earlier nights have read: the hashes of their records and of the places of these, sorted, on disk beside each part of the archive. Memory does not grow with the archive.</summary>
public sealed class Known : IDisposable
{
    const int Width = 16;

    readonly List<(MemoryMappedFile File, MemoryMappedViewAccessor View, long Count)> _tables = [];

    public static Known Before(State state, Plan plan)
    {
        var known = new Known();
        foreach (var earlier in state.Plans.Where(p => p.Number < plan.Number))
            for (var shard = 0; shard < earlier.Shards.Length; shard++)
                if (File.Exists(state.Articles(earlier, shard)) && new FileInfo(PathOf(state.Articles(earlier, shard))) is { Exists: true, Length: > 0 } table) known.Open(table);
        return known;
    }

    public bool Has(UInt128 key)
    {
        foreach (var (_, view, count) in _tables)
        {
            long low = 0, high = count;
            while (low < high)
            {
                var middle = (low + high) / 2;
                var found = new UInt128(view.ReadUInt64(middle * Width), view.ReadUInt64(middle * Width + 8));
                if (found == key) return true;
                if (found < key) low = middle + 1;
                else high = middle;
            }
        }
        return false;
    }

    /// <summary>A record is known by all that its reader made of it, wherever it lay.</summary>
    public static UInt128 KeyOf(Article a) => Hash(string.Create(CultureInfo.InvariantCulture, $"{a.Id}\0{a.Url}\0{a.Outlet}\0{a.Language}\0{a.Published:O}\0{a.TitleLength}\0{a.Text}"));

    public static UInt128 KeyOf(string path, int line) => Hash(string.Create(CultureInfo.InvariantCulture, $"{path}\n{line}"));

    /// <summary>Writes the keys of a part of the archive.</summary>
    public static void Write(string part, List<UInt128> keys)
    {
        keys.Sort();
        PartFile.Aside(PathOf(part), file =>
        {
            var bytes = new byte[Width];
            foreach (var key in keys)
            {
                BinaryPrimitives.WriteUInt64LittleEndian(bytes, (ulong)(key >> 64));
                BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(8), (ulong)key);
                file.Write(bytes);
            }
        });
    }

    public void Dispose()
    {
        foreach (var (file, view, _) in _tables)
        {
            view.Dispose();
            file.Dispose();
        }
    }

    void Open(FileInfo table)
    {
        var file = MemoryMappedFile.CreateFromFile(table.FullName, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        _tables.Add((file, file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read), table.Length / Width));
    }

    static string PathOf(string part) => Path.ChangeExtension(part[..^".gz".Length], ".keys");

    static UInt128 Hash(string text)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text));
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }
}

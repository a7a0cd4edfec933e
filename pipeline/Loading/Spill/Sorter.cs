namespace TechMoves;

/// <summary>Sorts more rows than fit into memory: runs are sorted and put aside, then merged as they are read. Any number of threads may add.</summary>
public sealed class Sorter<T>(Spill spill, Form<T> form, Comparison<T> order)
{
    const int Run = 25_000, Flush = 1 << 16;

    readonly List<string> _runs = [];
    readonly Lock _lock = new();
    List<T> _rows = [];

    public void Add(T row)
    {
        List<T> full;
        lock (_lock)
        {
            _rows.Add(row);
            if (spill.Folder is null || _rows.Count < Run) return;
            (full, _rows) = (_rows, new(Run));
        }
        var run = Save(full);
        lock (_lock) _runs.Add(run);
    }

    /// <summary>All rows in their order; the files of the runs are gone when they are read.</summary>
    public IEnumerable<T> Rows()
    {
        _rows.Sort(order);
        if (_runs.Count == 0) return _rows;
        return Merged([.. _runs.Select(Read), _rows]);
    }

    IEnumerable<T> Merged(IEnumerable<T>[] runs)
    {
        var names = Comparer<T>.Create(order);
        var queue = new PriorityQueue<IEnumerator<T>, T>(names);
        foreach (var run in runs)
        {
            var rows = run.GetEnumerator();
            if (rows.MoveNext()) queue.Enqueue(rows, rows.Current);
        }
        while (queue.TryPeek(out var first, out var row))
        {
            yield return row;
            if (first.MoveNext()) queue.DequeueEnqueue(first, first.Current);
            else queue.Dequeue().Dispose();
        }
    }

    string Save(List<T> rows)
    {
        rows.Sort(order);
        var name = spill.NewFile();
        using var file = new FileStream(name, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1);
        var packer = new Packer();
        for (var i = 0; i < rows.Count; i++)
        {
            form.Pack(packer, rows[i]);
            if (packer.Length < Flush && i + 1 < rows.Count) continue;
            PackedChunk.Write(file, packer);
        }
        return name;
    }

    IEnumerable<T> Read(string name)
    {
        var names = TextPool.Own;
        var rows = new List<T>();
        using (var file = new FileStream(name, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.DeleteOnClose))
        {
            foreach (var chunk in PackedChunk.Read(file))
            {
                rows.Clear();
                Unpack(chunk.Span, names, rows);
                foreach (var row in rows) yield return row;
            }
        }
    }

    void Unpack(ReadOnlySpan<byte> chunk, TextPool names, List<T> rows)
    {
        var unpacker = new Unpacker(chunk, names);
        while (!unpacker.IsDone) rows.Add(form.Unpack(ref unpacker));
    }
}

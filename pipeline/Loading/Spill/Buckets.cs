namespace TechMoves;

/// <summary>Where rows wait between two passes: in memory where all fit into one bucket, else in files of a folder of its own, which is removed with it.</summary>
/// <param name="Folder">Null: everything stays in memory.</param>
public sealed record Spill(string? Folder, int Buckets) : IDisposable
{
    int _files;

    public static Spill InMemory { get; } = new(null, 1);

    /// <summary>For so many sources: in memory if they fit into one bucket, else beside the dataset, in OUT.spill. What a crash has left there is removed.</summary>
    public static Spill For(Settings settings, long sources)
    {
        if (sources <= settings.Bucket) return InMemory;
        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(settings.Out)) + ".spill";
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        return new(folder, (int)Math.Min(sources / settings.Bucket + 1, 4096));
    }

    /// <summary>The bucket of a key: the same on every machine.</summary>
    public int Of(ReadOnlySpan<char> key) => Buckets == 1 ? 0 : (int)(Hash(key) % (uint)Buckets);

    /// <summary>The bucket of a move's id: the ids of a bucket come before those of the next.</summary>
    public int OfId(string id) => MoveId.Bucket(id, Buckets);

    public Buckets<T> Open<T>(Form<T> form, int? count = null) => new(this, count ?? Buckets, form);

    public string NewFile() => Path.Combine(Folder!, string.Create(CultureInfo.InvariantCulture, $"{Interlocked.Increment(ref _files):000000}.rows"));

    public void Dispose()
    {
        if (Folder is not null && Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
    }

    public static uint Hash(ReadOnlySpan<char> key)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in key) hash = (hash ^ c) * 1099511628211UL;
        hash = (hash ^ (hash >> 32)) * 0xD6E8FEB86659FD93UL;
        return (uint)(hash >> 32);
    }
}

/// <summary>Rows shared out over buckets, to be read back bucket by bucket; any number of threads may add. Their order within a bucket means nothing.</summary>
public sealed class Buckets<T>(Spill spill, int count, Form<T> form)
{
    const int Flush = 1 << 16;

    readonly Bucket[] _buckets = [.. Enumerable.Range(0, count).Select(_ => new Bucket())];

    long _added;

    public int Count => count;

    /// <summary>How many rows were added.</summary>
    public long Added => Interlocked.Read(ref _added);

    public void Add(int bucket, T row)
    {
        var own = _buckets[bucket];
        Interlocked.Increment(ref _added);
        lock (own)
        {
            if (spill.Folder is null)
            {
                own.Rows.Add(row);
                return;
            }
            form.Pack(own.Packer ??= new(), row);
            own.Packed++;
            if (own.Packer.Length >= Flush) own.Save(spill);
        }
    }

    /// <summary>All rows of a bucket; they are gone from here, unless they are kept for another time.</summary>
    public List<T> Take(int bucket, bool keep = false)
    {
        var own = _buckets[bucket];
        if (spill.Folder is null)
        {
            var rows = own.Rows;
            if (!keep) own.Rows = [];
            return rows;
        }
        var found = new List<T>(own.Packed);
        var names = TextPool.Own;
        foreach (var chunk in own.Chunks())
        {
            var unpacker = new Unpacker(chunk.Span, names);
            while (!unpacker.IsDone) found.Add(form.Unpack(ref unpacker));
        }
        if (!keep) own.Drop();
        return found;
    }

    sealed class Bucket
    {
        string? _file;

        public List<T> Rows { get; set; } = [];

        public Packer? Packer { get; set; }

        /// <summary>How many rows are in the file and in the packer.</summary>
        public int Packed { get; set; }

        // The file is open only while it is written: there may be thousands.
        public void Save(Spill spill)
        {
            using var file = new FileStream(_file ??= spill.NewFile(), FileMode.Append, FileAccess.Write, FileShare.None, 1);
            PackedChunk.Write(file, Packer!);
        }

        public IEnumerable<ReadOnlyMemory<byte>> Chunks()
        {
            if (_file is not null)
            {
                using var file = new FileStream(_file, FileMode.Open, FileAccess.Read, FileShare.Read, 1);
                foreach (var chunk in PackedChunk.Read(file)) yield return chunk;
            }
            if (Packer is not null) yield return Packer.Written;
        }

        public void Drop()
        {
            if (_file is not null) File.Delete(_file);
            (_file, Packer, Packed) = (null, null, 0);
        }
    }
}

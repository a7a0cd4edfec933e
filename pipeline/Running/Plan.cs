namespace TechMoves;

/// <summary>The work of one shard: new or changed files of the inbox to read, and parts of the archive to do anew.</summary>
public sealed record Share(ImmutableArray<InboxFile> Files, ImmutableArray<string> Archived);

/// <summary>What one night has to do, fixed before it begins: a file that arrives later waits for the next plan. It never changes once it is written.</summary>
/// <param name="Program">The fingerprint of program and data that the parts are made with.</param>
/// <param name="Full">Everything in the archive is done anew; the parts of earlier nights count no more.</param>
public sealed record Plan(int Number, string Program, bool Full, ImmutableArray<Share> Shards)
{
    /// <summary>Local runs are cut into parts of about so much text: what a crash costs at most.</summary>
    const long PartSize = 64 << 20;

    /// <summary>What is new or to be done anew, in this many shards (0: as many as its size asks for); null if there is nothing to do.</summary>
    public static Plan? Next(State state, Settings settings, string program, int shards)
    {
        var full = state.Plans.LastOrDefault(p => p.Full)?.Program != program;
        var known = state.KnownFiles();
        var bounds = string.Create(CultureInfo.InvariantCulture, $"/{settings.LargestArticle}/{settings.LargestRecord}/{settings.DeepestHtml}");
        var work = Inbox.Files(settings.Articles)
            .Select(f => f with { Stamp = f.Stamp + bounds })
            .Where(f => known.GetValueOrDefault(f.File) != f.Stamp)
            .Select(f => new Piece(f, null, f.Size))
            .Concat(full ? state.Archive().Select(part => new Piece(null, part, State.Packed * new FileInfo(state.At(part)).Length)) : [])
            .ToList();
        if (work.Count == 0) return null;
        if (shards == 0) shards = (int)Math.Clamp(work.Sum(p => p.Size) / PartSize + 1, 1, 1000);
        return new((state.Plans.LastOrDefault()?.Number ?? 0) + 1, program, full, Spread(work, shards));
    }

    /// <summary>The path of a record at whose place an earlier night has read another.</summary>
    public static string PathIn(int night, string path) => string.Create(CultureInfo.InvariantCulture, $"{path}@{night:0000}");

    // The largest first, each to the shard that has least, so that none waits long for another.
    static ImmutableArray<Share> Spread(List<Piece> work, int shards)
    {
        var loads = new PriorityQueue<int, (long Size, int Shard)>(Enumerable.Range(0, shards).Select(i => (i, (0L, i))));
        var shares = Enumerable.Range(0, shards).Select(_ => new List<Piece>()).ToArray();
        foreach (var piece in work.OrderByDescending(p => p.Size))
        {
            loads.TryDequeue(out var shard, out var load);
            shares[shard].Add(piece);
            loads.Enqueue(shard, (load.Size + piece.Size + 1, shard));
        }
        return [.. shares.Select(s => new Share([.. s.Select(p => p.File).OfType<InboxFile>().OrderBy(f => f.Name, StringComparer.Ordinal)], [.. s.Select(p => p.Archived).OfType<string>().Order(StringComparer.Ordinal)]))];
    }

    sealed record Piece(InboxFile? File, string? Archived, long Size);
}

namespace TechMoves;

/// <summary>A row of the ledger with the sources that count: none where the record was rejected.</summary>
public sealed record Entered(LedgerRow Entry, ImmutableArray<Source> Sources);

/// <summary>The ledger of the articles: colliding ids and copies of one text, and the proof that the totals add up.</summary>
public static class Ledger
{
    public const string DuplicateId = "duplicate_id";

    /// <summary>One row a part, by path and line. All records of an id must be among the parts; of several the first is kept.</summary>
    /// <param name="copies">The original of each copy.</param>
    public static ImmutableArray<Entered> Of(IEnumerable<Part> parts, IReadOnlyDictionary<string, string> copies)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return [.. parts.OrderBy(p => (p.Entry.Path, p.Entry.Line), Copies.ByPlace).Select(p => Enter(p, taken, copies))];
    }

    static Entered Enter(Part part, HashSet<string> taken, IReadOnlyDictionary<string, string> copies)
    {
        var entry = part.Entry;
        if (part.Sources.FirstOrDefault(s => s.ArticleId != entry.ArticleId) is { } stray) throw new PublicationException("articles", $"{entry.Path} {entry.Line}", $"a source of another article: {stray.ArticleId}");
        if (entry.Outcome == Outcome.Rejected && part.Sources.Length > 0) throw new PublicationException("articles", $"{entry.Path} {entry.Line}", "a rejected record that tells moves");
        if (entry.Outcome != Outcome.Rejected && entry.ArticleId is null) throw new PublicationException("articles", $"{entry.Path} {entry.Line}", "an article without article_id that is not rejected");
        if (entry.ArticleId is { } id && !taken.Add(id)) return new(entry with { Outcome = Outcome.Rejected, Reason = DuplicateId, DuplicateOf = null, Moves = 0 }, []);
        entry = entry with { Moves = part.Sources.Length };
        return new(entry.Outcome != Outcome.Rejected && copies.TryGetValue(entry.ArticleId!, out var original) ? entry with { Outcome = Outcome.Duplicate, DuplicateOf = original } : entry, part.Sources);
    }
}

/// <summary>Proves, as rows pass, that nothing is lost and nothing doubled: every record is a row of articles, every source is counted in its article, every move has sources. Counts and sums of hashes, whatever the number of rows.</summary>
public sealed class Balance
{
    long _records, _articles;
    ulong _told, _sources, _moves, _movesOfSources;

    public void Record() => Interlocked.Increment(ref _records);

    public void Article(LedgerRow row)
    {
        _articles++;
        if (row.Moves > 0) _told += Hash(row.ArticleId ?? "") * (ulong)row.Moves;
    }

    public void Source(MoveSource row, bool isFirst)
    {
        _sources += Hash(row.Source.ArticleId);
        if (isFirst) _movesOfSources += Hash(row.MoveId);
    }

    public void Move(Move row) => _moves += Hash(row.Id);

    public void Prove()
    {
        if (_articles != _records) throw new PublicationException("articles", "total", $"{_records} records came in, {_articles} rows would go out");
        if (_told != _sources) throw new PublicationException("sources", "total", "the sources are not those that the articles count");
        if (_moves != _movesOfSources) throw new PublicationException("moves", "total", "moves and the moves of sources are not the same");
    }

    static ulong Hash(string key)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in key) hash = (hash ^ c) * 1099511628211UL;
        hash = (hash ^ (hash >> 32)) * 0xD6E8FEB86659FD93UL;
        return hash ^ (hash >> 29);
    }
}

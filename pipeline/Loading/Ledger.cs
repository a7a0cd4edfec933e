namespace TechMoves;

/// <summary>A row of the ledger with the sources that count: none where the record was rejected.</summary>
public sealed record Entered(LedgerRow Entry, ImmutableArray<Source> Sources);

/// <summary>Closes the ledger: colliding ids, copies of one text, and the proof that the totals add up.</summary>
public static class Ledger
{
    public const string DuplicateId = "duplicate_id";

    /// <summary>One row a part, by path and line. Of several records with one id the first is kept; of several articles of one text the smallest id is the original.</summary>
    public static ImmutableArray<Entered> Of(IReadOnlyList<Part> parts)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var entries = parts.OrderBy(p => p.Entry.Path, StringComparer.Ordinal).ThenBy(p => p.Entry.Line).Select(p => Enter(p, taken)).ToArray();
        var originals = entries.Where(IsRead).GroupBy(e => e.Entry.TextSha256!, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.Select(e => e.Entry.ArticleId!).Min(StringComparer.Ordinal)!, StringComparer.Ordinal);
        return [.. entries.Select(e => IsRead(e) && originals[e.Entry.TextSha256!] is var original && original != e.Entry.ArticleId
            ? e with { Entry = e.Entry with { Outcome = Outcome.Duplicate, DuplicateOf = original } } : e)];
    }

    /// <summary>Every record in, every record out; every source in exactly one move and in its article's count.</summary>
    public static void Prove(int records, Dataset dataset)
    {
        if (dataset.Articles.Length != records) throw new PublicationException("articles", "total", $"{records} records came in, {dataset.Articles.Length} rows would go out");
        var told = dataset.Sources.CountBy(s => s.Source.ArticleId, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        foreach (var row in dataset.Articles.Where(a => a.Outcome != Outcome.Rejected))
        {
            if (row.ArticleId is null) throw new PublicationException("articles", $"{row.Path} {row.Line}", "an article without article_id that is not rejected");
            told.Remove(row.ArticleId, out var count);
            if (count != row.Moves) throw new PublicationException("articles", $"{row.Path} {row.Line}", $"moves says {row.Moves}, sources has {count}");
        }
        if (told.Count > 0) throw new PublicationException("sources", told.Keys.Min(StringComparer.Ordinal)!, "an article that the ledger does not know");
        var moves = dataset.Moves.Select(m => m.Id).ToHashSet(StringComparer.Ordinal);
        if (moves.Count != dataset.Moves.Length || !moves.SetEquals(dataset.Sources.Select(s => s.MoveId))) throw new PublicationException("moves", "total", "moves and the moves of sources are not the same");
    }

    static Entered Enter(Part part, HashSet<string> taken)
    {
        var entry = part.Entry;
        if (part.Sources.FirstOrDefault(s => s.ArticleId != entry.ArticleId) is { } stray) throw new PublicationException("articles", $"{entry.Path} {entry.Line}", $"a source of another article: {stray.ArticleId}");
        return entry.ArticleId is { } id && !taken.Add(id) ? new(entry with { Outcome = Outcome.Rejected, Reason = DuplicateId, DuplicateOf = null, Moves = 0 }, []) : new(entry with { Moves = part.Sources.Length }, part.Sources);
    }

    static bool IsRead(Entered entered) => entered.Entry is { Outcome: not Outcome.Rejected, ArticleId: not null, TextSha256: not null };
}

using System.Collections.Concurrent;

namespace TechMoves;

/// <summary>Gives clusters their ids, applies what people corrected, and chooses the values of the moves.</summary>
/// <remarks>Corrections come last and name moves by published ids, so they are applied where ids are given: splits, merges, withdrawals, then values.</remarks>
public sealed class Naming(Overrides overrides, int run, Action<Move> toMoves, Action<MoveSource> toSources, Action<Fate> toFates, Action<Issue> toIssues)
{
    readonly ConcurrentBag<Piece> _held = [];
    long _sources;

    /// <summary>How many sources are published.</summary>
    public long Sources => Interlocked.Read(ref _sources);

    /// <summary>By article, how many of its sources are not published because of corrections.</summary>
    public ConcurrentDictionary<string, int> Withheld { get; } = new(StringComparer.Ordinal);

    /// <summary>Names a cluster, or holds it back where people have merged it with another.</summary>
    public void Add(ImmutableArray<Telling> tellings, ImmutableArray<IdClaim> owned)
    {
        if (overrides.IsEmpty)
        {
            Publish(new(tellings, owned));
            return;
        }
        foreach (var piece in Split(new(tellings, owned)))
            if (overrides.For(piece.Ids, Correction.Merge).Any()) _held.Add(piece);
            else Publish(piece);
    }

    /// <summary>Joins what people have merged; to be called when all clusters were added.</summary>
    public void Finish()
    {
        var pieces = _held.OrderBy(p => p.Oldest, Telling.Order).ToList();
        foreach (var merge in overrides.All.Where(o => o.Action == Correction.Merge))
        {
            var home = pieces.FindIndex(p => p.Ids.Contains(merge.Value!, StringComparer.Ordinal));
            var gone = pieces.FindIndex(p => p.Ids.Contains(merge.MoveId, StringComparer.Ordinal));
            if (home < 0 || gone < 0) continue;
            overrides.Applied(merge);
            if (home == gone) continue;
            pieces[home] = Joined(pieces[home], pieces[gone], merge.Value!);
            pieces.RemoveAt(gone);
        }
        foreach (var piece in pieces) Publish(piece);
        foreach (var correction in overrides.Unused)
            toIssues(new(null, null, "warning", "unused_override", "move_id", correction.MoveId, $"{Terms.Of(correction.Action)} of {System.IO.Path.GetFileName(correction.Place)} names no move that is told"));
    }

    IEnumerable<Piece> Split(Piece piece)
    {
        foreach (var split in overrides.For(piece.Ids, Correction.Split))
        {
            var leaving = piece.Tellings.Where(t => split.Articles.Contains(t.Source.ArticleId, StringComparer.Ordinal)).ToImmutableArray();
            if (leaving.Length == 0 || leaving.Length == piece.Tellings.Length) continue;
            overrides.Applied(split);
            // An id that this split made before hangs on a telling that leaves; the name itself stays.
            var name = Ownership.Name(piece.Owned)!.Id;
            var theirs = piece.Owned.Where(c => c.Id != name && c.Ground <= Ground.Published && split.Articles.Contains(c.Anchor.ArticleId, StringComparer.Ordinal)).ToImmutableArray();
            yield return new(leaving, theirs) { Taken = name };
            piece = new([.. piece.Tellings.Except(leaving)], [.. piece.Owned.Except(theirs)]);
        }
        yield return piece;
    }

    Piece Joined(Piece home, Piece gone, string id)
    {
        // One article may have told both; a move has one row of it.
        var told = home.Tellings.Select(t => t.Source.ArticleId).ToHashSet(StringComparer.Ordinal);
        foreach (var twice in gone.Tellings.Where(t => told.Contains(t.Source.ArticleId))) Withhold(twice, "merged_twice", "the article tells the move already");
        return new([.. home.Tellings, .. gone.Tellings.Where(t => !told.Contains(t.Source.ArticleId))], [.. home.Owned, .. gone.Owned]) { Name = home.Name ?? home.Owned.FirstOrDefault(c => c.Id == id) ?? Ownership.Name(home.Owned) };
    }

    void Publish(Piece piece)
    {
        var name = piece.Name is { Ground: < Ground.First } kept ? kept : Ownership.Name(piece.Owned) ?? Fresh(piece);
        string[] ids = overrides.IsEmpty ? [] : [.. piece.Ids, name.Id];
        if (overrides.For(ids, Correction.Withdraw).FirstOrDefault() is { } withdrawal)
        {
            overrides.Applied(withdrawal);
            foreach (var telling in piece.Tellings) Withhold(telling, "withdrawn", withdrawal.Reason);
            Tell(piece, name, null);
            return;
        }
        var move = overrides.Set(Choice.Move(name.Id, piece.Tellings), ids);
        overrides.Check(move, ids);
        toMoves(move);
        foreach (var telling in piece.Tellings) toSources(new(name.Id, telling.Source, move.Year));
        Interlocked.Add(ref _sources, piece.Tellings.Length);
        Tell(piece, name, name.Id);
    }

    void Tell(Piece piece, IdClaim name, string? home)
    {
        toFates(new(name.Id, Ground.Anchored, home, name.FirstRun, name.Anchor));
        // An id that would have been taken, had there been no older one, was never published.
        foreach (var other in piece.Owned.Where(c => c.Id != name.Id && c.Ground != Ground.First)) toFates(new(other.Id, other.Ground, home, other.FirstRun, other.Anchor));
    }

    IdClaim Fresh(Piece piece)
    {
        var anchor = Anchor.Of(piece.Oldest);
        var attempt = 0;
        while (attempt == 0 && piece.Taken is null || MoveId.Of(anchor, attempt) == piece.Taken) attempt++;
        return new(MoveId.Of(anchor, attempt), Ground.First, 0, 0, anchor, 0, 0, run);
    }

    void Withhold(Telling telling, string rule, string message)
    {
        Withheld.AddOrUpdate(telling.Source.ArticleId, 1, (_, count) => count + 1);
        toIssues(new(telling.Source.ArticleId, null, "error", rule, null, telling.Facts.Company, message));
    }

    sealed record Piece(ImmutableArray<Telling> Tellings, ImmutableArray<IdClaim> Owned)
    {
        public Telling Oldest => Tellings.Min(Telling.Order)!;

        /// <summary>The id that people kept for it.</summary>
        public IdClaim? Name { get; init; }

        /// <summary>An id that another piece of the same cluster keeps.</summary>
        public string? Taken { get; init; }

        public IEnumerable<string> Ids => Owned.Select(c => c.Id);
    }
}

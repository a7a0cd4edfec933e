namespace TechMoves;

/// <summary>The third stage: all sources together, the same move told by many articles becoming one row. But for the names of ids a pure function of the set of parts: their order does not matter.</summary>
/// <remarks>
/// Rows go through buckets, each small enough for memory: by article, where ids collide, copies are found and published ids are handed on; by block, where moves are found;
/// by id, where each id finds its owner, and where moves are compared with those published before. What fits into one bucket never leaves memory.
/// </remarks>
public static class Load
{
    /// <summary>The dataset in memory, as a first publication has it.</summary>
    public static Dataset Of(IEnumerable<Part> parts) => Of(parts, Published.None, Overrides.None);

    /// <summary>The dataset in memory, with the ids of the one published before.</summary>
    public static Dataset Of(IEnumerable<Part> parts, Published before, Overrides overrides, Rates? rates = null)
    {
        var (moves, articles, sources) = (new List<Move>(), new List<LedgerRow>(), new List<MoveSource>());
        var (issues, changes, ids) = (new List<Issue>(), new List<Change>(), new List<IdRow>());
        Into(_ => new(moves.Add, articles.Add, sources.Add, issues.Add, changes.Add, ids.Add), [parts], before, overrides, Spill.InMemory, threads: 1, rates);
        return new([.. moves], [.. sources], [.. articles], [.. issues], [.. changes], [.. ids]);
    }

    /// <summary>Writes the rows of all tables.</summary>
    /// <param name="open">Opens the tables for so many sources.</param>
    /// <param name="streams">The parts, in streams that are read side by side, each once.</param>
    /// <param name="rates">What sums that restate each other are checked by; null: they are not.</param>
    public static void Into(Func<long, Tables> open, ImmutableArray<IEnumerable<Part>> streams, Published before, Overrides overrides, Spill spill, int threads, Rates? rates = null)
    {
        var balance = new Balance();
        var articles = new Sorter<LedgerRow>(spill, Forms.Entry, (a, b) => Copies.ByPlace.Compare((a.Path, a.Line), (b.Path, b.Line)));
        var issues = new Sorter<Issue>(spill, Forms.Issue, Order.Issues);
        var (known, byArticle, run) = Ids(before, spill);

        var tellings = Enter(streams, spill, threads, rates ?? Rates.None, balance, byArticle, articles, issues);
        var (drafts, claims) = Cluster(tellings, spill, threads);
        var owned = Ownership.Of(claims, known, spill, run, threads);

        var moves = new Sorter<Move>(spill, Forms.Move, Order.Moves);
        var (movesById, sourcesById, fates) = (spill.Open(Forms.Move), spill.Open(Forms.MoveSource), spill.Open(Forms.Fate));
        var naming = new Naming(overrides, run, move =>
        {
            moves.Add(move);
            movesById.Add(spill.OfId(move.Id), move);
        }, source => sourcesById.Add(spill.OfId(source.MoveId), source), fate => fates.Add(spill.OfId(fate.Id), fate), issues.Add);
        Each.Of(spill.Buckets, threads, bucket =>
        {
            var told = InOrder(tellings.Take(bucket));
            var ids = owned.Take(bucket).ToLookup(c => c.Cluster);
            foreach (var draft in drafts.Take(bucket)) naming.Add([.. draft.Places.Select(p => told[(int)p])], [.. ids[draft.Cluster].OrderBy(c => c, IdClaim.Order).ThenBy(c => c.Id, StringComparer.Ordinal)]);
        });
        naming.Finish();

        var tables = open(naming.Sources);
        var compared = before.Compared();
        var movesBefore = spill.Open(Forms.Cells);
        foreach (var cells in before.Moves()) movesBefore.Add(spill.OfId(cells[^1]!), cells);
        Each.Beside(threads, WriteSources, WriteMoves, WriteArticles);
        foreach (var issue in issues.Rows()) tables.Issue(issue);
        balance.Prove();

        void WriteSources() => Each.InOrder(spill.Buckets, threads, bucket => Changes.Of(movesById.Take(bucket), sourcesById.Take(bucket), fates.Take(bucket), known.Take(bucket), movesBefore.Take(bucket), compared), chapter =>
        {
            for (var i = 0; i < chapter.Sources.Length; i++)
            {
                balance.Source(chapter.Sources[i], i == 0 || chapter.Sources[i - 1].MoveId != chapter.Sources[i].MoveId);
                tables.Source(chapter.Sources[i]);
            }
            foreach (var change in chapter.Changes) tables.Change(change);
            foreach (var id in chapter.Ids) tables.Id(id);
        });

        void WriteMoves()
        {
            foreach (var move in moves.Rows())
            {
                balance.Move(move);
                tables.Move(move);
            }
        }

        void WriteArticles()
        {
            foreach (var row in articles.Rows())
            {
                var article = naming.Withheld.TryGetValue(row.ArticleId ?? "", out var count) && row.Moves > 0 ? Less(row, count) : row;
                balance.Article(article);
                tables.Article(article);
            }
        }
    }

    /// <summary>By article: the ledger, the plausible tellings, and the published ids that they lay claim to; shared out by blocks.</summary>
    static Buckets<Telling> Enter(
        ImmutableArray<IEnumerable<Part>> streams, Spill spill, int threads, Rates rates, Balance balance, (Buckets<IdRow> Anchored, Buckets<Passage> Published) ids, Sorter<LedgerRow> articles, Sorter<Issue> issues)
    {
        var (prints, blocks, parts) = (spill.Open(Forms.Print), new Components(spill), spill.Open(Forms.Part));
        Each.Of(streams.Length, threads, s =>
        {
            var ignored = new List<Issue>();
            foreach (var part in streams[s])
            {
                if (Copies.Print(part) is { } print) prints.Add(spill.Of(print.ArticleId), print);
                ignored.Clear();
                // Blocks hang on what is plausible, not on where it stands.
                foreach (var source in part.Sources) blocks.Add(Plausible.Facts(source, ignored) is var facts && ReferenceEquals(facts, source.Facts) ? source : source with { Facts = facts }, part.Entry);
                parts.Add(spill.Of(part.Entry.ArticleId ?? part.Entry.Path), part with { Signature = null });
                balance.Record();
            }
        });
        var copies = Copies.Of(prints, spill, threads);
        var tellings = spill.Open(Forms.Telling);
        Each.Of(spill.Buckets, threads, bucket =>
        {
            var records = parts.Take(bucket);
            foreach (var issue in records.SelectMany(p => p.Issues)) issues.Add(issue);
            var entered = Ledger.Of(records, copies.Take(bucket).ToDictionary(p => p.Left, p => p.Right, StringComparer.Ordinal));
            foreach (var (entry, _) in entered) articles.Add(entry);
            var found = new List<Issue>();
            var told = Telling.Of([.. entered.Select(e => e with { Entry = Known(e.Entry) })], found);
            foreach (var issue in found) issues.Add(issue);
            foreach (var telling in told) Doubts.Of(telling, rates, issues.Add);
            foreach (var telling in Claimed(told, ids.Anchored.Take(bucket), ids.Published.Take(bucket))) tellings.Add(blocks.Bucket(telling), telling);
        });
        return tellings;
    }

    /// <summary>What decisions may know of an article: where it lay and how it was headed they may not, nor is it carried along.</summary>
    static LedgerRow Known(LedgerRow entry) => entry with { Path = "", Line = 0, Url = null, Title = null, TextSha256 = null };

    static IEnumerable<Telling> Claimed(List<Telling> tellings, List<IdRow> anchored, List<Passage> published)
    {
        if (anchored.Count == 0 && published.Count == 0) return tellings;
        var (anchors, passages) = (anchored.ToLookup(r => r.Anchor.ArticleId, StringComparer.Ordinal), published.ToLookup(p => p.ArticleId, StringComparer.Ordinal));
        return tellings.GroupBy(t => t.Source.ArticleId, StringComparer.Ordinal).SelectMany(article =>
        {
            var own = article.OrderBy(t => t, Telling.Order).ToArray();
            Inheritance.Claim(own, [.. anchors[article.Key]], [.. passages[article.Key]]);
            return own;
        });
    }

    /// <summary>By block: which tellings tell one move, and the ids that the moves lay claim to.</summary>
    static (Buckets<Draft> Drafts, Buckets<IdClaim> Claims) Cluster(Buckets<Telling> tellings, Spill spill, int threads)
    {
        var (drafts, claims) = (spill.Open(Forms.Draft), spill.Open(Forms.Claim));
        Each.Of(spill.Buckets, threads, bucket =>
        {
            var told = InOrder(tellings.Take(bucket, keep: true));
            var gists = new Gist[told.Count];
            for (var i = 0; i < gists.Length; i++) gists[i] = new(i, told[i].Source, told[i].Article);
            var homes = Clusters.Of(gists);
            foreach (var cluster in Enumerable.Range(0, told.Count).GroupBy(i => homes[i]))
            {
                drafts.Add(bucket, new(cluster.Key, [.. cluster.Select(i => (uint)i)]));
                foreach (var claim in Ownership.Claims([.. cluster.Select(i => told[i])], bucket, cluster.Key)) claims.Add(spill.OfId(claim.Id), claim);
            }
        });
        return (drafts, claims);
    }

    static List<Telling> InOrder(List<Telling> tellings)
    {
        tellings.Sort(Telling.Order);
        return tellings;
    }

    /// <summary>The ids published so far: by id, by the article that they hang on; and the number of this run.</summary>
    static (Buckets<IdRow> Known, (Buckets<IdRow> Anchored, Buckets<Passage> Published) ByArticle, int Run) Ids(Published before, Spill spill)
    {
        var (known, anchored, published) = (spill.Open(Forms.Id), spill.Open(Forms.Id), spill.Open(Forms.Passage));
        var run = 0;
        foreach (var row in before.Ids())
        {
            run = Math.Max(run, row.FirstRun);
            known.Add(spill.OfId(row.Id), row);
            anchored.Add(spill.Of(row.Anchor.ArticleId), row);
        }
        foreach (var passage in before.Passages()) published.Add(spill.Of(passage.ArticleId), passage);
        return (known, (anchored, published), run + 1);
    }

    static LedgerRow Less(LedgerRow row, int withheld) => row.Moves - withheld is var left && left > 0 || row.Outcome != Outcome.Moves
        ? row with { Moves = row.Moves - withheld } : row with { Moves = 0, Outcome = Outcome.NoMove, Reason = "withdrawn" };
}

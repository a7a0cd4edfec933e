namespace TechMoves;

/// <summary>The articles that are to be forgotten: their ids, one a line, in STATE/forgotten.txt. They are not read again, not kept in the archive, and not published.</summary>
public sealed class Forgotten(FrozenSet<string> ids)
{
    public static Forgotten Of(State state) => new(File.Exists(PathOf(state)) ? File.ReadLines(PathOf(state)).Where(l => l.Length > 0).ToFrozenSet(StringComparer.Ordinal) : FrozenSet<string>.Empty);

    public string Fingerprint => Article.Fingerprint(string.Join('\n', ids.Order(StringComparer.Ordinal)));

    public bool Has(string? id) => id is not null && ids.Contains(id);

    /// <summary>Adds ids, and takes their articles out of the archive and out of all parts; how many records that were.</summary>
    public static int Add(State state, IReadOnlyCollection<string> given)
    {
        var all = new Forgotten([.. Of(state).Ids.Concat(given)]);
        // The list first: if the rest is cut short, the next run publishes none of them all the same, and forgetting again ends the work.
        PartFile.Aside(PathOf(state), file => file.Write(Encoding.UTF8.GetBytes(string.Concat(all.Ids.Order(StringComparer.Ordinal).Select(id => id + "\n")))));
        var count = 0;
        foreach (var plan in state.Plans)
            for (var shard = 0; shard < plan.Shards.Length; shard++)
            {
                count += Rewrite<Archive.Entry>(state.Articles(plan, shard), e => all.Has(e.Article?.Id), JsonRows.Write, JsonRows.Read<Archive.Entry>);
                Rewrite<Told>(state.Candidates(plan, shard), t => all.Has(t.Entry.ArticleId), JsonRows.Write, JsonRows.Read<Told>);
                Rewrite<Part>(state.Sources(plan, shard), p => all.Has(p.Entry.ArticleId), SourceParts.Write, SourceParts.Read);
            }
        return count;
    }

    IEnumerable<string> Ids => ids;

    static int Rewrite<T>(string path, Func<T, bool> isForgotten, Action<Stream, T> write, Func<Stream, IEnumerable<T>> read)
    {
        if (PartFile.FooterOf(path) is not { } footer) return 0;
        var count = PartFile.Read(path, read).Count(isForgotten);
        if (count > 0) PartFile.Write(path, footer.Input, footer.Program, PartFile.Read(path, read).Where(r => !isForgotten(r)), write);
        return count;
    }

    static string PathOf(State state) => state.At("forgotten.txt");
}

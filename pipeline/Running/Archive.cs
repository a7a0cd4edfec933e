namespace TechMoves;

/// <summary>The articles of a shard: read from the inbox once, kept in the archive for ever, and taken from there whenever they are done anew.</summary>
public static class Archive
{
    /// <summary>A record of the archive: an article, or what could not be read.</summary>
    public sealed record Entry(Article? Article, Rejected? Rejected)
    {
        [System.Text.Json.Serialization.JsonIgnore]
        public Reading Reading => (Reading?)Article ?? Rejected ?? throw new JsonException("a record that is nothing");

        public static Entry Of(Reading reading) => new(reading as Article, reading as Rejected);
    }

    /// <summary>All readings of a shard, about how many, and the fingerprint of what they are. What is new in its files is put into the archive first; what was forgotten is left out.</summary>
    public static (string Fingerprint, int Count, IEnumerable<Reading> Records) Read(Night night, Plan plan, int shard)
    {
        var state = night.State;
        var share = plan.Shards[shard];
        var fresh = state.Articles(plan, shard);
        if (share.Files.Length > 0 && PartFile.FooterOf(fresh) is null) Take(night, plan, shard);
        var forgotten = Forgotten.Of(state);
        var rereads = new Rereads(state, plan.Number);
        (string Path, int Night)[] parts = [.. share.Archived.Select(part => (state.At(part), State.NightOf(part))), .. share.Files.Length > 0 ? [(fresh, plan.Number)] : Array.Empty<(string, int)>()];
        var footers = parts.Select(p => PartFile.FooterOf(p.Path) ?? throw new CorruptPartException(p.Path)).ToArray();
        return (
            Article.Fingerprint(string.Join('\n', footers.Select(f => f.Sha256))), footers.Sum(f => f.Records),
            parts.SelectMany(p => PartFile.Read(p.Path, JsonRows.Read<Entry>).Select(e => e.Reading)
                .Where(r => r is Article article ? !forgotten.Has(article.Id) : !rereads.After(p.Night, r.Path))));
    }

    // Within a night every record counts, or what the ledger holds would hang on the number of shards. What an earlier night has read is not read again.
    static void Take(Night night, Plan plan, int shard)
    {
        var state = night.State;
        using var known = Known.Before(state, plan);
        var forgotten = Forgotten.Of(state);
        var keys = new List<UInt128>();
        PartFile.Write(state.Articles(plan, shard), "", plan.Program, Fresh(), JsonRows.Write);

        IEnumerable<Entry> Fresh()
        {
            foreach (var file in plan.Shards[shard].Files)
                foreach (var reading in Readings(file, night))
                {
                    var place = Known.KeyOf(reading.Path, reading.Line);
                    if (reading is Article article)
                    {
                        var record = Known.KeyOf(article);
                        if (known.Has(record) || forgotten.Has(article.Id)) continue;
                        keys.AddRange(record, place);
                    }
                    // A place of the ledger is taken once: what a later night finds there carries the number of its night.
                    yield return Entry.Of(known.Has(place) ? reading with { Path = Plan.PathIn(plan.Number, reading.Path) } : reading);
                }
            // Before the part has its name: a part without its keys would be read again.
            Known.Write(state.Articles(plan, shard), keys);
        }
    }

    // A file that was there when the night was planned and is gone: nothing to read, nothing withdrawn.
    static IEnumerable<Reading> Readings(InboxFile file, Night night) => !File.Exists(file.File) ? []
        : Pipeline.Parallel(Inbox.Records(file, night.Settings.Bounds), night.Settings, r => r.Read(night.Settings.Bounds, night.Knowledge).ToArray()).AsEnumerable().SelectMany(r => r);
}

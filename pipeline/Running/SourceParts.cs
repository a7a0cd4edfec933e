namespace TechMoves;

/// <summary>The parts that normalize has left and load reads.</summary>
public static class SourceParts
{
    public static void Write(Stream stream, Part part) => JsonRows.Write(stream, part);

    public static IEnumerable<Part> Read(Stream stream) => JsonRows.Read<Part>(stream);

    /// <summary>The records of all current nights, each time anew from the disk. What could not be read counts only until its file is read again; what was forgotten not at all.</summary>
    public static IEnumerable<Part> Of(State state)
    {
        var forgotten = Forgotten.Of(state);
        var rereads = new Rereads(state);
        foreach (var plan in state.Current)
            for (var shard = 0; shard < plan.Shards.Length; shard++)
                foreach (var part in PartFile.Read(state.Sources(plan, shard), Read))
                    if (!forgotten.Has(part.Entry.ArticleId) && !(part.Entry.ArticleId is null && rereads.After(plan.Number, part.Entry.Path))) yield return part;
    }
}

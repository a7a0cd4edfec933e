namespace TechMoves;

/// <summary>What was published last, STATE/published.json: of which parts, and the size and time of each file. It spares a run that would change nothing.</summary>
public sealed record LastPublication(string Parts, ImmutableArray<string> Files)
{
    /// <summary>Whether the dataset of these parts is what stands in the folder.</summary>
    public static bool IsUpToDate(State state, Settings settings) =>
        JsonRows.ReadFile<LastPublication>(PathOf(state)) is { } last && last.Parts == PartsOf(state, settings) && last.Files.SequenceEqual(FilesOf(settings.Out), StringComparer.Ordinal);

    public static void Note(State state, Settings settings)
    {
        var now = new LastPublication(PartsOf(state, settings), FilesOf(settings.Out));
        PartFile.Aside(PathOf(state), file => JsonSerializer.Serialize(file, now, JsonRows.Options));
    }

    static string PartsOf(State state, Settings settings) => Article.Fingerprint(string.Join('\n', state.Current
        .SelectMany(p => Enumerable.Range(0, p.Shards.Length).Select(shard => PartFile.FooterOf(state.Sources(p, shard))?.Sha256)).Append(Fingerprint.OfLoad(settings)).Append(Forgotten.Of(state).Fingerprint)));

    static ImmutableArray<string> FilesOf(string folder) => !Directory.Exists(folder) ? [] : [.. new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories)
        .Select(f => string.Create(CultureInfo.InvariantCulture, $"{Path.GetRelativePath(folder, f.FullName).Replace('\\', '/')} {f.Length} {f.LastWriteTimeUtc.Ticks}")).Order(StringComparer.Ordinal)];

    static string PathOf(State state) => state.At("published.json");
}

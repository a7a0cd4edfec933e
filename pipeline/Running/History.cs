namespace TechMoves;

/// <summary>A publication in the history: when, how long the run took, and what the dataset then held.</summary>
public sealed record Episode(string Time, double Seconds, Reported Counts);

/// <summary>The publications of a state, STATE/history.jsonl, the last one last: what tonight is compared with.</summary>
public static class History
{
    const int Kept = 1000, Outlets = 1000;

    public static ImmutableArray<Episode> Read(State state)
    {
        if (!File.Exists(PathOf(state))) return [];
        var episodes = ImmutableArray.CreateBuilder<Episode>();
        foreach (var line in File.ReadLines(PathOf(state)))
            if (Episode(line) is { } episode) episodes.Add(episode);
        return episodes.ToImmutable();
    }

    /// <summary>Adds an episode; of its outlets the largest are kept.</summary>
    public static void Add(State state, Episode episode)
    {
        var outlets = episode.Counts.ArticlesByOutlet.OrderByDescending(o => o.Value).ThenBy(o => o.Key, StringComparer.Ordinal).Take(Outlets).ToDictionary(StringComparer.Ordinal);
        var lines = (File.Exists(PathOf(state)) ? File.ReadLines(PathOf(state)) : []).TakeLast(Kept - 1).Append(JsonSerializer.Serialize(episode with { Counts = episode.Counts with { ArticlesByOutlet = outlets } }, JsonRows.Options)).ToList();
        PartFile.Aside(PathOf(state), file => file.Write(Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n")));
    }

    // The history informs; a line that cannot be read is no reason to stop.
    static Episode? Episode(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<Episode>(line, JsonRows.Options) is { Counts: not null } episode ? episode : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    static string PathOf(State state) => state.At("history.jsonl");
}

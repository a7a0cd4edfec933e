namespace TechMoves;

/// <summary>What a run did, as JSON Lines in STATE/log, one file a run; a run that has nothing to do leaves none.</summary>
public sealed class RunLog(State state, TimeProvider clock)
{
    /// <summary>Older logs than so many runs are removed.</summary>
    const int Kept = 1000;

    string? _path;

    /// <summary>Adds an event with its fields; the first begins the file.</summary>
    public void Tell(string what, params (string Name, object? Value)[] fields)
    {
        var line = new Dictionary<string, object?> { ["time"] = clock.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture), ["event"] = what };
        foreach (var (name, value) in fields) line[name] = value;
        using var file = new FileStream(_path ??= Begin(), FileMode.Append, FileAccess.Write, FileShare.Read);
        JsonRows.Write(file, line);
    }

    string Begin()
    {
        var folder = Directory.CreateDirectory(state.At("log")).FullName;
        foreach (var old in Directory.GetFiles(folder, "*.jsonl").OrderDescending(StringComparer.Ordinal).Skip(Kept - 1)) File.Delete(old);
        return Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{clock.GetUtcNow():yyyyMMdd'T'HHmmss'Z'}-{Environment.ProcessId}.jsonl"));
    }
}

namespace TechMoves;

/// <summary>The folder in which a dataset's nights are kept: of each its plan, the articles that it read (the archive), and the parts that load reads.</summary>
/// <remarks>STATE/0001/plan.json, STATE/0001/articles/part-00003-of-00064.jsonl.gz, STATE/0001/candidates/..., STATE/0001/sources/...</remarks>
public sealed class State(string folder)
{
    /// <summary>The text in a byte of the archive, about.</summary>
    public const int Packed = 4;

    /// <summary>The state of these settings: the folder that they name, else OUT.state.</summary>
    public static State Of(Settings settings) => new(Path.GetFullPath(settings.State.Length > 0 ? settings.State : Path.TrimEndingDirectorySeparator(settings.Out) + ".state"));

    public string Folder => folder;

    /// <summary>The nights, the first one first.</summary>
    public ImmutableArray<Plan> Plans { get => field.IsDefault ? field = [.. ReadPlans()] : field; private set; }

    /// <summary>The last full night and those after it: their parts together are the dataset.</summary>
    public IEnumerable<Plan> Current => Plans.Skip(Math.Max(0, Plans.ToList().FindLastIndex(p => p.Full)));

    public string At(string relative) => Path.Combine(folder, relative);

    public string Articles(Plan plan, int shard) => At(ArticlesOf(plan, shard));

    public string Candidates(Plan plan, int shard) => At($"{plan.Number:0000}/candidates/{Name(plan, shard)}.jsonl");

    public string Sources(Plan plan, int shard) => At($"{plan.Number:0000}/sources/{Name(plan, shard)}.jsonl");

    /// <summary>Adds a plan: from now on it stands.</summary>
    public void Add(Plan plan)
    {
        PartFile.Aside(At($"{plan.Number:0000}/plan.json"), file => JsonSerializer.Serialize(file, plan, JsonRows.Options));
        Plans = Plans.Add(plan);
    }

    /// <summary>The shards of a plan that have no part yet. A part that is there counts as made; whether its content is what was written is checked by whoever reads it.</summary>
    public List<int> Missing(Plan plan) => [.. Enumerable.Range(0, plan.Shards.Length).Where(shard => PartFile.FooterOf(Sources(plan, shard)) is null)];

    /// <summary>Removes a part of sources that is corrupt, so that it is made anew; false for any other file, which cannot be.</summary>
    public bool Discard(string path)
    {
        if (!Current.Any(p => Enumerable.Range(0, p.Shards.Length).Any(shard => Sources(p, shard) == path))) return false;
        File.Delete(path);
        return true;
    }

    /// <summary>Refuses to go on while a current night has shards without a part.</summary>
    public void RefuseGaps()
    {
        if (Plans.IsEmpty) throw new ConfigurationException($"{folder}: nothing was normalized yet; run 'techmoves run', or plan and normalize first");
        foreach (var plan in Current)
            if (Missing(plan) is { Count: > 0 } missing) throw new ConfigurationException($"night {plan.Number:0000} of {folder}: no part of the shards {Shard.Ranges(missing)} of {plan.Shards.Length}; run 'techmoves normalize --shard I/{plan.Shards.Length}' for these, or 'techmoves run'");
    }

    /// <summary>About how much text a shard has to go through, in bytes.</summary>
    public long SizeOf(Plan plan, int shard) => 1 + plan.Shards[shard].Files.Sum(f => f.Size) + plan.Shards[shard].Archived.Sum(part => new FileInfo(At(part)) is { Exists: true } file ? Packed * file.Length : 0);

    /// <summary>The first current night that is not done, if this program planned it.</summary>
    public Plan? Open(string program) => Current.FirstOrDefault(p => p.Program == program && Missing(p).Count > 0);

    /// <summary>The parts of the archive, relative to the folder.</summary>
    public IEnumerable<string> Archive() => Plans.SelectMany(plan => Enumerable.Range(0, plan.Shards.Length).Select(shard => ArticlesOf(plan, shard)).Where(part => File.Exists(At(part))));

    /// <summary>The files that were read, with the stamp that they had.</summary>
    public Dictionary<string, string> KnownFiles()
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var plan in Plans)
            for (var shard = 0; shard < plan.Shards.Length; shard++)
                if (plan.Shards[shard].Files.Length > 0 && File.Exists(Articles(plan, shard)))
                    foreach (var file in plan.Shards[shard].Files) known[file.File] = file.Stamp;
        return known;
    }

    /// <summary>The night of a part that is named relative to the folder.</summary>
    public static int NightOf(string part) => int.Parse(part.AsSpan(0, part.IndexOf('/', StringComparison.Ordinal)), NumberStyles.None, CultureInfo.InvariantCulture);

    IEnumerable<Plan> ReadPlans()
    {
        if (!Directory.Exists(folder)) return [];
        return Directory.EnumerateDirectories(folder).Select(d => Path.Combine(d, "plan.json"))
            .Select(JsonRows.ReadFile<Plan>).OfType<Plan>().OrderBy(p => p.Number);
    }

    static string ArticlesOf(Plan plan, int shard) => $"{plan.Number:0000}/articles/{Name(plan, shard)}.jsonl.gz";

    static string Name(Plan plan, int shard) => string.Create(CultureInfo.InvariantCulture, $"part-{shard:00000}-of-{plan.Shards.Length:00000}");
}

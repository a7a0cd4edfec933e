namespace TechMoves;

/// <summary>Writes a dataset beside the published one and swaps the two. What breaks the contract is never published.</summary>
public static class Publish
{
    /// <summary>The name of the data package, by which a folder is known as ours.</summary>
    public const string Package = "tech-moves";

    /// <summary>All files of a published dataset, relative to its folder.</summary>
    public static readonly ImmutableArray<string> Files =
    [
        .. Contract.Tables.SelectMany(t => new[] { t + ".csv", t + ".parquet", $"schemas/{t}.json" }),
        "schemas/moves.row.schema.json", "schemas/sources.row.schema.json", "datapackage.json", "report.json",
    ];

    /// <summary>Publishes a dataset that is in memory.</summary>
    public static bool Write(Dataset dataset, string folder, string schemas) => Write(folder, schemas, dataset.Into).Changed;

    /// <summary>Publishes what is loaded; Changed is false if nothing but the changes would differ, and the folder is left as it is.</summary>
    /// <param name="schemas">The folder of the schemas to check against and to publish along.</param>
    /// <param name="load">Hands on the rows of all tables.</param>
    public static (Counts Counts, bool Changed) Write(string folder, string schemas, Action<Tables> load)
    {
        folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        Swap.Recover(folder);
        Swap.Refuse(folder);
        var fresh = Swap.Fresh(folder);
        Directory.CreateDirectory(Path.Combine(fresh, "schemas"));
        foreach (var file in Files.Where(f => f == "datapackage.json" || f.StartsWith("schemas/", StringComparison.Ordinal)))
            Save(Path.Combine(fresh, file), stream => stream.Write(File.ReadAllBytes(Path.Combine(schemas, Path.GetFileName(file)))));
        var counts = new Counts();
        try
        {
            using var tables = new TableFiles(fresh, Contract.Read(schemas));
            load(counts.Of(tables.Rows));
            tables.Close();
        }
        catch
        {
            Swap.Remove(fresh);
            throw;
        }
        Save(Path.Combine(fresh, "report.json"), stream => stream.Write(Report.Of(counts, Version(schemas))));
        if (Files.Where(IsContent).All(f => IsSame(Path.Combine(folder, f), Path.Combine(fresh, f))))
        {
            Swap.Remove(fresh);
            return (counts, false);
        }
        Swap.In(folder);
        return (counts, true);
    }

    // What a run changed, and the report that counts it, tell of the run and not of the world.
    static bool IsContent(string file) => file != "report.json" && !file.StartsWith("changes.", StringComparison.Ordinal);

    static bool IsSame(string published, string fresh)
    {
        if (!File.Exists(published) || new FileInfo(published).Length != new FileInfo(fresh).Length) return false;
        using var left = File.OpenRead(published);
        using var right = File.OpenRead(fresh);
        Span<byte> one = new byte[1 << 16], other = new byte[1 << 16];
        for (int read; (read = left.ReadAtLeast(one, one.Length, throwOnEndOfStream: false)) > 0;)
            if (right.ReadAtLeast(other[..read], read, throwOnEndOfStream: false) != read || !one[..read].SequenceEqual(other[..read])) return false;
        return true;
    }

    static void Save(string path, Action<Stream> write)
    {
        using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite);
        write(stream);
        stream.Flush(flushToDisk: true);
    }

    static string Version(string schemas)
    {
        using var package = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(schemas, "datapackage.json")));
        return package.RootElement.GetProperty("version").GetString()!;
    }
}

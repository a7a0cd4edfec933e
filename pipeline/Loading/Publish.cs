using System.Text.Json.Nodes;

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
        "schemas/moves.row.schema.json", "schemas/sources.row.schema.json", "datapackage.json", "report.json", "moves.excel.csv",
    ];

    /// <summary>Publishes a dataset that is in memory.</summary>
    public static bool Write(Dataset dataset, string folder, string schemas) => Write(folder, schemas, long.MaxValue, dataset.Into).Changed;

    /// <summary>Publishes what is loaded; Changed is false if nothing but the changes would differ, and the folder is left as it is.</summary>
    /// <param name="schemas">The folder of the schemas to check against and to publish along.</param>
    /// <param name="partition">A dataset of more sources has a folder for each year.</param>
    /// <param name="load">Hands the rows of all tables to what it opens for so many sources.</param>
    public static (Counts Counts, bool Changed) Write(string folder, string schemas, long partition, Action<Func<long, Tables>> load)
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
            using (var tables = new TableFiles(fresh, Contract.Read(schemas), partition))
            {
                load(sources => counts.Of(tables.Open(sources)));
                tables.Close();
                if (tables.IsPartitioned) NameParts(fresh);
            }
            Save(Path.Combine(fresh, "moves.excel.csv"), stream => ExcelCsv.Write(Layout.Of(fresh, "moves", "csv"), stream));
        }
        catch
        {
            Swap.Remove(fresh);
            throw;
        }
        Save(Path.Combine(fresh, "report.json"), stream => stream.Write(Report.Of(counts, Version(schemas))));
        if (Layout.All(folder).Union(Layout.All(fresh), StringComparer.Ordinal).Where(IsContent).All(f => IsSame(Path.Combine(folder, f), Path.Combine(fresh, f))))
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
        if (!File.Exists(published) || !File.Exists(fresh) || new FileInfo(published).Length != new FileInfo(fresh).Length) return false;
        using var left = File.OpenRead(published);
        using var right = File.OpenRead(fresh);
        Span<byte> one = new byte[1 << 16], other = new byte[1 << 16];
        for (int read; (read = left.ReadAtLeast(one, one.Length, throwOnEndOfStream: false)) > 0;)
            if (right.ReadAtLeast(other[..read], read, throwOnEndOfStream: false) != read || !one[..read].SequenceEqual(other[..read])) return false;
        return true;
    }

    // A resource of several files names all of them.
    static void NameParts(string folder)
    {
        var path = Path.Combine(folder, "datapackage.json");
        var package = JsonNode.Parse(File.ReadAllBytes(path))!;
        foreach (var resource in package["resources"]!.AsArray())
            if ((string?)resource!["name"] is { } table && Layout.Partitioned.Contains(table, StringComparer.Ordinal))
                resource["path"] = new JsonArray([.. Layout.Of(folder, table, "csv").Select(f => (JsonNode)Path.GetRelativePath(folder, f).Replace('\\', '/'))]);
        File.WriteAllText(path, package.ToJsonString(new() { WriteIndented = true, NewLine = "\n" }) + "\n");
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

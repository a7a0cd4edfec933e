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

    /// <summary>Publishes the dataset, with its changes against what the folder held; false if nothing but the changes would differ, and the folder is left as it is.</summary>
    /// <param name="schemas">The folder of the schemas to check against and to publish along.</param>
    public static bool Write(Dataset dataset, string folder, string schemas)
    {
        folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        Swap.Recover(folder);
        Swap.Refuse(folder);
        dataset = dataset with { Changes = Changes.Since(folder, dataset) };
        var sheets = Sheet.All(dataset);
        if (Contract.Read(schemas).Faults(sheets.Select(s => new Rows(s.Name, s.Columns, s.Rows))).FirstOrDefault() is { } fault)
            throw new PublicationException(fault.Table, fault.Row, fault.Column is null ? fault.Rule : $"{fault.Column} {fault.Rule}");
        var fresh = Swap.Fresh(folder);
        Directory.CreateDirectory(Path.Combine(fresh, "schemas"));
        foreach (var file in Files.Where(f => f == "datapackage.json" || f.StartsWith("schemas/", StringComparison.Ordinal)))
            Save(Path.Combine(fresh, file), stream => stream.Write(File.ReadAllBytes(Path.Combine(schemas, Path.GetFileName(file)))));
        foreach (var sheet in sheets)
        {
            Save(Path.Combine(fresh, sheet.Name + ".csv"), sheet.WriteCsv);
            Save(Path.Combine(fresh, sheet.Name + ".parquet"), sheet.WriteParquet);
        }
        Save(Path.Combine(fresh, "report.json"), stream => stream.Write(Report.Of(dataset, Version(schemas))));
        if (Files.Where(IsContent).All(f => IsSame(Path.Combine(folder, f), Path.Combine(fresh, f))))
        {
            Swap.Remove(fresh);
            return false;
        }
        Swap.In(folder);
        return true;
    }

    // What a run changed, and the report that counts it, tell of the run and not of the world.
    static bool IsContent(string file) => file != "report.json" && !file.StartsWith("changes.", StringComparison.Ordinal);

    static bool IsSame(string published, string fresh)
    {
        if (!File.Exists(published) || new FileInfo(published).Length != new FileInfo(fresh).Length) return false;
        using var left = File.OpenRead(published);
        using var right = File.OpenRead(fresh);
        return SHA256.HashData(left).AsSpan().SequenceEqual(SHA256.HashData(right));
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

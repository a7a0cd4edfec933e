namespace TechMoves;

/// <summary>Puts a new dataset in the place of the published one, and finishes or undoes what a crash has left.</summary>
/// <remarks>
/// The new dataset is built and flushed in FOLDER.new. Then the two folders change places in one step of the file system: at every moment FOLDER is
/// the old dataset or the new one, whole. What lies in FOLDER.new afterwards is the old one; it is removed, now or after a crash by the next run.
/// Where a file system cannot exchange folders, FOLDER becomes FOLDER.old and FOLDER.new becomes FOLDER: a reader may find none for an instant, and a
/// crash between the two is mended at the next start. Only files that a dataset has are ever deleted; a folder that holds anything else is refused.
/// </remarks>
public static class Swap
{
    /// <summary>Where the next dataset is built.</summary>
    public static string Fresh(string folder) => folder + ".new";

    /// <summary>Leaves the folder whole and nothing beside it, whatever an earlier run has left.</summary>
    public static void Recover(string folder)
    {
        if (!Directory.Exists(folder) && Directory.Exists(Aside(folder))) Directory.Move(Aside(folder), folder);
        Remove(Aside(folder));
        Remove(Fresh(folder));
    }

    public static void In(string folder)
    {
        if (Directory.Exists(folder) && Entries(folder).Count == 0) Directory.Delete(folder);
        FileSystem.Flush(Fresh(folder));
        if (!Directory.Exists(folder)) Directory.Move(Fresh(folder), folder);
        else if (!FileSystem.Exchange(folder, Fresh(folder)))
        {
            Directory.Move(folder, Aside(folder));
            Directory.Move(Fresh(folder), folder);
        }
        FileSystem.Flush(Path.GetDirectoryName(folder)!);
        Remove(Fresh(folder));
        Remove(Aside(folder));
    }

    /// <summary>Refuses a folder that holds anything but a dataset of ours.</summary>
    public static void Refuse(string folder)
    {
        if (File.Exists(folder)) throw new ConfigurationException($"{folder}: is a file; name a folder for the dataset");
        if (!Directory.Exists(folder) || Entries(folder) is not { Count: > 0 } entries) return;
        if (!IsOurs(folder)) throw new ConfigurationException($"{folder}: is not empty and holds no dataset of this program; name another folder or empty it");
        RefuseStrays(folder, entries);
    }

    static void RefuseStrays(string folder, List<string> entries)
    {
        if (entries.Find(e => !Layout.Knows(e)) is { } stray)
            throw new ConfigurationException($"{folder}: {stray} is no part of the dataset and would be lost; move it elsewhere");
    }

    /// <summary>Removes what an earlier or this run built; a folder that holds anything else is left and refused. A crash may have broken any of its files: their names must do.</summary>
    public static void Remove(string folder)
    {
        if (!Directory.Exists(folder)) return;
        var entries = Entries(folder);
        RefuseStrays(folder, entries);
        foreach (var file in entries) File.Delete(Path.Combine(folder, file));
        Directory.Delete(folder, recursive: true);
    }

    static string Aside(string folder) => folder + ".old";

    /// <summary>Files below the folder, with forward slashes.</summary>
    static List<string> Entries(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 }).Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    static bool IsOurs(string folder)
    {
        var file = Path.Combine(folder, "datapackage.json");
        if (!File.Exists(file)) return false;
        try
        {
            using var package = JsonDocument.Parse(File.ReadAllBytes(file));
            return package.RootElement.ValueKind == JsonValueKind.Object && package.RootElement.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String && name.ValueEquals(Publish.Package);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}

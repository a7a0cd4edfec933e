namespace TechMoves;

/// <summary>A file of the inbox, by its full path: its name is relative to the inbox, with forward slashes; its stamp, of size and time, changes when it or its metadata does.</summary>
public sealed record InboxFile(string File, string Name, long Size, string Stamp);

/// <summary>Walks a file or folder and reads every record of it, in ordinal order of paths; what cannot be read becomes a Rejected reading.</summary>
public static class Inbox
{
    /// <summary>The readings of a file, or of all files below a folder.</summary>
    public static IEnumerable<Reading> Read(string path, Bounds bounds, Knowledge knowledge) => Files(path).SelectMany(file => Records(file, bounds)).SelectMany(r => r.Read(bounds, knowledge));

    /// <summary>The files to read: a file, or all files below a folder, in ordinal order of their names.</summary>
    public static IEnumerable<InboxFile> Files(string path)
    {
        var root = Path.GetFullPath(path);
        if (File.Exists(root)) return [Stamped(root, Path.GetFileName(root))];
        // Every known file of every night passes here: its name is cut from its path, and its size and time are looked up once.
        return Paths(path).Select(file => Stamped(file, file[root.Length..].Replace('\\', '/').TrimStart('/'))).OrderBy(f => f.Name, StringComparer.Ordinal);
    }

    /// <summary>Whether there is nothing to read.</summary>
    public static bool IsEmpty(string path) => !File.Exists(path) && !Paths(path).Any();

    static IEnumerable<string> Paths(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(Path.GetFullPath(folder), "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden, MaxRecursionDepth = 64 }).Where(file => !PlainText.IsSidecar(file))
        : throw new ConfigurationException($"{folder}: no such file or folder; pass the articles with --articles or TECHMOVES_Articles");

    /// <summary>The records of one file as bytes, one after the other. To read them is the costly part: any thread may do it, in any order.</summary>
    public static IEnumerable<Record> Records(InboxFile file, Bounds bounds) => InputFile.Records(file.File, file.Name, bounds);

    static InboxFile Stamped(string file, string name)
    {
        var info = new FileInfo(file);
        var size = info.Exists ? info.Length : 0; // a dangling link
        var sidecar = name.EndsWith(".txt", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".txt.gz", StringComparison.OrdinalIgnoreCase) ? new FileInfo(PlainText.SidecarOf(file)) : null;
        return new(file, name, size, Stamp(info) + (sidecar is { Exists: true } ? "+" + Stamp(sidecar) : ""));
    }

    static string Stamp(FileInfo file) => file.Exists ? string.Create(CultureInfo.InvariantCulture, $"{file.Length}:{file.LastWriteTimeUtc.Ticks}") : "-";
}

namespace TechMoves;

/// <summary>A file of the inbox: its name is relative to the inbox, with forward slashes; its stamp, of size and time, changes when it or its metadata does.</summary>
public sealed record InboxFile(string File, string Name, long Size, string Stamp);

/// <summary>Walks a file or folder and reads every record of it, in ordinal order of paths; what cannot be read becomes a Rejected reading.</summary>
public static class Inbox
{
    /// <summary>The readings of a file, or of all files below a folder.</summary>
    public static IEnumerable<Reading> Read(string path, Bounds bounds, Knowledge knowledge) => Files(path).SelectMany(file => Records(file, bounds)).SelectMany(r => r.Read(bounds, knowledge));

    /// <summary>The files to read: a file, or all files below a folder, in ordinal order of their names.</summary>
    public static IEnumerable<InboxFile> Files(string path)
    {
        if (File.Exists(path)) return [Stamped(path, Path.GetFileName(path))];
        if (!Directory.Exists(path)) throw new ConfigurationException($"{path}: no such file or folder; pass the articles with --articles or TECHMOVES_Articles");
        return Directory.EnumerateFiles(path, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden, MaxRecursionDepth = 64 })
            .Where(file => !PlainText.IsSidecar(file))
            .Select(file => Stamped(file, Path.GetRelativePath(path, file).Replace('\\', '/')))
            .OrderBy(f => f.Name, StringComparer.Ordinal);
    }

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

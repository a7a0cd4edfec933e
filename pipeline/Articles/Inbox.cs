namespace TechMoves;

/// <summary>Walks a file or folder and reads every record of it, in ordinal order of paths; what cannot be read becomes a Rejected reading.</summary>
public static class Inbox
{
    /// <summary>The readings of a file, or of all files below a folder. Paths are given relative to the folder, with forward slashes.</summary>
    public static IEnumerable<Reading> Read(string path, int largestArticle)
    {
        if (File.Exists(path)) return ReadFile(path, Path.GetFileName(path), largestArticle);
        if (!Directory.Exists(path)) throw new ConfigurationException($"{path}: no such file or folder; pass the articles with --articles or TECHMOVES_Articles");
        return Directory.EnumerateFiles(path, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden, MaxRecursionDepth = 64 })
            .Select(file => (File: file, Name: Path.GetRelativePath(path, file).Replace('\\', '/')))
            .Where(f => !IsSidecar(f.File))
            .OrderBy(f => f.Name, StringComparer.Ordinal)
            .SelectMany(f => ReadFile(f.File, f.Name, largestArticle));
    }

    static IEnumerable<Reading> ReadFile(string file, string name, int largestArticle) =>
        name.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".jsonl.gz", StringComparison.OrdinalIgnoreCase) ? JsonLines.Read(file, name, largestArticle)
        : name.EndsWith(".txt", StringComparison.OrdinalIgnoreCase) ? [PlainText.Read(file, name, largestArticle)]
        : [new Rejected(name, 0, "unknown_format")];

    /// <summary>NAME.json beside NAME.txt is that text's metadata and no record of its own.</summary>
    static bool IsSidecar(string file) => file.EndsWith(".json", StringComparison.OrdinalIgnoreCase) && File.Exists(Path.ChangeExtension(file, ".txt"));
}

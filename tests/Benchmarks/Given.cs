namespace TechMoves.Benchmarks;

/// <summary>What all benchmarks read: the tables, and the sample articles.</summary>
static class Given
{
    public static readonly string Root = Find(AppContext.BaseDirectory);

    public static readonly Settings Settings = Settings.Default with { Threads = 1, Quiet = true };

    public static readonly Knowledge Knowledge = Knowledge.Read(Settings.Data, Settings.Schemas);

    public static readonly IReadOnlyList<Article> Samples = [.. Inbox.Read(Path.Combine(Root, "data", "articles"), Settings.Bounds, Knowledge).OfType<Article>()];

    /// <summary>An empty folder of this run.</summary>
    public static string Scratch(string name)
    {
        var folder = Path.Combine(Root, "artifacts", "bench", name);
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        return Directory.CreateDirectory(folder).FullName;
    }

    static string Find(string folder) => File.Exists(Path.Combine(folder, "Pipeline.sln")) ? folder
        : Path.GetDirectoryName(folder) is { } parent ? Find(parent) : throw new DirectoryNotFoundException("Pipeline.sln is in no folder above the benchmarks");
}

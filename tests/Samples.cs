namespace TechMoves.Tests;

/// <summary>Runs of the whole pipeline within the tests.</summary>
static class Samples
{
    static readonly Lazy<string> Published = new(() => Run(Path.Combine(Repository.Data, "articles"), Path.Combine(Repository.Scratch("samples"), "out")));

    /// <summary>The dataset of the sample articles, published once.</summary>
    public static string Folder => Published.Value;

    public static Settings Settings(string articles, string output, int threads = 0) => TechMoves.Settings.Default with { Articles = articles, Out = output, Threads = threads, Quiet = true };

    /// <summary>Publishes the dataset of the articles; the folder it is in.</summary>
    public static string Run(string articles, string output, int threads = 0)
    {
        Pipeline.Run(Settings(articles, output, threads), new(quiet: true));
        return output;
    }

    /// <summary>The rows of a published table, each by column.</summary>
    public static List<Dictionary<string, string?>> Rows(string folder, string table)
    {
        var rows = CsvTable.Read(Path.Combine(folder, table + ".csv"), table);
        return [.. rows.Cells.Select(cells => rows.Columns.Zip(cells).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal))];
    }
}

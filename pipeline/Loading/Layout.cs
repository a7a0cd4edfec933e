using System.Text.RegularExpressions;

namespace TechMoves;

/// <summary>Where the files of a table lie in a dataset: TABLE.csv, or, in a large dataset, TABLE/year=2015/TABLE.csv, as engines read partitions.</summary>
public static partial class Layout
{
    /// <summary>What Hive, Spark and DuckDB take for a missing value.</summary>
    const string NoYear = "__HIVE_DEFAULT_PARTITION__";

    /// <summary>The tables that a large dataset has by year: moves and their sources by that of the move, articles by that of their publication.</summary>
    public static readonly ImmutableArray<string> Partitioned = ["moves", "sources", "articles"];

    public static string Partition(string table, int? year) => Path.Combine(table, string.Create(CultureInfo.InvariantCulture, $"year={year?.ToString(CultureInfo.InvariantCulture) ?? NoYear}"));

    /// <summary>The files of a table that are there, the earlier year first; none where the table is missing.</summary>
    public static ImmutableArray<string> Of(string folder, string table, string extension)
    {
        var whole = Path.Combine(folder, $"{table}.{extension}");
        if (File.Exists(whole)) return [whole];
        var parts = Path.Combine(folder, table);
        return !Directory.Exists(parts) ? [] : [.. Directory.EnumerateDirectories(parts).Select(p => Path.Combine(p, $"{table}.{extension}")).Where(File.Exists).Order(StringComparer.Ordinal)];
    }

    /// <summary>Whether a dataset has a file of this name, relative to its folder, with forward slashes.</summary>
    public static bool Knows(string file) => Publish.Files.Contains(file, StringComparer.Ordinal) || PartitionFile().Match(file) is { Success: true } match && Partitioned.Contains(match.Groups[1].Value, StringComparer.Ordinal);

    /// <summary>All files below a folder, relative to it, with forward slashes.</summary>
    public static ImmutableArray<string> All(string folder) => !Directory.Exists(folder) ? []
        : [.. Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 }).Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"^([a-z]+)/year=([0-9]{4}|__HIVE_DEFAULT_PARTITION__)/\1\.(csv|parquet)$", RegexOptions.None, 1000)]
    private static partial Regex PartitionFile();
}

namespace TechMoves;

/// <summary>What the output of a program hangs on beside its input: the program itself, the tables of data/, and the settings of extraction and normalization.</summary>
public static class Fingerprint
{
    /// <summary>Corrections are applied by load: what they change is not extracted again.</summary>
    const string Overrides = "overrides.csv";

    /// <summary>Of the parts: another program or other tables make all of them anew.</summary>
    public static string OfParts(Settings settings) => Of([
        typeof(Fingerprint).Assembly.Location is { Length: > 0 } assembly ? assembly : Environment.ProcessPath!,
        .. Files(settings.Data).Where(f => Path.GetFileName(f) != Overrides),
        .. Files(Path.Combine(settings.Schemas, "lexicons"))], string.Create(CultureInfo.InvariantCulture, $"{settings.Scope} {settings.Threshold} {settings.LargestWork}"));

    /// <summary>Of what load makes of the same parts.</summary>
    public static string OfLoad(Settings settings) => Of([.. Files(settings.Schemas), .. Files(settings.Data).Where(f => Path.GetFileName(f) == Overrides)], "");

    // Only tables: the folder of the sources also holds articles.
    static IEnumerable<string> Files(string folder) => !Directory.Exists(folder) ? [] : Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Where(f => Path.GetExtension(f) is ".csv" or ".bin" or ".json" && !Path.GetRelativePath(folder, f).StartsWith("articles", StringComparison.Ordinal) && !Path.GetRelativePath(folder, f).StartsWith("out", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    static string Of(IEnumerable<string> files, string settings)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetFileName(file) + "\0"));
            using var stream = File.OpenRead(file);
            hash.AppendData(SHA256.HashData(stream));
        }
        hash.AppendData(Encoding.UTF8.GetBytes(settings));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

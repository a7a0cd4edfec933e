using Microsoft.Extensions.Configuration;

namespace TechMoves;

/// <summary>Technology: only moves in which a party or the thing is technology. Any: moves of all industries.</summary>
public enum Scope : byte { Technology, Any }

/// <summary>All settings: appsettings.json, then TECHMOVES_* environment variables, then the command line; later ones win.</summary>
/// <param name="Articles">A file or folder of articles.</param>
/// <param name="Out">The folder of the dataset.</param>
/// <param name="State">The folder of what earlier nights have read and made; empty: OUT.state, beside the dataset.</param>
/// <param name="Data">The folder of the knowledge tables.</param>
/// <param name="Schemas">The folder of the schemas.</param>
/// <param name="Threshold">Rows below this confidence go to issues, not to the dataset.</param>
/// <param name="Feeds">The table of feeds that fetch reads.</param>
/// <param name="UserAgent">How fetch names itself to the sites that it asks.</param>
/// <param name="FetchPause">Seconds between two requests of fetch to one host.</param>
/// <param name="AllowedNetworks">Networks that fetch may ask though they are private, joined by commas.</param>
/// <param name="LargestArticle">Longer articles, in bytes, are rejected.</param>
/// <param name="LargestRecord">Larger pages, feeds and records of archives, in bytes, decompressed, are rejected.</param>
/// <param name="DeepestHtml">Pages with more open elements are rejected.</param>
/// <param name="LargestWork">Articles that extraction finds to be more work, by its own count, are rejected.</param>
/// <param name="Threads">0: as many as there are cores.</param>
/// <param name="Bucket">Load keeps about so many sources in memory at a time; more are put aside on disk.</param>
/// <param name="Partition">A dataset of more sources has a folder for each year.</param>
/// <param name="Strict">Rejected inputs make exit code 1.</param>
public sealed record Settings(string Articles, string Out, string State, string Data, string Schemas, Scope Scope, decimal Threshold, string Feeds, string UserAgent, decimal FetchPause, string AllowedNetworks, int LargestArticle, int LargestRecord, int DeepestHtml, int LargestWork, int Threads, int Bucket, int Partition, bool Strict, bool Quiet)
{
    /// <summary>What holds where nothing is set; appsettings.json says the same.</summary>
    public static readonly Settings Default = new(
        "data/articles", "data/out", "", Path.Combine(AppContext.BaseDirectory, "data"), Path.Combine(AppContext.BaseDirectory, "schemas"), Scope.Technology, 0.5m, "feeds.csv", "techmoves/0.1", 2, "", 4 << 20, 16 << 20, 256, 1_000_000, 0, 10_000, 5_000_000, false, false);

    public Bounds Bounds => new(LargestArticle, LargestRecord, DeepestHtml);

    public static Settings Read(IEnumerable<KeyValuePair<string, string?>> commandLine)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "appsettings.json");
        try
        {
            var configuration = new ConfigurationBuilder().AddJsonFile(file, optional: true).AddEnvironmentVariables("TECHMOVES_").AddInMemoryCollection(commandLine).Build();
            RefuseUnknown(file);
            return new(
                Text("Articles", Default.Articles), Text("Out", Default.Out), Text("State", Default.State), Text("Data", Default.Data), Text("Schemas", Default.Schemas),
                Value(configuration, "Scope", Default.Scope), Number(configuration, "Threshold", Default.Threshold, 0, 1),
                Text("Feeds", Default.Feeds), Text("UserAgent", Default.UserAgent), Number(configuration, "FetchPause", Default.FetchPause, 0, 3600), Text("AllowedNetworks", Default.AllowedNetworks),
                (int)Number(configuration, "LargestArticle", Default.LargestArticle, 1, 1 << 30),
                (int)Number(configuration, "LargestRecord", Default.LargestRecord, 1, 1 << 30), (int)Number(configuration, "DeepestHtml", Default.DeepestHtml, 16, 512), (int)Number(configuration, "LargestWork", Default.LargestWork, 1, int.MaxValue), (int)Number(configuration, "Threads", Default.Threads, 0, 1024),
                (int)Number(configuration, "Bucket", Default.Bucket, 1, 1 << 30), (int)Number(configuration, "Partition", Default.Partition, 1, int.MaxValue),
                Value(configuration, "Strict", Default.Strict), Value(configuration, "Quiet", Default.Quiet));

            string Text(string key, string otherwise) => configuration[key] is { Length: > 0 } text ? text : otherwise;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException($"{file}: {e.InnerException?.Message ?? e.Message}");
        }
    }

    // A misspelt setting would be ignored in silence.
    static void RefuseUnknown(string file)
    {
        var names = typeof(Settings).GetProperties().Select(p => p.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (new ConfigurationBuilder().AddJsonFile(file, optional: true).Build().GetChildren().FirstOrDefault(s => !names.Contains(s.Key)) is { } unknown)
            throw new ConfigurationException($"{file}: '{unknown.Key}' is no setting; see the README");
    }

    static decimal Number(IConfiguration configuration, string key, decimal otherwise, decimal least, decimal most) =>
        configuration[key] is not { Length: > 0 } text ? otherwise
        : decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
        : throw new ConfigurationException($"setting {key}: '{text}' must be a number from {least} to {most} (appsettings.json, TECHMOVES_{key} or --{key.ToLowerInvariant()})");

    static T Value<T>(IConfiguration configuration, string key, T otherwise) where T : struct =>
        configuration[key] is not { Length: > 0 } text ? otherwise
        : typeof(T) == typeof(bool) && bool.TryParse(text, out var flag) ? (T)(object)flag
        : typeof(T).IsEnum && Enum.TryParse<T>(text, ignoreCase: true, out var value) && !int.TryParse(text, CultureInfo.InvariantCulture, out _) ? value
        : throw new ConfigurationException($"setting {key}: '{text}' must be {(typeof(T).IsEnum ? string.Join(" or ", Enum.GetNames(typeof(T))).ToLowerInvariant() : "true or false")} (appsettings.json, TECHMOVES_{key} or --{key.ToLowerInvariant()})");
}

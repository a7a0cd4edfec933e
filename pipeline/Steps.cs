using System.Text.Json.Serialization;

namespace TechMoves;

/// <summary>The files between the steps: JSON Lines that a person can look at, one line a record of the input, beside the output folder.</summary>
public static class Steps
{
    static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public static string Extracted(Settings settings) => Path.Combine(Folder(settings), "extracted.jsonl");

    public static string Normalized(Settings settings) => Path.Combine(Folder(settings), "normalized.jsonl");

    /// <summary>Writes the items aside, flushes, and renames: a file of this name is always whole.</summary>
    public static void Write<T>(string path, IEnumerable<T> items)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using (var stream = new FileStream(path + ".tmp", FileMode.Create, FileAccess.Write))
        {
            foreach (var item in items)
            {
                JsonSerializer.Serialize(stream, item, Options);
                stream.WriteByte((byte)'\n');
            }
            stream.Flush(flushToDisk: true);
        }
        File.Move(path + ".tmp", path, overwrite: true);
    }

    public static IEnumerable<T> Read<T>(string path, string step)
    {
        if (!File.Exists(path)) throw new ConfigurationException($"{path}: not found; run 'techmoves {step}' with the same --out first");
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            T? item;
            try
            {
                item = JsonSerializer.Deserialize<T>(line, Options);
            }
            catch (JsonException e)
            {
                throw new ConfigurationException($"{path}:{number}: {e.Message}; run 'techmoves {step}' again");
            }
            yield return item ?? throw new ConfigurationException($"{path}:{number}: an empty line; run 'techmoves {step}' again");
        }
    }

    static string Folder(Settings settings) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(settings.Out)) + ".steps";
}

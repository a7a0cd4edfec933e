using System.Text.Json.Serialization;

namespace TechMoves;

/// <summary>Records as JSON Lines that a person can look at: one line a record, in UTF-8.</summary>
public static class JsonRows
{
    public static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public static void Write<T>(Stream stream, T record)
    {
        JsonSerializer.Serialize(stream, record, Options);
        stream.WriteByte((byte)'\n');
    }

    public static IEnumerable<T> Read<T>(Stream stream)
    {
        using var lines = new StreamReader(stream, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: false, 1 << 16, leaveOpen: true);
        while (lines.ReadLine() is { } line) yield return JsonSerializer.Deserialize<T>(line, Options) ?? throw new JsonException("an empty record");
    }

    /// <summary>A small file that is read as a whole; null if there is none.</summary>
    public static T? ReadFile<T>(string path) where T : class
    {
        if (!File.Exists(path)) return null;
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllBytes(path), Options) ?? throw new JsonException("it is empty");
        }
        catch (JsonException e)
        {
            throw new ConfigurationException($"{path}: {e.Message}; the state folder has been altered: put this file back, or remove the folder and begin anew");
        }
    }
}

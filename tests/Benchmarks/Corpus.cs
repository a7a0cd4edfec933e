using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace TechMoves.Benchmarks;

/// <summary>As many articles as a benchmark asks for: the samples over and over, each copy with a number of its own, as the JSON Lines that a run reads.</summary>
static class Corpus
{
    static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IEnumerable<byte[]> Lines(IReadOnlyList<Article> samples, int count) => Enumerable.Range(0, count).Select(i => Line(samples[i % samples.Count], i));

    /// <summary>Writes the lines to a file; the name of it.</summary>
    public static string Write(IReadOnlyList<Article> samples, int count, string folder)
    {
        var file = Path.Combine(folder, $"articles-{count}.jsonl");
        using var stream = File.Create(file);
        foreach (var line in Lines(samples, count))
        {
            stream.Write(line);
            stream.WriteByte((byte)'\n');
        }
        return file;
    }

    static byte[] Line(Article sample, int number) => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(
        new { id = $"{sample.Id}-{number}", lang = sample.Language, outlet = sample.Outlet, published = sample.Published, text = $"{sample.Text}\n\n{number}" }, Options));
}

using System.Collections.Concurrent;
using CsvHelper;

namespace TechMoves.Tests;

/// <summary>The data that tests share: the world, the languages, loaded once, and the tables of cases.</summary>
public static class Given
{
    static readonly ConcurrentDictionary<string, Language> Languages = new(StringComparer.Ordinal);

    public static string Schemas { get; } = Path.Combine(AppContext.BaseDirectory, "schemas");

    static readonly Lazy<TechMoves.Knowledge> Whole = new(() => TechMoves.Knowledge.Read(Path.Combine(AppContext.BaseDirectory, "data"), Schemas));

    public static TechMoves.Knowledge Knowledge => Whole.Value;

    public static World World { get; } = World.Read(Path.Combine(AppContext.BaseDirectory, "data"), Schemas);

    public static Language Language(string code) => Languages.GetOrAdd(code, c => TechMoves.Language.Read(Path.Combine(AppContext.BaseDirectory, "data", "languages", c), Schemas, World));

    public static Token[] Tokens(string text, string language)
    {
        var tokens = new List<Token>();
        Tokenizer.Read(text, 0, text.Length, Language(language), tokens);
        return [.. tokens];
    }

    /// <summary>The rows of tests/cases/LANGUAGE/TABLE.csv for each language, as test cases (language, text, expected).</summary>
    public static IEnumerable<TestCaseData> Cases(string table)
    {
        foreach (var folder in Directory.GetDirectories(Path.Combine(AppContext.BaseDirectory, "cases")).Order(StringComparer.Ordinal))
        {
            var path = Path.Combine(folder, table + ".csv");
            if (!File.Exists(path)) continue;
            var language = Path.GetFileName(folder);
            using var reader = CsvReader.FromFile(path, new CsvReaderOptions { Separator = ',' });
            while (reader.Read())
            {
                var (text, expected) = (reader.Current[0].ToString(), reader.Current[1].ToString());
                yield return new TestCaseData(language, text, expected).SetArgDisplayNames(language, text);
            }
        }
    }
}

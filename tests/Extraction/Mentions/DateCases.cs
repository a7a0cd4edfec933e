using System.Collections.Concurrent;
using CsvHelper;

namespace TechMoves.Tests;

/// <summary>The languages and tables of cases of the date tests.</summary>
public static class DateCases
{
    static readonly ConcurrentDictionary<string, Language> Languages = new(StringComparer.Ordinal);

    public static string[] Codes { get; } = [.. Folders().Select(f => Path.GetFileName(f)!)];

    public static Language Language(string code) => Languages.GetOrAdd(code, static c =>
    {
        var (data, schemas) = (Path.Combine(AppContext.BaseDirectory, "data"), Path.Combine(AppContext.BaseDirectory, "schemas"));
        return TechMoves.Language.Read(Path.Combine(data, "languages", c), schemas, World.Read(data, schemas));
    });

    public static Token[] Tokens(string text, Language language) => [.. Tokenizer.Read(text, language)];

    /// <summary>The rows of tests/cases/LANGUAGE/TABLE.csv for each language: the language and the columns.</summary>
    public static IEnumerable<TestCaseData> Rows(string table)
    {
        foreach (var folder in Folders())
        {
            var path = Path.Combine(folder, table + ".csv");
            if (!File.Exists(path)) continue;
            using var reader = CsvReader.FromFile(path, new CsvReaderOptions { Separator = ',' });
            while (reader.Read())
            {
                string[] row = [Path.GetFileName(folder), .. reader.Current.ToArray()];
                yield return new TestCaseData([.. row]).SetArgDisplayNames(row[..^1]);
            }
        }
    }

    static IEnumerable<string> Folders() => Directory.GetDirectories(Path.Combine(AppContext.BaseDirectory, "cases")).Order(StringComparer.Ordinal);
}

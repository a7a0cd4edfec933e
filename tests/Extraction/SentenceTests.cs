using CsvHelper;

namespace TechMoves.Tests.Extraction;

/// <summary>The wordings of moves, one sentence each: tests/cases/LANGUAGE/moves.csv, with the moves that it tells as "type status: company &gt; partners"; empty for those that tell none.</summary>
sealed class SentenceTests
{
    /// <summary>What an article says besides, so that the names are companies of technology.</summary>
    static readonly Dictionary<string, (string Title, string Body)> Around = new()
    {
        ["fr"] = ("Technologies", "L'éditeur de logiciels Norvia emploie 300 personnes. La société Kelstone, une start-up du cloud, a été fondée en 2010."),
        ["en"] = ("Technology", "The software company Norvia employs 300 people. The company Kelstone, a cloud startup, was founded in 2010."),
    };

    static IEnumerable<TestCaseData> Sentences
    {
        get
        {
            foreach (var language in Around.Keys)
            {
                using var reader = CsvReader.FromFile(Path.Combine(Repository.Tests, "cases", language, "moves.csv"), new CsvReaderOptions { Separator = ',' });
                while (reader.Read()) yield return new(language, reader.Current[0].ToString(), reader.Current[1].ToString());
            }
        }
    }

    [TestCaseSource(nameof(Sentences))]
    public void Tell(string language, string sentence, string expected)
    {
        var (title, body) = Around[language];
        var article = new Article("", "", 0, null, null, language, new(2020, 3, 3), title.Length, $"{title}\n\n{sentence}\n\n{body}");
        var moves = TechMoves.Extraction.Of(article, Given.Language(language)).Candidates.Where(c => c.Dropped is null && c.Company is not null);
        Assert.That(string.Join(';', moves.Select(Written).Order(StringComparer.Ordinal)), Is.EqualTo(expected));
    }

    static string Written(Candidate move) => $"{Terms.Of(move.Type)} {Terms.Of(move.Status)}: {move.Company!.Name}" + (move.Partners.Length > 0 ? " > " + string.Join('|', move.Partners.Select(p => p.Name)) : "");
}

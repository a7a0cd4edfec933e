using System.Diagnostics;

namespace TechMoves.Tests.Extraction;

/// <summary>No text makes the extraction slow: what is linear takes a second for any of these, what is quadratic takes minutes.</summary>
sealed class HostileTextTests
{
    const int Length = 200_000;

    static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    [TestCase("Alpha "), TestCase("a"), TestCase("A"), TestCase("1 "), TestCase("("), TestCase("\"a\" "), TestCase("-"), TestCase(". "), TestCase("l'"), TestCase("\U0001f600"), TestCase("\n"), TestCase("A.")]
    [TestCase("Intel, "), TestCase("Intel and "), TestCase("Intel acquires Altera and "), TestCase("Intel buys Altera.\n"), TestCase("said that "), TestCase("$5 billion "), TestCase("May 2015 to "), TestCase("50 % of ")]
    public void Reads_a_hostile_text_in_time(string piece)
    {
        var watch = Stopwatch.StartNew();
        Pipeline.Dataset(Samples.Settings(Written(string.Concat(Enumerable.Repeat(piece, Length / piece.Length))), "", threads: 1), new(quiet: true));
        Assert.That(watch.Elapsed, Is.LessThan(Limit));
    }

    [Test]
    public void Reads_thousands_of_names_and_moves_in_time()
    {
        var watch = Stopwatch.StartNew();
        var text = string.Join('\n', Enumerable.Range(0, Length / 40).Select(i => $"Norvia{i:x} buys Kelstone{i:x} for ${i % 999} million."));
        Pipeline.Dataset(Samples.Settings(Written(text), "", threads: 1), new(quiet: true));
        Assert.That(watch.Elapsed, Is.LessThan(Limit));
    }

    static string Written(string text)
    {
        var file = Path.Combine(Repository.Scratch($"hostile-{TestContext.CurrentContext.Test.ID}"), "in.jsonl");
        File.WriteAllText(file, System.Text.Json.JsonSerializer.Serialize(new { id = "hostile", lang = "en", published = "2015-03-12", text }));
        return file;
    }
}

using NUnit.Framework;

namespace TechMoves.Tests.Loading;

sealed class GoldenTests
{
    [TestCase("moves"), TestCase("sources"), TestCase("articles"), TestCase("issues"), TestCase("changes"), TestCase("ids")]
    public void Writes_the_sample_as_it_was_reviewed(string table)
    {
        var folder = Path.Combine(Repository.Scratch($"golden-{table}"), "out");
        Publish.Write(Load.Of(Sample.Parts), folder, Repository.Schemas);
        var golden = Path.Combine(Repository.Tests, "golden", "loading", table + ".csv");
        // TECHMOVES_GOLDEN=write takes what is written now as right; the diff is the review.
        if (Environment.GetEnvironmentVariable("TECHMOVES_GOLDEN") == "write") File.Copy(Path.Combine(folder, table + ".csv"), golden, overwrite: true);
        Assert.That(File.ReadAllText(Path.Combine(folder, table + ".csv")), Is.EqualTo(File.ReadAllText(golden)));
    }
}

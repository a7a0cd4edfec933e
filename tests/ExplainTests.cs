namespace TechMoves.Tests;

/// <summary>The layers of an article as people read them.</summary>
sealed class ExplainTests
{
    [Test]
    public void Shows_chunks_frames_names_candidates_and_reasons()
    {
        var lines = Told(null);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(lines, Has.Some.StartsWith("  [1] Google said on Monday"));
            Assert.That(lines, Has.Some.Contains("<has acquired> [Waze=Waze]"));
            Assert.That(lines, Has.Some.Contains("+ acquire:verb:acquisition \"has acquired\" completed").And.Contains("partners Waze | amount 1000000000 USD"));
            Assert.That(lines, Has.Some.StartsWith("NAME Google: company google"));
            Assert.That(lines, Has.Some.StartsWith("AMOUNT $1 billion: 1000000000 USD exact, use move"));
            Assert.That(lines, Has.Some.StartsWith("ROW acquisition by acquire:verb:acquisition in [1]"));
            Assert.That(lines, Has.Some.StartsWith("  sector ").And.Contains(" bias "));
            Assert.That(lines, Has.Some.StartsWith("DROPPED negated acquisition by buy:verb:acquisition in [2]"));
        }
    }

    [Test]
    public void Shows_one_sentence_alone()
    {
        var lines = Told(2);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(lines, Has.Some.StartsWith("  [2] It did not buy Yahoo"));
            Assert.That(lines, Has.None.StartsWith("  [1]"));
            Assert.That(lines, Has.None.StartsWith("ROW "));
            Assert.That(Told(99), Has.Some.StartsWith("no sentence 99: the article has 3, from 0"));
        }
    }

    static string[] Told(int? only)
    {
        var file = Path.Combine(Repository.Scratch("explain"), "article.jsonl");
        File.WriteAllText(file, """{"id": "a", "lang": "en", "published": "2015-03-12", "title": "Google buys Waze", "text": "Google said on Monday it has acquired Waze for $1 billion. It did not buy Yahoo."}""" + "\n");
        var settings = Samples.Settings(file, "");
        using var told = new StringWriter();
        Explain.Write(file, settings, TechMoves.Knowledge.Read(settings.Data, settings.Schemas), told, only);
        return told.ToString().Split('\n');
    }
}

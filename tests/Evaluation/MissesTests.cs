namespace TechMoves.Tests.Evaluation;

/// <summary>The listing of what is wrong: one thing a line, its kind first.</summary>
sealed class MissesTests
{
    const string Text = "Google said on Monday it has acquired Waze for $1 billion. Apple launched a new smartphone.";

    [Test]
    public void Tells_missed_moves_with_their_candidates_wrong_values_and_wrong_rows()
    {
        var file = Path.Combine(Repository.Scratch("misses"), "gold.jsonl");
        File.WriteAllLines(file, [
            Line("a", Text, """{"company": "Google", "partners": ["Waze"], "type": "acquisition", "status": "rejected", "sector": "software", "amount": 2000000000, "currency": "USD", "evidence": "it has acquired Waze for $1 billion"}"""),
            Line("b", "Some experts expect growth. Microsoft did not acquire Yahoo.", """{"company": "Microsoft", "partners": ["Yahoo"], "type": "acquisition", "status": "rejected", "sector": "internet_platforms", "evidence": "Microsoft did not acquire Yahoo."}"""),
            Line("c", Text, ""),
        ]);
        using var told = new StringWriter();
        Misses.Write(file, Samples.Settings(file, ""), told);
        var lines = told.ToString().Split('\n');
        using (Assert.EnterMultipleScope())
        {
            Assert.That(lines, Has.Some.StartsWith("status a rejected told as completed: acquisition rejected | Google | Waze"));
            Assert.That(lines, Has.Some.StartsWith("amount a 2000000000 USD told as 1000000000 USD: "));
            Assert.That(lines, Has.Some.StartsWith("missed b acquisition rejected | Microsoft | Yahoo"));
            Assert.That(lines, Has.Some.StartsWith("      negated [1] acquire:verb:acquisition Microsoft | Yahoo"));
            Assert.That(lines, Has.Some.StartsWith("wrong a launch:verb:product_launch"));
            Assert.That(lines, Has.Some.StartsWith("wrong_in_silence c acquire:verb:acquisition"));
        }
    }

    static string Line(string id, string text, string moves) => $$"""{"id": "{{id}}", "lang": "en", "published": "2015-03-12", "text": "{{text}}", "moves": [{{moves}}]}""";
}

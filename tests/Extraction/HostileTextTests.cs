namespace TechMoves.Tests.Extraction;

/// <summary>No text makes the extraction slow: the work, counted in tokens looked up, is bounded by the length of any of these; what is quadratic takes thousands of times more.</summary>
sealed class HostileTextTests
{
    const int Length = 200_000, MostPerCharacter = 200;

    static readonly TechMoves.Knowledge Knowledge = Given.Knowledge;

    [TestCase("Alpha "), TestCase("a"), TestCase("A"), TestCase("1 "), TestCase("("), TestCase("\"a\" "), TestCase("-"), TestCase(". "), TestCase("l'"), TestCase("\U0001f600"), TestCase("\n"), TestCase("A.")]
    [TestCase("Intel, "), TestCase("Intel and "), TestCase("Intel acquires Altera and "), TestCase("Intel buys Altera.\n"), TestCase("said that "), TestCase("$5 billion "), TestCase("May 2015 to "), TestCase("50 % of ")]
    public void Looks_up_little_in_a_hostile_text(string piece) => Looks(string.Concat(Enumerable.Repeat(piece, Length / piece.Length)));

    [Test]
    public void Looks_up_little_among_thousands_of_names_and_moves() =>
        Looks(string.Join('\n', Enumerable.Range(0, Length / 40).Select(i => $"Norvia{i:x} buys Kelstone{i:x} for ${i % 999} million.")));

    static void Looks(string text)
    {
        var before = Vocabulary.Looks;
        var told = TechMoves.Extraction.Of(new Article("hostile", "hostile", 0, null, null, "en", new(2015, 3, 12), 0, text), Knowledge, int.MaxValue);
        var part = Normalization.Of(told, Knowledge.World, TechMoves.Settings.Default);
        var looks = Vocabulary.Looks - before;
        TestContext.Out.WriteLine($"{(double)looks / text.Length:0.0} a character");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(part.Entry.Outcome, Is.Not.EqualTo(Outcome.Rejected));
            Assert.That(looks, Is.LessThanOrEqualTo((long)MostPerCharacter * text.Length));
        }
    }
}

using CsCheck;

namespace TechMoves.Tests;

/// <summary>Whatever the text, recognisers end without an exception and point into it.</summary>
public sealed class AmountsFuzzTests
{
    const int Texts = 50_000;

    /// <summary>The parts that amounts are made of in any language, and what may be put between them.</summary>
    static readonly string[] Marks = [" ", " ", " ", "", "-", "–", ",", ".", "'", "’", "\u00a0", "\u202f", "(", ")", "/", "%", "$", "€", "£", "¥", "₩", "½", "+", "\n", "\ud83d\ude80", "\ud83d", "元", "0", "7", "12", "500", "000", "2015", "99999999999999999999999999999"];

    [TestCase("fr")]
    [TestCase("en")]
    public void Any_text_is_read_without_fault(string code)
    {
        var language = Given.Language(code);
        var words = Enumerable.Range(1, language.Vocabulary.Count - 1).Select(i => language.Vocabulary[i]).ToArray();
        var cases = Given.Cases("amounts").Select(c => (string)c.Arguments[1]!).ToArray();
        var part = Gen.Frequency((4, OneOf(Marks)), (2, OneOf(words)), (1, OneOf(cases)), (1, Gen.String[0, 6]), (1, Gen.Int.Select(i => i.ToString(CultureInfo.InvariantCulture))));
        part.Array[0, 24].Sample(parts => Check(string.Concat(parts), language), iter: Texts, threads: 1);
    }

    [TestCase("fr")]
    [TestCase("en")]
    public void Any_cut_of_a_case_is_read_without_fault(string code)
    {
        var language = Given.Language(code);
        foreach (var text in Given.Cases("amounts").Select(c => (string)c.Arguments[1]!))
            for (var cut = 0; cut < text.Length; cut++)
            {
                Check(text[cut..], language);
                Check(text[..cut] + text[(cut + 1)..], language);
            }
    }

    [TestCase("fr", "1 ")]
    [TestCase("fr", "1.2.")]
    [TestCase("fr", "mille ")]
    [TestCase("fr", "un million ")]
    [TestCase("fr", "5 M€ à ")]
    [TestCase("en", "one million ")]
    [TestCase("en", "$5 or ")]
    [TestCase("en", "half a ")]
    [TestCase("en", "$")]
    [TestCase("en", "999 trillion trillion ")]
    public void Reading_is_linear_in_the_text(string code, string part)
    {
        // Quadratic reading would take minutes.
        var text = string.Concat(Enumerable.Repeat(part, 50_000));
        Assert.That(() => Check(text, Given.Language(code)), Throws.Nothing);
    }

    static Gen<string> OneOf(string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    static void Check(string text, Language language)
    {
        var tokens = new List<Token>();
        Tokenizer.Read(text, 0, text.Length, language, tokens);
        IEnumerable<Mention> mentions = [.. Amounts.Find(text, tokens.ToArray(), language), .. Percents.Find(text, tokens.ToArray(), language)];
        foreach (var mention in mentions)
            if (mention.Start < 0 || mention.End > text.Length || mention.Start >= mention.End) Assert.Fail($"[{mention.Start}, {mention.End}) of '{text}'");
    }
}

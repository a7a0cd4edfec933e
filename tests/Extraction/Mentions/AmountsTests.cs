namespace TechMoves.Tests;

public sealed class AmountsTests
{
    static IEnumerable<TestCaseData> Cases() => Given.Cases("amounts");

    /// <summary>The words of each amount stand in brackets in the case's text.</summary>
    [TestCaseSource(nameof(Cases))]
    public void Reads_each_amount_and_no_other_words(string language, string marked, string expected)
    {
        var text = marked.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
        var mentions = Amounts.Find(text, Given.Tokens(text, language), Given.Language(language));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(string.Join(" ; ", mentions.Select(Line)), Is.EqualTo(expected));
            Assert.That(mentions.Select(m => text[m.Start..m.End]), Is.EqualTo(Marked(marked)));
        }
    }

    [Test]
    public void Restated_amount_points_to_the_first()
    {
        const string text = "Il paie 5 M€ (6 M$), soit 7 M CHF.";
        var mentions = Amounts.Find(text, Given.Tokens(text, "fr"), Given.Language("fr"));
        Assert.That(mentions.Select(m => m.Restates), Is.EqualTo(new int?[] { null, mentions[0].Start, mentions[0].Start }));
    }

    [Test]
    public void Offsets_index_the_article_and_not_the_block()
    {
        const string text = "Le titre.\n\nIl paie 5 M€.";
        var tokens = new List<Token>();
        Tokenizer.Read(text, 11, text.Length, Given.Language("fr"), tokens);
        var mention = Amounts.Find(text, tokens.ToArray(), Given.Language("fr"))[0];
        Assert.That(text[mention.Start..mention.End], Is.EqualTo("5 M€"));
    }

    static string Line(AmountMention m) => string.Create(CultureInfo.InvariantCulture,
        $"{m.Currency ?? "?"} {m.Amount}{(m.Max is { } max ? $"..{max}" : "")} {m.Qualifier}{(m.Use == AmountUse.Move ? "" : $" {m.Use}")}{(m.Restates is null ? "" : " Restates")}");

    static List<string> Marked(string text)
    {
        var marked = new List<string>();
        for (var start = text.IndexOf('[', StringComparison.Ordinal); start >= 0; start = text.IndexOf('[', start + 1))
            marked.Add(text[(start + 1)..text.IndexOf(']', start)]);
        return marked;
    }
}

namespace TechMoves.Tests;

public sealed class DatesTests
{
    /// <summary>Braces in the text mark the mentions; without them the mention must cover the whole text.</summary>
    [TestCaseSource(typeof(DateCases), nameof(DateCases.Rows), new object[] { "dates" })]
    public void Reads_the_date_and_only_the_date(string code, string text, string published, string expected)
    {
        var plain = text.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal);
        var language = DateCases.Language(code);
        var day = published.Length == 0 ? (DateOnly?)null : DateOnly.ParseExact(published, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var mentions = Dates.Find(plain, DateCases.Tokens(plain, language), day, language);
        var marked = text.Split('{', '}').Where((_, i) => i % 2 == 1).ToArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(string.Join("; ", mentions.Select(Line)), Is.EqualTo(expected));
            Assert.That(mentions.Select(m => plain[m.Start..m.End]), Is.EqualTo(expected.Length == 0 ? [] : marked.Length == 0 ? [plain] : marked));
        }
    }

    [Test]
    public void Keeps_the_offsets_of_the_article_in_a_later_block()
    {
        const string Text = "12/03/2014\n2015-03-12";
        var language = DateCases.Language("fr");
        var tokens = DateCases.Tokens(Text, language);
        var block = tokens.AsSpan(tokens.AsSpan().IndexOf(tokens.First(t => t.Start == 11)));
        Assert.That(Dates.Find(Text, block, null, language).Single().Start, Is.EqualTo(11));
    }

    [Test]
    public void Finds_nothing_without_tokens() => Assert.That(Dates.Find("", [], null, DateCases.Language("en")), Is.Empty);

    [TestCase("0001-01-01")]
    [TestCase("9999-12-31")]
    public void Ends_with_the_calendar_without_an_error(string published)
    {
        var day = DateOnly.ParseExact(published, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        foreach (var row in DateCases.Rows("dates"))
        {
            var language = DateCases.Language((string)row.Arguments[0]!);
            var text = (string)row.Arguments[1]!;
            Assert.That(() => Dates.Find(text, DateCases.Tokens(text, language), day, language), Throws.Nothing, text);
        }
    }

    /// <summary>First, last day where it is not the period's own, precision, basis, and the future reading where it is another.</summary>
    static string Line(DateMention m)
    {
        var last = m.Last is { } end && end != Natural(m) ? $"..{end:yyyy-MM-dd}" : "";
        var next = m.Next is { } future && future != m.First ? $", next {future:yyyy-MM-dd}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{(m.First is { } first ? first.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "?")}{last} {m.Precision} {m.Basis}{next}");
    }

    static DateOnly? Natural(DateMention m)
    {
        var months = m.Precision switch { Precision.Month => 1, Precision.Quarter => 3, Precision.Half => 6, Precision.Year => 12, _ => 0 };
        if (m.First is not { } first) return null;
        return months == 0 ? first : first.Day == 1 && (months < 12 || first.Month == 1) ? first.AddMonths(months).AddDays(-1) : null;
    }
}

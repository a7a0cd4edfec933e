namespace TechMoves.Tests;

public sealed class PublicationDateTests
{
    /// <summary>In the table, a pilcrow ends a line.</summary>
    [TestCaseSource(typeof(DateCases), nameof(DateCases.Rows), new object[] { "publication-dates" })]
    public void Takes_only_the_plain_publication_date(string code, string text, string expected)
    {
        var lines = text.Replace('\u00b6', '\n');
        var language = DateCases.Language(code);
        var found = PublicationDate.Find(lines, DateCases.Tokens(lines, language), language);
        Assert.That(found?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", Is.EqualTo(expected));
    }
}

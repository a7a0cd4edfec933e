using System.Text;

namespace TechMoves.Tests.Articles;

/// <summary>What is read of web pages: thirteen layouts in two languages, and traps that each have a name.</summary>
sealed class PageTests
{
    static IEnumerable<PageCase> Pages => PageCases.All;

    [TestCaseSource(nameof(Pages))]
    public void Reads_the_text_of_the_article_and_little_else(PageCase page) =>
        Assert.That(PageCases.F1(Body(Read(page.Html)), page.Text), Is.AtLeast(0.95), () => Body(Read(page.Html)));

    [TestCaseSource(nameof(Pages))]
    public void Reads_title_day_outlet_and_language(PageCase page)
    {
        var article = Read(page.Html);
        Assert.That((article.Text[..article.TitleLength], article.Published, article.Outlet, article.Language), Is.EqualTo((page.Title, (DateOnly?)page.Published, (string?)(page.Name.StartsWith("table1999", StringComparison.Ordinal) || page.Name.StartsWith("divs", StringComparison.Ordinal) || page.Name.StartsWith("microdata", StringComparison.Ordinal) ? null : page.Outlet), (string?)page.Language)));
    }

    [Test]
    public void Has_forty_pages_or_more() => Assert.That(Pages.Count(), Is.AtLeast(40));

    static Article Read(byte[] html, string? charset = null) => Read(new Record("page.html", 0, Format.Page, html, Metadata.None, charset));

    static Article Read(Record record) => record.Read(Settings.Default.Bounds, Given.Knowledge).Single() switch
    {
        Article article => article,
        Rejected rejected => throw new AssertionException($"rejected: {rejected.Reason}"),
        _ => throw new InvalidOperationException(),
    };

    static string Body(Article article) => article.Text[(article.TitleLength > 0 ? article.TitleLength + 2 : 0)..];
}

using System.Text;

namespace TechMoves.Tests.Articles;

/// <summary>Feeds in all dialects, whole and broken: each item is an article.</summary>
sealed class FeedTests
{
    const string Words = "Norvia said on Tuesday that it would buy Kelstone, a maker of sensors for machine tools, for 2.5 billion dollars in cash.";

    [Test]
    public void Reads_rss_with_text_in_html()
    {
        var article = Single($"""
            <?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>The Ledger</title><language>en-us</language><link>https://example.org</link>
            <image><title>logo</title><url>x</url></image>
            <item><title>Norvia &amp;amp; Kelstone</title><media:title>no title</media:title><link>https://example.org/1</link><guid isPermaLink="false">77</guid><pubDate>Tue, 12 Mar 2024 23:30:00 EST</pubDate><description>short</description>
            <content:encoded><![CDATA[<p>{Words}</p><p>It <b>closes</b> in May, the company added in a letter.</p><script>x()</script>]]></content:encoded></item></channel></rss>
            """);
        Assert.That((article.Text, article.Url, article.Outlet, article.Language, article.Published), Is.EqualTo(($"Norvia & Kelstone\n\n{Words}\n\nIt closes in May, the company added in a letter.", "https://example.org/1", "The Ledger", "en", new DateOnly(2024, 3, 12))));
    }

    [Test]
    public void Reads_atom()
    {
        var article = Single($"""
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>The Ledger</title><author><name>A</name></author><updated>2024-05-01T00:00:00Z</updated><entry><title type="html">Norvia &lt;em&gt;buys&lt;/em&gt;</title><link rel="self" href="https://example.org/self"/><link rel="alternate" href="https://example.org/2"/><id>tag:1</id><updated>2024-03-14T00:00:00Z</updated><published>2024-03-12T00:30:00+02:00</published>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{Words}</p></div></content></entry></feed>
            """);
        Assert.That((article.Text, article.Url, article.Published), Is.EqualTo(($"Norvia buys\n\n{Words}", "https://example.org/2", new DateOnly(2024, 3, 12))));
    }

    [Test]
    public void Reads_rdf_and_dublin_core()
    {
        var article = Single($"""
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Ledger</title></channel><item><title>Norvia</title><link>https://example.org/3</link><description>{Words}</description><dc:date>2024-03-12</dc:date></item></rdf:RDF>
            """);
        Assert.That((article.Text, article.Outlet, article.Published), Is.EqualTo(($"Norvia\n\n{Words}", "The Ledger", new DateOnly(2024, 3, 12))));
    }

    [Test]
    public void Mends_entities_of_html_bare_ampersands_and_forbidden_characters() => Assert.That(
        Single($"<rss><channel><item><title>Caf&eacute; R&D\u0001 &#233;t&#xe9;</title><description>{Words} A & B &nbsp;&hellip;</description></item></channel></rss>").Text, Does.StartWith("Café R&D été\n\n").And.EndWith("A & B \u00A0…"));

    [Test]
    public void Never_resolves_an_entity_of_a_document_type()
    {
        var secret = Path.Combine(Repository.Scratch("entity"), "secret.txt");
        File.WriteAllText(secret, "secret words");
        var article = Single($"<!DOCTYPE rss [<!ENTITY a \"boom\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY file SYSTEM \"file://{secret}\">]><rss><channel><item><title>T &b; &file;</title><description>{Words} &file;</description></item></channel></rss>");
        Assert.That(article.Text, Does.Not.Contain("secret words").And.Not.Contain("boom"));
    }

    [Test]
    public void Keeps_the_items_before_a_break_and_tells_of_it()
    {
        var readings = Read($"<rss><channel><item><title>A</title><description>{Words}</description></item><item><title>B</title><descr");
        Assert.That(readings.Select(r => r is Rejected rejected ? $"{r.Line} {rejected.Reason}" : $"{r.Line} read"), Is.EqualTo(["1 read", "2 broken_xml"]));
    }

    [Test]
    public void Reads_a_feed_in_the_charset_of_its_declaration() => Assert.That(
        ((Article)Feed(Encoding.Latin1.GetBytes($"<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><rss><channel><item><title>Café</title><description>{Words}</description></item></channel></rss>")).Single()).Text, Does.StartWith("Café\n\n"));

    [TestCase("<rss><channel></channel></rss>", "empty"), TestCase("<rss><channel><item><title>A</title></item></channel></rss>", "no_text")]
    public void Tells_of_a_feed_without_articles(string feed, string reason) => Assert.That(((Rejected)Read(feed).Single()).Reason, Is.EqualTo(reason));

    static Article Single(string feed) => (Article)Read(feed).Single();

    static Reading[] Read(string feed) => Feed(Encoding.UTF8.GetBytes(feed));

    static Reading[] Feed(byte[] feed) => WarcTests.Readings(feed, "feed.xml");
}

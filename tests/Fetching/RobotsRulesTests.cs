using System.Text;

namespace TechMoves.Tests.Fetching;

/// <summary>robots.txt as RFC 9309 has it read.</summary>
sealed class RobotsRulesTests
{
    [TestCase("User-agent: *\nDisallow: /", "/a", false)]
    [TestCase("User-agent: *\nDisallow:", "/a", true)]
    [TestCase("", "/a", true)]
    [TestCase("User-agent: other\nDisallow: /", "/a", true)]
    [TestCase("User-agent: TechMoves\nDisallow: /a\n\nUser-agent: *\nDisallow: /b", "/a/x", false)]
    [TestCase("User-agent: TechMoves\nDisallow: /a\n\nUser-agent: *\nDisallow: /b", "/b", true)]
    [TestCase("User-agent: a\nUser-agent: techmoves\nDisallow: /x", "/x", false)]
    [TestCase("User-agent: *\nDisallow: /a\nAllow: /a/open", "/a/open/1", true)]
    [TestCase("User-agent: *\nAllow: /a\nDisallow: /a", "/a", true)]
    [TestCase("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf", false)]
    [TestCase("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf?z", true)]
    [TestCase("User-agent: *\nDisallow: /a*b*c", "/axxbxxc/d", false)]
    [TestCase("\uFEFFUser-Agent : *\r\ndisallow : /a # no\r\n", "/a", false)]
    [TestCase("<html>no robots here</html>", "/a", true)]
    public void Tells_whether_a_path_is_allowed(string file, string path, bool allowed) =>
        Assert.That(RobotsRules.Read(Encoding.UTF8.GetBytes(file), "techmoves/1").Allows(new Uri("https://example.org" + path)), Is.EqualTo(allowed));

    [Test]
    public void Reads_the_delay() => Assert.That(RobotsRules.Read("User-agent: *\nCrawl-delay: 2.5\n"u8, "techmoves/1").CrawlDelay, Is.EqualTo(TimeSpan.FromSeconds(2.5)));
}

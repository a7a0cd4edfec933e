using System.Text;

namespace TechMoves.Tests.Articles;

/// <summary>Traps of the web, each with a name: put into a page they change nothing of what is read, or what they say.</summary>
sealed class PageTrapTests
{
    static readonly string[] Paragraphs =
    [
        "Norvia said on Tuesday that it would buy Kelstone, a maker of sensors for machine tools, for 2.5 billion dollars in cash.",
        "Kelstone employs 1,200 people in four countries and had revenue of 450 million dollars last year, up eight percent.",
        "Investors had been waiting for an announcement since the autumn, and the shares had gained a third in six months.",
        "Five years ago the antitrust authority blocked a similar plan in optical components, which it has not forgotten.",
    ];

    const string Noise = "This sentence belongs to another story altogether, and nobody who reads the article should ever see it here.";

    [TestCase("a link to another story between paragraphs", "<p><a href='/x'>Read more: the neighbour of Norvia closes an office in Leeds</a></p>")]
    [TestCase("a box of related stories with text", "<div class='c-relatedStories'><h3>Related</h3><p>NOISE</p></div>")]
    [TestCase("an aside", "<aside><p>NOISE</p></aside>")]
    [TestCase("a newsletter form", "<form action='/n'><p>Sign up for our letter. NOISE</p><input name='q'></form>")]
    [TestCase("a figure with a long caption", "<figure><img src='x'><figcaption>NOISE</figcaption></figure>")]
    [TestCase("a caption that is a paragraph", "<p class='image-caption'>NOISE</p>")]
    [TestCase("an advertisement", "<div id='ad-slot-3' class='adsbygoogle'><p>NOISE</p></div>")]
    [TestCase("a word that announces an advertisement", "<div>Advertisement</div>")]
    [TestCase("a hidden paragraph", "<p style='display : none'>NOISE</p>")]
    [TestCase("a paragraph for screen readers", "<p class='visually-hidden'>NOISE</p>")]
    [TestCase("a paragraph with the attribute hidden", "<div hidden><p>NOISE</p></div>")]
    [TestCase("a script with markup", "<script>document.write('<p>NOISE</p>')</script>")]
    [TestCase("an iframe with a fallback", "<iframe src='https://example.org'><p>NOISE</p></iframe>")]
    [TestCase("a noscript", "<noscript><p>NOISE</p></noscript>")]
    [TestCase("a template", "<template><p>NOISE</p></template>")]
    [TestCase("a comment of markup", "<!-- <p>NOISE</p> -->")]
    [TestCase("a drawing with a title", "<svg><title>NOISE</title><path d='m0'/><path d='m0'/></svg>")]
    [TestCase("a list of links", "<ul><li><a href='/1'>One story that matters</a></li><li><a href='/2'>Another story that matters</a></li></ul>")]
    [TestCase("a row of buttons", "<div class='ShareBar'><button>Facebook</button><span>Share this on your favourite network.</span></div>")]
    [TestCase("a cookie dialog in the text", "<div class='didomi-popup'><p>NOISE</p></div>")]
    [TestCase("a teaser as an article", "<article><h3><a href='/x'>Another story</a></h3><p>NOISE</p></article>")]
    [TestCase("a pull quote", "<blockquote class='pull-quote'>it would buy Kelstone, a maker of sensors</blockquote>")]
    [TestCase("a quote that repeats the text", "<blockquote>Kelstone employs 1,200 people in four countries</blockquote>")]
    [TestCase("a paragraph printed twice", "<p>Norvia said on Tuesday that it would buy Kelstone, a maker of sensors for machine tools, for 2.5 billion dollars in cash.</p>")]
    [TestCase("a box about the author", "<div class='author-bio'><p>NOISE</p></div>")]
    [TestCase("a call of a paywall", "<div class='paywall-message'><p>NOISE</p></div>")]
    [TestCase("a footnote mark", "<p></p><sup><a href='#1'>1</a></sup>")]
    [TestCase("a video with a fallback", "<video controls><p>NOISE</p></video>")]
    [TestCase("an embedded post", "<blockquote class='twitter-tweet'><p>NOISE</p></blockquote>")]
    [TestCase("a dialog", "<div role='dialog'><p>NOISE</p></div>")]
    public void Passes_over(string trap, string html)
    {
        Assert.That(Body(Between(html.Replace("NOISE", Noise, StringComparison.Ordinal))), Is.EqualTo(string.Join("\n\n", Paragraphs)), trap);
    }

    [TestCase("a paragraph with links", "<p>The plan, <a href='/x'>first told in March by this paper</a>, has changed since then.</p>", "The plan, first told in March by this paper, has changed since then.")]
    [TestCase("a list", "<ul><li>the etching workshop, expected in spring</li><li>the test centre</li></ul>", "the etching workshop, expected in spring\n\nthe test centre")]
    [TestCase("a table", "<table><tr><td>Staff</td><td>1,200</td></tr></table>", "Staff\t1,200")]
    [TestCase("text in nested elements", "<div><div><span>The <b>plan</b> has cha</span><span>nged since then, it was said.</span></div></div>", "The plan has changed since then, it was said.")]
    [TestCase("line breaks as paragraphs", "<div>The first sentence stands on a line of its own.<br><br>The second one does as well, after two breaks.</div>", "The first sentence stands on a line of its own.\n\nThe second one does as well, after two breaks.")]
    [TestCase("a line break within a sentence", "<p>The plan has changed<br>since then, it was said on Monday.</p>", "The plan has changed since then, it was said on Monday.")]
    [TestCase("entities and soft hyphens", "<p>R&amp;D in Mün&shy;chen costs 3&nbsp;million &euro; a year&hellip; and more.</p>", "R&D in München costs 3\u00A0million € a year… and more.")]
    [TestCase("a heading", "<h2>A tight schedule</h2><p>The plan has changed since then, it was said.</p>", "A tight schedule\n\nThe plan has changed since then, it was said.")]
    [TestCase("a preformatted text", "<pre>The plan has changed\nsince then, it was said.\n\nA second paragraph\nfollows here as well.</pre>", "The plan has changed since then, it was said.\n\nA second paragraph follows here as well.")]
    [TestCase("a time within a sentence", "<p>On <time datetime='2015-01-01'>1 January</time> the plan changed, it was said on Monday.</p>", "On 1 January the plan changed, it was said on Monday.")]
    [TestCase("elements that are never closed", "<p>The plan has changed since then, <b>it was said.<p>A second paragraph follows here as well.", "The plan has changed since then, it was said.\n\nA second paragraph follows here as well.")]
    public void Keeps(string trap, string html, string kept) => Assert.That(Body(Between(html)), Is.EqualTo(string.Join("\n\n", [Paragraphs[0], Paragraphs[1], kept, Paragraphs[2], Paragraphs[3]])), trap);

    [TestCase("""<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-03-11T23:30:00-05:00"}</script>""", "2024-03-11")]
    [TestCase("""<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-03-12T00:30:00+01:00","dateModified":"2025-01-01"}</script>""", "2024-03-12")]
    [TestCase("""<meta property="article:published_time" content="2024-03-11T23:30:00Z"><meta itemprop="datePublished" content="2024-03-12T00:30:00+01:00">""", "2024-03-12")]
    [TestCase("""<meta property="article:modified_time" content="2025-01-01"><meta name="sailthru.date" content="Tue, 12 Mar 2024 23:59:00 +0100">""", "2024-03-12")]
    [TestCase("""<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"soon"}</script><meta name="date" content="12-Mar-2024">""", "2024-03-12")]
    [TestCase("""<script type="application/ld+json">[{"@type":"BreadcrumbList"},{"@graph":[{"@type":["Thing","NewsArticle"],"datePublished":1710200000000},{"@type":"NewsArticle","datePublished":"2024-03-12"}]}]</script>""", "2024-03-12")]
    [TestCase("""<script type="application/ld+json">{"@type":"NewsArticle",&quot;datePublished&quot;:&quot;2024-03-12&quot;}</script>""", "2024-03-12")]
    [TestCase("""<script type="application/ld+json">{"@type":"NewsArticle","description":"a "quoted" word, "and" more","datePublished":"2024-03-12",}</script>""", "2024-03-12")]
    [TestCase("""<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","datePublished":"2024-03-12","articleBody":"cut of""", "2024-03-12")]
    public void Finds_the_day_of_publication(string head, string day) => Assert.That(Read(Html(head + "</script>", string.Join("", Paragraphs.Select(p => $"<p>{p}</p>")))).Published, Is.EqualTo(DateOnly.Parse(day, CultureInfo.InvariantCulture)));

    [TestCase("<h1>Our plan - a history | The Ledger</h1>", "<title>Our plan - a history | The Ledger</title>", "Our plan - a history | The Ledger")]
    [TestCase("<div class='logo'><h1>The Ledger</h1></div><h2>Norvia buys Kelstone today</h2>", "<title>Norvia buys Kelstone today - The Ledger</title>", "Norvia buys Kelstone today")]
    [TestCase("", "<title>Norvia buys Kelstone today | The Ledger</title>", "Norvia buys Kelstone today")]
    [TestCase("<h1><a href='/'>The Ledger</a></h1>", "<meta property='og:title' content='L&amp;#039;Europe says no to Norvia'><meta property='og:site_name' content='The Ledger'>", "L'Europe says no to Norvia")]
    [TestCase("<h1>Norvia buys\n Kelstone <small hidden>premium</small></h1>", "<title>Norvia buys Kelstone</title>", "Norvia buys Kelstone")]
    public void Finds_the_headline(string heading, string head, string title)
    {
        var article = Read(Html(head, heading + string.Join("", Paragraphs.Select(p => $"<p>{p}</p>")), heading: false));
        Assert.That(article.Text[..article.TitleLength], Is.EqualTo(title));
    }

    [Test]
    public void Decodes_by_mark_header_declaration_and_bytes()
    {
        var html = Html("<meta charset='iso-8859-15'>", "<p>Le café de Norvia coûte 3 € à l'été, a dit la direction à la presse.</p>");
        var bare = html.Replace("iso-8859-15", "none", StringComparison.Ordinal);
        var latin9 = CodePagesEncodingProvider.Instance.GetEncoding("iso-8859-15")!;
        var windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        (string Case, byte[] Bytes, string? Header)[] cases =
        [
            ("declared", latin9.GetBytes(html), null), ("declared, yet UTF-8", Encoding.UTF8.GetBytes(html), null), ("header before declaration", windows.GetBytes(html), "windows-1252"),
            ("neither", windows.GetBytes(bare), null), ("mark of UTF-8", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(html)], "iso-8859-1"),
            ("mark of UTF-16", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(html)], null), ("UTF-16 without mark", Encoding.BigEndianUnicode.GetBytes("<" + html[1..]), null), ("header that is wrong", windows.GetBytes(bare), "utf-8"),
        ];
        using (Assert.EnterMultipleScope())
            foreach (var (name, bytes, header) in cases) Assert.That(Body(Read(bytes, header)), Is.EqualTo("Le café de Norvia coûte 3 € à l'été, a dit la direction à la presse."), name);
    }

    [Test]
    public void Mends_a_page_of_two_charsets()
    {
        byte[] mixed = [.. Encoding.UTF8.GetBytes("<html><head><meta charset=utf-8></head><body><p>Le café est ouvert tout l'été, a dit la direction. "), .. Encoding.Latin1.GetBytes("Le café est fermé, a dit la ville.</p>")];
        Assert.That(Body(Read(mixed, null)), Is.EqualTo("Le café est ouvert tout l'été, a dit la direction. Le café est fermé, a dit la ville."));
    }

    [TestCase("<meta http-equiv='refresh' content='0; url=https://example.org/x'>", "", "redirect"), TestCase("", "<nav><a href='/'>Home</a></nav>", "no_text"), TestCase("", "", "no_text")]
    public void Tells_of_a_page_without_an_article(string head, string body, string reason) =>
        Assert.That(((Rejected)All(Encoding.UTF8.GetBytes(Html(head, body, heading: false)), null).Single()).Reason, Is.EqualTo(reason));

    [TestCase("<div>", "too_deep"), TestCase("<b>", "too_deep"), TestCase("<table><tr><td>", "too_deep"), TestCase("<blockquote><p>", "too_deep")]
    [TestCase("<rt>x", "too_deep"), TestCase("<optgroup>", "too_deep"), TestCase("<svg><a>", "too_deep"), TestCase("<math><td>", "too_deep")]
    [TestCase("<p><font color=x>", "too_many_elements"), TestCase("<b><i></b></i>", "too_many_elements"), TestCase("<a><p>x</a>y", "too_many_elements"), TestCase("<table>x<tr>", "too_many_elements")]
    [TestCase("<p>a", "too_many_elements"), TestCase("<br>", "too_many_elements"), TestCase("<li><a>", "too_many_elements")]
    public void Refuses_markup_without_end(string piece, string reason) =>
        Assert.That(((Rejected)All(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(piece, 2_000_000 / piece.Length))), null).Single()).Reason, Is.EqualTo(reason));

    [Test]
    public void Reads_a_page_of_unclosed_items() => Assert.That(Body(Between("<ul>" + string.Concat(Enumerable.Repeat("<li>one part of many that stand here", 2000)) + "</ul>")), Does.StartWith(Paragraphs[0]).And.EndWith(Paragraphs[^1]));

    /// <summary>Each of these once took minutes, or the whole stack: what is looked at for each piece must not grow with their number.</summary>
    [TestCase("a title of many parts", "<title>", "Norvia | ", "</title>"), TestCase("a long title over many headings", "<title>", "word ", "</title><h2>abcdefghijklm</h2><h2>abcdefghijklm</h2>")]
    [TestCase("many bodies", "", "<div itemprop=articleBody><p>Text of many words that one can read here, it was said.</p></div>", "")]
    [TestCase("an article in an article without a heading", "<article><article>", "<p>Text of many words that one can read here, it was said.</p>", "</article>")]
    [TestCase("many elements of one parent", "", "<b>Text of many words that one can read</b><br>", ""), TestCase("many quotes", "", "<blockquote>Text of many words</blockquote><p>Text of many words that one can read here, it was said.</p>", "")]
    [TestCase("times in times", "<time><time><time><time><time><time><time><time><time><time>", "word ", "")]
    public void Reads_in_proportion_to_its_length(string trap, string before, string piece, string after) =>
        Assert.That(Read(Html("", $"<p>{Paragraphs[0]}</p>" + before + string.Concat(Enumerable.Repeat(piece, 2_000_000 / piece.Length)) + after)).Text, Does.Contain("Norvia"), trap);

    static Article Between(string html) => Read(Html("", $"<p>{Paragraphs[0]}</p><p>{Paragraphs[1]}</p>{html}<p>{Paragraphs[2]}</p><p>{Paragraphs[3]}</p>"));

    static string Html(string head, string body, bool heading = true) => $"<!DOCTYPE html><html lang='en'><head>{head}</head><body><main>{(heading ? "<h1>Norvia buys Kelstone</h1>" : "")}<div>{body}</div></main></body></html>";

    static Article Read(string html) => Read(Encoding.UTF8.GetBytes(html), null);

    static Article Read(byte[] html, string? charset) => All(html, charset).Single() is var reading && reading is Article article ? article : throw new AssertionException($"rejected: {((Rejected)reading).Reason}");

    static IEnumerable<Reading> All(byte[] html, string? charset) => new Record("page.html", 0, Format.Page, html, Metadata.None, charset).Read(Settings.Default.Bounds, Given.Knowledge);

    static string Body(Article article) => article.Text[(article.TitleLength > 0 ? article.TitleLength + 2 : 0)..];
}

namespace TechMoves.Tests.Articles;

/// <summary>Where the time of a page goes: decoding, markup, layout, the rest; by the processor time of the process, the best of several passes.</summary>
[Explicit("it takes minutes: make soak"), Category("Soak"), NonParallelizable]
sealed class PageCostTests
{
    const int Pages = 100, Passes = 5;

    [Test]
    public void Reads_pages_layer_by_layer()
    {
        var (knowledge, bounds) = (Given.Knowledge, Settings.Default.Bounds);
        byte[][] pages = [.. Enumerable.Range(0, Pages).Select(ArchiveSoakTests.Page)];
        string[] texts = [.. pages.Select(p => Charsets.Decode(p, null))];
        var decode = Best(i => Charsets.Decode(pages[i], null).Length);
        var parse = Best(i =>
        {
            using var document = Markup.Parse(texts[i], bounds.DeepestHtml, out _)!;
            return document.Body!.ChildElementCount;
        });
        var layout = Best(i =>
        {
            using var document = Markup.Parse(texts[i], bounds.DeepestHtml, out _)!;
            return PageLayout.Of(document.Body!, knowledge.PageCues).Blocks.Count;
        });
        var whole = Best(i => Page.Read(new("p.html", 0, Format.Page, pages[i], Metadata.None), bounds, knowledge) is Article article ? article.Text.Length : 0);
        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| a page of {pages.Average(p => p.Length) / 1000:0} kB | {whole:0.0} ms: decode {decode:0.0}, markup {parse:0.0}, layout {layout - parse:0.0}, the rest {whole - layout - decode:0.0} | {1000 / whole:0} pages/s, one core |"));
        Assert.That(whole, Is.Positive);
    }

    // Milliseconds a page.
    static double Best(Func<int, int> step) => Enumerable.Range(0, Passes).Min(_ =>
    {
        var before = Environment.CpuUsage.TotalTime;
        var sum = 0;
        for (var i = 0; i < Pages; i++) sum += step(i);
        Assert.That(sum, Is.Positive);
        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / Pages;
    });
}

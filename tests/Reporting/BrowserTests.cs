using System.Text.Json;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace TechMoves.Tests.Reporting;

/// <summary>The page as a person meets it, in chromium.</summary>
sealed class BrowserTests
{
    /// <summary>Milliseconds after which the charts follow what was chosen.</summary>
    const float Settled = 600;

    static readonly Lazy<string> Samples = new(() => Written("browser", TechMoves.Tests.Samples.Settings(Path.Combine(Repository.Data, "articles"), TechMoves.Tests.Samples.Folder)));

    [OneTimeTearDown]
    public Task Quit() => Browser.Quit();

    [Test]
    public async Task Opens_filters_and_shows_a_move_with_its_evidence()
    {
        await using var browser = await Browser.Open(Samples.Value);
        var (page, rows) = (browser.Page, Rows("moves"));
        await browser.Shoot("light");
        var wanted = rows.First(m => m["partner"] is not null);
        await page.FillAsync("#q", wanted["company"]!);
        await page.Locator(".choice", new() { HasText = Word("type", wanted["type"]!) }).First.ClickAsync();
        var fitting = rows.Count(m => m["type"] == wanted["type"] && $"{m["company"]} {m["partners"]} {m["seller"]} {m["product"]}".Contains(wanted["company"]!, StringComparison.OrdinalIgnoreCase));
        await Assertions.Expect(page.Locator("#tally")).ToHaveTextAsync($"{fitting} of {rows.Count} moves");
        await page.Locator("#grid tbody tr[data-index]").First.ClickAsync();
        var opened = (await page.Locator("#move dl.facts dd").Last.TextContentAsync())!;
        var told = Rows("sources").First(s => s["move_id"] == opened);
        await browser.Shoot("move");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await page.Locator("#move-title").TextContentAsync(), Does.StartWith(rows.Single(m => m["move_id"] == opened)["company"]!));
            Assert.That(string.Concat(await page.Locator("#move .source").First.Locator("mark.evidence").AllTextContentsAsync()), Is.EqualTo(Flat(told["evidence"]!)));
            Assert.That(browser.Faults, Is.Empty);
            Assert.That(browser.Requests, Has.Count.EqualTo(1), "the page itself");
        }
    }

    [Test]
    public async Task Marks_the_evidence_and_every_field_of_every_source_where_it_stands()
    {
        await using var browser = await Browser.Open(Samples.Value);
        var told = await browser.Page.EvaluateAsync<JsonElement>("""
            async () => {
              const seen = {}
              for (const row of JSON.parse(document.getElementById('moves').textContent).rows) {
                location.hash = '#move=' + row.at(-1)
                await new Promise(done => addEventListener('hashchange', () => setTimeout(done), { once: true }))
                seen[row.at(-1)] = [...document.querySelectorAll('#move .source')].map(source => ({
                  evidence: [...source.querySelectorAll('mark.evidence')].map(mark => mark.textContent).join(''),
                  fields: [...source.querySelectorAll('mark.field')].map(mark => [mark.dataset.field, mark.textContent]),
                }))
              }
              return seen
            }
            """);
        var texts = Inbox.Read(Path.Combine(Repository.Data, "articles"), Settings.Default.Bounds, Given.Knowledge).OfType<Article>().ToDictionary(a => a.Id, a => a.Text.EnumerateRunes().ToArray());
        var count = 0;
        using (Assert.EnterMultipleScope())
            foreach (var sources in Rows("sources").GroupBy(s => s["move_id"]!))
                foreach (var (source, seen) in sources.Zip(told.GetProperty(sources.Key).EnumerateArray()))
                {
                    Assert.That(seen.GetProperty("evidence").GetString(), Is.EqualTo(Flat(source["evidence"]!)), sources.Key);
                    foreach (var span in source["spans"]!.Split('|').Select(s => Spans.Read(s)!.Value))
                    {
                        var text = Flat(string.Concat(texts[source["article_id"]!][span.Start..span.End]));
                        var marked = string.Concat(seen.GetProperty("fields").EnumerateArray().Select(f => f[1].GetString()));
                        Assert.That(marked, Does.Contain(text), $"{sources.Key} {span.Name}");
                        count++;
                    }
                }
        Assert.That(count, Is.GreaterThan(100));
    }

    [TestCase("en-GB", "Search", "Acquisition")]
    [TestCase("fr-CA", "Rechercher", "Levée de fonds")]
    [TestCase("de-DE", "Search", "Funding round")]
    public async Task Speaks_the_language_of_the_browser(string locale, string search, string type)
    {
        await using var browser = await Browser.Open(Samples.Value, locale);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await browser.Page.Locator("label[for=q]").TextContentAsync(), Is.EqualTo(search));
            Assert.That(await browser.Page.Locator("#facets").TextContentAsync(), Does.Contain(type));
        }
    }

    [Test]
    public async Task Says_nothing_that_its_tables_of_texts_do_not_say()
    {
        var data = Path.Combine(Repository.Scratch("pseudo"), "data");
        var folder = Directory.CreateDirectory(Path.Combine(data, "languages", "en")).FullName;
        File.WriteAllLines(Path.Combine(folder, "interface.csv"), File.ReadLines(Path.Combine(Repository.Data, "languages", "en", "interface.csv")).Select((l, i) => i == 0 ? l : $"{l.Split(',')[0]},#"));
        var settings = Story.Publish("pseudo-dataset", [new("123", "456", "789", "012", MoveType.Acquisition, Status.Announced, new(2020, 1, 1), 5, "345", "")]) with { Data = data };
        await using var browser = await Browser.Open(Written("pseudo-page", settings, withTexts: false));
        await browser.Page.FocusAsync("#grid");
        await browser.Page.Keyboard.PressAsync("Enter");
        var said = await browser.Page.EvaluateAsync<string>("() => { document.querySelectorAll('script, style, noscript, select, .text, code, .headline').forEach(e => e.remove()); return document.body.textContent }");
        // Of letters, what is left is data, and names of languages and months, which the browser knows.
        foreach (var known in new[] { "English", "January", "articles.jsonl", "US", "m1" }) said = said.Replace(known, "", StringComparison.Ordinal);
        Assert.That(string.Join(' ', said.Split([' ', '\n', '#', '·'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Any(char.IsLetter) && !w.StartsWith('m'))), Is.Empty);
    }

    [Test]
    public async Task Is_used_with_the_keyboard_alone()
    {
        await using var browser = await Browser.Open(Samples.Value);
        var page = browser.Page;
        await page.Keyboard.PressAsync("/");
        Assert.That(await Focused(), Is.EqualTo("q"));
        await page.FocusAsync("#grid");
        foreach (var key in new[] { "ArrowDown", "ArrowDown", "End", "Home", "ArrowDown" }) await page.Keyboard.PressAsync(key);
        Assert.That(await page.Locator("#grid").GetAttributeAsync("aria-activedescendant"), Is.EqualTo("row-1"));
        await page.Keyboard.PressAsync("Enter");
        Assert.That(await Focused(), Is.EqualTo("move-title"));
        var first = await page.Locator("#move-title").TextContentAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("ArrowLeft");
        Assert.That(await page.Locator("#move-title").TextContentAsync(), Is.EqualTo(first));
        await page.Keyboard.PressAsync("Escape");
        Assert.That(await Focused(), Is.EqualTo("grid"));

        Task<string> Focused() => page.EvaluateAsync<string>("() => document.activeElement.id");
    }

    [TestCase(ColorScheme.Light)]
    [TestCase(ColorScheme.Dark)]
    public async Task Breaks_no_rule_of_accessibility(ColorScheme colours)
    {
        await using var browser = await Browser.Open(Samples.Value, "fr-FR", colours);
        var faults = Told(await browser.Page.RunAxe());
        await browser.Shoot(colours.ToString().ToLowerInvariant() + "-fr");
        await browser.Page.FocusAsync("#grid");
        await browser.Page.Keyboard.PressAsync("Enter");
        faults = [.. faults, .. Told(await browser.Page.RunAxe())];
        await browser.Shoot(colours.ToString().ToLowerInvariant() + "-move-fr");
        var background = await browser.Page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(faults, Is.Empty);
            Assert.That(int.Parse(background.Split('(', ',')[1], CultureInfo.InvariantCulture), colours == ColorScheme.Light ? Is.GreaterThan(200) : Is.LessThan(60));
        }
    }

    [Test]
    public async Task Fits_a_narrow_window()
    {
        await using var browser = await Browser.Open(Samples.Value, width: 390, height: 844);
        await browser.Shoot("narrow");
        Assert.That(await browser.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"), Is.LessThanOrEqualTo(390));
        await browser.Page.FocusAsync("#grid");
        await browser.Page.Keyboard.PressAsync("Enter");
        Assert.That(await browser.Page.EvaluateAsync<int>("() => document.getElementById('move').scrollWidth"), Is.LessThanOrEqualTo(390));
    }

    [Test]
    public async Task Prints_every_row()
    {
        await using var browser = await Browser.Open(Samples.Value);
        await browser.Page.EvaluateAsync("() => addEventListener('beforeprint', () => { window.printed = document.querySelectorAll('#grid tbody tr[data-index]').length })");
        await browser.Page.PdfAsync(new() { Path = Browser.Artefact("print.pdf"), PreferCSSPageSize = true });
        Assert.That(await browser.Page.EvaluateAsync<int>("() => window.printed"), Is.EqualTo(Rows("moves").Count));
    }

    [Test]
    public async Task Shows_hostile_texts_and_runs_none()
    {
        const string Hostile = "</script><script>alert(1)</script><img src=x onerror=alert(2)>";
        var settings = Story.Publish("hostile", [new("a1", $"Norvia{Hostile}", $"Kelstone{Hostile}", $"\"'{Hostile}😀", MoveType.Partnership, Status.Announced, new(2020, 1, 1), Outlet: Hostile, Url: "javascript:alert(3)")]);
        await using var browser = await Browser.Open(Written("hostile-page", settings));
        await browser.Page.FocusAsync("#grid");
        await browser.Page.Keyboard.PressAsync("Enter");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await browser.Page.Locator("#move-title").TextContentAsync(), Does.Contain($"Norvia{Hostile}"));
            Assert.That(string.Concat(await browser.Page.Locator("mark[data-field=product]").AllTextContentsAsync()), Is.EqualTo($"\"'{Hostile}😀"));
            Assert.That(await browser.Page.Locator("img, a[href^=javascript]").CountAsync(), Is.Zero);
            Assert.That(browser.Faults, Is.Empty);
            Assert.That(browser.Requests, Has.Count.EqualTo(1));
        }
    }

    [Test]
    public async Task Stays_small_with_ten_thousand_moves()
    {
        var stories = Enumerable.Range(0, 10_000).Select(i => new Story($"a{i}", $"Company {i % 2500}", $"Partner {i}", $"thing {i}", (MoveType)(i % 15), (Status)(i % 5), new DateOnly(2010, 1, 1).AddDays(i % 4000), i % 3 == 0 ? i * 1_000_000m : null)).ToArray();
        await using var browser = await Browser.Open(Written("many-page", Story.Publish("many", stories)));
        var page = browser.Page;
        await Assertions.Expect(page.Locator("#tally")).ToHaveTextAsync("10,000 moves");
        var paint = await page.EvaluateAsync<double>("() => new Promise(done => new PerformanceObserver(list => done(list.getEntries().at(-1).startTime)).observe({ type: 'paint', buffered: true }))");
        var (filters, charts) = (new List<double>(), new List<double>());
        await page.WaitForTimeoutAsync(Settled);
        foreach (var text in new[] { "company 1", "partner 77", "thing", "c", "", "company 2", "xyz", "" })
        {
            var before = await browser.ProcessorTime();
            await page.EvaluateAsync("text => { document.getElementById('q').value = text; document.getElementById('q').dispatchEvent(new Event('input')); document.getElementById('viewport').clientHeight }", text);
            filters.Add(await browser.ProcessorTime() - before);
            before = await browser.ProcessorTime();
            await page.WaitForTimeoutAsync(Settled);
            charts.Add(await browser.ProcessorTime() - before);
        }
        // Of the processor, since the machine may be busy with other tests.
        var told = string.Create(CultureInfo.InvariantCulture, $"10,000 moves: first paint after {paint:0} ms; a filter takes {filters.Order().ElementAt(filters.Count / 2):0} ms of the processor, the slowest {filters.Max():0} ms; the charts after it {charts.Order().ElementAt(charts.Count / 2):0} ms, the slowest {charts.Max():0} ms\n");
        await TestContext.Out.WriteAsync(told);
        await File.WriteAllTextAsync(Browser.Artefact("timings.txt"), told);
        await page.FocusAsync("#grid");
        await page.Keyboard.PressAsync("End");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await page.Locator("#grid tbody tr[data-index]").CountAsync(), Is.InRange(10, 60));
            Assert.That(await page.EvaluateAsync<int>("() => document.querySelectorAll('*').length"), Is.LessThan(3000));
            Assert.That(await page.Locator("#grid tbody tr[aria-selected=true]").GetAttributeAsync("aria-rowindex"), Is.EqualTo("10001"));
        }
    }

    static IEnumerable<string> Told(AxeResult result) => result.Violations.SelectMany(v => v.Nodes.Take(3).Select(n => $"{v.Id}: {n.Html} {n.Any.FirstOrDefault()?.Message}"));

    static string Written(string name, Settings settings, bool withTexts = true)
    {
        var file = Path.Combine(Repository.Scratch(name), "page.html");
        HtmlReport.Write(settings, file, 20_000, withTexts);
        return file;
    }

    static List<Dictionary<string, string?>> Rows(string table) => TechMoves.Tests.Samples.Rows(TechMoves.Tests.Samples.Folder, table);

    static string Word(string list, string term) => InterfaceTexts.Read(Repository.Data, Repository.Schemas).Single(t => t.Language == "en").Texts.Single(t => t.Key == $"{list}.{term}").Value;

    // The page sets paragraphs apart itself.
    static string Flat(string text) => text.Replace("\n", "", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal);
}

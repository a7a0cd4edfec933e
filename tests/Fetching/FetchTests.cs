using System.Text;

namespace TechMoves.Tests.Fetching;

/// <summary>Fetch against a server of the tests' own, well and badly behaved.</summary>
sealed class FetchTests
{
    const string Words = "Norvia said on Tuesday that it would buy Kelstone, a maker of sensors for machine tools, for 2.5 billion dollars in cash.";

    LoopbackServer _server = null!;
    string _inbox = "";

    [SetUp]
    public void Start()
    {
        _server = new();
        _inbox = Path.Combine(Repository.Scratch($"fetch-{TestContext.CurrentContext.Test.ID}"), "in");
    }

    [TearDown]
    public void Stop() => _server.Dispose();

    [Test]
    public async Task Stores_the_articles_of_a_feed_and_reads_them_again()
    {
        Feed("/a", "/b");
        Page("/a");
        Page("/b");
        var fetched = await Fetch();
        var articles = Articles();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((fetched.Feeds, fetched.Articles, fetched.Failed.Count), Is.EqualTo((1, 2, 0)));
            Assert.That(articles.Select(a => a.Url).Order(StringComparer.Ordinal), Is.EqualTo([_server.Address + "/a", _server.Address + "/b"]));
            Assert.That(articles.Select(a => (a.Outlet, a.Language, a.Published)).Distinct(), Is.EqualTo(new[] { ((string?)"The Ledger", (string?)"en", (DateOnly?)new DateOnly(2024, 3, 12)) }));
            Assert.That(_server.Requests.All(r => r.Headers.Contains("User-Agent: techmoves-test/1 (+mailto:test@example.org)", StringComparison.Ordinal)), Is.True);
            Assert.That(Directory.GetFiles(_inbox).Select(Path.GetExtension), Is.EqualTo([".gz"]));
        }
    }

    [Test]
    public async Task Asks_for_nothing_that_it_has()
    {
        Feed("/a");
        Page("/a");
        await Fetch();
        Feed("/a", "/b");
        Page("/b");
        var fetched = await Fetch();
        Assert.That((fetched.Articles, fetched.Known, _server.Count("/a"), _server.Count("/b")), Is.EqualTo((1, 1, 1, 1)));
    }

    [Test]
    public async Task Tells_a_feed_which_version_it_has_and_takes_304_for_nothing_new()
    {
        _server.On("/feed", ("200 OK", "ETag: \"v1\"\r\nLast-Modified: Tue, 12 Mar 2024 08:00:00 GMT\r\n", Rss("/a")), ("304 Not Modified", "", ""));
        Page("/a");
        await Fetch();
        var files = Directory.GetFiles(_inbox).Length;
        var fetched = await Fetch();
        var asked = _server.Requests.Last(r => r.Path == "/feed").Headers;
        Assert.That((fetched.Unchanged, fetched.Articles, Directory.GetFiles(_inbox).Length - files, asked.Contains("If-None-Match: \"v1\"", StringComparison.Ordinal), asked.Contains("If-Modified-Since: Tue, 12 Mar 2024 08:00:00 GMT", StringComparison.Ordinal)), Is.EqualTo((1, 0, 0, true, true)));
    }

    [Test]
    public async Task Keeps_away_from_what_robots_txt_disallows()
    {
        Feed("/private/a", "/b");
        _server.On("/robots.txt", "User-agent: *\nDisallow: /private/\n", headers: "Content-Type: text/plain\r\n");
        Page("/private/a");
        Page("/b");
        var fetched = await Fetch();
        Assert.That((fetched.Articles, fetched.Failed.GetValueOrDefault("robots"), _server.Count("/private/a"), _server.Count("/robots.txt")), Is.EqualTo((1, 1, 0, 1)));
    }

    [Test]
    public async Task Asks_nothing_of_a_host_whose_robots_txt_fails()
    {
        Feed("/a");
        _server.On("/robots.txt", "", "500 Broken");
        var fetched = await Fetch();
        Assert.That((fetched.FailedFeeds, _server.Count("/feed")), Is.EqualTo((1, 0)));
    }

    [Test]
    public async Task Tries_again_after_a_fault_of_the_server()
    {
        Feed("/a");
        _server.On("/a", ("500 Broken", "", ""), ("503 Busy", "", ""), ("200 OK", "Content-Type: text/html\r\n", Html("/a")));
        var fetched = await Fetch();
        Assert.That((fetched.Articles, _server.Count("/a")), Is.EqualTo((1, 3)));
    }

    [Test]
    public async Task Gives_up_after_its_retries_and_comes_back_in_the_next_run()
    {
        Feed("/a");
        _server.On("/a", "", "500 Broken");
        var failed = await Fetch();
        Page("/a");
        var fetched = await Fetch();
        Assert.That((failed.Articles, failed.Failed.GetValueOrDefault("http_500"), fetched.Articles), Is.EqualTo((0, 1, 1)));
    }

    [Test]
    public async Task Waits_as_long_as_Retry_After_says()
    {
        Feed("/a");
        _server.On("/a", ("429 Slow down", "Retry-After: 1\r\n", ""), ("200 OK", "Content-Type: text/html\r\n", Html("/a")));
        var start = DateTime.UtcNow;
        var fetched = await Fetch();
        Assert.That((fetched.Articles, DateTime.UtcNow - start >= TimeSpan.FromSeconds(0.9)), Is.EqualTo((1, true)));
    }

    [Test]
    public async Task Leaves_a_host_that_asks_for_more_patience_than_it_has()
    {
        Feed("/a");
        _server.On("/a", "", "429 Slow down", "Retry-After: 86400\r\n");
        var fetched = await Fetch();
        Assert.That((fetched.Failed.GetValueOrDefault("http_429"), _server.Count("/a")), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task Follows_redirects_but_no_loop()
    {
        Feed("/a", "/loop");
        _server.On("/a", "", "302 Found", "Location: /b\r\n");
        Page("/b");
        _server.On("/loop", "", "301 Moved", "Location: /loop\r\n");
        var fetched = await Fetch();
        Assert.That((fetched.Articles, fetched.Failed.GetValueOrDefault("redirect_loop"), _server.Count("/loop")), Is.EqualTo((1, 1, 6)));
    }

    [TestCase("file:///etc/passwd"), TestCase("ftp://127.0.0.1/a"), TestCase("gopher://x")]
    public async Task Follows_no_redirect_out_of_the_web(string location)
    {
        Feed("/a");
        _server.On("/a", "", "302 Found", $"Location: {location}\r\n");
        Assert.That((await Fetch()).Failed.GetValueOrDefault("bad_redirect"), Is.EqualTo(1));
    }

    [Test]
    public async Task Stores_nothing_that_was_cut_off()
    {
        Feed("/a");
        _server.On("/a", async stream => await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5000\r\n\r\n<html><p>half"u8.ToArray()));
        var fetched = await Fetch();
        Assert.That((fetched.Articles, fetched.Failed.GetValueOrDefault("no_response")), Is.EqualTo((0, 1)));
    }

    [Test]
    public async Task Ends_a_response_that_drips()
    {
        Feed("/a");
        _server.On("/a", async stream =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"u8.ToArray());
            for (var i = 0; i < 100; i++)
            {
                await stream.WriteAsync("x"u8.ToArray());
                await Task.Delay(200);
            }
        });
        Assert.That((await Fetch(limit: 0.5, retries: 1)).Failed.GetValueOrDefault("no_response"), Is.EqualTo(1));
    }

    [Test]
    public async Task Reads_no_more_than_is_allowed([Values] bool told)
    {
        Feed("/a");
        var sent = 0;
        _server.On("/a", async stream =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{(told ? "Content-Length: 400000000\r\n" : "")}Connection: close\r\n\r\n"));
            for (; sent < 4000; sent++) await stream.WriteAsync(new byte[100_000]);
        });
        var fetched = await Fetch();
        Assert.That((fetched.Articles, fetched.Failed.GetValueOrDefault("no_response"), sent < 1000), Is.EqualTo((0, 1, true)));
    }

    [Test]
    public async Task Stores_pages_whose_charset_is_not_what_they_say()
    {
        Feed("/a");
        _server.On("/a", Encoding.Latin1.GetBytes(Html("Café")), headers: "Content-Type: text/html; charset=utf-8\r\n");
        await Fetch();
        Assert.That(Articles().Any(a => a.Text.StartsWith("Title Café", StringComparison.Ordinal)), Is.True);
    }

    [Test]
    public async Task Asks_one_host_one_thing_at_a_time_with_a_pause()
    {
        Feed("/1", "/2", "/3");
        foreach (var path in new[] { "/1", "/2", "/3" }) Page(path);
        _server.On("/other", Rss("/1", "/2", "/3"), headers: "Content-Type: application/rss+xml\r\n");
        var start = DateTime.UtcNow;
        await Fetch(pause: 0.2, feeds: ["/feed", "/other"]);
        Assert.That((_server.MostAtOnce, _server.Requests.Count, DateTime.UtcNow - start >= TimeSpan.FromSeconds(0.2 * 4)), Is.EqualTo((1, 6, true)));
    }

    [Test]
    public async Task Goes_on_where_it_was_killed()
    {
        Feed("/a");
        Page("/a");
        Directory.CreateDirectory(Path.Combine(_inbox, ".fetch"));
        File.WriteAllBytes(Path.Combine(_inbox, ".fetch", "fetch-20240312T000000000Z.warc.gz.open"), TechMoves.Tests.Articles.WarcTests.Packed(TechMoves.Tests.Articles.WarcTests.Response(5)));
        File.WriteAllText(Path.Combine(_inbox, ".fetch", "fetched.jsonl"), "{\"Url\":\"http://example.org/x\",\"Outc");
        var fetched = await Fetch();
        Assert.That((fetched.Articles, Directory.GetFiles(_inbox).Length, Articles().Count(a => a.Url == "https://example.org/5")), Is.EqualTo((1, 2, 1)));
    }

    [Test]
    public async Task Refuses_to_run_twice_at_once()
    {
        Feed("/a");
        Page("/a");
        using var held = new FetchState(_inbox);
        await Assert.ThatAsync(async () => await Fetch(), Throws.TypeOf<ConfigurationException>().With.Message.Contains("another fetch"));
    }

    [Test]
    public void Is_a_verb_that_says_what_it_did_and_what_is_wrong()
    {
        Feed("/a");
        Page("/a");
        var table = Path.Combine(Path.GetDirectoryName(_inbox)!, "my-feeds.csv");
        File.WriteAllText(table, $"name,url,language\nThe Ledger,{_server.Address}/feed,en\n");
        var done = Techmoves.Run([("TECHMOVES_FetchPause", "0"), ("TECHMOVES_AllowedNetworks", "127.0.0.1/32")], "", "fetch", "--feeds", table, "--articles", _inbox);
        File.WriteAllText(table, "name,url,language\nThe Ledger,no address,en\n");
        var refused = Techmoves.Run("fetch", "--feeds", table, "--articles", _inbox);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((done.Code, done.Output), Is.EqualTo((0, $"1 feeds: 1 read, 0 of them unchanged, 0 failed; 1 articles stored in {_inbox}, 0 were there\n")), done.Errors);
            Assert.That((refused.Code, refused.Errors), Is.EqualTo((2, $"techmoves: {table}:2: column url 'no address' does not match ^(?:https?://.+)$\n")));
        }
    }

    [Test]
    public async Task Asks_nothing_of_a_private_address([Values("127.0.0.1", "localhost", "[::ffff:127.0.0.1]")] string host)
    {
        Feed("/a");
        var fetched = await TechMoves.Fetch.Run([new("The Ledger", new UriBuilder(_server.Address + "/feed") { Host = host }.Uri, "en")], _inbox, Manners(0, 10, 3, ""), Settings.Default.Bounds);
        Assert.That((fetched.FailedFeeds, fetched.Failed.GetValueOrDefault("private_address"), _server.Requests.Count), Is.EqualTo((1, 1, 0)));
    }

    [TestCase("http://127.0.0.2/a"), TestCase("http://2130706434/a"), TestCase("http://[::1]/a"), TestCase("http://169.254.169.254/latest/meta-data"), TestCase("http://10.0.0.1/a"), TestCase("http://[64:ff9b::a00:1]/a")]
    public async Task Follows_no_redirect_to_a_private_address(string location)
    {
        Feed("/a");
        _server.On("/a", "", "302 Found", $"Location: {location}\r\n");
        Assert.That((await Fetch()).Failed.GetValueOrDefault("private_address"), Is.EqualTo(1));
    }

    void Feed(params string[] paths) => _server.On("/feed", Rss(paths), headers: "Content-Type: application/rss+xml\r\n");

    void Page(string path) => _server.On(path, Html(path));

    string Rss(params string[] paths) => $"<rss version=\"2.0\"><channel><title>Feed</title>{string.Concat(paths.Select(p => $"<item><title>{p}</title><link>{_server.Address}{p}</link><pubDate>Tue, 12 Mar 2024 23:30:00 +0100</pubDate></item>"))}</channel></rss>";

    static string Html(string name) => $"<!DOCTYPE html><html lang=\"en\"><head><title>Title {name}</title></head><body><h1>Title {name}</h1><p>{Words}</p></body></html>";

    Task<Fetched> Fetch(double pause = 0, double limit = 10, int retries = 3, string[]? feeds = null) => TechMoves.Fetch.Run(
        [.. (feeds ?? ["/feed"]).Select(f => new FeedSource("The Ledger", new Uri(_server.Address + f), "en"))], _inbox,
        Manners(pause, limit, retries, "127.0.0.1/32"), Settings.Default.Bounds);

    static Manners Manners(double pause, double limit, int retries, string networks) => new(
        "techmoves-test/1 (+mailto:test@example.org)", TimeSpan.FromSeconds(pause), TimeSpan.FromSeconds(limit), TimeSpan.FromMilliseconds(10), TimeSpan.FromSeconds(5), retries, 1 << 20, Addresses.Read(networks));

    Article[] Articles() => [.. Inbox.Read(_inbox, Settings.Default.Bounds, Given.Knowledge).OfType<Article>()];
}

using System.Collections.Concurrent;

namespace TechMoves;

/// <summary>What became of the addresses of one run of fetch.</summary>
public sealed record Fetched(int Feeds, int Unchanged, int Articles, int Known, ImmutableSortedDictionary<string, int> Failed)
{
    public int FailedFeeds { get; init; }
}

/// <summary>FETCH: reads feeds and the articles that they name, politely, and stores each response in the inbox as WARC. What it has it does not ask for again.</summary>
public sealed class Fetch(Manners manners, FetchState state, WarcWriter inbox, Bounds bounds) : IDisposable
{
    const int FeedsAtOnce = 8, MostRedirects = 5, MostItems = 500;

    readonly Http _http = new(manners);
    readonly ConcurrentDictionary<string, Lazy<Task<RobotsRules>>> _robots = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<string, int> _failed = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<string, bool> _asked = new(StringComparer.Ordinal);
    int _feeds, _unchanged, _articles, _known, _failedFeeds;

    public static async Task<Fetched> Run(IReadOnlyList<FeedSource> feeds, string inbox, Manners manners, Bounds bounds, CancellationToken cancel = default)
    {
        Directory.CreateDirectory(inbox);
        using var state = new FetchState(inbox);
        using var warc = new WarcWriter(inbox, state.Folder, DateTimeOffset.UtcNow);
        using var fetch = new Fetch(manners, state, warc, bounds);
        await Parallel.ForEachAsync(feeds, new ParallelOptions { MaxDegreeOfParallelism = FeedsAtOnce, CancellationToken = cancel }, async (feed, token) => await fetch.ReadFeed(feed, token));
        return new(fetch._feeds, fetch._unchanged, fetch._articles, fetch._known, fetch._failed.ToImmutableSortedDictionary(StringComparer.Ordinal)) { FailedFeeds = fetch._failedFeeds };
    }

    public void Dispose() => _http.Dispose();

    async Task ReadFeed(FeedSource feed, CancellationToken cancel)
    {
        var (response, reason) = await Get(feed.Url, state.Of(feed.Url), cancel);
        if (response is null || response.Status is not (200 or 304))
        {
            Fail(reason ?? $"http_{response!.Status}");
            Interlocked.Increment(ref _failedFeeds);
            return;
        }
        Interlocked.Increment(ref _feeds);
        if (response.Status == 304)
        {
            Interlocked.Increment(ref _unchanged);
            return;
        }
        var items = Items(response);
        foreach (var item in items.Take(MostItems))
            if (item.Link is { } link && Uri.TryCreate(response.Url, link.Trim(), out var url) && url.Scheme is "http" or "https") await ReadArticle(url, item, feed, cancel);
        // Only now: had the run been killed among the articles, the feed would be told as unchanged, and they would be missed.
        inbox.Write(response, feed, null);
        state.Add(feed.Url, "feed", response["ETag"], response["Last-Modified"]);
    }

    List<FeedItem> Items(Response response)
    {
        var http = response.Headers.DistinctBy(h => h.Name, StringComparer.OrdinalIgnoreCase).ToFrozenDictionary(h => h.Name, h => h.Value, StringComparer.OrdinalIgnoreCase);
        var items = FeedItem.Read(Charsets.Decode(WarcDocument.Payload(response.Body, http, bounds.LargestRecord, out _), WarcDocument.Charset(response["Content-Type"])), out var isBroken);
        if (isBroken && items.Count == 0) Fail("broken_xml");
        return items;
    }

    async Task ReadArticle(Uri url, FeedItem item, FeedSource feed, CancellationToken cancel)
    {
        if (state.Of(url) is not null || !_asked.TryAdd(url.AbsoluteUri, true))
        {
            Interlocked.Increment(ref _known);
            return;
        }
        var (response, reason) = await Get(url, null, cancel);
        if (response is { Status: 200 })
        {
            inbox.Write(response, feed, Timestamp.Read(item.Published)?.Day);
            state.Add(url, "stored");
            Interlocked.Increment(ref _articles);
            return;
        }
        Fail(reason ?? $"http_{response!.Status}");
        // What is gone for good is not asked for again; what failed may be there tomorrow.
        if (response is { Status: 404 or 410 or 451 }) state.Add(url, "gone");
    }

    /// <summary>The response of an address after its redirects, each of which robots.txt must allow too; else the reason.</summary>
    async Task<(Response? Response, string? Reason)> Get(Uri url, FetchState.Entry? known, CancellationToken cancel)
    {
        for (var hops = 0; hops <= MostRedirects; hops++)
        {
            Response? response;
            try
            {
                var robots = await RobotsOf(url, cancel);
                if (!robots.Allows(url)) return (null, "robots");
                response = await _http.Get(url, known, robots.CrawlDelay, cancel);
            }
            catch (PrivateAddressException)
            {
                return (null, "private_address");
            }
            if (response is null) return (null, "no_response");
            if (response.Status is not (301 or 302 or 303 or 307 or 308)) return (response, null);
            if (!Uri.TryCreate(url, response["Location"], out var next) || next.Scheme is not ("http" or "https") || url.Scheme == "https" && next.Scheme == "http") return (null, "bad_redirect");
            url = next;
        }
        return (null, "redirect_loop");
    }

    /// <summary>A host's robots.txt, asked for once: missing, it allows all; unreachable, nothing.</summary>
    Task<RobotsRules> RobotsOf(Uri url, CancellationToken cancel) => _robots.GetOrAdd($"{url.Scheme}://{url.Authority}", site => new(() => ReadRobots(site, cancel))).Value;

    async Task<RobotsRules> ReadRobots(string site, CancellationToken cancel)
    {
        var address = new Uri(site + "/robots.txt");
        for (var hops = 0; hops <= MostRedirects; hops++)
        {
            var response = await _http.Get(address, null, null, cancel);
            if (response is { Status: 301 or 302 or 303 or 307 or 308 } && Uri.TryCreate(address, response["Location"], out var next) && next.Scheme is "http" or "https") address = next;
            else return response is { Status: 200 } ? RobotsRules.Read(response.Body, manners.UserAgent) : response is { Status: >= 400 and < 500 and not 429 } ? RobotsRules.AllowAll : RobotsRules.DisallowAll;
        }
        return RobotsRules.AllowAll;
    }

    void Fail(string reason) => _failed.AddOrUpdate(reason, 1, (_, count) => count + 1);
}

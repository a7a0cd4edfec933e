using System.Net;
using System.Net.Http.Headers;
using Polly;
using Polly.Retry;

namespace TechMoves;

/// <summary>A response as it came: headers of the wire less those that told how it was carried.</summary>
public sealed record Response(Uri Url, int Status, ImmutableArray<(string Name, string Value)> Headers, byte[] Body, DateTimeOffset At)
{
    public string? this[string name] => Headers.FirstOrDefault(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
}

/// <summary>How fetch behaves towards the sites that it asks.</summary>
/// <param name="Pause">Between two requests to one host; a longer Crawl-delay of robots.txt counts instead.</param>
/// <param name="Limit">The time of one request, redirects and body included.</param>
/// <param name="Backoff">Before the first retry; twice as long before the next.</param>
/// <param name="LongestWait">A host that asks to be left alone for longer is left for this run.</param>
public sealed record Manners(string UserAgent, TimeSpan Pause, TimeSpan Limit, TimeSpan Backoff, TimeSpan LongestWait, int Retries, int LargestBody, Addresses Addresses);

/// <summary>Asks one address at a time of each host, with a pause after each, tries again what may pass, and follows no redirect itself.</summary>
public sealed class Http : IDisposable
{
    readonly HttpClient _client;
    readonly Manners _manners;
    readonly ResiliencePipeline<Response?> _retries;
    readonly System.Collections.Concurrent.ConcurrentDictionary<string, HostGate> _hosts = new(StringComparer.Ordinal);

    public Http(Manners manners)
    {
        _manners = manners;
        _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.None, ConnectTimeout = manners.Limit, ConnectCallback = manners.Addresses.Connect, MaxResponseHeadersLength = 64, MaxResponseDrainSize = 0 }) { Timeout = Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", manners.UserAgent);
        _client.DefaultRequestHeaders.TryAddWithoutValidation("Accept", "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/xml;q=0.9,*/*;q=0.5");
        _client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Encoding", "gzip");
        _retries = new ResiliencePipelineBuilder<Response?>().AddRetry(new RetryStrategyOptions<Response?>
        {
            MaxRetryAttempts = manners.Retries,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = manners.Backoff,
            ShouldHandle = new PredicateBuilder<Response?>().HandleResult(r => r is { Status: 408 or 429 or >= 500 } && Wait(r) <= manners.LongestWait).Handle<HttpRequestException>(e => e.InnerException is not PrivateAddressException).Handle<IOException>().Handle<TimeoutException>(),
            DelayGenerator = a => ValueTask.FromResult(a.Outcome.Result is { } refused && Wait(refused) is { Ticks: > 0 } wait ? (TimeSpan?)wait : null),
        }).Build();
    }

    /// <summary>The response of an address, or null where none came in time and in bounds; a private address throws.</summary>
    public async Task<Response?> Get(Uri url, FetchState.Entry? known, TimeSpan? crawlDelay, CancellationToken cancel)
    {
        _manners.Addresses.Refuse(url);
        var gate = _hosts.GetOrAdd(url.Authority, _ => new());
        try
        {
            return await _retries.ExecuteAsync(async token => await gate.Pass(crawlDelay > _manners.Pause ? crawlDelay.Value : _manners.Pause, () => Once(url, known, token), token), cancel);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or TimeoutException)
        {
            return e.InnerException is PrivateAddressException ? throw e.InnerException : null;
        }
    }

    public void Dispose()
    {
        _client.Dispose();
        foreach (var gate in _hosts.Values) gate.Dispose();
    }

    async Task<Response?> Once(Uri url, FetchState.Entry? known, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(_manners.Limit);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, url);
            if (known?.ETag is { } etag) request.Headers.TryAddWithoutValidation("If-None-Match", etag);
            if (known?.LastModified is { } modified) request.Headers.TryAddWithoutValidation("If-Modified-Since", modified);
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            if (response.Content.Headers.ContentLength > _manners.LargestBody) return null;
            return await Body(response.Content, limit.Token) is { } body
                ? new(url, (int)response.StatusCode, Headers(response.Headers, response.Content.Headers, body.Length), body, DateTimeOffset.UtcNow) : null;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new TimeoutException();
        }
    }

    /// <summary>The body; null if it is larger than allowed, of which no more is read.</summary>
    async Task<byte[]?> Body(HttpContent content, CancellationToken cancel)
    {
        await using var stream = await content.ReadAsStreamAsync(cancel);
        using var body = new MemoryStream();
        var buffer = new byte[1 << 14];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancel)) > 0)
        {
            if (body.Length + read > _manners.LargestBody) return null;
            body.Write(buffer, 0, read);
        }
        return body.ToArray();
    }

    static ImmutableArray<(string, string)> Headers(HttpResponseHeaders response, HttpContentHeaders content, int length) =>
        [.. response.NonValidated.Concat(content.NonValidated).Where(h => h.Key is not ("Transfer-Encoding" or "Content-Length" or "Connection" or "Set-Cookie")).Select(h => (h.Key, h.Value.ToString())), ("Content-Length", length.ToString(CultureInfo.InvariantCulture))];

    /// <summary>How long a refusal asks to wait: Retry-After in seconds or as a date.</summary>
    static TimeSpan Wait(Response response) => response["Retry-After"] is not { } told ? TimeSpan.Zero
        : int.TryParse(told, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds)
        : DateTimeOffset.TryParse(told, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var until) && until > response.At ? until - response.At : TimeSpan.Zero;

    /// <summary>Lets one request at a time through to a host, and keeps the pause after it.</summary>
    sealed class HostGate : IDisposable
    {
        readonly SemaphoreSlim _one = new(1);
        long _last;

        public void Dispose() => _one.Dispose();

        public async Task<Response?> Pass(TimeSpan pause, Func<Task<Response?>> ask, CancellationToken cancel)
        {
            await _one.WaitAsync(cancel);
            try
            {
                var rest = _last == 0 ? TimeSpan.Zero : pause - System.Diagnostics.Stopwatch.GetElapsedTime(_last);
                if (rest > TimeSpan.Zero) await Task.Delay(rest, cancel);
                return await ask();
            }
            finally
            {
                _last = System.Diagnostics.Stopwatch.GetTimestamp();
                _one.Release();
            }
        }
    }
}

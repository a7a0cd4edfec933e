using Microsoft.Playwright;

namespace TechMoves.Tests.Reporting;

/// <summary>A page of a report, open in a real browser; every request it makes and every fault it has is kept.</summary>
sealed class Browser : IAsyncDisposable
{
    static readonly string[] Flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    static readonly SemaphoreSlim Gate = new(1);
    static IPlaywright? Driver;
    static IBrowser? Chromium;

    readonly IBrowserContext _context;
    ICDPSession? _session;

    Browser(IBrowserContext context, IPage page) => (_context, Page) = (context, page);

    public IPage Page { get; }

    public List<string> Requests { get; } = [];

    public List<string> Faults { get; } = [];

    /// <summary>Opens a page from the disk; skips the test where there is no chromium.</summary>
    public static async Task<Browser> Open(string file, string locale = "en-GB", ColorScheme colours = ColorScheme.Light, int width = 1440, int height = 1000)
    {
        var chromium = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } given ? given : "/usr/bin/chromium";
        if (!File.Exists(chromium)) Repository.Missing($"{chromium} is missing: apt-get install chromium, or set CHROMIUM to a Chrome or Chromium of yours.");
        var context = await (await Launched(chromium)).NewContextAsync(new() { Locale = locale, ColorScheme = colours, ViewportSize = new() { Width = width, Height = height } });
        var page = await context.NewPageAsync();
        var opened = new Browser(context, page);
        page.Request += (_, request) => opened.Requests.Add(request.Url);
        page.Console += (_, message) => { if (message.Type is "error" or "warning") opened.Faults.Add(message.Text); };
        page.PageError += (_, fault) => opened.Faults.Add(fault);
        page.Dialog += async (_, dialog) => { opened.Faults.Add(dialog.Message); await dialog.DismissAsync(); };
        await page.GotoAsync(new Uri(file).AbsoluteUri);
        return opened;
    }

    /// <summary>A picture of the page for people, in artifacts/report.</summary>
    public Task Shoot(string name) => Page.ScreenshotAsync(new() { Path = Artefact(name + ".png") });

    public static string Artefact(string name) => Path.Combine(Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "report")).FullName, name);

    /// <summary>The milliseconds that the page's thread has worked, whatever else the machine does.</summary>
    public async Task<double> ProcessorTime()
    {
        if (_session is null)
        {
            _session = await _context.NewCDPSessionAsync(Page);
            await _session.SendAsync("Performance.enable", new() { ["timeDomain"] = "threadTicks" });
        }
        var metrics = (await _session.SendAsync("Performance.getMetrics"))!.Value.GetProperty("metrics").EnumerateArray();
        return metrics.Single(m => m.GetProperty("name").GetString() == "TaskDuration").GetProperty("value").GetDouble() * 1000;
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    /// <summary>Ends the browser that all pages shared.</summary>
    public static async Task Quit()
    {
        if (Chromium is not null) await Chromium.DisposeAsync();
        Driver?.Dispose();
    }

    static async Task<IBrowser> Launched(string chromium)
    {
        await Gate.WaitAsync();
        try
        {
            Driver ??= await Playwright.CreateAsync();
            return Chromium ??= await Driver.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = Flags });
        }
        finally
        {
            Gate.Release();
        }
    }
}

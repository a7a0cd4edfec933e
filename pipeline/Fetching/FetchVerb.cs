using System.CommandLine;

namespace TechMoves;

/// <summary>The verb fetch: settings to manners, and what became of the feeds told on the console.</summary>
public static class FetchVerb
{
    static readonly Option<string> Feeds = new("--feeds") { Description = $"The table of feeds: name,url,language. Default: {Settings.Default.Feeds}", HelpName = "file" };

    public static Command Of(Option<string> articles, Option<bool> strict, Option<bool> quiet, Func<ParseResult, Settings> settings)
    {
        var command = new Command("fetch", "Read the feeds of a table and the articles that they name, and store each response as WARC in the folder of the articles. What is there is not asked for again.") { Feeds, articles, strict, quiet };
        command.SetAction(parsed =>
        {
            var read = settings(parsed);
            return Run(parsed.GetValue(Feeds) is { } table ? read with { Feeds = table } : read);
        });
        return command;
    }

    /// <summary>How fetch behaves by these settings.</summary>
    public static Manners MannersOf(Settings settings) => new(
        settings.UserAgent, TimeSpan.FromSeconds((double)settings.FetchPause), TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(2), 3, settings.LargestRecord, Addresses.Read(settings.AllowedNetworks));

    /// <summary>Exit code 3 where no feed answered, 1 where one did not and strict is set.</summary>
    static int Run(Settings settings)
    {
        var feeds = FeedSource.Read(settings.Feeds, settings.Schemas);
        if (File.Exists(settings.Articles)) throw new ConfigurationException($"{settings.Articles}: is a file; fetch stores in a folder, pass one with --articles");
        var fetched = Fetch.Run(feeds, settings.Articles, MannersOf(settings), settings.Bounds).GetAwaiter().GetResult();
        if (!settings.Quiet)
        {
            Console.WriteLine($"{feeds.Count} feeds: {fetched.Feeds} read, {fetched.Unchanged} of them unchanged, {fetched.FailedFeeds} failed; {fetched.Articles} articles stored in {settings.Articles}, {fetched.Known} were there");
            foreach (var (reason, count) in fetched.Failed) Console.WriteLine($"  failed, {reason}: {count}");
        }
        if (feeds.Count > 0 && fetched.FailedFeeds == feeds.Count) Console.Error.WriteLine("techmoves: no feed answered; is the network there, and are the addresses right?");
        return feeds.Count > 0 && fetched.FailedFeeds == feeds.Count ? 3 : settings.Strict && !fetched.Failed.IsEmpty ? 1 : 0;
    }
}

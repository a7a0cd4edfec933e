using System.Text.Json;

namespace TechMoves.Tests.Running;

/// <summary>An inbox and a dataset of a test's own. Articles are made here: who buys whom, for how much.</summary>
sealed class Trial
{
    public Trial(string name)
    {
        Folder = Repository.Scratch(name);
        Inbox = Path.Combine(Folder, "in");
        Out = Path.Combine(Folder, "out");
        Directory.CreateDirectory(Inbox);
    }

    public string Folder { get; }

    public string Inbox { get; }

    public string Out { get; }

    public Settings Settings => Samples.Settings(Inbox, Out, threads: 2);

    public State State => State.Of(Settings);

    /// <summary>A line of JSON Lines: an article that tells one acquisition.</summary>
    public static string Article(string id, string outlet = "Test Wire", int millions = 40) => JsonSerializer.Serialize(new
    {
        id,
        outlet,
        lang = "en",
        published = "2021-03-04",
        title = $"Norvia buys {Buyer(id)} for ${millions} million",
        text = $"The software company Norvia said on Thursday it had acquired {Buyer(id)} Software, a cloud start-up, for ${millions} million in cash.",
    });

    public void Write(string name, params string[] lines) => File.WriteAllLines(Path.Combine(Inbox, name), lines);

    public Summary Run(Settings? settings = null)
    {
        using var progress = new Progress(quiet: true);
        return Pipeline.Run(settings ?? Settings, progress);
    }

    /// <summary>The rows of the ledger: path, line, id, outcome, reason.</summary>
    public string[] Ledger() => [.. Samples.Rows(Out, "articles").Select(a => $"{a["path"]} {a["line"]} {a["article_id"]} {a["outcome"]} {a["reason"]}".TrimEnd())];

    /// <summary>The ids of the articles that tell moves.</summary>
    public string[] Told() => [.. Samples.Rows(Out, "sources").Select(s => s["article_id"]!).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Every file below a folder with its time and the hash of its content.</summary>
    public static Dictionary<string, string> Files(string folder, bool times = true) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .ToDictionary(f => Path.GetRelativePath(folder, f), f => $"{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(f)))}{(times ? " " + File.GetLastWriteTimeUtc(f).Ticks : "")}", StringComparer.Ordinal);

    /// <summary>The dataset alone, by content.</summary>
    public Dictionary<string, string> Dataset() => Files(Out, times: false);

    // Names that differ, of letters alone.
    static string Buyer(string id) => "Kel" + string.Concat(id.Where(char.IsAsciiLetterOrDigit).Select(c => char.IsAsciiDigit(c) ? (char)('a' + (c - '0')) : char.ToLowerInvariant(c))) + "ara";
}

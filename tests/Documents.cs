using System.Text.RegularExpressions;

namespace TechMoves.Tests;

/// <summary>A box of code in a document: the mark that stands before it, or the name of the section that `make docs` writes and in which it lies; what it holds.</summary>
sealed record Box(string Document, string? Mark, string Text)
{
    /// <summary>The first line: how tests/cases/commands.csv names a box that is not run.</summary>
    public string Head => Text.Split('\n')[0].Trim();
}

/// <summary>The documents of the project and what stands in them to be run.</summary>
static partial class Documents
{
    public static readonly string[] All = ["README.md", "data/README.md", "pipeline/README.md", "CHANGELOG.md", .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md").Select(f => "docs/" + Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    public static string Text(string document) => File.ReadAllText(Path.Combine(Repository.Root, document));

    /// <summary>The document without its boxes.</summary>
    public static string Prose(string document) => Fence().Replace(Text(document), "");

    public static IEnumerable<Box> Boxes(string document)
    {
        var text = Text(document);
        var written = Section().Matches(text);
        foreach (Match box in Fence().Matches(text))
            yield return new(document, box.Groups["mark"] is { Success: true } mark ? mark.Value : written.FirstOrDefault(s => s.Index < box.Index && box.Index < s.Index + s.Length)?.Groups["name"].Value, box.Groups["text"].Value.Trim());
    }

    /// <summary>What stands in the box that is marked so: "run: copy".</summary>
    public static string Marked(string document, string mark) => Boxes(document).Single(b => b.Mark == mark).Text;

    /// <summary>The lines that are indented as code, continued lines joined.</summary>
    public static IEnumerable<string> Indented(string document) => Code().Matches(Prose(document)).SelectMany(m => Continued().Replace(m.Value, " ").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        .Select(l => l.Split(" #")[0].Trim()).Where(l => l.Length > 0);

    [GeneratedRegex(@"(?:^ *<!-- (?<mark>[a-z]+: (?!written by )[^\n]*?) -->\n)?^ *```[^\n]*\n(?<text>.*?)^ *```$\n?", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"<!-- (?<name>[a-z]+): written by .*?<!-- /\k<name> -->", RegexOptions.Singleline)]
    private static partial Regex Section();

    [GeneratedRegex(@"(?<=\n\n|^)(?:    [^\n]+(?:\n|$))+")]
    private static partial Regex Code();

    [GeneratedRegex(@" *\\\n *")]
    private static partial Regex Continued();
}

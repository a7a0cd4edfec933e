using System.Text.RegularExpressions;

namespace TechMoves.Tests;

/// <summary>Commands and links that the documents give are there: every target of make, every verb with its options, every file.</summary>
sealed partial class ClaimTests
{
    [TestCaseSource(typeof(Documents), nameof(Documents.All))]
    public void Name_targets_that_make_has(string document)
    {
        var targets = Target().Matches(File.ReadAllText(Path.Combine(Repository.Root, "Makefile"))).Select(m => m.Groups[1].Value).ToHashSet();
        Assert.That(Make().Matches(Documents.Text(document)).Select(m => m.Groups[1].Value).Where(t => !targets.Contains(t)), Is.Empty);
    }

    [TestCaseSource(typeof(Documents), nameof(Documents.All))]
    public void Give_commands_that_the_program_takes(string document)
    {
        using (Assert.EnterMultipleScope())
            foreach (Match match in Command().Matches(Documents.Text(document)))
            {
                var words = match.Groups[1].Value.Replace("...", "", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries);
                var parsed = CommandLine.Build().Parse(words);
                // A verb that is only named lacks its arguments; it must still be one.
                if (words.Length == 1) Assert.That(words[0].StartsWith('-') || parsed.CommandResult.Command.Name == words[0], Is.True, match.Value);
                else Assert.That(parsed.Errors, Is.Empty, match.Value);
            }
    }

    [TestCaseSource(typeof(Documents), nameof(Documents.All))]
    public void Link_to_files_that_are_there(string document)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Repository.Root, document))!;
        Assert.That(Link().Matches(Code().Replace(Documents.Text(document), "")).Select(m => m.Groups[1].Value).Where(l => !l.Contains("://", StringComparison.Ordinal) && !Path.Exists(Path.Combine(folder, l.Split('#')[0]))), Is.Empty);
    }

    [GeneratedRegex(@"^([a-z-]+):.*## ", RegexOptions.Multiline)]
    private static partial Regex Target();

    [GeneratedRegex(@"(?:`|^    |; |&& )(?:TECHMOVES_\S+ )?make (?:-\S+ )*([a-z][a-z-]*)", RegexOptions.Multiline)]
    private static partial Regex Make();

    [GeneratedRegex(@"`(?:dotnet \S+/)?techmoves(?:\.dll)? ([^`\n]+)`")]
    private static partial Regex Command();

    [GeneratedRegex("`[^`\n]*`")]
    private static partial Regex Code();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}

using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;

namespace TechMoves;

/// <summary>The verb report: writes the page and, if asked, opens it.</summary>
static class ReportVerb
{
    static readonly Option<string> File = new("--file", "-f") { Description = "The file to write. Default: the name of the dataset's folder with .html", HelpName = "file" };
    static readonly Option<int> Most = new("--most") { Description = "How many moves the page holds at most, the latest ones. Default: 20000", HelpName = "number", DefaultValueFactory = _ => 20_000 };
    static readonly Option<bool> WithoutTexts = new("--without-texts") { Description = "Leave the articles' texts out, where they may not be passed on: the evidence stands alone." };
    static readonly Option<bool> Open = new("--open") { Description = "Open the page in the browser." };

    public static Command Of(Option articles, Option output, Option state, Option<bool> quiet, Func<ParseResult, Settings> settingsOf)
    {
        var command = new Command("report", "Write a published dataset as one HTML page for people: table, charts, every move with its articles' texts and the evidence in them. It needs no network.")
        {
            articles, output, state, File, Most, WithoutTexts, Open, quiet,
        };
        command.SetAction(parsed =>
        {
            var settings = settingsOf(parsed);
            if (parsed.GetValue(Most) is < 1 or > 1_000_000) throw new ConfigurationException("--most must be a number from 1 to 1000000");
            var file = parsed.GetValue(File) is { Length: > 0 } given ? given : Path.TrimEndingDirectorySeparator(settings.Out) + ".html";
            var written = HtmlReport.Write(settings, file, parsed.GetValue(Most), withTexts: !parsed.GetValue(WithoutTexts));
            if (!settings.Quiet) Console.WriteLine(Told(written, file));
            if (parsed.GetValue(Open) && !Opened(file)) Console.Error.WriteLine($"techmoves: no browser found here; open {Path.GetFullPath(file)} in one");
            return 0;
        });
        return command;
    }

    static string Told(ReportSummary written, string file) => string.Create(CultureInfo.InvariantCulture,
        $"{written.Moves}{(written.Moves < written.AllMoves ? $" of {written.AllMoves}" : "")} moves, {written.Texts} of {written.Articles} articles with their text in {file}");

    static bool Opened(string file)
    {
        try
        {
            using var browser = Process.Start(new ProcessStartInfo(Path.GetFullPath(file)) { UseShellExecute = true });
            return true;
        }
        catch (Exception e) when (e is Win32Exception or PlatformNotSupportedException)
        {
            return false;
        }
    }
}

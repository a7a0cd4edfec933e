using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace TechMoves.Tests.Articles;

/// <summary>A page written for the tests, with what is meant to be read of it.</summary>
public sealed record PageCase(string Name, byte[] Html, string Title, DateOnly Published, string Outlet, string Language, string Text)
{
    public override string ToString() => Name;
}

/// <summary>The pages of tests/Articles/pages: every layout is filled with every article. What stands in [[ ]] is text of the article, in its order; what stands in {{ }} is not.</summary>
public static partial class PageCases
{
    static readonly string Folder = Path.Combine(Repository.Tests, "Articles", "pages");

    static readonly JsonElement Texts = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, "texts.json"))).RootElement;

    public static IEnumerable<PageCase> All => Directory.GetFiles(Path.Combine(Folder, "layouts"), "*.html").Order(StringComparer.Ordinal).SelectMany(layout => Texts.EnumerateObject()
        .SelectMany(language => language.Value.GetProperty("articles").EnumerateArray().Select((article, i) => Fill(Path.GetFileNameWithoutExtension(layout), File.ReadAllText(layout), language, article, i))));

    public static PageCase One(string layout, string language, int article) => All.Single(p => p.Name == $"{layout}-{language}-{article}");

    static PageCase Fill(string name, string layout, JsonProperty language, JsonElement article, int number)
    {
        var fields = language.Value.GetProperty("ui").EnumerateObject().Concat(article.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.String)).ToDictionary(p => p.Name, p => p.Value.GetString()!);
        fields["lang"] = language.Name;
        fields["publishedAt"] = fields["printed"];
        var paragraphs = article.GetProperty("text").EnumerateArray().Select(p => p.GetString()!).ToArray();
        var told = new List<string>();
        var html = Filled().Replace(Marked().Replace(layout, Replaced), m => fields[m.Groups[1].Value]);
        // Layouts of the time before UTF-8 say so, and are.
        var encoding = html.Contains("iso-8859-1", StringComparison.Ordinal) ? CodePagesEncodingProvider.Instance.GetEncoding(1252)! : new UTF8Encoding(false);
        return new($"{name}-{language.Name}-{number}", encoding.GetBytes(html), fields["title"], DateOnly.Parse(fields["day"], CultureInfo.InvariantCulture), fields["outlet"], language.Name, string.Join("\n\n", told));

        string Replaced(Match match)
        {
            if (!match.Groups["first"].Success)
            {
                told.Add(fields[match.Groups["field"].Value]);
                return told[^1];
            }
            var (first, last) = (int.Parse(match.Groups["first"].Value, CultureInfo.InvariantCulture), int.Parse(match.Groups["last"].Value, CultureInfo.InvariantCulture));
            var text = new StringBuilder();
            foreach (var paragraph in paragraphs.Skip(first - 1).Take(last - first + 1))
            {
                told.Add(paragraph);
                text.Append(match.Groups["form"].Value.Replace("wrap:§", Wrapped(paragraph), StringComparison.Ordinal).Replace("§", paragraph, StringComparison.Ordinal));
            }
            return text.ToString();
        }
    }

    static string Wrapped(string text)
    {
        var lines = new StringBuilder();
        var length = 0;
        foreach (var word in text.Split(' '))
        {
            lines.Append(length == 0 ? "" : length + word.Length > 70 ? "\n" : " ").Append(word);
            length = length + word.Length > 70 ? word.Length : length + word.Length + 1;
        }
        return lines.ToString();
    }

    [GeneratedRegex(@"\{\{(\w+)\}\}")]
    private static partial Regex Filled();

    [GeneratedRegex(@"\[\[(?:(?<first>\d)-(?<last>\d):(?<form>.*?)|(?<field>\w+))\]\]", RegexOptions.Singleline)]
    private static partial Regex Marked();

    /// <summary>How well a text is that which was meant: the harmonic mean of precision and recall over the words of both, each as often as it occurs.</summary>
    public static double F1(string found, string meant)
    {
        var (a, b) = (Words(found), Words(meant));
        var common = a.Sum(w => Math.Min(w.Value, b.GetValueOrDefault(w.Key)));
        return common == 0 ? 0 : 2.0 * common / (a.Values.Sum() + b.Values.Sum());
    }

    static Dictionary<string, int> Words(string text) => Word().Matches(text).CountBy(m => m.Value).ToDictionary();

    [GeneratedRegex(@"\w+|[^\w\s]")]
    private static partial Regex Word();
}

using System.Text;
using System.Text.Json;

namespace TechMoves.Tests.Knowledge;

/// <summary>No word of a language in the code: a rule that needs one needs a column.</summary>
sealed class WordsInCodeTests
{
    /// <summary>Words that stand for something else: names of columns and terms of closed lists in schemas/, what a sign is called in an id, and the measure of all languages.</summary>
    static readonly HashSet<string> Terms = [.. Directory.EnumerateFiles(Repository.Schemas, "*.json", SearchOption.AllDirectories).SelectMany(Named), "plus", "all"];

    static readonly HashSet<string> Words = [.. Directory.GetDirectories(Path.Combine(Repository.Data, "languages"))
        .SelectMany(l => Table.Read(Path.Combine(l, "words.csv"), Repository.Schemas)).Select(r => r["form"]).Where(w => w.Length > 1 && !w.Any(char.IsUpper))];

    static IEnumerable<string> Files => Directory.EnumerateFiles(Path.Combine(Repository.Root, "pipeline"), "*.cs", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(Repository.Root, f).Replace('\\', '/')).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Files))]
    public void Has_no_letter_beyond_Ascii_and_no_word_of_a_language(string file)
    {
        var literals = Literals(File.ReadAllText(Path.Combine(Repository.Root, file))).ToArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(literals.Where(l => l.Length > 1 && l.Any(c => c > 127 && char.IsLetter(c))), Is.Empty);
            Assert.That(literals.Where(l => Words.Contains(l) && !Terms.Contains(l)), Is.Empty);
        }
    }

    [Test]
    public void Finds_the_literals_of_code() => Assert.That(
        Literals("""" var a = "one"; // "no" \n /* "no" */ var b = '"'; var c = $"two{(d ? "three" : "")}four"; var e = @"fi""ve"; var f = """six "and" more"""; """".Replace("\\n", "\n", StringComparison.Ordinal)),
        Is.EqualTo(["one", "\"", "two(d ? \"three\" : \"\")four", "fi\"\"ve", "six \"and\" more"]));

    static IEnumerable<string> Named(string schema)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(schema));
        if (!document.RootElement.TryGetProperty("fields", out var fields)) return [];
        return [.. fields.EnumerateArray().SelectMany(f => f.TryGetProperty("constraints", out var c) && c.TryGetProperty("enum", out var terms)
            ? terms.EnumerateArray().Select(t => t.ToString()).Append(f.GetProperty("name").ToString()) : [f.GetProperty("name").ToString()])];
    }

    /// <summary>The literals of C# source, as they are written; comments are left out, holes of interpolated text left in.</summary>
    static IEnumerable<string> Literals(string code)
    {
        for (var i = 0; i < code.Length; i++)
        {
            if (Starts("//")) i = End("\n", i);
            else if (Starts("/*")) i = End("*/", i) + 1;
            else if (code[i] == '\'')
            {
                var end = code[i + 1] == '\\' ? code.IndexOf('\'', i + 3) : i + 2;
                yield return code[(i + 1)..end];
                i = end;
            }
            else if (code[i] == '"')
            {
                var quotes = code.AsSpan(i).IndexOfAnyExcept('"') is var run && run >= 3 ? run : 1;
                var text = new StringBuilder();
                var isVerbatim = i > 0 && (code[i - 1] == '@' || i > 1 && code[i - 1] == '$' && code[i - 2] == '@');
                var isInterpolated = i > 0 && (code[i - 1] == '$' || code[i - 1] == '@' && i > 1 && code[i - 2] == '$');
                var depth = 0;
                for (i += quotes; i < code.Length; i++)
                {
                    if (isInterpolated && code[i] == '{') depth++;
                    else if (isInterpolated && code[i] == '}') depth--;
                    else if (quotes == 1 && isVerbatim && code[i] == '"' && i + 1 < code.Length && code[i + 1] == '"') text.Append(code[i++]).Append(code[i]);
                    else if (quotes == 1 && !isVerbatim && code[i] == '\\') text.Append(code[i++]).Append(code[i]);
                    else if (depth <= 0 && code.AsSpan(i).StartsWith(new string('"', quotes)) && (quotes == 1 || i + quotes == code.Length || code[i + quotes] != '"')) break;
                    else text.Append(code[i]);
                }
                i += quotes - 1;
                if (text.Length > 0) yield return text.ToString();
            }

            bool Starts(string mark) => code.AsSpan(i).StartsWith(mark, StringComparison.Ordinal);
        }

        int End(string mark, int from) => code.IndexOf(mark, from, StringComparison.Ordinal) is var end && end < 0 ? code.Length : end;
    }
}

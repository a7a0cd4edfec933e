using System.Text.Encodings.Web;

namespace TechMoves;

/// <summary>The page: the template of Assets/ with style, script and data in it, and a policy that lets nothing else run and nothing be fetched.</summary>
static class ReportPage
{
    static readonly string[] Styles = ["page.css", "table.css", "charts.css", "move.css", "print.css"];

    static readonly string[] Scripts = ["texts.js", "data.js", "filters.js", "table.js", "charts.js", "network.js", "article.js", "move.js", "health.js", "page.js"];

    public static void Write(Stream stream, ImmutableArray<InterfaceTexts> interfaces, ReportData data)
    {
        var style = string.Concat(Styles.Select(Asset));
        var script = $"(() => {{\n'use strict';\n{string.Concat(Scripts.Select(Asset))}}})();\n";
        var policy = $"default-src 'none'; style-src '{Hash(style)}'; script-src '{Hash(script)}'; img-src data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'";
        var parts = Asset("page.html").Split("{{");
        for (var i = 0; i < parts.Length; i++)
        {
            var close = i == 0 ? -2 : parts[i].IndexOf("}}", StringComparison.Ordinal);
            Fill(i == 0 ? "" : parts[i][..close]);
            Text(parts[i][(close + 2)..]);
        }

        void Fill(string place)
        {
            if (place == "policy") Text(policy);
            else if (place == "style") Text(style);
            else if (place == "script") Text(script);
            else if (place == "noscript") Text(string.Concat(interfaces.Select(NoScript)));
            else if (place == "data") data.WriteMoves(stream, interfaces);
            else if (place == "details") data.WriteDetails(stream);
        }

        void Text(string text) => stream.Write(Encoding.UTF8.GetBytes(text));
    }

    static string NoScript(InterfaceTexts texts) =>
        $"<p lang=\"{texts.Language}\">{HtmlEncoder.Default.Encode(texts.Texts.FirstOrDefault(t => t.Key == "noscript").Value ?? "")}</p>";

    static string Hash(string text) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    static string Asset(string name)
    {
        using var reader = new StreamReader(typeof(ReportPage).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not in the assembly"));
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}

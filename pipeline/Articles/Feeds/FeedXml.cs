using System.Xml;
using AngleSharp.Html;

namespace TechMoves;

/// <summary>Makes XML of what feeds write: entities of HTML, ampersands that begin none, and characters that XML forbids. No DTD is read, so none of its entities ever grows.</summary>
public static class FeedXml
{
    public static XmlReader Open(string xml) => XmlReader.Create(new StringReader(Mended(xml)), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        CheckCharacters = false,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersFromEntities = 1,
    });

    static string Mended(string xml)
    {
        var mended = new StringBuilder(xml.Length);
        var text = xml.AsSpan().TrimStart();
        // What was decoded is no longer in the encoding that the declaration names.
        if (text.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) && text.IndexOf("?>") is > 0 and var declaration) text = text[(declaration + 2)..].TrimStart();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '<' && text[i..].StartsWith("<![CDATA[", StringComparison.Ordinal))
            {
                var end = text[i..].IndexOf("]]>");
                var stop = end < 0 ? text.Length : i + end + 3;
                foreach (var c in text[i..stop]) if (IsAllowed(c)) mended.Append(c);
                if (end < 0) mended.Append("]]>");
                i = stop - 1;
            }
            else if (text[i] == '&') i += Entity(text[i..], mended) - 1;
            else if (IsAllowed(text[i])) mended.Append(text[i]);
        }
        return mended.ToString();
    }

    static bool IsAllowed(char c) => c >= ' ' && c is not ('\uFFFE' or '\uFFFF') || c is '\t' or '\n' or '\r';

    /// <summary>Writes the entity that the text begins with as XML knows it; how many characters it took.</summary>
    static int Entity(ReadOnlySpan<char> text, StringBuilder mended)
    {
        var end = text[..Math.Min(text.Length, 40)].IndexOf(';');
        var name = end > 1 ? text[1..end] : default;
        if (name is ['#', ..] && Code(name[1..]) is { } code)
        {
            if (code.Value is '<' or '&') mended.Append(code.Value == '<' ? "&lt;" : "&amp;");
            else if (code.Value >= ' ' || code.Value is '\t' or '\n' or '\r') mended.Append(code.ToString());
            return end + 1;
        }
        if (name is "amp" or "lt" or "gt" or "quot" or "apos")
        {
            mended.Append(text[..(end + 1)]);
            return end + 1;
        }
        if (!name.IsEmpty && name.IndexOfAnyExceptInRange('0', 'z') < 0 && HtmlEntityProvider.Resolver.GetSymbol(name.ToString() + ";") is { Length: > 0 } symbol)
        {
            mended.Append(symbol);
            return end + 1;
        }
        mended.Append("&amp;");
        return 1;
    }

    static Rune? Code(ReadOnlySpan<char> digits) =>
        (digits is ['x' or 'X', ..] ? int.TryParse(digits[1..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) : int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out code))
            && Rune.IsValid(code) ? new Rune(code) : null;
}

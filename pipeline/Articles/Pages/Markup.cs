using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;

namespace TechMoves;

/// <summary>Parses HTML within bounds. The parser alone takes minutes for markup that opens elements without end: such is refused while its tokens come.</summary>
public static class Markup
{
    /// <summary>Elements of a page: long live blogs have some ten thousand.</summary>
    const int MostElements = 200_000;

    static readonly FrozenSet<string> Void = FrozenSet.Create(StringComparer.Ordinal,
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "html", "head", "body");

    /// <summary>Elements that the next of their kind, or the end of their parent, closes.</summary>
    static readonly FrozenSet<string> Closed = FrozenSet.Create(StringComparer.Ordinal,
        "p", "li", "dt", "dd", "tr", "td", "th", "tbody", "thead", "tfoot", "option", "optgroup", "a", "nobr", "button", "colgroup", "caption", "rp", "rt");

    /// <summary>Elements that outlive the end of their parent: each later paragraph is put into them again.</summary>
    static readonly FrozenSet<string> Formatting = FrozenSet.Create(StringComparer.Ordinal, "b", "big", "code", "em", "font", "i", "s", "small", "strike", "strong", "tt", "u");

    static readonly FrozenSet<string> Attributes = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "class", "id", "itemprop", "itemtype", "role", "style", "hidden", "aria-hidden", "href", "rel", "name", "property", "content", "http-equiv", "charset", "type", "datetime", "pubdate", "lang", "xml:lang");

    /// <summary>The document; null with a reason if it is too deep or too large.</summary>
    public static IHtmlDocument? Parse(string html, int deepest, out string? reason)
    {
        var (open, formatting, elements) = (new List<string>(), 0, 0);
        var options = new HtmlParserOptions
        {
            SkipComments = true,
            DisableElementPositionTracking = true,
            ShouldEmitAttribute = (ref _, name) => Attributes.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name.Span),
            OnCreated = (_, _) => Refuse(++elements > MostElements, "too_many_elements"),
            OnToken = (token, _) => Count(token as HtmlTagToken),
        };
        reason = null;
        try
        {
            return new HtmlParser(options).ParseDocument(html);
        }
        catch (RefusedMarkupException e)
        {
            reason = e.Message;
            return null;
        }

        void Count(HtmlTagToken? tag)
        {
            if (tag?.Name is not { } name || Void.Contains(name) || Closed.Contains(name)) return;
            if (tag.Type == HtmlTokenType.StartTag)
            {
                if (tag.IsSelfClosing && open.Contains("svg")) return;
                if (Formatting.Contains(name)) formatting++;
                else open.Add(name);
                Refuse(open.Count + formatting > deepest, "too_deep");
            }
            else if (Formatting.Contains(name)) formatting = Math.Max(0, formatting - 1);
            else if (open.LastIndexOf(name) is >= 0 and var at) open.RemoveRange(at, open.Count - at);
        }
    }

    static void Refuse(bool isTooMuch, string reason)
    {
        if (isTooMuch) throw new RefusedMarkupException(reason);
    }

    sealed class RefusedMarkupException(string reason) : Exception(reason);
}

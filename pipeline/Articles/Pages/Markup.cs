using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;

namespace TechMoves;

/// <summary>Parses HTML within bounds. The parser alone takes minutes for markup that opens elements without end: such is refused while its tokens come.</summary>
public static class Markup
{
    /// <summary>Elements of a page: long live blogs have some ten thousand.</summary>
    const int MostElements = 100_000;

    /// <summary>The parser looks through the open elements at nearly every tag: so many looks a page may cost. Long live blogs cost some million.</summary>
    const long MostLooks = 10_000_000;

    static readonly FrozenSet<string> Attributes = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "class", "id", "itemprop", "itemtype", "role", "style", "hidden", "aria-hidden", "href", "rel", "name", "property", "content", "http-equiv", "charset", "type", "datetime", "pubdate", "lang", "xml:lang");

    /// <summary>The document; null with a reason if it is too deep or too large.</summary>
    public static IHtmlDocument? Parse(string html, int deepest, out string? reason)
    {
        var (elements, looks, depth) = (0, 0L, 0);
        IElement? last = null;
        var options = new HtmlParserOptions
        {
            SkipComments = true,
            DisableElementPositionTracking = true,
            ShouldEmitAttribute = (ref _, name) => Attributes.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name.Span),
            OnCreated = (element, _) =>
            {
                Refuse(++elements > MostElements, "too_many_elements");
                last = element;
            },
            OnToken = (token, _) => Look(token),
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

        // An element is created before it has a place; at the next token it has one.
        void Look(HtmlToken token)
        {
            if (last is not null)
            {
                depth = 0;
                for (INode? node = last; node is not null && depth <= deepest; node = node.Parent) depth++;
                last = null;
                Refuse(depth > deepest, "too_deep");
            }
            if (token is HtmlTagToken) Refuse((looks += depth) > MostLooks, "too_many_elements");
        }
    }

    static void Refuse(bool isTooMuch, string reason)
    {
        if (isTooMuch) throw new RefusedMarkupException(reason);
    }

    sealed class RefusedMarkupException(string reason) : Exception(reason);
}

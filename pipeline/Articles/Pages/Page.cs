using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace TechMoves;

/// <summary>Reads an HTML page as one article: its headline, day of publication, outlet, address, and the text of its story.</summary>
public static class Page
{
    /// <summary>JSON-LD's text is taken where the page shows so much less: scripts or a paywall hold it back.</summary>
    const double LeastShown = 0.7;

    public static Reading Read(Record record, Bounds bounds, Knowledge knowledge)
    {
        var html = Charsets.Decode(record.Bytes, record.Charset);
        if (string.IsNullOrWhiteSpace(html)) return new Rejected(record.Path, record.Line, "empty");
        if (Markup.Parse(html, bounds.DeepestHtml, out var reason) is not { } document) return new Rejected(record.Path, record.Line, reason!);
        using (document)
        {
            var told = PageMetadata.Of(document, record.Metadata.Url, knowledge.PageCues);
            var layout = PageLayout.Of(document.Body ?? document.DocumentElement, knowledge.PageCues);
            var heading = PageStory.TitleOf(layout, told.JsonLd.Headline, told.Title, told.Element);
            var title = PageTitle.Of(heading >= 0 ? layout.Blocks[heading].Text : null, told.JsonLd.Headline, told.Title, told.Element, told.Outlet);
            var language = knowledge.Guess(string.Join('\n', layout.Blocks.Where(b => b.IsProse).Select(b => b.Text).Prepend(title))) ?? knowledge.LanguageOf(record.Metadata.Language ?? told.Language);
            var body = Body(layout, heading, told.JsonLd, language, bounds, knowledge);
            if (body.Length == 0) return new Rejected(record.Path, record.Line, IsRefresh(document) ? "redirect" : "no_text");
            if (body.Length > bounds.LargestArticle) return new Rejected(record.Path, record.Line, "too_large");
            return Article.Of(record.Path, record.Line, new(
                null, told.Url, language?.Code ?? Code(record.Metadata.Language ?? told.Language), record.Metadata.Outlet ?? told.Outlet ?? HostOf(told.Url),
                told.Day(layout, heading) ?? Printed(layout, heading, language) ?? record.Metadata.Published, title), body);
        }
    }

    /// <summary>The text of a fragment of HTML, as feeds and JSON-LD carry it; paragraphs are parted by blank lines.</summary>
    public static string TextOf(string html, Bounds bounds, Knowledge knowledge, Language? language)
    {
        if (Markup.Parse(html, bounds.DeepestHtml, out _) is not { Body: { } body } document) return "";
        using (document)
        {
            var layout = PageLayout.Of(body, knowledge.PageCues);
            return string.Join("\n\n", PageStory.Of(layout, -1, language?.Boilerplate) is { Count: > 0 } story ? story : layout.Blocks.Select(b => b.Text));
        }
    }

    static string Body(PageLayout layout, int heading, JsonLd jsonLd, Language? language, Bounds bounds, Knowledge knowledge)
    {
        var shown = string.Join("\n\n", PageStory.Of(layout, heading, language?.Boilerplate));
        if (jsonLd.Body is not { } told || told.Length * LeastShown <= shown.Length) return shown;
        var text = Fragment(told, bounds, knowledge, language);
        return text.Length * LeastShown > shown.Length ? text : shown;
    }

    /// <summary>JSON-LD holds plain text, or HTML, or HTML whose signs are entities.</summary>
    static string Fragment(string told, Bounds bounds, Knowledge knowledge, Language? language)
    {
        for (var i = 0; i < 2 && (told.Contains("&lt;", StringComparison.Ordinal) || told.Contains("&amp;", StringComparison.Ordinal)); i++) told = System.Net.WebUtility.HtmlDecode(told);
        var isMarkup = told.Contains("</", StringComparison.Ordinal) || told.Contains("<br", StringComparison.OrdinalIgnoreCase) || told.Contains("<p>", StringComparison.OrdinalIgnoreCase);
        return isMarkup ? TextOf(told, bounds, knowledge, language)
            : string.Join("\n\n", System.Net.WebUtility.HtmlDecode(told).Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    /// <summary>The day that the page prints beside its headline or byline, where no metadata tell it.</summary>
    static DateOnly? Printed(PageLayout layout, int heading, Language? language)
    {
        if (language is null) return null;
        var lines = layout.Blocks.Where((b, i) => b.Text.Length < 160 && (heading < 0 ? i < 12 : i > heading - 4 && i < heading + 8) || IsByline(layout, b.Container)).Take(40).Select(b => b.Text);
        var text = string.Join('\n', lines);
        return text.Length > 4000 ? null : PublicationDate.Find(text, Tokenizer.Read(text, language).ToArray(), language);
    }

    static bool IsByline(PageLayout layout, int container)
    {
        for (var i = container; i > 0; i = layout.Containers[i].Parent) if (layout.Containers[i].Cue == Cue.Byline) return true;
        return false;
    }

    static bool IsRefresh(IHtmlDocument document) => document.QuerySelectorAll("meta[http-equiv]").Any(m => m.GetAttribute("http-equiv")!.Trim().Equals("refresh", StringComparison.OrdinalIgnoreCase));

    static string? Code(string? language) => language?.Split('-', '_')[0].Trim().ToLowerInvariant() is { Length: 2 or 3 } code && code.All(char.IsAsciiLetter) ? code : null;

    static string? HostOf(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri.Host.StartsWith("www.", StringComparison.Ordinal) ? uri.Host[4..] : uri.Host : null;
}

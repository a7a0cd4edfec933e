namespace TechMoves;

/// <summary>The headline of a page: what its heading, metadata and title element agree on, without the outlet's name.</summary>
public static class PageTitle
{
    /// <summary>What is longer, in characters, is no title, whatever says so.</summary>
    const int Longest = 1000;

    static readonly string[] Separators = [" | ", " - ", " – ", " — ", " :: ", " • ", " · ", " » ", " : "];

    /// <summary>The headline. Heading: the text of the h1 that was found; told: the headline of JSON-LD, og:title, twitter:title; element: the title element.</summary>
    public static string? Of(string? heading, string? headline, string? social, string? element, string? outlet)
    {
        var (told, other) = (Bare(headline, outlet, null), Bare(social, outlet, heading ?? headline));
        var named = Bare(element, outlet, heading ?? headline ?? other);
        if (heading is not null && (told is null && other is null && named is null || Agree(heading, told) || Agree(heading, other) || Agree(heading, named))) return heading;
        return (told is not null && IsCut(told) ? other ?? named : told) ?? other ?? named ?? heading;
    }

    /// <summary>Whether two titles are one: equal but for signs and case, or one begins or ends the other and is most of it.</summary>
    public static bool Agree(string one, string? other)
    {
        if (other is null || one.Length > Longest || other.Length > Longest) return false;
        var (a, b) = (Letters(one), Letters(other));
        if (a.Length > b.Length) (a, b) = (b, a);
        return a.Length > 0 && (a == b || a.Length >= 12 && a.Length * 5 >= b.Length * 2 && (b.StartsWith(a, StringComparison.Ordinal) || b.EndsWith(a, StringComparison.Ordinal)));
    }

    static bool IsCut(string title) => title.EndsWith('…') || title.EndsWith("...", StringComparison.Ordinal);

    static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));

    /// <summary>A title without the name of the site before or after it.</summary>
    static string? Bare(string? title, string? outlet, string? known)
    {
        if (string.IsNullOrWhiteSpace(title) || title.Length > Longest) return null;
        title = title.ReplaceLineEndings(" ").Trim();
        if (known is not null && Agree(known, title) && title.Contains(known.Trim(), StringComparison.OrdinalIgnoreCase)) return known.Trim();
        foreach (var separator in Separators)
        {
            var at = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (at <= 0) continue;
            var (head, tail) = (title[..at].Trim(), title[(at + separator.Length)..].Trim());
            // The name of the site is known, or it is the short end after a sign that joins nothing within a sentence.
            if (outlet is not null && (Agree(tail, outlet) || Letters(outlet).Contains(Letters(tail), StringComparison.Ordinal) || Letters(tail).Contains(Letters(outlet), StringComparison.Ordinal) && tail.Length < outlet.Length + 25)) return Bare(head, outlet, known);
            if (separator is not " : " and not " - " && tail.Length < 40 && tail.Length * 2 < head.Length) return Bare(head, outlet, known);
            if (separator == " - " && tail.Length < 25 && tail.Length * 2 < head.Length && tail.Length > 0 && !char.IsLower(tail[0]) && outlet is null) return Bare(head, outlet, known);
            var first = title.IndexOf(separator, StringComparison.Ordinal);
            if (outlet is not null && Agree(title[..first].Trim(), outlet)) return Bare(title[(first + separator.Length)..], outlet, known);
        }
        return title;
    }
}

using AngleSharp.Dom;

namespace TechMoves;

/// <summary>What an element of a page is for, as its tag, role or names tell. Noise may be outvoted by the prose it holds, Aside and Hidden may not.</summary>
public enum Cue : byte { None, Body, Lede, Caption, Byline, Live, Noise, Aside, Hidden }

/// <summary>The names by which the parts of pages (page-cues.csv) and their metadata (page-fields.csv) are known, whatever the outlet.</summary>
public sealed class PageCues
{
    /// <summary>Names and styles beyond so many characters are not read: the parser repeats an element, with its attributes, as often as it is left open.</summary>
    const int LongestAttribute = 1000;

    readonly FrozenDictionary<string, Cue> _tags, _roles;
    readonly FrozenDictionary<string, (string[] Words, Cue Cue)[]> _names;

    PageCues(List<TableRow> cues, List<TableRow> fields)
    {
        _tags = Whole("tag");
        _roles = Whole("role");
        _names = cues.Where(r => r["where"] == "name").Select(r => (Words: r["cue"].Split(' '), Cue: Terms.Read<Cue>(r["meaning"])))
            .GroupBy(c => c.Words[0], StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(c => c.Words.Length).ToArray(), StringComparer.Ordinal);
        Fields = fields.GroupBy(r => r["field"], StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.Select(r => r["name"]).ToArray(), StringComparer.Ordinal);

        FrozenDictionary<string, Cue> Whole(string where) => cues.Where(r => r["where"] == where).ToFrozenDictionary(r => r["cue"], r => Terms.Read<Cue>(r["meaning"]), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The names of meta elements and properties for each field, the most trusted first.</summary>
    public FrozenDictionary<string, string[]> Fields { get; }

    public static PageCues Read(string folder, string schemas) => new(Table.Read(Path.Combine(folder, "page-cues.csv"), schemas), Table.Read(Path.Combine(folder, "page-fields.csv"), schemas));

    /// <summary>What an element is for; where its names disagree, Body wins, then the last in the order of Cue.</summary>
    public Cue Of(IElement element)
    {
        if (IsHidden(element)) return Cue.Hidden;
        var cue = _tags.GetValueOrDefault(element.LocalName);
        if (element.GetAttribute("role") is { Length: > 0 } role && _roles.TryGetValue(role.Trim(), out var told)) cue = Stronger(cue, told);
        Span<Range> words = stackalloc Range[12];
        foreach (var attribute in (ReadOnlySpan<string>)["class", "id", "itemprop"])
        {
            var names = Start(element.GetAttribute(attribute));
            foreach (var range in names.SplitAny(" \t\r\n")) cue = Stronger(cue, OfName(names[range], words));
        }
        return cue;
    }

    static ReadOnlySpan<char> Start(string? attribute) => attribute.AsSpan(0, Math.Min(attribute?.Length ?? 0, LongestAttribute));

    static Cue Stronger(Cue one, Cue other) => one == Cue.Body || other == Cue.Body ? Cue.Body : one > other ? one : other;

    static bool IsHidden(IElement element) =>
        element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") is "true"
        || element.GetAttribute("style") is { Length: > 0 } style && Start(style).ToString().Replace(" ", "", StringComparison.Ordinal) is var rules
            && (rules.Contains("display:none", StringComparison.OrdinalIgnoreCase) || rules.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase));

    /// <summary>The cue of one class name or id: its words are split at signs and capitals (c-shareBar is c, share, bar).</summary>
    Cue OfName(ReadOnlySpan<char> name, Span<Range> words)
    {
        if (name.Length is 0 or > 100) return Cue.None;
        var count = 0;
        for (var i = 0; i < name.Length && count < words.Length;)
        {
            while (i < name.Length && !char.IsAsciiLetterOrDigit(name[i])) i++;
            var start = i;
            while (i < name.Length && char.IsAsciiLetterOrDigit(name[i]) && (i == start || !(char.IsAsciiLetterUpper(name[i]) && char.IsAsciiLetterLower(name[i - 1])))) i++;
            if (i > start) words[count++] = start..i;
        }
        var cue = Cue.None;
        for (var i = 0; i < count; i++)
        {
            if (!_names.TryGetValue(name[words[i]].ToString().ToLowerInvariant(), out var cues)) continue;
            foreach (var candidate in cues)
            {
                var k = 1;
                while (k < candidate.Words.Length && i + k < count && name[words[i + k]].Equals(candidate.Words[k], StringComparison.OrdinalIgnoreCase)) k++;
                if (k < candidate.Words.Length) continue;
                cue = Stronger(cue, candidate.Cue);
                break;
            }
        }
        return cue;
    }
}

using AngleSharp.Dom;

namespace TechMoves;

/// <summary>What kind of text a block of a page is.</summary>
public enum PageBlockKind : byte { Paragraph, Heading, Item, Row, Quote, Caption, Preformatted }

/// <summary>A stretch of text of a page that stands apart: a paragraph, heading, list item, table row.</summary>
/// <param name="Level">1 to 6 for headings.</param>
/// <param name="Linked">How many of its characters are links.</param>
/// <param name="Timed">How many of its characters stand in time elements.</param>
/// <param name="Container">The element that it lies in.</param>
public readonly record struct PageBlock(string Text, PageBlockKind Kind, int Level, int Linked, int Timed, int Container)
{
    public bool IsLink => Linked * 5 >= Text.Length * 3;

    /// <summary>Whether it reads as prose: long or ended like a sentence, and not made of links.</summary>
    public bool IsProse => !IsLink && Kind is not (PageBlockKind.Heading or PageBlockKind.Caption)
        && (Text.Length >= 140 || Text.Length >= 30 && Text.AsSpan().TrimEnd("\"'»”’) \u00A0") is [.., '.' or '!' or '?' or '…' or ':' or ';']);
}

/// <summary>An element that sets its text apart, with the blocks within it: those from First up to End.</summary>
public sealed record PageContainer(int Parent, string Tag, Cue Cue, int First)
{
    public int End { get; internal set; } = First;
}

/// <summary>A time element: what it says, and the block that it is in or before.</summary>
public readonly record struct PageTime(string Value, int Block, bool IsPublication);

/// <summary>A page as blocks of text in reading order, and the elements that hold them.</summary>
public sealed class PageLayout
{
    static readonly FrozenSet<string> Inline = FrozenSet.Create(StringComparer.Ordinal,
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "nobr", "q", "rp", "rt", "ruby", "s", "samp", "small", "span",
        "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "label", "output");

    static readonly FrozenSet<string> Silent = FrozenSet.Create(StringComparer.Ordinal,
        "script", "style", "template", "iframe", "object", "embed", "video", "audio", "canvas", "svg", "math", "map", "select", "option", "input", "textarea", "button", "progress", "datalist", "head", "noembed", "noframes");

    /// <summary>A time is told in so many characters.</summary>
    const int LongestTime = 100;

    readonly PageCues _cues;
    readonly StringBuilder _text = new();
    readonly List<PageBlock> _blocks = [];
    readonly List<PageContainer> _containers = [];
    readonly List<PageTime> _times = [];
    int _container, _linked, _timed, _inLink, _inTime, _level, _blankLines;
    PageBlockKind _kind;
    bool _isBroken, _isPreformatted;

    PageLayout(IElement body, PageCues cues)
    {
        _cues = cues;
        _containers.Add(new(-1, "body", Cue.None, 0));
        Children(body);
        Flush();
        _containers[0].End = _blocks.Count;
        Prose = [0, .. _blocks.Select(b => b.IsProse ? b.Text.Length : 0)];
        for (var i = 1; i < Prose.Length; i++) Prose[i] += Prose[i - 1];
    }

    public IReadOnlyList<PageBlock> Blocks => _blocks;

    /// <summary>All elements that set text apart, outer before inner; the first is the whole page.</summary>
    public IReadOnlyList<PageContainer> Containers => _containers;

    public IReadOnlyList<PageTime> Times => _times;

    /// <summary>Characters of prose before each block.</summary>
    int[] Prose { get; }

    public static PageLayout Of(IElement body, PageCues cues) => new(body, cues);

    public int ProseOf(PageContainer container) => Prose[container.End] - Prose[container.First];

    public int ProseOf(int first, int end) => Prose[end] - Prose[first];

    /// <summary>Whether a container lies in another, or is it.</summary>
    public bool IsWithin(int container, int outer)
    {
        while (container > outer) container = _containers[container].Parent;
        return container == outer;
    }

    // By place: NextSibling looks through all siblings.
    void Children(INode node)
    {
        var nodes = node.ChildNodes;
        for (var i = 0; i < nodes.Length; i++)
            if (nodes[i] is IText text) Append(text.Data);
            else if (nodes[i] is IElement element) Element(element);
    }

    void Element(IElement element)
    {
        var name = element.LocalName;
        if (name == "br") Break();
        else if (name == "hr") Flush();
        else if (Silent.Contains(name)) return;
        else if (Inline.Contains(name)) InlineElement(element, name);
        else if (name is "td" or "th" && !HoldsBlocks(element)) Cell(element);
        else BlockElement(element, name, _cues.Of(element));
    }

    void InlineElement(IElement element, string name)
    {
        var cue = _cues.Of(element);
        if (cue == Cue.Hidden || cue == Cue.Aside || name == "sup" && element.Children.Any(c => c.LocalName == "a" || c.Children.Any(g => g.LocalName == "a"))) return;
        // A label of its own, such as a byline in a span, stands apart where nothing has been written yet.
        if (cue is Cue.Byline or Cue.Noise && _text.Length == 0 && name == "span")
        {
            BlockElement(element, name, cue);
            return;
        }
        if (name == "time") AddTime(element);
        (_inLink, _inTime) = (_inLink + (name == "a" ? 1 : 0), _inTime + (name == "time" ? 1 : 0));
        if (HoldsBlocks(element)) BlockElement(element, name, cue);
        else Children(element);
        (_inLink, _inTime) = (_inLink - (name == "a" ? 1 : 0), _inTime - (name == "time" ? 1 : 0));
    }

    void BlockElement(IElement element, string name, Cue cue)
    {
        Flush();
        var outer = (_container, _kind, _level, _isPreformatted);
        _containers.Add(new(_container, name, cue, _blocks.Count));
        _container = _containers.Count - 1;
        var container = _containers[_container];
        (_kind, _level) = (KindOf(name, cue), name is ['h', >= '1' and <= '6'] ? name[1] - '0' : 0);
        _isPreformatted |= name == "pre";
        if (cue != Cue.Hidden) Children(element);
        Flush();
        container.End = _blocks.Count;
        (_container, _kind, _level, _isPreformatted) = outer;
    }

    PageBlockKind KindOf(string name, Cue cue) => cue == Cue.Caption ? PageBlockKind.Caption : name switch
    {
        ['h', >= '1' and <= '6'] => PageBlockKind.Heading,
        "li" or "dt" or "dd" => PageBlockKind.Item,
        "tr" => PageBlockKind.Row,
        "td" or "th" => PageBlockKind.Paragraph,
        "blockquote" => PageBlockKind.Quote,
        "pre" => PageBlockKind.Preformatted,
        _ => _kind == PageBlockKind.Heading ? PageBlockKind.Paragraph : _kind,
    };

    static bool HoldsBlocks(IElement element)
    {
        var nodes = element.ChildNodes;
        for (var i = 0; i < nodes.Length; i++)
            if (nodes[i] is IElement { LocalName: not ("br" or "img") } child && !Inline.Contains(child.LocalName) && !Silent.Contains(child.LocalName)) return true;
        return false;
    }

    void Cell(IElement cell)
    {
        if (_text.Length > 0) _text.Append('\t');
        Children(cell);
    }

    void AddTime(IElement element)
    {
        var value = element.GetAttribute("datetime") is { Length: > 0 } machine ? machine : _inTime == 0 ? element.TextContent : "";
        var isPublication = element.HasAttribute("pubdate") || element.GetAttribute("itemprop") is { } property && property.Contains("datePublished", StringComparison.OrdinalIgnoreCase);
        if (value.Length <= LongestTime) _times.Add(new(value, _blocks.Count, isPublication));
    }

    /// <summary>Two line breaks end a paragraph; one does after a sentence.</summary>
    void Break()
    {
        if (_isBroken) Flush();
        else _isBroken = _text.Length > 0;
    }

    void Append(string text)
    {
        foreach (var c in text)
        {
            if (c is ' ' or '\t' or '\n' or '\r' or '\f' or '\u2028')
            {
                if (_isPreformatted && c == '\n' && _text.Length > 0 && ++_blankLines >= 2) Flush();
                if (_text.Length > 0 && !char.IsWhiteSpace(_text[^1])) Write(' ');
                continue;
            }
            if (char.IsControl(c) || c is '\u00AD' or '\u200B' or '\u200E' or '\u200F' or '\u2060' or '\uFEFF') continue;
            _blankLines = 0;
            if (_isBroken)
            {
                _isBroken = false;
                if (_text.Length >= 40 && EndsSentence()) Flush();
                else if (_text.Length > 0 && !char.IsWhiteSpace(_text[^1])) _text.Append(' ');
            }
            Write(c);
        }
    }

    void Write(char c)
    {
        _text.Append(c);
        if (_inLink > 0) _linked++;
        if (_inTime > 0) _timed++;
    }

    bool EndsSentence()
    {
        var i = _text.Length - 1;
        while (i > 0 && (char.IsWhiteSpace(_text[i]) || _text[i] is '"' or '\'' or '»' or '”' or '’' or ')')) i--;
        return _text[i] is '.' or '!' or '?' or '…' or ':';
    }

    void Flush()
    {
        var text = _text.ToString().Trim();
        if (text.Length > 0) _blocks.Add(new(text, _kind, _level, Math.Min(_linked, text.Length), Math.Min(_timed, text.Length), _container));
        _text.Clear();
        (_linked, _timed, _blankLines, _isBroken) = (0, 0, 0, false);
    }
}

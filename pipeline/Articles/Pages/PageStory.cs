namespace TechMoves;

/// <summary>Finds the blocks of a page that are its article: the element that holds it, less what its names, links, phrases and place show to be something else.</summary>
public sealed class PageStory
{
    /// <summary>An element of noise that holds more of the page's prose than this share is the article under a wrong name.</summary>
    const double LargestNoise = 0.4;

    readonly PageLayout _layout;
    readonly int _title;
    readonly bool[] _dropped;
    readonly bool?[] _teasers;

    /// <summary>Characters of prose before each block, of those that are not in dropped elements.</summary>
    readonly int[] _live;

    PageStory(PageLayout layout, int title)
    {
        (_layout, _title, _dropped, _teasers, _live) = (layout, title, new bool[layout.Containers.Count], new bool?[layout.Containers.Count], new int[layout.Blocks.Count + 1]);
        var page = layout.ProseOf(layout.Containers[0]);
        for (var i = 1; i < _dropped.Length; i++)
        {
            var container = layout.Containers[i];
            _dropped[i] = _dropped[container.Parent] || IsDropped(container, page);
        }
        for (var i = 0; i < layout.Blocks.Count; i++) _live[i + 1] = _live[i] + (_dropped[layout.Blocks[i].Container] ? 0 : layout.ProseOf(i, i + 1));
    }

    /// <summary>The paragraphs of the article. Title: the block of the headline, or -1. Phrases: what boilerplate says in the page's language.</summary>
    public static List<string> Of(PageLayout layout, int title, Boilerplate? phrases)
    {
        var story = new PageStory(layout, title);
        var scope = story.Scope();
        var blocks = story.Within(scope);
        return PageFilter.Of(layout, blocks, title >= 0 ? layout.Blocks[title].Text : null, phrases);
    }

    /// <summary>The block of the headline where the page has an h1: of several, the one that the metadata repeat.</summary>
    public static int TitleOf(PageLayout layout, params ReadOnlySpan<string?> told)
    {
        var (best, votes) = (-1, -1);
        for (var i = 0; i < layout.Blocks.Count; i++)
        {
            var block = layout.Blocks[i];
            if (block.Kind != PageBlockKind.Heading || block.Level > 2) continue;
            var count = block.Level == 1 ? 1 : 0;
            foreach (var title in told) if (title is not null && PageTitle.Agree(block.Text, title)) count += 3;
            if (count > votes && count > 0) (best, votes) = (i, count);
        }
        return best;
    }

    bool IsDropped(PageContainer container, int page)
    {
        if (container.Tag is "body" or "main" || container.First == container.End) return false;
        var holdsTitle = _title >= container.First && _title < container.End;
        return container.Cue switch
        {
            Cue.Hidden => true,
            Cue.Aside => !holdsTitle,
            Cue.Noise or Cue.Byline or Cue.Caption => !holdsTitle && _layout.ProseOf(container) <= LargestNoise * page,
            _ => false,
        };
    }

    /// <summary>The element that holds the article.</summary>
    PageContainer Scope()
    {
        var all = _layout.Containers;
        var bodies = Kept(c => c.Cue == Cue.Body);
        var body = bodies.MaxBy(c => _layout.ProseOf(c));
        var articles = Kept(c => c.Tag == "article" && !IsTeaser(c)).ToList();
        var titled = articles.Where(c => c.First <= _title && _title < c.End).ToList();
        // An inner article that holds the headline and most of the outer one's prose is the article; a list around several is not.
        var article = titled.LastOrDefault(c => _layout.ProseOf(c) * 2 >= _layout.ProseOf(titled[0])) ?? articles.MaxBy(c => _layout.ProseOf(c));
        if (article is not null && titled.Count == 0 && _title >= 0 && article.First < _title) article = articles.Where(c => c.First > _title).MaxBy(c => _layout.ProseOf(c));
        // Small beside the rest of the page, an article without the headline is a box in the text.
        if (article is not null && titled.Count == 0 && _layout.ProseOf(article) * 5 < Live(0, all[0].End) * 2) article = null;
        if (article is not null && IsLive(article)) article = all[article.Parent];
        if (article is not null && (body is null || Holds(article, body) || _layout.ProseOf(article) > _layout.ProseOf(body))) return article;
        if (body is not null && _layout.ProseOf(body) * 3 >= Live(0, all[0].End)) return Outer(body);
        return Smallest(Kept(c => c.Tag == "main" && _layout.ProseOf(c) * 2 >= Live(0, all[0].End)).FirstOrDefault() ?? all[0]);
    }

    /// <summary>Whether an article is one entry of many of one running story.</summary>
    bool IsLive(PageContainer article)
    {
        for (var i = article.Parent; i > 0; i = _layout.Containers[i].Parent) if (_layout.Containers[i].Cue == Cue.Live) return true;
        return false;
    }

    /// <summary>The element around the body that also holds the headline, if that is not the whole page.</summary>
    PageContainer Outer(PageContainer body)
    {
        for (var container = body; ; container = _layout.Containers[container.Parent])
        {
            if (_title >= container.First && _title < container.End || container.Parent < 0) return container;
        }
    }

    /// <summary>The smallest element within another that still holds most of its prose.</summary>
    PageContainer Smallest(PageContainer outer)
    {
        var wanted = 0.8 * Live(outer.First, outer.End);
        var found = outer;
        foreach (var inner in Kept(c => c.First >= outer.First && c.End <= outer.End && c.Tag is "div" or "section" or "td" or "main" or "article" or "center" or "font"))
            if (Live(inner.First, inner.End) >= wanted && inner.First >= found.First && inner.End <= found.End && (_title < 0 || !(_title >= found.First && _title < found.End) || _title >= inner.First && _title < inner.End)) found = inner;
        return found;
    }

    IEnumerable<PageContainer> Kept(Func<PageContainer, bool> wanted) => _layout.Containers.Where((c, i) => !_dropped[i] && wanted(c) && c.End > c.First);

    static bool Holds(PageContainer outer, PageContainer inner) => outer.First <= inner.First && inner.End <= outer.End;

    /// <summary>The prose of blocks that are not in dropped elements.</summary>
    int Live(int first, int end) => _live[end] - _live[first];

    /// <summary>The blocks of the scope that count: those after the headline; where elements are named as the body, their blocks and the ledes before.</summary>
    List<PageBlock> Within(PageContainer scope)
    {
        var bodies = Outermost(Kept(c => c.Cue == Cue.Body && Holds(scope, c) && c != scope));
        if (bodies.Sum(b => Live(b.First, b.End)) * 2 < Live(Math.Max(scope.First, _title), scope.End)) bodies.Clear();
        var start = bodies.Count > 0 ? bodies[0].First : scope.First;
        var next = 0;
        var blocks = new List<PageBlock>();
        for (var i = scope.First; i < scope.End; i++)
        {
            var block = _layout.Blocks[i];
            while (next < bodies.Count && bodies[next].End <= i) next++;
            if (_dropped[block.Container] || i == _title || IsForeign(block.Container, scope)) continue;
            var isLede = IsLede(block.Container);
            if (_title >= scope.First && i < _title && !isLede) continue;
            if (bodies.Count > 0 && !(next < bodies.Count && bodies[next].First <= i) && !(i < start && (isLede || block.IsProse))) continue;
            blocks.Add(isLede && block.Kind == PageBlockKind.Heading ? block with { Kind = PageBlockKind.Paragraph, Level = 0 } : block);
        }
        return blocks;
    }

    /// <summary>Those that lie in none of the others; elements come outer before inner.</summary>
    static List<PageContainer> Outermost(IEnumerable<PageContainer> containers)
    {
        var outer = new List<PageContainer>();
        foreach (var container in containers)
            if (outer.Count == 0 || container.First >= outer[^1].End) outer.Add(container);
        return outer;
    }

    bool IsLede(int container)
    {
        for (var i = container; i > 0; i = _layout.Containers[i].Parent) if (_layout.Containers[i].Cue == Cue.Lede) return true;
        return false;
    }

    /// <summary>Whether a block lies in an article within the article: a teaser of another one, known by its linked or first-rank heading.</summary>
    bool IsForeign(int container, PageContainer scope)
    {
        for (var i = container; i > 0 && _layout.Containers[i] != scope; i = _layout.Containers[i].Parent)
        {
            if (_layout.Containers[i] is { Tag: "article" } inner) return _teasers[i] ??= IsTeaser(inner);
        }
        return false;
    }

    bool IsTeaser(PageContainer article)
    {
        if (_title >= article.First && _title < article.End) return false;
        for (var b = article.First; b < article.End; b++)
            if (_layout.Blocks[b].Kind == PageBlockKind.Heading) return _layout.Blocks[b].IsLink || _layout.Blocks[b].Level == 1 && _title >= 0;
        return _layout.ProseOf(article) == 0;
    }
}

namespace TechMoves;

/// <summary>Drops from the blocks of an article what is no text of it: lists of links, labels, boilerplate, what is said twice, and what trails after the end.</summary>
public static class PageFilter
{
    const int LongestLabel = 40, LongestPhrase = 200;

    /// <summary>So many quotes are looked for in the paragraphs.</summary>
    const int MostQuotes = 50;

    public static List<string> Of(PageLayout layout, List<PageBlock> blocks, string? title, Boilerplate? phrases)
    {
        var kept = blocks.Where((b, i) => IsText(layout, blocks, i) && !IsBoilerplate(b, phrases)).ToList();
        CutRest(kept, phrases);
        var first = kept.FindIndex(b => b.IsProse);
        var last = kept.FindLastIndex(b => b.IsProse || b.Kind is PageBlockKind.Item or PageBlockKind.Row && !b.IsLink);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        if (title is not null) seen.Add(title);
        var texts = new List<string>();
        var quotes = 0;
        for (var i = 0; i < kept.Count; i++)
        {
            var block = kept[i];
            // Before the first sentence stand labels and bylines, after the last one tags and names.
            if (first < 0 ? block.Text.Length < 20 : i < first && !(block.Text.Length > LongestLabel * 2 || block.Kind is PageBlockKind.Item or PageBlockKind.Row or PageBlockKind.Heading) || i > last) continue;
            if (block.Kind == PageBlockKind.Heading && !IsFollowed(kept, i)) continue;
            if (block.Kind is PageBlockKind.Paragraph && IsLabel(block, phrases)) continue;
            if (block.Text.Length > 20 && !seen.Add(block.Text)) continue;
            if (block.Kind == PageBlockKind.Quote && quotes++ < MostQuotes && IsRepeated(block, kept)) continue;
            texts.Add(block.Text);
        }
        return texts;
    }

    static bool IsRepeated(PageBlock quote, List<PageBlock> blocks)
    {
        var words = quote.Text.Trim('"', '«', '»', '“', '”', ' ', '\u00A0');
        return blocks.Any(o => o.Kind == PageBlockKind.Paragraph && o.Text.Length > quote.Text.Length && o.Text.Contains(words, StringComparison.Ordinal));
    }

    static bool IsText(PageLayout layout, List<PageBlock> blocks, int at)
    {
        var block = blocks[at];
        if (block.Kind == PageBlockKind.Caption || block.Timed * 2 >= block.Text.Length) return false;
        if (block.Kind is not (PageBlockKind.Item or PageBlockKind.Row)) return !block.IsLink;
        // A list counts as a whole: links among sentences are text, sentences among links are not.
        var (list, chars, linked) = (layout.Containers[block.Container].Parent, 0, 0);
        for (var step = -1; step <= 1; step += 2)
            for (var i = step < 0 ? at : at + 1; i >= 0 && i < blocks.Count && Math.Abs(i - at) < 100 && blocks[i].Kind == block.Kind && layout.Containers[blocks[i].Container].Parent == list; i += step)
                (chars, linked) = (chars + blocks[i].Text.Length, linked + blocks[i].Linked);
        return linked * 5 < chars * 3;
    }

    static bool IsBoilerplate(PageBlock block, Boilerplate? phrases) => block.Text.Length <= LongestPhrase && phrases?.Find(block.Text, late: false) is not null;

    /// <summary>Late in an article a phrase may spoil all that follows: comments, related articles.</summary>
    static void CutRest(List<PageBlock> blocks, Boilerplate? phrases)
    {
        var (total, before) = (blocks.Sum(b => b.Text.Length), 0);
        for (var i = 0; i < blocks.Count; before += blocks[i++].Text.Length)
        {
            if (blocks[i].Text.Length > LongestPhrase || before * 2 < total || phrases?.Find(blocks[i].Text, late: true) != BoilerplateScope.Rest) continue;
            blocks.RemoveRange(i, blocks.Count - i);
            return;
        }
    }

    /// <summary>A word or two that end no sentence: the caption of a button, a place for advertising.</summary>
    static bool IsLabel(PageBlock block, Boilerplate? phrases) => phrases is not null && block.Text.Length < LongestLabel / 2 && !block.IsProse && block.Text.Count(c => c == ' ') < 3 && !block.Text.Any(char.IsAsciiDigit);

    /// <summary>Whether text follows a heading before the next one of its rank or above.</summary>
    static bool IsFollowed(List<PageBlock> blocks, int heading)
    {
        for (var i = heading + 1; i < blocks.Count; i++)
        {
            if (blocks[i].Kind != PageBlockKind.Heading) return true;
            if (blocks[i].Level <= blocks[heading].Level) return false;
        }
        return false;
    }
}

namespace TechMoves;

/// <summary>What a stretch of an article is for. Frames are looked for in Title, Lede, Heading and Body; captions tell only what nothing else does.</summary>
public enum BlockKind : byte { Title, Lede, Body, Heading, Caption, Masthead, Boilerplate, Repeat }

/// <summary>A paragraph, headline or other line of an article: half-open offsets into its text.</summary>
public readonly record struct Block(int Start, int End, BlockKind Kind)
{
    public bool IsStory => Kind is BlockKind.Title or BlockKind.Lede or BlockKind.Body or BlockKind.Heading;
}

/// <summary>Splits an article into blocks and tells what each is for; repeated blocks are read once.</summary>
public static class Blocks
{
    const int LongestHeadline = 220, LongestMasthead = 40, LongestHeading = 110, ShortestRepeat = 30;

    public static ImmutableArray<Block> Of(Article article, Language language)
    {
        var lines = Lines.Of(article.Text, article.TitleLength > 0 ? article.TitleLength : 0);
        var blocks = ImmutableArray.CreateBuilder<Block>();
        if (article.TitleLength > 0) blocks.Add(new(0, article.TitleLength, BlockKind.Title));
        else Head(article.Text, lines, blocks);
        var seen = new List<string>(blocks.Where(b => b.Kind == BlockKind.Title).Select(b => article.Text[b.Start..b.End]));
        var rest = false;
        foreach (var (start, end) in lines.Skip(article.TitleLength > 0 ? 0 : blocks.Count))
        {
            var text = article.Text.AsSpan(start, end - start);
            var boilerplate = language.Boilerplate.Find(text, start * 2 > article.Text.Length);
            rest |= boilerplate == BoilerplateScope.Rest;
            var kind = rest || boilerplate is not null ? BlockKind.Boilerplate
                : IsRepeat(text, seen) ? BlockKind.Repeat
                : IsCaption(text) ? BlockKind.Caption
                : !blocks.Any(b => b.Kind == BlockKind.Lede) && !IsHeading(text) ? BlockKind.Lede
                : IsHeading(text) ? BlockKind.Heading : BlockKind.Body;
            if (kind is not (BlockKind.Boilerplate or BlockKind.Repeat) && text.Length >= ShortestRepeat && seen.Count < 200) seen.Add(text.ToString());
            blocks.Add(new(start, end, kind));
        }
        return blocks.ToImmutable();
    }

    /// <summary>The head of a plain text: short lines are the outlet and section, the first line after them the title.</summary>
    static void Head(string text, List<(int Start, int End)> lines, ImmutableArray<Block>.Builder blocks)
    {
        var i = 0;
        while (i < lines.Count - 1 && i < 3 && lines[i].End - lines[i].Start <= LongestMasthead && !EndsSentence(text.AsSpan(lines[i].Start..lines[i].End)))
        {
            // A short line directly before the body is the title, not the masthead.
            if (i + 1 < lines.Count && lines[i + 1].End - lines[i + 1].Start > LongestHeadline) break;
            blocks.Add(new(lines[i].Start, lines[i].End, BlockKind.Masthead));
            i++;
        }
        if (i < lines.Count - 1 && lines[i].End - lines[i].Start <= LongestHeadline && !EndsSentence(text.AsSpan(lines[i].Start..lines[i].End)))
            blocks.Add(new(lines[i].Start, lines[i].End, BlockKind.Title));
        else if (i == 1) blocks.RemoveAt(0);
    }

    static bool EndsSentence(ReadOnlySpan<char> line) => line.TrimEnd("\"'»”’) ") is [.., '.' or '…' or ':' or ';'];

    static bool IsHeading(ReadOnlySpan<char> line) => line.Length <= LongestHeading && line.TrimEnd("\"'»”’) ") is not [.., '.' or '…' or ':' or ';' or '!' or ','];

    /// <summary>A photo credit closes a caption: "... - NAME (AFP)", "(© NAME)", "NAME / AFP".</summary>
    static bool IsCaption(ReadOnlySpan<char> line)
    {
        if (line.Length > 400) return false;
        if (line.IndexOfAny('©', 'Ⓒ') >= 0) return true;
        var tail = line[Math.Max(0, line.Length - 60)..].TrimEnd();
        var slash = tail.LastIndexOf('/');
        if (slash > 0 && tail.Length - slash <= 24 && IsUpperWords(tail[(slash + 1)..]) && slash > 2 && char.IsLetterOrDigit(tail[..slash].TrimEnd()[^1])) return true;
        var dash = tail.LastIndexOf(" - ");
        return dash >= 0 && tail.EndsWith(")") && tail[dash..].IndexOf('(') is > 0 and var open && IsUpperWords(tail[dash..][(open + 1)..^1]);
    }

    static bool IsUpperWords(ReadOnlySpan<char> words)
    {
        var upper = 0;
        foreach (var c in words.Trim())
            if (char.IsUpper(c)) upper++;
            else if (char.IsLower(c) || char.IsDigit(c)) return false;
        return upper >= 2;
    }

    /// <summary>A block that an earlier one begins or equals (a caption copied above the lede), or that begins an earlier one.</summary>
    static bool IsRepeat(ReadOnlySpan<char> text, List<string> seen)
    {
        if (text.Length < ShortestRepeat) return false;
        foreach (var earlier in seen)
            if (text.StartsWith(earlier, StringComparison.Ordinal) && text.Length - earlier.Length < 120 || earlier.AsSpan().StartsWith(text, StringComparison.Ordinal)) return true;
        return false;
    }
}

namespace TechMoves;

/// <summary>Finds the paragraphs of a text: every line is one, but in hard-wrapped text only a blank line or an indent begins one.</summary>
public static class Lines
{
    /// <summary>Half-open offsets of the paragraphs from start on, white space trimmed, empty ones left out.</summary>
    public static List<(int Start, int End)> Of(string text, int start)
    {
        var wrapped = IsWrapped(text.AsSpan(start));
        var paragraphs = new List<(int Start, int End)>();
        for (int i = start, first = -1, last = -1; i <= text.Length;)
        {
            var stop = text.AsSpan(i).IndexOfAny('\n', '\r', '\u2028');
            stop = stop < 0 ? text.Length : i + stop;
            int from = i, to = stop;
            while (from < to && char.IsWhiteSpace(text[from])) from++;
            while (to > from && char.IsWhiteSpace(text[to - 1])) to--;
            if (first >= 0 && (from == to || !wrapped || from - i >= 2))
            {
                paragraphs.Add((first, last));
                first = -1;
            }
            if (from < to) (first, last) = (first < 0 ? from : first, to);
            i = stop + (stop + 1 < text.Length && text[stop] == '\r' && text[stop + 1] == '\n' ? 2 : 1);
            if (i > text.Length && first >= 0) paragraphs.Add((first, last));
        }
        return paragraphs;
    }

    /// <summary>Hard-wrapped: at least five lines, none over 110 characters, most between 45 and 100.</summary>
    static bool IsWrapped(ReadOnlySpan<char> text)
    {
        int lines = 0, middling = 0;
        foreach (var range in text.Split('\n'))
        {
            var length = text[range].Trim().Length;
            if (length > 110) return false;
            if (length == 0) continue;
            lines++;
            if (length >= 45) middling++;
        }
        return lines >= 3 && middling * 2 > lines;
    }
}

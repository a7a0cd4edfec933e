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

    /// <summary>Hard-wrapped: no line over 110 characters, and most of three lines or more between 45 and 100, or a third of the lines go on, in small letters, with what the line before left open.</summary>
    static bool IsWrapped(ReadOnlySpan<char> text)
    {
        int lines = 0, middling = 0, breaks = 0, continued = 0;
        var open = false;
        foreach (var range in text.Split('\n'))
        {
            var line = text[range].TrimEnd();
            var trimmed = line.TrimStart();
            if (trimmed.Length > 110) return false;
            if (trimmed.Length > 0)
            {
                lines++;
                if (trimmed.Length >= 45) middling++;
                if (lines > 1 && line.Length - trimmed.Length < 2) breaks++;
                if (open && line.Length == trimmed.Length && char.IsLower(trimmed[0])) continued++;
            }
            open = trimmed.Length > 0 && trimmed[^1] is not ('.' or '!' or '?' or ':' or ';' or '…');
        }
        return lines >= 3 && middling * 2 > lines || continued > 0 && continued * 3 >= breaks;
    }
}

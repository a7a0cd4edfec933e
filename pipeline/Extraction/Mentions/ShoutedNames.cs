namespace TechMoves;

/// <summary>A headline all in capitals tells no names by them: there only the names of the text count, whole or by their first words.</summary>
public static class ShoutedNames
{
    /// <summary>A shorter first word of a name is no name.</summary>
    const int Shortest = 3;

    /// <summary>Replaces the unknown names of the shouted sentences [first, end) by what the later names of the text tell.</summary>
    public static void Settle(string text, IReadOnlyList<Token> tokens, int first, int end, Language language, List<NameMention> names)
    {
        if (!IsShouted(tokens, first, end)) return;
        var known = Beginnings(tokens, names.Where(n => n.First >= end), language);
        names.RemoveAll(n => (n.First >= first && n.Last <= end && n.Known is null or { IsCommonWord: true }));
        for (var i = first; i < end; i++)
        {
            if (names.Exists(n => n.First <= i && i < n.Last) || Longest(text, tokens, i, end, known) is not (> 0 and var length)) continue;
            names.Add(new(i, i + length, tokens[i].Start, tokens[i + length - 1].End, text[tokens[i].Start..tokens[i + length - 1].End], null, false, true));
            i += length - 1;
        }
        names.Sort((a, b) => a.First.CompareTo(b.First));
    }

    static bool IsShouted(IReadOnlyList<Token> tokens, int first, int end)
    {
        var (upper, words) = (0, 0);
        for (var i = first; i < end; i++)
        {
            if (tokens[i].Kind != TokenKind.Word || tokens[i].Length < Shortest) continue;
            words++;
            if (tokens[i].Casing == Casing.Upper) upper++;
        }
        return words > 2 && upper == words;
    }

    /// <summary>The first words of each name, as token ranges.</summary>
    static List<(int First, int Length)> Beginnings(IReadOnlyList<Token> tokens, IEnumerable<NameMention> names, Language language)
    {
        var beginnings = new List<(int First, int Length)>();
        foreach (var name in names.Where(n => n.IsSure))
            for (var last = name.First + 1; last <= name.Last; last++)
                if (last > name.First + 1 || tokens[name.First].Length >= Shortest && !language.Names.IsCommon(tokens[name.First])) beginnings.Add((name.First, last - name.First));
        return beginnings;
    }

    static int Longest(string text, IReadOnlyList<Token> tokens, int i, int end, List<(int First, int Length)> known)
    {
        var longest = 0;
        foreach (var (first, length) in known)
            if (length > longest && i + length <= end && Enumerable.Range(0, length).All(w => tokens[i + w].In(text).Equals(tokens[first + w].In(text), StringComparison.OrdinalIgnoreCase))) longest = length;
        return longest;
    }
}

namespace TechMoves;

/// <summary>Tells whether a name stands in a list with a company: Accel, Base Partners and Sapphire Ventures.</summary>
public static class NameLists
{
    /// <summary>How far to look along a list, and how many names make one without a conjunction.</summary>
    const int Reach = 4, Shortest = 3;

    public static bool HoldsCompany(string text, Token[] tokens, IReadOnlyList<NameMention> names, int name, Language language)
    {
        var (first, last, isJoined) = (name, name, false);
        while (first > 0 && name - first < Reach && IsLink(first - 1)) first--;
        while (last + 1 < names.Count && last - name < Reach && IsLink(last)) last++;
        if (last - first + 1 < Shortest && !isJoined) return false;
        for (var i = first; i <= last; i++) if (i != name && IsCompany(names[i])) return true;
        return false;

        bool IsLink(int left)
        {
            var (from, to) = (names[left].Last, names[left + 1].First);
            // "Buds Pro, Google's first earbuds" is an apposition.
            if (to - from is not (1 or 2) || names[left + 1].Last < tokens.Length && language.IsClitic(tokens[names[left + 1].Last].In(text))) return false;
            for (var i = from; i < to; i++)
            {
                var joins = language.Grammar.ClassOf(tokens[i]) == WordClass.Coordinator;
                if (!joins && text[tokens[i].Start] is not (',' or ';')) return false;
                isJoined |= joins;
            }
            return true;
        }

        bool IsCompany(NameMention other) => other.Known is { Kind: NameKind.Company, IsCommonWord: false } || other.Known is null && NameWords.EndOf(other.Form, language.Names.World) is CompanyWord.Word or CompanyWord.Arm;
    }
}

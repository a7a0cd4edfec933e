namespace TechMoves;

/// <summary>Which sources may tell the same move at all: by parties, by family of types, and by product where there is no partner.</summary>
public static class Affinity
{
    /// <summary>Without a partner and a product to compare, only neighbouring days speak for one move.</summary>
    const int SameNewsDays = 7;

    /// <summary>Only sources of one block are compared: the pair of parties in any order and the family of types; in a round or a listing the company alone, as articles name different investors first.</summary>
    public static string Block(Facts facts) => (Family(facts.Type), Partner(facts)) switch
    {
        (var family and ("round" or "ipo"), _) => $"{family}\n{facts.CompanyId}",
        (var family, null) => $"{family}\n{facts.CompanyId}\n",
        (var family, var partner) => string.CompareOrdinal(facts.CompanyId, partner) <= 0 ? $"{family}\n{facts.CompanyId}\n{partner}" : $"{family}\n{partner}\n{facts.CompanyId}",
    };

    /// <summary>Whether two sources of one block, so many days apart, may be joined as far as their products tell.</summary>
    public static bool IsNear(Telling a, Telling b, int days)
    {
        if (Partner(a.Facts) is not null || Family(a.Facts.Type) is "round" or "ipo") return true;
        return a.Words.Count > 0 && b.Words.Count > 0 ? Overlap(a.Words, b.Words) : days <= SameNewsDays;
    }

    /// <summary>Half of the shorter product's words stand in the other one too, and their numbers do not differ: the sixth model is not the seventh.</summary>
    static bool Overlap(HashSet<string> a, HashSet<string> b)
    {
        var shared = a.Count(b.Contains);
        if (shared == 0 || shared * 2 < Math.Min(a.Count, b.Count)) return false;
        var numbers = a.Where(HasDigit).ToArray();
        return numbers.Length == 0 || !b.Any(HasDigit) || numbers.Any(b.Contains);
    }

    static string Family(MoveType type) => type switch
    {
        MoveType.Merger or MoveType.Acquisition or MoveType.Divestiture or MoveType.Investment => "control",
        MoveType.Partnership or MoveType.JointVenture or MoveType.Licensing or MoveType.Contract => "pact",
        MoveType.FundingRound => "round",
        _ => Terms.Of(type),
    };

    static string? Partner(Facts facts) => facts.PartnerId ?? facts.Partner?.ToLowerInvariant();

    static bool HasDigit(string word) => word.AsSpan().ContainsAnyInRange('0', '9');

    /// <summary>The lower-case words of a product that have three letters or more or hold a digit.</summary>
    public static HashSet<string> Words(string product)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0, start = 0; i <= product.Length; i++)
        {
            if (i < product.Length && char.IsLetterOrDigit(product[i])) continue;
            if (i > start && product[start..i].ToLowerInvariant() is var word && (word.Length >= 3 || HasDigit(word))) words.Add(word);
            start = i + 1;
        }
        return words;
    }
}

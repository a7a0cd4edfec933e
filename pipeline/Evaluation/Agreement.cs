namespace TechMoves;

/// <summary>When a found move says the same as an annotated one, value by value.</summary>
public static class Agreement
{
    static readonly FrozenSet<string> Symmetric = Set(MoveType.Partnership, MoveType.JointVenture, MoveType.Merger);
    static readonly FrozenSet<string> NeedsPartner = Set(MoveType.Partnership, MoveType.JointVenture, MoveType.Acquisition, MoveType.Merger, MoveType.Investment, MoveType.Contract, MoveType.Licensing);

    /// <summary>The type is equal, and some partner found where one is annotated and the type needs one.</summary>
    public static bool OfMove(ToldMove gold, ToldMove found) => gold.Type == found.Type && !(NeedsPartner.Contains(gold.Type) && gold.Partners.Length > 0 && found.Partners.Length == 0);

    /// <summary>The move, and all that analysts ask first: parties, sector, amount with currency, date.</summary>
    public static bool OfSix(ToldMove gold, ToldMove found) =>
        OfMove(gold, found) && OfParties(gold, found) && gold.Sector == found.Sector && OfAmount(gold, found) && OfDate(gold, found);

    /// <summary>The same parties, none too many.</summary>
    public static bool OfParties(ToldMove gold, ToldMove found) =>
        (gold.Company.IsSameAs(found.Company) || Symmetric.Contains(gold.Type)) && gold.Parties.Length == found.Parties.Length && NameKey.Agreeing(gold.Parties, found.Parties) == gold.Parties.Length;

    /// <summary>Half a percent of difference is rounding.</summary>
    public static bool OfAmount(ToldMove gold, ToldMove found) => gold.Amount is { } a && found.Amount is { } b
        ? Math.Abs(a - b) <= .005 * Math.Max(Math.Abs(a), 1) && (gold.Currency ?? "") == (found.Currency ?? "")
        : gold.Amount is null && found.Amount is null;

    public static bool OfDate(ToldMove gold, ToldMove found) => gold.Date == found.Date;

    /// <summary>How well two moves of one article fit each other; 0 if they cannot be the same.</summary>
    public static double Weight(ToldMove gold, ToldMove found)
    {
        if (!AreAlignable(gold, found) || gold.Partners.IsEmpty != found.Partners.IsEmpty && gold.Type != found.Type) return 0;
        var shared = gold.EvidenceWords.Count(found.EvidenceWords.Contains);
        return 100 + 200 * One(gold.Type == found.Type)
            + 40.0 * NameKey.Agreeing(gold.Partners, found.Partners) / Math.Max(Math.Max(gold.Partners.Length, found.Partners.Length), 1)
            + 20 * One(OfParties(gold, found)) + 15 * One(OfAmount(gold, found)) + 5 * One(gold.Sector == found.Sector) + 5 * One(OfDate(gold, found)) + 3 * One(gold.Status == found.Status)
            + 20.0 * shared / Math.Max(1, Math.Min(gold.EvidenceWords.Count, found.EvidenceWords.Count)) + One(!gold.Background);
    }

    /// <summary>The acting company agrees (where the parties are equals: any), and half of the partners where both name some.</summary>
    static bool AreAlignable(ToldMove gold, ToldMove found)
    {
        if (gold.Company.IsSameAs(found.Company))
            return gold.Partners.IsEmpty || found.Partners.IsEmpty || 2.0 * NameKey.Agreeing(gold.Partners, found.Partners) / (gold.Partners.Length + found.Partners.Length) >= .5;
        return Symmetric.Contains(gold.Type) && found.Parties.Length > 1 && 2.0 * NameKey.Agreeing(gold.Parties, found.Parties) / (gold.Parties.Length + found.Parties.Length) > .5;
    }

    static double One(bool fact) => fact ? 1 : 0;

    static FrozenSet<string> Set(params MoveType[] types) => types.Select(Terms.Of).ToFrozenSet(StringComparer.Ordinal);
}

namespace TechMoves;

/// <summary>What kinds of moves have in common: tellings of one move may name its type differently within a family.</summary>
public enum Family : byte { Control, Money, Listing, Pact, Launch, Site }

/// <summary>What the decision knows of each type of move.</summary>
public static class MoveTypes
{
    public static Family FamilyOf(MoveType type) => type switch
    {
        MoveType.Merger or MoveType.Acquisition or MoveType.Divestiture => Family.Control,
        MoveType.FundingRound or MoveType.Investment => Family.Money,
        MoveType.Ipo => Family.Listing,
        MoveType.Partnership or MoveType.JointVenture or MoveType.Licensing or MoveType.Contract => Family.Pact,
        MoveType.Trial or MoveType.ProductLaunch or MoveType.Development => Family.Launch,
        _ => Family.Site,
    };

    /// <summary>A company does it alone, even where others are named beside it.</summary>
    public static bool IsOfOne(MoveType type) => FamilyOf(type) is Family.Launch or Family.Site;

    /// <summary>Whether one step of two companies may be told as both.</summary>
    public static bool MayBeOne(MoveType a, MoveType b) => a == b || (FamilyOf(a), FamilyOf(b)) is (Family.Control or Family.Money or Family.Pact, Family.Control or Family.Money or Family.Pact);

    /// <summary>Happens once between the same parties, however long it takes: a company is bought, or goes public, once.</summary>
    public static bool IsOnce(MoveType type) => type is MoveType.Merger or MoveType.Acquisition or MoveType.Ipo;
}

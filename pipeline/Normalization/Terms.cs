namespace TechMoves;

/// <summary>What kind of step a move is, in the order in which the earlier wins where two fit.</summary>
public enum MoveType : byte
{
    Merger, JointVenture, Acquisition, Divestiture, FundingRound, Ipo, Investment, Contract, Licensing, Partnership, Trial, ProductLaunch, Expansion, MarketExit, Development,
}

/// <summary>How far a move has come.</summary>
public enum Status : byte { Rumoured, Planned, Announced, Completed, Rejected }

/// <summary>What has held up, ended or shaped a move, beside its status.</summary>
public enum StatusDetail : byte
{
    Considered, OfferMade, InTalks, Signed, PendingApproval, Delayed, Denied, RefusedByTarget, Blocked, Withdrawn, Terminated,
}

/// <summary>What the money of a move is.</summary>
public enum AmountKind : byte { Price, Round, Stake, Budget, Contract, Proceeds, Licence }

/// <summary>Who vouches for a move in an article.</summary>
public enum Asserter : byte { Company, NamedSource, UnnamedSource, Journalist }

/// <summary>The terms of the closed lists as the dataset and the lexicons write them: in lower case with underscores.</summary>
public static class Terms
{
    public static string Of<T>(T term) where T : struct, Enum => Names<T>.All[term];

    /// <summary>The term that is written so; the lexicons' schemas have checked that there is one.</summary>
    public static T Read<T>(string name) where T : struct, Enum =>
        Names<T>.Values.TryGetValue(name, out var term) ? term : throw new ConfigurationException($"'{name}' is not one of {string.Join(", ", Names<T>.Values.Keys)}");

    static string Snake(string name) => string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "_" : "") + char.ToLowerInvariant(c) : c.ToString()));

    static class Names<T> where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> All = Enum.GetValues<T>().ToFrozenDictionary(v => v, v => Snake(v.ToString()));
        public static readonly SortedDictionary<string, T> Values = new(All.ToDictionary(p => p.Value, p => p.Key), StringComparer.Ordinal);
    }
}

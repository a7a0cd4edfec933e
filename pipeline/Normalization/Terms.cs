using System.Runtime.CompilerServices;

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

/// <summary>The terms of the closed lists as the dataset and the lexicons write them: in lower case with underscores. All lists are bytes, counted from 0.</summary>
public static class Terms
{
    public static string Of<T>(T term) where T : struct, Enum => List<T>.Names[Unsafe.As<T, byte>(ref term)];

    /// <summary>The term that is written so; the lexicons' schemas have checked that there is one.</summary>
    public static T Read<T>(string name) where T : struct, Enum
    {
        var at = (byte)Array.IndexOf(List<T>.Names, name);
        return at < List<T>.Names.Length ? Unsafe.As<byte, T>(ref at) : throw new ConfigurationException($"'{name}' is not one of {string.Join(", ", List<T>.Names.Order(StringComparer.Ordinal))}");
    }

    static string Snake(string name) => string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "_" : "") + char.ToLowerInvariant(c) : c.ToString()));

    // Plain arrays: dictionaries would be compiled anew for each list whenever the program starts.
    static class List<T> where T : struct, Enum
    {
        public static readonly string[] Names = [.. Enum.GetNames<T>().Select(Snake)];
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace TechMoves;

/// <summary>A party as the decision compares it: hashes of its identity's Id and Kin, the last bit of Id telling whether a registry knows it.</summary>
public readonly record struct PartyHash(ulong Id, ulong Kin)
{
    public static PartyHash Of(Identity identity) => new(Gist.Hash(identity.Name) & ~1UL | (identity.IsRegistered ? 1UL : 0), Gist.Hash(identity.Kin));

    /// <summary>Companies of one group; or one whose name is the first word of the other's: two that begin with the same word may be strangers.</summary>
    public bool IsKinOf(PartyHash other) => Kin == other.Kin && (IsRegistered && other.IsRegistered || IsHead || other.IsHead);

    bool IsRegistered => (Id & 1) != 0;

    bool IsHead => (Id | 1) == (Kin | 1);
}

/// <summary>A sum of money as it is told, and between which bounds it may lie: up to and at least leave room. Currency packs the letters of its code, 0 where none is told.</summary>
public readonly record struct Sum(int Currency, double Told, double Low, double High)
{
    public Sum(string? currency, double told, double? most, Qualifier? qualifier) : this(Code(currency), told, told, most ?? told) => (Low, High) = qualifier switch
    {
        Qualifier.About => (told * 0.9, told * 1.1),
        Qualifier.UpTo => (told / 4, told),
        Qualifier.AtLeast => (told, told * 1.25),
        _ => (told, most ?? told),
    };

    public static int Code(string? currency) => currency is { Length: 3 } ? currency[0] << 16 | currency[1] << 8 | currency[2] : 0;
}

[InlineArray(Gist.MostParties)]
public struct PartyHashes
{
    PartyHash _first;
}

[InlineArray(Gist.MostWords)]
public struct WordHashes
{
    uint _first;
}

/// <summary>What the decision whether two sources tell one move reads of a source, and no more: numbers and hashes of fixed size and no reference, so that millions fit into memory.</summary>
public readonly struct Gist
{
    public const int MostParties = 4;
    public const int MostWords = 8;

    readonly PartyHashes _parties;
    readonly WordHashes _words;
    readonly byte _partyCount;
    readonly byte _wordCount;

    public Gist(int place, Source source, LedgerRow entry)
    {
        var facts = source.Facts;
        (Place, Article, Voice) = (place, Hash(source.ArticleId), Hash(entry.DuplicateOf ?? source.ArticleId));
        (Type, Status, Background, Kind) = (facts.Type, facts.Status, source.Background, facts.AmountKind);
        Published = entry.Published?.DayNumber ?? 0;
        Language = (uint)Hash(entry.Language);
        if (facts is { Date: { } date, DateBasis: not DateBasis.Published }) (First, Last) = (date.DayNumber, Telling.Last(date, facts.DatePrecision).DayNumber);
        if (facts.Amount is { } amount) Sum = new(facts.Currency, (double)amount, (double?)facts.AmountMax, facts.AmountQualifier);
        if (facts.AmountAlt is { } alt) Restated = new(facts.CurrencyAlt, (double)alt, null, facts.AmountQualifier);
        Stake = (float)(facts.StakePercent ?? 0);
        var seller = facts.Seller is { } name ? facts.Partners.IndexOf(name) + 1 : 0;
        // The seller stays when there are more parties than places.
        for (var i = 0; i < source.Parties.Length && _partyCount < MostParties; i++)
            if (_partyCount < MostParties - 1 || seller <= i || seller == 0) _parties[_partyCount++] = PartyHash.Of(source.Parties[seller > i && _partyCount == MostParties - 1 ? seller : i]);
        Seller = (sbyte)(facts.Type == MoveType.Divestiture ? 0 : seller == 0 ? -1 : Math.Min(seller, MostParties - 1));
        if (facts.Product is not { } product) return;
        foreach (var word in ProductWords.Of(product, [facts.Company, .. facts.Partners]))
            if (_wordCount < MostWords) _words[_wordCount++] = word;
    }

    /// <summary>The company that gets the money of a round or an investment.</summary>
    public PartyHash? Raiser => Type switch
    {
        MoveType.FundingRound => Parties[0],
        MoveType.Investment when _partyCount > 1 => Parties[1],
        _ => null,
    };

    /// <summary>Its number among the tellings in their order: by it the caller finds the source again.</summary>
    public int Place { get; }

    public ulong Article { get; }

    /// <summary>Of the article that this one copies, or of itself.</summary>
    public ulong Voice { get; }

    /// <summary>The hash of its code.</summary>
    public uint Language { get; }

    public MoveType Type { get; }

    public Status Status { get; }

    public bool Background { get; }

    public AmountKind? Kind { get; }

    /// <summary>The day number of publication; 0 where it is not known.</summary>
    public int Published { get; }

    /// <summary>The first day of the period that the text tells; 0 where it tells none.</summary>
    public int First { get; }

    public int Last { get; }

    /// <summary>Zero where none is told.</summary>
    public Sum Sum { get; }

    public Sum Restated { get; }

    /// <summary>In per cent; 0 where none is told.</summary>
    public float Stake { get; }

    /// <summary>Which party sells; -1 where none is told.</summary>
    public sbyte Seller { get; }

    /// <summary>The company, then the partners.</summary>
    [UnscopedRef]
    public ReadOnlySpan<PartyHash> Parties => ((ReadOnlySpan<PartyHash>)_parties)[.._partyCount];

    /// <summary>The words of the product, as ProductWords hashes them.</summary>
    [UnscopedRef]
    public ReadOnlySpan<uint> Words => ((ReadOnlySpan<uint>)_words)[.._wordCount];

    /// <summary>FNV-1a over UTF-16, stirred: the same on every machine.</summary>
    public static ulong Hash(ReadOnlySpan<char> text)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in text) hash = (hash ^ c) * 1099511628211UL;
        return Stirred(hash);
    }

    public static ulong Hash(ulong a, ulong b) => Stirred((a * 0x9E3779B97F4A7C15UL) ^ BitOperations.RotateLeft(b, 31));

    static ulong Stirred(ulong hash)
    {
        hash = (hash ^ (hash >> 32)) * 0xD6E8FEB86659FD93UL;
        return hash ^ (hash >> 32);
    }
}

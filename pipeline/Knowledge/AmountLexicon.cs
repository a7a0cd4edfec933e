namespace TechMoves;

/// <summary>What words around a sum do, qualifiers apart; the schema of amount-markers.csv says more.</summary>
public enum MarkerRole : byte { Between, And, From, To, Change, Restate, Filler, Follower, Count, Percent }

/// <summary>How a price is told that nobody tells: by itself (an undisclosed sum), or said (not disclosed) of a word of terms.</summary>
public enum UndisclosedPart : byte { Sum, Said, Terms }

/// <summary>Words that say what a sum is, and how many tokens may stand between them and the sum.</summary>
public readonly record struct UseCue(AmountUse Use, int Reach);

/// <summary>Everything one language knows of sums of money: numbers, currencies, qualifiers, uses.</summary>
public sealed class AmountLexicon
{
    readonly Phrases<bool>[] _markers = [.. Enum.GetValues<MarkerRole>().Select(_ => new Phrases<bool>())];

    AmountLexicon(string folder, string schemas, Language language, World world)
    {
        Numbers = NumberLexicon.Read(folder, schemas, language);
        Currencies = CurrencyLexicon.Read(folder, schemas, language, world, Numbers);
        foreach (var row in Table.Read(Path.Combine(folder, "amount-markers.csv"), schemas))
            if (Enum.TryParse<MarkerRole>(row["role"], ignoreCase: true, out var role)) _markers[(int)role].Add(row["phrase"], language, true);
            else Side(row, QualifiersBefore, QualifiersAfter).Add(row["phrase"], language, Enum.Parse<Qualifier>(Words(row["role"]), ignoreCase: true));
        foreach (var row in Table.Read(Path.Combine(folder, "amount-uses.csv"), schemas))
            Side(row, UsesBefore, UsesAfter).Add(row["phrase"], language, new(Enum.Parse<AmountUse>(Words(row["use"]), ignoreCase: true), (int)row.Number("reach")));
        foreach (var row in Table.Read(Path.Combine(folder, "undisclosed.csv"), schemas)) Undisclosed.Add(row["phrase"], language, Enum.Parse<UndisclosedPart>(row["part"], ignoreCase: true));
    }

    public NumberLexicon Numbers { get; }

    public CurrencyLexicon Currencies { get; }

    public Phrases<Qualifier> QualifiersBefore { get; } = new();

    public Phrases<Qualifier> QualifiersAfter { get; } = new();

    public Phrases<UseCue> UsesBefore { get; } = new();

    public Phrases<UseCue> UsesAfter { get; } = new();

    public Phrases<UndisclosedPart> Undisclosed { get; } = new();

    public static AmountLexicon Read(string folder, string schemas, Language language, World world) => new(folder, schemas, language, world);

    /// <summary>The number of tokens of the marker of this role that starts at tokens[at]; 0 if there is none.</summary>
    public int Marker(MarkerRole role, ReadOnlySpan<Token> tokens, int at) => at < tokens.Length ? _markers[(int)role].Match(tokens[at..], out _) : 0;

    static string Words(string value) => value.Replace("_", "", StringComparison.Ordinal);

    static Phrases<T> Side<T>(TableRow row, Phrases<T> before, Phrases<T> after) => row["place"] switch
    {
        "before" => before,
        "after" => after,
        _ => throw row.Fault("column place is missing"),
    };
}

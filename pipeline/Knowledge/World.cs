namespace TechMoves;

/// <summary>A currency of ISO 4217 that a business desk meets: its code, signs and the countries whose adjective names it.</summary>
public sealed record Currency(string Code, IReadOnlyList<string> Signs, int Decimals);

/// <summary>The language-neutral facts of data/: currencies, companies, places, outlets; loaded once.</summary>
public sealed class World
{
    World(string folder, string schemas)
    {
        Currencies = Table.Read(Path.Combine(folder, "currencies.csv"), schemas)
            .ToFrozenDictionary(r => r["code"], r => new Currency(r["code"], r.List("signs"), (int)r.Number("decimals")), StringComparer.Ordinal);
    }

    public FrozenDictionary<string, Currency> Currencies { get; }

    public static World Read(string folder, string schemas) => new(folder, schemas);
}

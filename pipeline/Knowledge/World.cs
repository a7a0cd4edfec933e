namespace TechMoves;

/// <summary>A currency of ISO 4217 that a business desk meets: its code, the units it is called by (dollar), the countries whose adjective selects it, its signs.</summary>
/// <param name="Order">Its place in the table: of two currencies that share a sign, the first has it.</param>
public sealed record Currency(string Code, IReadOnlyList<string> Units, IReadOnlyList<string> Countries, IReadOnlyList<string> Signs, int Decimals, int Order);

/// <summary>The language-neutral facts of data/: currencies, companies, places, outlets; loaded once.</summary>
public sealed class World
{
    World(string folder, string schemas)
    {
        Currencies = Table.Read(Path.Combine(folder, "currencies.csv"), schemas)
            .ToFrozenDictionary(r => r["code"], r => new Currency(r["code"], r.List("units"), r.List("countries"), r.List("signs"), (int)r.Number("decimals"), r.Line), StringComparer.Ordinal);
    }

    public FrozenDictionary<string, Currency> Currencies { get; }

    public static World Read(string folder, string schemas) => new(folder, schemas);
}

namespace TechMoves;

/// <summary>Where a currency's name stands: After the number, on Both sides, or Weak: after, and only beside a scale or a thousand.</summary>
public enum CurrencyPlace : byte { After, Both, Weak }

/// <summary>A name or sign of a currency as news prints it.</summary>
/// <param name="Code">The currency meant where the paragraph does not say otherwise; null if there is no telling.</param>
/// <param name="Shared">The sign or unit that several currencies share, or null.</param>
/// <param name="Sign">The exact spelling where letters are significant (A$ is no "a $"), or null.</param>
/// <param name="Factor">Its value in units of the currency: 0.01 for a cent, 1000000 for MEUR.</param>
public readonly record struct CurrencyName(string? Code, string? Shared, string? Sign, decimal Factor, CurrencyPlace Place);

/// <summary>The names of currencies in one language and the words that tell apart those that share a name.</summary>
public sealed record CurrencyLexicon(Phrases<CurrencyName> Names, Phrases<(string Shared, string Code)> Contexts, FrozenSet<string> Contested)
{
    public static CurrencyLexicon Read(string folder, string schemas, Language language, World world, NumberLexicon numbers)
    {
        var names = new Phrases<CurrencyName>();
        foreach (var currency in world.Currencies.Values.OrderBy(c => c.Order)) AddSigns(names, currency, language, numbers);
        AddWords(names, folder, schemas, language, world);
        var contexts = new Phrases<(string, string)>();
        var contested = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in Table.Read(Path.Combine(folder, "currency-contexts.csv"), schemas))
        {
            contested.Add(row["name"]);
            foreach (var word in row.List("words")) contexts.Add(word, language, (row["name"], Known(row, world)!));
        }
        return new(names, contexts, contested.ToFrozenSet(StringComparer.Ordinal));
    }

    static void AddSigns(Phrases<CurrencyName> names, Currency currency, Language language, NumberLexicon numbers)
    {
        foreach (var sign in currency.Signs)
        {
            names.Add(sign, language, new(currency.Code, sign, sign, 1, CurrencyPlace.Both));
            if (sign != currency.Code) continue;
            // Tables of results print KEUR and MUSD; a B or T before the code is more often the name of a token.
            foreach (var (letter, value) in numbers.Letters.Where(l => l.Value <= 1_000_000))
                foreach (var spelling in new[] { letter, letter.ToUpperInvariant() })
                    names.Add(spelling + sign, language, new(currency.Code, null, spelling + sign, value, CurrencyPlace.Both));
        }
    }

    static void AddWords(Phrases<CurrencyName> names, string folder, string schemas, Language language, World world)
    {
        var nationalities = Table.Read(Path.Combine(folder, "currency-nationalities.csv"), schemas);
        var called = world.Currencies.Values.SelectMany(c => c.Units.SelectMany(unit => c.Countries.Select(country => (Called: (unit, country), Currency: c)))).ToLookup(c => c.Called, c => c.Currency);
        foreach (var row in Table.Read(Path.Combine(folder, "currency-words.csv"), schemas))
        {
            var factor = row.Optional("factor") is null ? 1 : row.Number("factor");
            var place = Enum.Parse<CurrencyPlace>(row["place"], ignoreCase: true);
            foreach (var form in row.List("forms")) names.Add(form, language, new(Known(row, world), row.Optional("unit"), form.Contains('$', StringComparison.Ordinal) ? form : null, factor, place));
            if (row.Optional("unit") is not { } unit) continue;
            foreach (var nationality in nationalities)
                foreach (var currency in called[(unit, nationality["country"])])
                    foreach (var word in nationality.List("forms"))
                        foreach (var form in row.List("forms"))
                            names.Add(nationality["place"] == "before" ? $"{word} {form}" : $"{form} {word}", language, new(currency.Code, null, null, factor, CurrencyPlace.After));
        }
    }

    static string? Known(TableRow row, World world) => row.Optional("currency") is not { } code ? null
        : world.Currencies.ContainsKey(code) ? code
        : throw row.Fault($"currency {code} is not in currencies.csv");
}

namespace TechMoves;

/// <summary>Between which bounds the units of currencies have stood, in US dollars. Two currencies compare by the widest bounds that theirs allow.</summary>
public sealed class Rates
{
    public static readonly Rates None = new(FrozenDictionary<string, (decimal Least, decimal Most)>.Empty);

    /// <summary>Journalists round, and take the rate of another day.</summary>
    const decimal Slack = 1.1m;

    readonly FrozenDictionary<string, (decimal Least, decimal Most)> _dollars;

    Rates(FrozenDictionary<string, (decimal Least, decimal Most)> dollars) => _dollars = dollars;

    /// <summary>Reads data/exchange-rates.csv.</summary>
    public static Rates Read(string data, string schemas)
    {
        var bounds = new Dictionary<string, (decimal, decimal)>(StringComparer.Ordinal);
        foreach (var row in Table.Read(Path.Combine(data, "exchange-rates.csv"), schemas))
        {
            var (least, most) = (Number(row["least"]), Number(row["most"]));
            if (least > most) throw row.Fault("least is more than most");
            if (!bounds.TryAdd(row["currency"], (least, most))) throw row.Fault($"'{row["currency"]}' stands in an earlier line");
        }
        return new(bounds.ToFrozenDictionary(StringComparer.Ordinal));

        static decimal Number(string value) => decimal.Parse(value, NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    /// <summary>Whether one sum may be the other in another currency; what is not known may be anything.</summary>
    public bool Agree(decimal amount, string? currency, decimal other, string? otherCurrency)
    {
        if (Dollars(amount, currency) is not { } one || Dollars(other, otherCurrency) is not { } two) return true;
        return one.Most * Slack >= two.Least && two.Most * Slack >= one.Least;
    }

    /// <summary>The least that a sum is worth in dollars; of a currency that is not known, the sum itself.</summary>
    public decimal AtLeast(decimal amount, string? currency) => Dollars(amount, currency)?.Least ?? amount;

    (decimal Least, decimal Most)? Dollars(decimal amount, string? currency) => currency is not null && _dollars.TryGetValue(currency, out var rate) ? (amount * rate.Least, amount * rate.Most) : null;
}

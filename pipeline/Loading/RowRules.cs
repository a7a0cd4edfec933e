namespace TechMoves;

/// <summary>One row of CSV, by column name; null for a column that the table lacks or that is empty.</summary>
public readonly record struct CellRow(FrozenDictionary<string, int> Places, string?[] Cells)
{
    public string? this[string column] => Places.TryGetValue(column, out var place) ? Cells[place] : null;

    public bool Has(string column) => Places.ContainsKey(column);
}

/// <summary>What the columns of one row owe each other: the rules that a schema of single columns cannot say.</summary>
public static class RowRules
{
    /// <summary>A filled column, and the one that must then be filled too.</summary>
    static readonly (string Filled, string Needed)[] Needs =
    [
        ("currency", "amount"), ("amount_qualifier", "amount"), ("amount_max", "amount"), ("amount_alt", "amount"), ("currency_alt", "amount_alt"),
        ("partner", "partners"), ("partners", "partner"), ("partner_id", "partner"),
        ("date", "date_precision"), ("date", "date_basis"), ("date_precision", "date"), ("date_basis", "date"),
    ];

    /// <summary>How the date of a period ends.</summary>
    static readonly FrozenDictionary<string, string[]> FirstDays = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["month"] = ["-01"],
        ["quarter"] = ["-01-01", "-04-01", "-07-01", "-10-01"],
        ["year"] = ["-01-01"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IEnumerable<(string Column, string Rule)> Faults(CellRow row) =>
        row.Has("date_precision") ? [.. MoveFaults(row), .. row.Has("evidence") ? EvidenceFaults(row) : []]
        : row.Has("duplicate_of") ? LedgerFaults(row)
        : [];

    static IEnumerable<(string Column, string Rule)> MoveFaults(CellRow row)
    {
        foreach (var (filled, needed) in Needs)
            if (row[filled] is not null && row[needed] is null) yield return (needed, $"is missing beside {filled}");
        if (row["partners"] is { } partners && row["partner"] is { } partner && partners != partner && !partners.StartsWith(partner + Cell.Separator, StringComparison.Ordinal))
            yield return ("partner", "is not the first of partners");
        if (row["amount_qualifier"] == Terms.Of(Qualifier.Range) != row["amount_max"] is not null) yield return ("amount_max", "goes with the qualifier range alone");
        if (row["date_precision"] is { } precision && row["date"] is { } date && FirstDays.TryGetValue(precision, out var ends) && !ends.Any(e => date.EndsWith(e, StringComparison.Ordinal)))
            yield return ("date", $"is not the first day of a {precision}");
    }

    static IEnumerable<(string Column, string Rule)> EvidenceFaults(CellRow row)
    {
        if (row["evidence"] is { } evidence && long.TryParse(row["evidence_start"], CultureInfo.InvariantCulture, out var start) && long.TryParse(row["evidence_end"], CultureInfo.InvariantCulture, out var end)
            && evidence.EnumerateRunes().Count() != end - start) yield return ("evidence_end", "evidence_end - evidence_start is not the length of evidence in code points");
        if (row["spans"] is not { } spans) yield break;
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var span in spans.Split(Cell.Separator))
        {
            if (Spans.Read(span) is not { } place) yield return ("spans", $"'{span}' is not name=start:end with start before end and a known name");
            else if (!names.Add(place.Name)) yield return ("spans", $"'{place.Name}' stands twice");
        }
        if (!Spans.InOrder(spans)) yield return ("spans", "are not in the order of the columns");
    }

    static IEnumerable<(string Column, string Rule)> LedgerFaults(CellRow row)
    {
        if (row["outcome"] == Terms.Of(Outcome.Duplicate) != row["duplicate_of"] is not null) yield return ("duplicate_of", "goes with the outcome duplicate alone");
        if (row["outcome"] == Terms.Of(Outcome.Rejected) && row["reason"] is null) yield return ("reason", "is missing beside the outcome rejected");
        if (row["outcome"] == Terms.Of(Outcome.Moves) && row["moves"] == "0") yield return ("moves", "is 0 beside the outcome moves");
        if (row["outcome"] is "no_move" or "rejected" && row["moves"] != "0") yield return ("moves", $"is not 0 beside the outcome {row["outcome"]}");
    }
}

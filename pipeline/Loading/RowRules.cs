namespace TechMoves;

/// <summary>What the columns of one row owe each other: the rules that a schema of single columns cannot say.</summary>
public sealed class RowRules
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

    readonly (int Filled, int Needed)[] _needs;
    readonly (int Partner, int Partners, int Qualifier, int Most, int Date, int Precision)? _move;
    readonly (int Evidence, int Start, int End, int Spans)? _told;
    readonly (int Outcome, int Reason, int DuplicateOf, int Moves)? _entry;

    /// <param name="columns">The columns of the table: they decide which rules there are.</param>
    public RowRules(IEnumerable<string> columns)
    {
        var names = columns.ToArray();
        int At(string name) => Array.IndexOf(names, name) is >= 0 and var place ? place : names.Length;
        var isMove = names.Contains("date_precision", StringComparer.Ordinal);
        _needs = isMove ? [.. Needs.Select(n => (At(n.Filled), At(n.Needed)))] : [];
        if (isMove) _move = (At("partner"), At("partners"), At("amount_qualifier"), At("amount_max"), At("date"), At("date_precision"));
        if (names.Contains("evidence", StringComparer.Ordinal)) _told = (At("evidence"), At("evidence_start"), At("evidence_end"), At("spans"));
        if (names.Contains("duplicate_of", StringComparer.Ordinal)) _entry = (At("outcome"), At("reason"), At("duplicate_of"), At("moves"));
    }

    /// <summary>Adds what is wrong with a row; a column that the table lacks is empty.</summary>
    public void Check(ReadOnlySpan<string?> cells, List<(string Column, string Rule)> faults)
    {
        for (var i = 0; i < _needs.Length; i++)
            if (At(cells, _needs[i].Filled) is not null && At(cells, _needs[i].Needed) is null) faults.Add((Needs[i].Needed, $"is missing beside {Needs[i].Filled}"));
        if (_move is not null) CheckMove(cells, faults);
        if (_told is not null) CheckEvidence(cells, faults);
        if (_entry is not null) CheckEntry(cells, faults);
    }

    void CheckMove(ReadOnlySpan<string?> cells, List<(string, string)> faults)
    {
        var at = _move!.Value;
        if (At(cells, at.Partners) is { } partners && At(cells, at.Partner) is { } partner && partners != partner && !(partners.StartsWith(partner, StringComparison.Ordinal) && partners[partner.Length] == Cell.Separator))
            faults.Add(("partner", "is not the first of partners"));
        if (At(cells, at.Qualifier) == Range != At(cells, at.Most) is not null) faults.Add(("amount_max", "goes with the qualifier range alone"));
        if (At(cells, at.Precision) is { } precision && At(cells, at.Date) is { } date && FirstDays.TryGetValue(precision, out var ends) && !Array.Exists(ends, e => date.EndsWith(e, StringComparison.Ordinal)))
            faults.Add(("date", $"is not the first day of a {precision}"));
    }

    void CheckEvidence(ReadOnlySpan<string?> cells, List<(string, string)> faults)
    {
        var at = _told!.Value;
        if (At(cells, at.Evidence) is { } evidence && long.TryParse(At(cells, at.Start), CultureInfo.InvariantCulture, out var start) && long.TryParse(At(cells, at.End), CultureInfo.InvariantCulture, out var end)
            && CodePoints(evidence) != end - start) faults.Add(("evidence_end", "evidence_end - evidence_start is not the length of evidence in code points"));
        if (At(cells, at.Spans) is { } spans && !Spans.AreSound(spans)) faults.AddRange(Spans.Faults(spans).Select(fault => ("spans", fault)));
    }

    void CheckEntry(ReadOnlySpan<string?> cells, List<(string, string)> faults)
    {
        var at = _entry!.Value;
        var (outcome, moves) = (At(cells, at.Outcome), At(cells, at.Moves));
        if (outcome == Duplicate != At(cells, at.DuplicateOf) is not null) faults.Add(("duplicate_of", "goes with the outcome duplicate alone"));
        if (outcome == Rejected && At(cells, at.Reason) is null) faults.Add(("reason", "is missing beside the outcome rejected"));
        if (outcome == Told && moves == "0") faults.Add(("moves", "is 0 beside the outcome moves"));
        if (outcome is not null && (outcome == NoMove || outcome == Rejected) && moves != "0") faults.Add(("moves", $"is not 0 beside the outcome {outcome}"));
    }

    static string? At(ReadOnlySpan<string?> cells, int place) => place < cells.Length ? cells[place] : null;

    // A letter beyond the basic plane is two units.
    static int CodePoints(string text)
    {
        var count = text.Length;
        for (var i = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDBFF'); i >= 0 && i + 1 < text.Length; i++)
            if (char.IsSurrogatePair(text[i], text[i + 1])) count--;
        return count;
    }

    static readonly string Range = Terms.Of(Qualifier.Range), Duplicate = Terms.Of(Outcome.Duplicate), Rejected = Terms.Of(Outcome.Rejected), Told = Terms.Of(Outcome.Moves), NoMove = Terms.Of(Outcome.NoMove);
}

namespace TechMoves;

/// <summary>What a person corrects: two moves are one; articles of a move tell another one; a move is none; a value is another.</summary>
public enum Correction : byte { Merge, Split, Withdraw, Set }

/// <summary>One line of data/overrides.csv. Value is the id of the move that takes over (merge), the articles that leave (split), or the value of Field (set).</summary>
public sealed record Override(Correction Action, string MoveId, string? Field, string? Value, string Who, DateOnly When, string Why, string Path, int Line)
{
    public ImmutableArray<string> Articles { get; } = Action == Correction.Split ? [.. Value!.Split(Cell.Separator)] : [];

    public string Place => string.Create(CultureInfo.InvariantCulture, $"{Path}:{Line}");

    public string Reason => string.Create(CultureInfo.InvariantCulture, $"{Why} ({Who}, {When:yyyy-MM-dd})");
}

/// <summary>The corrections that people made, applied last. Each names a move by any id that it ever had.</summary>
public sealed class Overrides
{
    public static readonly Overrides None = new([], null);

    readonly FrozenDictionary<string, Override[]> _byMove;
    readonly HashSet<Override> _applied = [];
    readonly TableSchema? _moves;

    Overrides(IReadOnlyList<Override> all, TableSchema? moves)
    {
        (All, _moves) = (all, moves);
        _byMove = all.SelectMany(o => o.Action == Correction.Merge ? new[] { (o.MoveId, o), (o.Value!, o) } : [(o.MoveId, o)]).GroupBy(o => o.Item1, o => o.o, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
    }

    public IReadOnlyList<Override> All { get; }

    public bool IsEmpty => All.Count == 0;

    /// <summary>Those that nothing was found for: their id was never published, or its move is told no more.</summary>
    public IEnumerable<Override> Unused => All.Where(o => !_applied.Contains(o));

    /// <summary>Reads data/overrides.csv; a line that cannot be meant ends the program with its file and line.</summary>
    public static Overrides Read(string data, string schemas)
    {
        var moves = TableSchema.Read(Path.Combine(schemas, "moves.json"));
        var rows = Table.Read(Path.Combine(data, "overrides.csv"), schemas);
        return new([.. rows.Select(row => Read(row, moves))], moves);
    }

    /// <summary>The corrections of this kind for a move that has these ids.</summary>
    public IEnumerable<Override> For(IEnumerable<string> ids, Correction action)
    {
        if (_byMove.Count == 0) return [];
        return ids.SelectMany(id => _byMove.GetValueOrDefault(id, [])).Where(o => o.Action == action).Distinct().OrderBy(o => o.Line);
    }

    public void Applied(Override correction)
    {
        lock (_applied) _applied.Add(correction);
    }

    /// <summary>The move with the values that people set. What they set must leave a row that keeps the contract.</summary>
    public Move Set(Move move, IEnumerable<string> ids)
    {
        foreach (var correction in For(ids, Correction.Set))
        {
            move = move with { Facts = Corrected.Of(move.Facts, correction.Field!, correction.Value) };
            Applied(correction);
        }
        return move;
    }

    /// <summary>Refuses a move that people's values have broken, naming the line.</summary>
    public void Check(Move move, IEnumerable<string> ids)
    {
        if (For(ids, Correction.Set).LastOrDefault() is not { } last || _moves is null) return;
        if (new RowCheck("moves", _moves).Faults(Sheet.Cells(Columns.Moves, move)) is [var (column, rule), ..])
            throw new ConfigurationException($"{last.Place}: with this value {column} of {move.Id} {rule}");
    }

    static Override Read(TableRow row, TableSchema moves)
    {
        var action = Terms.Read<Correction>(row["action"]);
        var (field, value) = (row.Optional("field"), row.Optional("value"));
        if (action == Correction.Set)
        {
            if (field is null || !Corrected.Fields.Contains(field, StringComparer.Ordinal)) throw row.Fault($"field must be one of {string.Join(", ", Corrected.Fields)}");
            if (moves.Columns.Single(c => c.Name == field).Fault(value ?? "") is { } fault) throw row.Fault($"value of {field} {fault}");
        }
        else if (field is not null) throw row.Fault($"field goes with set alone, not with {row["action"]}");
        if (action == Correction.Withdraw && value is not null) throw row.Fault("value is empty for withdraw");
        if (action == Correction.Split && value is null) throw row.Fault("value must list the articles that leave, joined by |");
        if (action == Correction.Merge && (value is null || moves.Columns.Single(c => c.Name == "move_id").Fault(value) is not null || value == row["move_id"])) throw row.Fault("value must be the id of the other move, which takes over");
        return new(action, row["move_id"], field, value, row["who"], DateOnly.ParseExact(row["when"], "yyyy-MM-dd", CultureInfo.InvariantCulture), row["why"], row.Path, row.Line);
    }
}

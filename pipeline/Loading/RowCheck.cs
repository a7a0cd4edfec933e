namespace TechMoves;

/// <summary>The check of one table's rows by themselves: each value against its column, and what columns owe each other.</summary>
public sealed class RowCheck
{
    const int Remembered = 1 << 10;

    readonly TableSchema _schema;
    readonly RowRules _rules;
    readonly List<(string Column, string Rule)> _faults = [];
    readonly string?[]?[] _accepted;
    readonly string?[] _last;
    readonly int[] _keys;

    public RowCheck(string table, TableSchema schema)
    {
        (Table, _schema) = (table, schema);
        _rules = new(schema.Columns.Select(c => c.Name));
        // The same few values come again and again: what a column has accepted it need not look at twice.
        _accepted = [.. schema.Columns.Select(c => c is { Type: "string", Allowed: null, Pattern: null } ? null : new string?[Remembered])];
        _last = new string?[schema.Columns.Count];
        _keys = [.. schema.PrimaryKey.Select(k => schema.Columns.Select(c => c.Name).ToList().IndexOf(k))];
    }

    public string Table { get; }

    /// <summary>The row's name in messages: its key, else its number.</summary>
    public string Key(string?[] cells, long number) => _keys.Length > 0 ? string.Join(' ', _keys.Select(k => cells[k])) : $"row {number.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Whether two rows have one key.</summary>
    public bool IsSame(string?[] cells, string?[] other) => _keys.Length > 0 && Array.TrueForAll(_keys, k => cells[k] == other[k]);

    /// <summary>What is wrong with a row; gone when the next is checked.</summary>
    public IReadOnlyList<(string Column, string Rule)> Faults(string?[] cells)
    {
        _faults.Clear();
        for (var i = 0; i < cells.Length; i++)
            if (Fault(i, cells[i]) is { } rule) _faults.Add((_schema.Columns[i].Name, rule));
        _rules.Check(cells, _faults);
        return _faults;
    }

    string? Fault(int column, string? cell)
    {
        var schema = _schema.Columns[column];
        if (cell is null) return schema.Required ? schema.Fault("") : null;
        if (ReferenceEquals(cell, _last[column])) return null;
        if (_accepted[column] is not { } accepted) return schema.MaxLength is null ? null : schema.Fault(cell);
        ref var place = ref accepted[cell.GetHashCode(StringComparison.Ordinal) & (Remembered - 1)];
        if (place != cell)
        {
            if (schema.Fault(cell) is { } fault) return fault;
            place = cell;
        }
        _last[column] = cell;
        return null;
    }
}

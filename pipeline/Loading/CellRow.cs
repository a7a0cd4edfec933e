namespace TechMoves;

/// <summary>One row of CSV, by column name; null for a column that the table lacks or that is empty.</summary>
public readonly record struct CellRow(FrozenDictionary<string, int> Places, string?[] Cells)
{
    public string? this[string column] => Places.TryGetValue(column, out var place) ? Cells[place] : null;
}

namespace TechMoves;

/// <summary>The orders of the published tables.</summary>
public static class Order
{
    /// <summary>By company, date, type and id; what has no date comes last.</summary>
    public static int Moves(Move a, Move b) => string.CompareOrdinal(a.Facts.Company, b.Facts.Company) is not 0 and var company ? company
        : (a.Facts.Date ?? DateOnly.MaxValue).CompareTo(b.Facts.Date ?? DateOnly.MaxValue) is not 0 and var date ? date
        : string.CompareOrdinal(Terms.Of(a.Facts.Type), Terms.Of(b.Facts.Type)) is not 0 and var type ? type
        : string.CompareOrdinal(a.Id, b.Id);

    /// <summary>By all columns from left to right, empty values last.</summary>
    public static int Issues(Issue a, Issue b)
    {
        foreach (var column in Columns.Issues)
            if (string.CompareOrdinal(Cell.Of(column, a) ?? "\uffff", Cell.Of(column, b) ?? "\uffff") is not 0 and var order) return order;
        return 0;
    }
}

namespace TechMoves;

/// <summary>Rows found right, found wrong, and missed.</summary>
public readonly record struct Tally(int Right, int Wrong, int Missed)
{
    public double Precision => Right + Wrong > 0 ? (double)Right / (Right + Wrong) : 0;

    public double Recall => Right + Missed > 0 ? (double)Right / (Right + Missed) : 0;

    public double F1 => Precision + Recall > 0 ? 2 * Precision * Recall / (Precision + Recall) : 0;

    public static Tally operator +(Tally left, Tally right) => Add(left, right);

    public static Tally Add(Tally left, Tally right) => new(left.Right + right.Right, left.Wrong + right.Wrong, left.Missed + right.Missed);
}

/// <summary>A value that is compared: whether a move tells it, and whether a found move tells it as the annotated one does.</summary>
public sealed record ComparedField(string Name, Func<ToldMove, bool> Has, Func<ToldMove, ToldMove, bool> IsRight)
{
    public static readonly ImmutableArray<ComparedField> All =
    [
        new("company", _ => true, (g, p) => g.Company.IsSameAs(p.Company)),
        new("company_exact", _ => true, (g, p) => g.Company.IsEqualTo(p.Company)),
        new("partners", m => !m.Partners.IsEmpty, Agreement.OfParties),
        new("type", _ => true, (g, p) => g.Type == p.Type),
        new("status", _ => true, (g, p) => g.Status == p.Status),
        new("sector", _ => true, (g, p) => g.Sector == p.Sector),
        new("amount", m => m.Amount is not null, Agreement.OfAmount),
        new("amount_none", m => m.Amount is null, Agreement.OfAmount),
        new("date", m => m.Date is not null, Agreement.OfDate),
        new("date_none", m => m.Date is null, Agreement.OfDate),
        new("main", _ => true, (_, p) => !p.Background),
    ];
}

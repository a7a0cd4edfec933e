namespace TechMoves;

/// <summary>The rows of one article beside its annotation: each annotated move with the row that tells it or null, and the rows that tell none.</summary>
public sealed record Alignment(ImmutableArray<(ToldMove Gold, ToldMove? Found)> Pairs, ImmutableArray<ToldMove> Strays)
{
    /// <summary>Aligns one to one, as well as can be.</summary>
    public static Alignment Of(ImmutableArray<ToldMove> gold, IReadOnlyList<ToldMove> found)
    {
        var assigned = Assignment.Of([.. gold.Select(g => found.Select(p => Agreement.Weight(g, p)).ToArray())]);
        return new([.. gold.Select((g, i) => (g, assigned[i] >= 0 ? found[assigned[i]] : null))], [.. found.Where((_, j) => !assigned.Contains(j))]);
    }
}

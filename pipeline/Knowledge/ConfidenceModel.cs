namespace TechMoves;

/// <summary>The linear model of confidence.csv: a weight for each feature, and how often rows of a predicate or type were right in the articles that it was trained on.</summary>
public sealed record ConfidenceModel(FrozenDictionary<string, double> Weights, FrozenDictionary<string, double> Precisions)
{
    public const string Bias = "bias";

    /// <summary>The precision under this name is that of all rows.</summary>
    public const string All = "all";

    public static ConfidenceModel Of(IReadOnlyList<TableRow> rows) => new(Column(rows, "weight"), Column(rows, "precision"));

    /// <summary>The log odds that a row of this predicate is right: its own precision, else that of its type.</summary>
    public double Prior(string predicate, MoveType type) => Logit(
        Precisions.TryGetValue(predicate, out var own) ? own : Precisions.TryGetValue(Terms.Of(type), out var ofType) ? ofType : Precisions.GetValueOrDefault(All, 0.5));

    /// <summary>The probability that the row is right.</summary>
    public double Probability(ReadOnlySpan<double> features)
    {
        var sum = Weights.GetValueOrDefault(Bias);
        for (var i = 0; i < features.Length; i++) sum += Weights.GetValueOrDefault(Signals.Names[i]) * features[i];
        return 1 / (1 + Math.Exp(-sum));
    }

    public static double Logit(double share) => Math.Log(share / (1 - share));

    static FrozenDictionary<string, double> Column(IEnumerable<TableRow> rows, string kind) =>
        rows.Where(r => r["kind"] == kind).ToFrozenDictionary(r => r["name"], r => (double)r.Number("value"), StringComparer.Ordinal);
}

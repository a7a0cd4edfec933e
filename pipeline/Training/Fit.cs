namespace TechMoves;

/// <summary>A model fitted on examples, with the precisions that its prior comes from.</summary>
public sealed record Fit(Precisions Precisions, LogisticRegression Model)
{
    public static Fit Of(IReadOnlyList<Example> examples, double penalty)
    {
        var precisions = new Precisions(examples);
        return new(precisions, LogisticRegression.Fit([.. examples.Select(e => Features(precisions, e))], [.. examples.Select(e => e.IsRight)], penalty));
    }

    /// <summary>The probability that the example's row is right.</summary>
    public double Of(Example example) => Model.Probability(Features(Precisions, example));

    /// <summary>Cross-validated: for each example its probability by the model of the other folds.</summary>
    public static double[] Validated(IReadOnlyList<Example> examples, double penalty)
    {
        var fits = Enumerable.Range(0, Example.Folds).AsParallel().AsOrdered().Select(fold => examples.Any(e => e.Fold != fold) ? Of([.. examples.Where(e => e.Fold != fold)], penalty) : null).ToArray();
        return [.. examples.Select(e => fits[e.Fold]?.Of(e) ?? 0.5)];
    }

    static double[] Features(Precisions precisions, Example example)
    {
        double[] features = [.. example.Features];
        features[Signals.Prior] = precisions.Prior(example);
        return features;
    }
}

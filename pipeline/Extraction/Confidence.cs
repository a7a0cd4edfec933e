namespace TechMoves;

/// <summary>Turns the features of a candidate into a probability that its row is right: a linear model whose weights are data (confidence.csv).</summary>
public static class Confidence
{
    public static Candidate Of(Candidate candidate, Signals signals, ConfidenceModel model) =>
        candidate with { Confidence = Math.Round((decimal)model.Probability(signals.Of(candidate, model).AsSpan()), 3) };
}

namespace TechMoves;

/// <summary>How good probabilities are: their error, how they rank, and whether they are met.</summary>
public static class Calibration
{
    public static double Brier(IReadOnlyList<double> probabilities, IReadOnlyList<bool> right) => probabilities.Zip(right, (p, r) => (p - One(r)) * (p - One(r))).Average();

    public static double LogLoss(IReadOnlyList<double> probabilities, IReadOnlyList<bool> right) => probabilities.Zip(right, (p, r) => -Math.Log(Math.Clamp(r ? p : 1 - p, 1e-12, 1))).Average();

    /// <summary>The area under the ROC curve: how often a right row is more probable than a wrong one.</summary>
    public static double Auc(IReadOnlyList<double> probabilities, IReadOnlyList<bool> right)
    {
        double above = 0, pairs = 0;
        for (var i = 0; i < right.Count; i++)
            for (var j = 0; j < right.Count; j++)
                if (right[i] && !right[j])
                {
                    pairs++;
                    above += probabilities[i] > probabilities[j] ? 1 : probabilities[i] == probabilities[j] ? 0.5 : 0;
                }
        return pairs > 0 ? above / pairs : 0;
    }

    /// <summary>The mean precision at each right row, the most probable first.</summary>
    public static double AveragePrecision(IReadOnlyList<double> probabilities, IReadOnlyList<bool> right)
    {
        var order = Enumerable.Range(0, right.Count).OrderByDescending(i => probabilities[i]).ThenBy(i => i).ToArray();
        var (sum, found) = (0.0, 0);
        for (var n = 0; n < order.Length; n++) if (right[order[n]]) sum += (double)++found / (n + 1);
        return found > 0 ? sum / found : 0;
    }

    /// <summary>Bins of equal mass: how many rows, their mean probability, the share of them that is right.</summary>
    public static IEnumerable<(int Rows, double Mean, double Share)> Bins(IReadOnlyList<double> probabilities, IReadOnlyList<bool> right, int bins)
    {
        var order = Enumerable.Range(0, right.Count).OrderBy(i => probabilities[i]).ThenBy(i => i).ToArray();
        for (var b = 0; b < bins; b++)
        {
            var bin = order[(b * order.Length / bins)..((b + 1) * order.Length / bins)];
            if (bin.Length > 0) yield return (bin.Length, bin.Average(i => probabilities[i]), bin.Average(i => One(right[i])));
        }
    }

    static double One(bool fact) => fact ? 1 : 0;
}

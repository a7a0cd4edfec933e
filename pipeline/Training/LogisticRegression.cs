namespace TechMoves;

/// <summary>Logistic regression with an L2 penalty on the weights of standardised features, not on the bias; by Newton's method, so it draws no random numbers.</summary>
public sealed record LogisticRegression(double Bias, ImmutableArray<double> Weights)
{
    const int Steps = 25;

    public double Probability(ReadOnlySpan<double> features)
    {
        var sum = Bias;
        for (var i = 0; i < features.Length; i++) sum += Weights[i] * features[i];
        return 1 / (1 + Math.Exp(-sum));
    }

    public static LogisticRegression Fit(IReadOnlyList<double[]> rows, IReadOnlyList<bool> right, double penalty)
    {
        var width = rows[0].Length;
        var (mean, scale) = Scale(rows, width);
        var standard = rows.Select(r => (double[])[1, .. r.Select((x, i) => (x - mean[i]) / scale[i])]).ToArray();
        var beta = new double[width + 1];
        for (var step = 0; step < Steps; step++)
        {
            var gradient = new double[width + 1];
            var hessian = new double[width + 1, width + 1];
            for (var n = 0; n < standard.Length; n++)
            {
                var x = standard[n];
                var p = 1 / (1 + Math.Exp(-Dot(beta, x)));
                var (error, weight) = ((right[n] ? 1 : 0) - p, Math.Max(p * (1 - p), 1e-9));
                for (var i = 0; i <= width; i++)
                {
                    gradient[i] += error * x[i];
                    for (var j = 0; j <= i; j++) hessian[i, j] += weight * x[i] * x[j];
                }
            }
            for (var i = 0; i <= width; i++)
            {
                gradient[i] -= i == 0 ? 0 : penalty * beta[i];
                hessian[i, i] += i == 0 ? 1e-9 : penalty;
            }
            var change = Solve(hessian, gradient);
            for (var i = 0; i <= width; i++) beta[i] += change[i];
            if (change.Max(Math.Abs) < 1e-10) break;
        }
        ImmutableArray<double> weights = [.. Enumerable.Range(0, width).Select(i => beta[i + 1] / scale[i])];
        return new(beta[0] - weights.Select((w, i) => w * mean[i]).Sum(), weights);
    }

    static (double[] Mean, double[] Scale) Scale(IReadOnlyList<double[]> rows, int width)
    {
        var mean = new double[width];
        var scale = new double[width];
        for (var i = 0; i < width; i++)
        {
            mean[i] = rows.Average(r => r[i]);
            var variance = rows.Average(r => (r[i] - mean[i]) * (r[i] - mean[i]));
            scale[i] = variance > 1e-12 ? Math.Sqrt(variance) : 1;
        }
        return (mean, scale);
    }

    static double Dot(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }

    /// <summary>Cholesky's decomposition of a symmetric positive matrix, given by its lower half, then substitution forth and back.</summary>
    static double[] Solve(double[,] matrix, double[] right)
    {
        var n = right.Length;
        var lower = new double[n, n];
        for (var i = 0; i < n; i++)
            for (var j = 0; j <= i; j++)
            {
                var sum = matrix[i, j];
                for (var k = 0; k < j; k++) sum -= lower[i, k] * lower[j, k];
                lower[i, j] = i == j ? Math.Sqrt(Math.Max(sum, 1e-12)) : sum / lower[j, j];
            }
        var x = (double[])right.Clone();
        for (var i = 0; i < n; i++)
        {
            for (var k = 0; k < i; k++) x[i] -= lower[i, k] * x[k];
            x[i] /= lower[i, i];
        }
        for (var i = n - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < n; k++) x[i] -= lower[k, i] * x[k];
            x[i] /= lower[i, i];
        }
        return x;
    }
}

namespace TechMoves;

/// <summary>The verb train: fits the confidence model on annotated articles, shows by cross-validation over articles what it is worth, and writes it.</summary>
public static class Train
{
    const int Bins = 5;

    static readonly ImmutableArray<double> Penalties = [1, 2, 5, 10, 20, 40, 80];

    static readonly ImmutableArray<double> Thresholds = [.. Enumerable.Range(2, 14).Select(i => i / 20.0)];

    public static void Run(IReadOnlyList<string> files, string path, Settings settings, TextWriter output)
    {
        var examples = Example.Of(files, settings);
        bool[] right = [.. examples.Select(e => e.IsRight)];
        if (right.Count(r => r) < Example.Folds || right.Count(r => !r) < Example.Folds)
            throw new ConfigurationException($"{string.Join(", ", files)}: {right.Length} candidates, {right.Count(r => r)} of them right: too few to learn from; annotate more articles");
        var validated = Penalties.Select(p => (Penalty: p, Probabilities: Fit.Validated(examples, p))).Select(v => (v.Penalty, v.Probabilities, Loss: Calibration.LogLoss(v.Probabilities, right))).ToList();
        var (penalty, probabilities, _) = validated.MinBy(v => v.Loss);
        Line($"{right.Length} candidates of {examples.DistinctBy(e => e.ArticleId, StringComparer.Ordinal).Count()} articles, {right.Count(r => r)} of them right. Cross-validated over articles, {Example.Folds} folds:");
        Line($"L2 {string.Join(", ", validated.Select(v => string.Create(CultureInfo.InvariantCulture, $"{v.Penalty}: {v.Loss:0.0000}")))} (log loss); taken: {penalty}");
        var rate = right.Average(r => r ? 1.0 : 0);
        Line($"Brier score {Calibration.Brier(probabilities, right):0.0000}; of always saying the base rate {rate * (1 - rate):0.0000}");
        Line($"area under the ROC curve {Calibration.Auc(probabilities, right):0.0000}; average precision {Calibration.AveragePrecision(probabilities, right):0.0000}");
        Line($"{"candidates",10}{"mean confidence",18}{"share right",14}{"difference",14}");
        foreach (var (rows, mean, share) in Calibration.Bins(probabilities, right, Bins)) Line($"{rows,10}{mean,18:0.000}{share,14:0.000}{Math.Abs(mean - share),14:0.000}");
        WriteThresholds(files, settings, examples, probabilities, output);
        var fit = Fit.Of(examples, penalty);
        Line($"{"feature",-18}{"weight",8}");
        foreach (var (name, weight) in Signals.Names.Zip(fit.Model.Weights)) Line($"{name,-18}{weight,8:0.000}");
        Save(path, files, examples, fit);
        Line($"written: {path}");

        void Line(FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>What each threshold would give: moves of the main rows, and the articles without moves that stay without rows.</summary>
    static void WriteThresholds(IReadOnlyList<string> files, Settings settings, IReadOnlyList<Example> examples, double[] probabilities, TextWriter output)
    {
        var ignored = NameKey.Ignored(settings);
        var articles = files.SelectMany(f => GoldArticle.Read(f, ignored)).ToList();
        output.WriteLine($"{"threshold",10}{"precision",11}{"recall",8}{"F1",8}{"silent",8}");
        foreach (var threshold in Thresholds)
        {
            var evaluation = Evaluation.Of(articles, examples.Where((_, i) => probabilities[i] >= threshold).ToLookup(e => e.ArticleId, e => e.Row, StringComparer.Ordinal));
            var move = evaluation.Level("move", main: true);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{threshold,10:0.00}{move.Precision,11:0.000}{move.Recall,8:0.000}{move.F1,8:0.000}{(double)evaluation.Silent.Right / Math.Max(1, evaluation.Silent.All),8:0.000}"));
        }
    }

    /// <summary>Four decimals, so that the last bits of a machine's arithmetic do not show.</summary>
    static void Save(string path, IReadOnlyList<string> files, IReadOnlyList<Example> examples, Fit fit) => File.WriteAllText(path, string.Concat((string[])[
        "kind,name,value\n",
        .. files.Select(f => $"trained_on,{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(f)))},{File.ReadLines(f).Count(l => !string.IsNullOrWhiteSpace(l))}\n"),
        Row("weight", ConfidenceModel.Bias, fit.Model.Bias),
        .. Signals.Names.Zip(fit.Model.Weights, (name, weight) => Row("weight", name, weight)),
        .. fit.Precisions.Kept(examples).Select(p => Row("precision", p.Name, p.Precision)),
    ]));

    static string Row(string kind, string name, double value) => string.Create(CultureInfo.InvariantCulture, $"{kind},{(name.Contains(',', StringComparison.Ordinal) ? $"\"{name}\"" : name)},{value:0.0000}\n");
}

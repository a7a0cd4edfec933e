using System.Security.Cryptography;

namespace TechMoves.Tests.Training;

/// <summary>The confidence model: the same articles give the same bytes, and what it is worth is told.</summary>
sealed class TrainTests
{
    static readonly string Gold = Path.Combine(Repository.Tests, "gold", "articles.jsonl");

    static readonly double[] Probabilities = [0.9, 0.8, 0.3, 0.1];

    [Test]
    public void Writes_the_same_model_from_the_same_articles()
    {
        var folder = Repository.Scratch("train");
        var (first, told) = Run(Path.Combine(folder, "first.csv"));
        var (second, again) = Run(Path.Combine(folder, "second.csv"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(second, Is.EqualTo(first));
            Assert.That(again.Replace("second.csv", "first.csv", StringComparison.Ordinal), Is.EqualTo(told));
            Assert.That(first, Does.StartWith($"kind,name,value\ntrained_on,{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Gold)))},32\nweight,bias,"));
            foreach (var name in Signals.Names) Assert.That(first, Does.Contain($"\nweight,{name},"));
            Assert.That(Table.Read(Renamed(Path.Combine(folder, "first.csv")), Samples.Settings("", "").Schemas), Is.Not.Empty);
        }
    }

    [Test]
    public void Refuses_articles_that_teach_nothing()
    {
        var file = Path.Combine(Repository.Scratch("train-nothing"), "gold.jsonl");
        File.WriteAllText(file, """{"id": "a", "lang": "en", "text": "Nothing happened.", "moves": []}""" + "\n");
        Assert.That(() => Train.Run([file], file + ".csv", Samples.Settings("", ""), TextWriter.Null), Throws.TypeOf<ConfigurationException>().With.Message.Contains("too few to learn from"));
    }

    [Test]
    public void Learns_the_base_rate_where_features_tell_nothing()
    {
        double[][] rows = [[1], [1], [1], [1]];
        Assert.That(LogisticRegression.Fit(rows, [true, true, true, false], 1).Probability([1]), Is.EqualTo(0.75).Within(1e-6));
    }

    [Test]
    public void Learns_less_under_a_larger_penalty()
    {
        double[][] rows = [[0], [1], [2], [3], [4], [5]];
        bool[] right = [false, false, true, false, true, true];
        var (free, bound) = (LogisticRegression.Fit(rows, right, 0.1).Weights[0], LogisticRegression.Fit(rows, right, 100).Weights[0]);
        Assert.That((free > bound, bound > 0), Is.EqualTo((true, true)));
    }

    [TestCase(new[] { true, true, false, false }, ExpectedResult = "1.000 1.000 0.038")]
    [TestCase(new[] { false, true, false, true }, ExpectedResult = "0.250 0.500 0.438")]
    public string Measures_rank_and_error(bool[] right) => string.Create(CultureInfo.InvariantCulture,
        $"{Calibration.Auc(Probabilities, right):0.000} {Calibration.AveragePrecision(Probabilities, right):0.000} {Calibration.Brier(Probabilities, right):0.000}");

    [Test]
    public void Bins_by_equal_mass() =>
        Assert.That(Calibration.Bins(Probabilities, [true, false, true, false], 2).Select(b => (b.Rows, Math.Round(b.Mean, 3), b.Share)), Is.EqualTo(new[] { (2, 0.2, 0.5), (2, 0.85, 0.5) }));

    static (string Model, string Told) Run(string path)
    {
        using var told = new StringWriter();
        Train.Run([Gold], path, Samples.Settings("", ""), told);
        return (File.ReadAllText(path), told.ToString());
    }

    // A table's schema is found by its name.
    static string Renamed(string path)
    {
        var named = Path.Combine(Path.GetDirectoryName(path)!, "confidence.csv");
        File.Copy(path, named, overwrite: true);
        return named;
    }
}

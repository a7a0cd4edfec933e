namespace TechMoves.Tests.Evaluation;

/// <summary>The annotated articles of the project: no measure may fall below its floor. `make floors` raises floors; a floor is lowered by hand, with a reason in the commit.</summary>
sealed class GoldTests
{
    const double Tolerance = 0.0005;

    static readonly string Corpus = Path.Combine(Repository.Tests, "gold", "articles.jsonl");

    static readonly string Floors = Path.Combine(Repository.Tests, "gold", "floors.csv");

    [Test]
    public void Is_as_right_as_it_was()
    {
        var lines = File.ReadAllLines(Floors).Skip(1).Select(l => l.Split(',')).ToList();
        var floors = lines.Where(f => f[1] != "sha256").ToDictionary(f => (Language: f[0], Field: f[1]), f => double.Parse(f[2], CultureInfo.InvariantCulture));
        var sum = File.Exists(Corpus) ? Article.Fingerprint(File.ReadAllText(Corpus)) : "none";
        var measured = File.Exists(Corpus) ? Measured().ToDictionary(m => (m.Language, m.Field), m => m.Value) : [];
        if (Environment.GetEnvironmentVariable("TECHMOVES_FLOORS") == "raise")
        {
            foreach (var (place, value) in measured) floors[place] = Math.Max(floors.GetValueOrDefault(place), Math.Round(value, 4));
            File.WriteAllLines(Floors, [
                "language,field,floor", $"all,sha256,{sum}",
                .. floors.OrderBy(f => f.Key.Language, StringComparer.Ordinal).ThenBy(f => f.Key.Field, StringComparer.Ordinal).Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Key.Language},{f.Key.Field},{f.Value:0.0000}")),
            ]);
        }
        else Assert.That(lines.Single(f => f[1] == "sha256")[2], Is.EqualTo(sum), "the annotated articles have changed: run make floors and review the diff");
        Assert.That(floors.Where(f => !measured.TryGetValue(f.Key, out var value) || value < f.Value - Tolerance).Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Key.Language} {f.Key.Field}: {measured.GetValueOrDefault(f.Key):0.0000} is below {f.Value:0.0000}")), Is.Empty);
    }

    static IEnumerable<(string Language, string Field, double Value)> Measured()
    {
        foreach (var (language, evaluation) in Evaluate.Of(Corpus, Samples.Settings(Corpus, "")))
        {
            foreach (var (level, _) in TechMoves.Evaluation.Levels) yield return (language, level, evaluation.Level(level, main: true).F1);
            foreach (var field in ComparedField.All.Where(f => !f.Name.EndsWith("_none", StringComparison.Ordinal))) yield return (language, field.Name, evaluation.Field(field.Name).F1);
            if (evaluation.Silent is { All: > 0 } silent) yield return (language, "silent", (double)silent.Right / silent.All);
        }
    }
}

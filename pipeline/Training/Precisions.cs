namespace TechMoves;

/// <summary>How often rows of each predicate and type were right, shrunk: a predicate's share towards its type's, a type's towards that of all.</summary>
public sealed class Precisions
{
    /// <summary>The share of the wider class counts like so many rows.</summary>
    const double Strength = 8;

    readonly Dictionary<string, (int Right, int All)> _counts = new(StringComparer.Ordinal);
    readonly Dictionary<(string Article, string Name), (int Right, int All)> _ofArticle = [];

    public Precisions(IEnumerable<Example> examples)
    {
        foreach (var example in examples)
        {
            foreach (var name in Names(example.Candidate))
            {
                _counts[name] = Plus(_counts.GetValueOrDefault(name), example.IsRight);
                _ofArticle[(example.ArticleId, name)] = Plus(_ofArticle.GetValueOrDefault((example.ArticleId, name)), example.IsRight);
            }
        }
    }

    /// <summary>The log odds of a candidate by the other articles: what its own tells would give it away.</summary>
    public double Prior(Example example) => ConfidenceModel.Logit(Shrunk(example.Candidate, example.ArticleId));

    /// <summary>What the model keeps: the shrunk precision of every predicate, type, and all.</summary>
    public IEnumerable<(string Name, double Precision)> Kept(IEnumerable<Example> examples) =>
        examples.SelectMany(e => Names(e.Candidate).Select((name, i) => (name, Shrunk([.. Names(e.Candidate).Take(i + 1)], ""))))
            .DistinctBy(p => p.name, StringComparer.Ordinal).OrderBy(p => p.name, StringComparer.Ordinal);

    static string[] Names(Candidate candidate) => [ConfidenceModel.All, Terms.Of(candidate.Type), candidate.Predicate];

    double Shrunk(Candidate candidate, string without) => Shrunk(Names(candidate), without);

    double Shrunk(ReadOnlySpan<string> names, string without)
    {
        var share = 0.5;
        foreach (var name in names)
        {
            var (right, all) = _counts.GetValueOrDefault(name);
            var (own, ownAll) = _ofArticle.GetValueOrDefault((without, name));
            share = (right - own + Strength * share) / (all - ownAll + Strength);
        }
        return share;
    }

    static (int, int) Plus((int Right, int All) count, bool isRight) => (count.Right + (isRight ? 1 : 0), count.All + 1);
}

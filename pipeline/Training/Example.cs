namespace TechMoves;

/// <summary>A candidate of an annotated article that may be a row, and whether the row is right: aligned with an annotated move, background or not, and right as a move.</summary>
public sealed record Example(string ArticleId, int Fold, Candidate Candidate, ToldMove Row, ImmutableArray<double> Features, bool IsRight)
{
    public const int Folds = 5;

    /// <summary>The examples of annotated articles, articles that tell no move included; in the order of the files.</summary>
    public static ImmutableArray<Example> Of(IEnumerable<string> files, Settings settings)
    {
        var knowledge = Knowledge.Read(settings.Data, settings.Schemas);
        var ignored = NameKey.Ignored(settings);
        return
        [
            .. files.SelectMany(file =>
            {
                var gold = GoldArticle.Read(file, ignored).ToLookup(a => a.Id, StringComparer.Ordinal);
                return Inbox.Read(file, settings.Bounds, knowledge).OfType<Article>().AsParallel().AsOrdered().SelectMany(a => gold[a.Id].FirstOrDefault() is { } g ? Of(a, g, knowledge, settings with { Threshold = 0 }, ignored) : []);
            }),
        ];
    }

    /// <summary>The fold of an article, the same in every run: by the hash of its id.</summary>
    static int FoldOf(string id) => Convert.ToInt32(Article.Fingerprint(id)[..6], 16) % Folds;

    static IEnumerable<Example> Of(Article article, GoldArticle gold, Knowledge knowledge, Settings settings, IReadOnlySet<string> ignored)
    {
        if (knowledge.LanguageOf(gold.Language) is not { } language) return [];
        var extracted = Extraction.Of(article, language);
        var entry = new LedgerRow(article.Id, article.Path, article.Line, null, null, gold.Language, extracted.Document.Article.Published, null, null, Outcome.NoMove, null, null, 0);
        var candidates = extracted.Candidates.Where(c => c.Dropped is null && c.Company is not null && Normalization.Refusal(c, knowledge.World, settings) is null).ToImmutableArray();
        var offsets = new CodePoints(article.Text);
        // What the article tells twice has one row; the candidate that gave none is no example.
        var rows = Normalization.Of(new(entry, article.Text, candidates), knowledge.World, settings).Sources
            .Select(s => (Row: ToldMove.Of(s, ignored), Candidate: candidates.First(c => c.Predicate == s.Predicate && offsets.At(c.Trigger.Start) == s.TriggerStart && c.Company!.Name == s.Facts.Company))).ToList();
        var right = Alignment.Of(gold.Moves, rows.ConvertAll(r => r.Row)).Pairs.Where(p => p.Found is not null && Agreement.OfMove(p.Gold, p.Found)).Select(p => p.Found!).ToHashSet(ReferenceEqualityComparer.Instance);
        return rows.Select(r => new Example(article.Id, FoldOf(article.Id), r.Candidate, r.Row, extracted.Signals.Of(r.Candidate, knowledge.World.Confidence), right.Contains(r.Row)));
    }
}

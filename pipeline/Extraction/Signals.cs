namespace TechMoves;

/// <summary>The features of a candidate that the confidence model weighs: few, and no words. Which they are was found by dropping the weakest of about sixty in turn.</summary>
public sealed class Signals(Document document, IReadOnlyList<Candidate> candidates)
{
    static readonly ImmutableArray<(string Name, Func<Signals, Candidate, ConfidenceModel, double> Value)> All =
    [
        ("prior", (_, c, m) => m.Prior(c.Predicate, c.Type)),
        ("told_in_title", (_, c, _) => One(Has(c, "told_in_title"))),
        ("told_again", (_, c, _) => One(Has(c, "told_again"))),
        ("share_of_article", (s, c, _) => (double)c.Sentence / s._sentences),
        ("sentence_length", (s, c, _) => Math.Log(1 + s.Document.Sentences[c.Sentence].Length)),
        ("background", (_, c, _) => One(c.Background)),
        ("company_named", (_, c, _) => One(c.Company is { IsNamed: true })),
        ("company_mentions", (s, c, _) => Math.Log(1 + s.MentionsOf(c.Company))),
        ("company_share", (s, c, _) => s.MentionsOf(c.Company) / s._mostMentions),
        ("technology", (s, c, _) => One(s.NamesTechnologyCompany(c))),
        ("amount", (_, c, _) => One(c.Amount is not null)),
        ("sector_told", (_, c, _) => One(Has(c, Sectors.ByWords))),
        ("asserted", (_, c, _) => One(c.Asserter == Asserter.Company)),
        ("narrated", (_, c, _) => One(Has(c, "shape_past") || Has(c, "shape_progressive"))),
        ("present", (_, c, _) => One(Has(c, "shape_present"))),
        ("not_finite", (_, c, _) => One(Has(c, "shape_infinitive") || Has(c, "shape_gerund"))),
        ("passive", (_, c, _) => One(Has(c, "shape_passive"))),
        ("product_new", (_, c, _) => One(Has(c, "product_new"))),
        ("product_said", (_, c, _) => One(Has(c, "product_said"))),
        ("rows", (s, _, _) => s._rows),
    ];

    public static readonly ImmutableArray<string> Names = [.. All.Select(f => f.Name)];

    /// <summary>The place of the feature that the precisions of the model make.</summary>
    public static readonly int Prior = Names.IndexOf("prior");

    readonly double _sentences = Math.Max(1, document.Sentences.Length);
    readonly double _mostMentions = Math.Max(1, document.Entities.Where(e => e.Kind is NameKind.Company or NameKind.Unknown).Select(e => e.Mentions).DefaultIfEmpty().Max());
    readonly double _rows = Math.Log(1 + candidates.Count(c => c.Dropped is null));

    Document Document => document;

    /// <summary>The values of a candidate of the article, in the order of Names.</summary>
    public ImmutableArray<double> Of(Candidate candidate, ConfidenceModel model)
    {
        var values = ImmutableArray.CreateBuilder<double>(All.Length);
        foreach (var (_, value) in All) values.Add(value(this, candidate, model));
        return values.MoveToImmutable();
    }

    int MentionsOf(Party? party) => party is null ? 0 : document.Entities[party.Entity].Mentions;

    bool NamesTechnologyCompany(Candidate candidate) =>
        candidate.Partners.Append(candidate.Company).OfType<Party>().Any(p => document.Entities[p.Entity].Company is { } c && c.Classes.Any(document.Language.Names.World.TechnologyClasses.Contains));

    static bool Has(Candidate candidate, string feature) => candidate.Features.Contains(feature, StringComparer.Ordinal);

    static double One(bool fact) => fact ? 1 : 0;
}

namespace TechMoves;

/// <summary>The sector of a move: of the thing bought, built or launched, by the keywords near it and the trade of who is bought.</summary>
public sealed class Sectors
{
    /// <summary>The feature of a candidate whose sector stands in its words, and they are of technology: not only in the trades of its parties.</summary>
    public const string ByWords = "sector_by_words";

    /// <summary>The feature of a candidate whose sentence, or one beside it, or whose whole article, speaks of technology, of whatever sector.</summary>
    public const string OfTechnology = "technology_told";

    const int StrongKeyword = 3, SpecificKeyword = 4;

    /// <summary>An article with a keyword of technology in every so many sentences is about technology.</summary>
    const int Sparse = 5;

    const int NearWeight = 3, TitleWeight = 2, TargetWeight = 8, ActorWeight = 4;

    readonly Document _document;
    readonly List<Found> _keywords = [];
    readonly bool _isTechnology;

    /// <summary>Finds the keywords of a document once, for all its candidates.</summary>
    public Sectors(Document document)
    {
        _document = document;
        for (var s = 0; s < document.Sentences.Length; s++)
            for (var t = document.Sentences[s].First; t < document.Sentences[s].Last; t++)
            {
                var length = document.Language.Things.Keywords.Match(document.Tokens.AsSpan(t..document.Sentences[s].Last), out var found);
                foreach (var keyword in found) _keywords.Add(new(s, t, keyword));
                t += Math.Max(length - 1, 0);
            }
        _isTechnology = _keywords.Where(IsTechnology).Select(k => k.Sentence).Distinct().Count() * Sparse >= Math.Max(document.Sentences.Length, 2 * Sparse);
    }

    readonly record struct Found(int Sentence, int Token, SectorKeyword Keyword);

    public Candidate Of(Candidate candidate)
    {
        var votes = new Dictionary<string, int>(StringComparer.Ordinal);
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (sentence, token, keyword) in _keywords)
        {
            var weight = WeightOf(sentence, candidate);
            if (weight == 0) continue;
            if (weight >= TitleWeight && keyword.Weight >= StrongKeyword && !keyword.IsOrdinary) words.Add(keyword.Sector);
            Add(keyword.Sector, keyword.Weight * weight * (IsIn(candidate.Product, _document.Tokens[token]) ? 3 : 1));
        }
        var target = candidate.Type is MoveType.FundingRound or MoveType.Ipo ? candidate.Company : candidate.Partners is [var first, ..] && candidate.Type is MoveType.Acquisition or MoveType.Investment or MoveType.Divestiture ? first : null;
        if (target is not null && _document.Entities[target.Entity].Company is { } bought) Add(bought.Sector, TargetWeight * 2);
        if (candidate.Company is { } company && _document.Entities[company.Entity].Company is { } actor) Add(actor.Sector, ActorWeight);
        foreach (var partner in candidate.Partners) if (partner != target && _document.Entities[partner.Entity].Company is { } ally) Add(ally.Sector, ActorWeight / 2);
        var best = votes.Where(v => v.Key != "other").OrderByDescending(v => v.Value).ThenBy(v => v.Key, StringComparer.Ordinal).FirstOrDefault();
        if (best.Key is not null && words.Contains(best.Key)) candidate = candidate with { Features = candidate.Features.Add(ByWords) };
        if (_isTechnology || _keywords.Exists(k => Math.Abs(k.Sentence - candidate.Sentence) <= 1 && IsTechnology(k))) candidate = candidate with { Features = candidate.Features.Add(OfTechnology) };
        return candidate with { Sector = best.Key ?? "other" };

        void Add(string sector, int weight) => votes[sector] = votes.GetValueOrDefault(sector) + weight;
    }

    int WeightOf(int sentence, Candidate candidate) =>
        sentence == candidate.Sentence ? NearWeight
        : _document.Blocks[_document.Sentences[sentence].Block].Kind == BlockKind.Title ? (candidate.Background ? 0 : TitleWeight)
        : Math.Abs(sentence - candidate.Sentence) == 1 || !candidate.Background && sentence < 6 ? 1 : 0;

    /// <summary>What else an unknown company does of which one move is told as technology is technology too.</summary>
    public static ImmutableArray<Candidate> OfCompanies(Document document, ImmutableArray<Candidate> candidates)
    {
        var companies = candidates.Where(c => IsTold(c) && c.Dropped is null && c.Company is { } company && document.Entities[company.Entity].Company is null).Select(c => c.Company!.Entity).ToHashSet();
        return companies.Count == 0 ? candidates : [.. candidates.Select(c => c.Company is { } company && companies.Contains(company.Entity) && !IsTold(c) ? c with { Features = c.Features.Add(OfTechnology) } : c)];
    }

    static bool IsTold(Candidate candidate) => candidate.Features.Contains(OfTechnology, StringComparer.Ordinal) || candidate.Features.Contains(ByWords, StringComparer.Ordinal);

    static bool IsTechnology(Found found) => found.Keyword.Weight >= SpecificKeyword && !found.Keyword.IsOrdinary;

    static bool IsIn(Filler? product, Token token) => product is not null && token.Start >= product.Start && token.End <= product.End;
}

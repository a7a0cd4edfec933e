namespace TechMoves;

/// <summary>Reads who took part in a round from the sentences that list investors: "X led the round, with participation from Y; Z; ...", "backers include ...".</summary>
public static class Investors
{
    /// <summary>For each sentence that lists investors of a round which it does not tell itself, a telling for the story to join to that round.</summary>
    public static IEnumerable<Candidate> Of(Document document, IReadOnlyList<ImmutableArray<Chunk>> chunks, IReadOnlyList<Candidate> found)
    {
        if (!found.Any(c => c is { Type: MoveType.FundingRound, Company: not null, Amount: not null, Dropped: null })) return [];
        return found.Where(c => c.Type == MoveType.FundingRound && c.Block != BlockKind.Title)
            .GroupBy(c => c.Sentence)
            .Where(g => Lists(document, chunks[g.Key]))
            .Select(g => Telling(document, chunks[g.Key], g.First(), found))
            .Where(t => t.Partners.Length > 0)
            .ToList();
    }

    /// <summary>A preposition of investors, or a noun for them, with names in the sentence.</summary>
    static bool Lists(Document document, ImmutableArray<Chunk> chunks) => chunks.Any(c => IsCue(document, c));

    static bool IsCue(Document document, Chunk chunk) => chunk.Kind == ChunkKind.Noun
        && (chunk.Preposition is { IsInvestor: true } || chunk.Determination != Determination.Pronoun && document.Language.Things.IsBackers(document.Tokens.AsSpan(chunk.First..chunk.Last)));

    static Candidate Telling(Document document, ImmutableArray<Chunk> chunks, Candidate of, IReadOnlyList<Candidate> found)
    {
        var raisers = found.Where(c => c is { Type: MoveType.FundingRound, Dropped: null, Company: not null }).Select(c => c.Company!.Entity).ToHashSet();
        var speaks = chunks.Any(c => c.IsFinite && document.Language.Frames.VerbGovernors(c.Lemma).Any(g => g.Kind == GovernorKind.Report));
        var partners = ImmutableArray.CreateBuilder<Party>();
        // Where the sentence tells the round too, its investors stand behind the cue.
        var told = found.Any(c => c is { Type: MoveType.FundingRound, Dropped: null, Company: not null } && c.Sentence == of.Sentence);
        foreach (var chunk in told ? chunks.SkipWhile(c => !IsCue(document, c)) : chunks)
        {
            // What a genitive or an office names is not the investor: "the CEO of LiveRamp", "the venture arm of Johnson Controls".
            if (chunk is not { Kind: ChunkKind.Noun, Name: >= 0 and var name } || chunk.Preposition is { IsGenitive: true } or { IsMeans: true } || chunk.Noun != 0 && chunk.Head > document.Names[name].First) continue;
            if (document.EntityOf(name) is not { Kind: NameKind.Company or NameKind.Unknown or NameKind.Person } entity || raisers.Contains(entity.Index) || partners.Any(p => p.Entity == entity.Index)) continue;
            if (entity.Kind == NameKind.Person && speaks) continue;
            partners.Add(new(entity.Name, entity.Index, entity.Company?.Name, document.Names[name].Start, document.Names[name].End, true));
        }
        // "Y also joined X's round": the sentence names the company that raises.
        var raiser = found.FirstOrDefault(c => c is { Type: MoveType.FundingRound, Dropped: null, Company: { } company } && chunks.Any(k => k.Kind == ChunkKind.Noun && (document.EntityOf(k.Name)?.Index == company.Entity || document.EntityOf(k.Modifier)?.Index == company.Entity)))?.Company;
        return of with { Company = raiser, Partners = partners.ToImmutable(), Seller = null, Product = null, Amount = null, Restated = null, Undisclosed = null, Stake = null, Date = null, Status = Status.Completed, Dropped = "no_company" };
    }
}

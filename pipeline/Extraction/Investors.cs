namespace TechMoves;

/// <summary>Reads who took part in a round from the sentences that list investors: "X led the round, with participation from Y; Z; ...", "backers include ...".</summary>
public static class Investors
{
    /// <summary>For each sentence that lists investors of a round which it does not tell itself, a telling for the story to join to that round.</summary>
    public static IEnumerable<Candidate> Of(Document document, IReadOnlyList<ImmutableArray<Chunk>> chunks, IReadOnlyList<Candidate> found)
    {
        if (!found.Any(c => c is { Type: MoveType.FundingRound, Company: not null, Amount: not null, Dropped: null })) return [];
        var raisers = found.Where(c => c is { Type: MoveType.FundingRound, Dropped: null, Amount: not null, Company: not null }).Select(c => c.Company!.Entity).ToHashSet();
        return found.Where(c => c.Block != BlockKind.Title && (c.Type == MoveType.FundingRound || c is { Type: MoveType.Investment, Dropped: not null }))
            .GroupBy(c => c.Sentence)
            // An earlier round, told with its sum, had investors of its own.
            .Where(g => !g.Any(c => c is { Background: true, Amount: not null, Dropped: "no_company" }))
            .Where(g => g.Any(c => c.Type == MoveType.FundingRound) && chunks[g.Key].Any(c => IsCue(document, c) || IsLead(document, c, g)) || IsOfRaiser(g, raisers) && Joins(document, chunks[g.Key]))
            .Select(g => Telling(document, chunks[g.Key], g.First(), found))
            .Where(t => t.Partners.Length > 0)
            .ToList();
    }

    /// <summary>Whether what a sentence tells of money is told of the company that raises, if of any.</summary>
    static bool IsOfRaiser(IEnumerable<Candidate> tellings, HashSet<int> raisers) =>
        tellings.All(t => t.Amount is null && (t.Type == MoveType.Investment || t.Company is not { } company || raisers.Contains(company.Entity)));

    /// <summary>"Y led the round": a verb of rounds that has its partner as the subject.</summary>
    static bool IsLead(Document document, Chunk chunk, IEnumerable<Candidate> tellings) => chunk.IsFinite && chunk.Lemma != 0
        && document.Language.Frames.VerbFrames(chunk.Lemma).Any(f => f.Type == MoveType.FundingRound && f.Partner.Contains("subj", StringComparer.Ordinal)
            && tellings.Any(t => t.Predicate == f.Id && t.Trigger.Start == document.Tokens[chunk.First].Start) && (f.Tail.Length > 0 || tellings.Any(t => t.Type == MoveType.FundingRound && t.Trigger.Start != document.Tokens[chunk.First].Start)));

    /// <summary>"The investment, which saw participation from Y": a noun of joining, and who joins behind it.</summary>
    static bool Joins(Document document, ImmutableArray<Chunk> chunks)
    {
        for (var i = 0; i + 1 < chunks.Length; i++)
            if (chunks[i] is { Kind: ChunkKind.Noun, Name: < 0, Noun: not 0 } noun && chunks[i + 1] is { Kind: ChunkKind.Noun, Name: >= 0, Preposition: { IsGenitive: false } preposition }
                && (document.Language.Things.IsBackers(document.Tokens.AsSpan(noun.First..noun.Last)) || IsStake(document, noun, preposition))) return true;
        return false;
    }

    static bool IsStake(Document document, Chunk noun, Preposition preposition) => document.Language.Frames.Nouns.Match(document.Tokens.AsSpan(noun.Head, 1), out var lines) > 0
        && lines.Any(f => f.Type == MoveType.Investment && f.Company.Contains(preposition.Name, StringComparer.Ordinal));

    static bool IsCue(Document document, Chunk chunk) => chunk.Kind == ChunkKind.Noun
        && (chunk.Preposition is { IsInvestor: true } || chunk.Determination != Determination.Pronoun && document.Language.Things.IsBackers(document.Tokens.AsSpan(chunk.First..chunk.Last)));

    static Candidate Telling(Document document, ImmutableArray<Chunk> chunks, Candidate of, IReadOnlyList<Candidate> found)
    {
        var raisers = found.Where(c => c is { Type: MoveType.FundingRound, Dropped: null, Company: not null }).Select(c => c.Company!.Entity).ToHashSet();
        var speaks = chunks.Any(c => c.IsFinite && document.Language.Frames.VerbGovernors(c.Lemma).Any(g => g.Kind == GovernorKind.Report));
        var partners = ImmutableArray.CreateBuilder<Party>();
        // Where the sentence tells the round too, its investors stand behind the cue.
        var told = found.Any(c => c is { Type: MoveType.FundingRound, Dropped: null, Company: not null } && c.Sentence == of.Sentence);
        var first = told ? chunks.TakeWhile(c => !IsCue(document, c)).Count() : 0;
        for (var i = first; i < chunks.Length; i++)
        {
            var chunk = chunks[i];
            // "Y (of the team Z)", "former Z CFO Y": what stands beside the investor.
            if (IsBeside(document, chunks, i)) continue;
            // What a genitive or an office names is not the investor: "the CEO of LiveRamp", "the venture arm of Johnson Controls".
            if (chunk is not { Kind: ChunkKind.Noun, Name: >= 0 and var name } || chunk.Preposition is { IsGenitive: true } or { IsMeans: true } || chunk.Noun != 0 && chunk.Head > document.Names[name].First) continue;
            if (document.EntityOf(name) is not { Kind: NameKind.Company or NameKind.Unknown or NameKind.Person } entity || raisers.Contains(entity.Index) || partners.Any(p => p.Entity == entity.Index)) continue;
            if (entity.Kind == NameKind.Person && speaks) continue;
            partners.Add(new(entity.Name, entity.Index, entity.Company?.Name, document.Names[name].Start, document.Names[name].End, true));
        }
        // "Y also joined X's round": the sentence names the company that raises.
        var raiser = found.FirstOrDefault(c => c is { Type: MoveType.FundingRound, Dropped: null, Company: { } company } && chunks.Any(k => k.Kind == ChunkKind.Noun && (document.EntityOf(k.Name)?.Index == company.Entity || document.EntityOf(k.Modifier)?.Index == company.Entity)))?.Company;
        return of with { Type = MoveType.FundingRound, Company = raiser, Partners = partners.ToImmutable(), Seller = null, Product = null, Amount = null, Restated = null, Stake = null, Date = null, Status = Status.Completed, Dropped = "no_company" };
    }

    /// <summary>Whether a name in brackets follows another, or one leads on to the next without a mark or preposition.</summary>
    static bool IsBeside(Document document, ImmutableArray<Chunk> chunks, int i)
    {
        if (chunks[i] is not { Kind: ChunkKind.Noun, Name: >= 0 }) return false;
        if (i > 1 && chunks[i - 1].Kind == ChunkKind.Open && chunks[i - 2] is { Kind: ChunkKind.Noun, Name: >= 0 } && document.Text[document.Tokens[chunks[i - 1].First].Start] == '(') return true;
        while (i + 1 < chunks.Length && chunks[i + 1] is { Kind: ChunkKind.Noun, Name: >= 0, Preposition: null } next && next.First == chunks[i].Last)
            if (document.EntityOf(chunks[++i].Name)?.Kind == NameKind.Person) return true;
        return false;
    }
}

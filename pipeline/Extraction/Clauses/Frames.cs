namespace TechMoves;

/// <summary>Fires the frames of one sentence: for every predicate of the lexicon, the line whose roles are best filled.</summary>
public sealed partial class Frames(Syntax syntax, Coreference coreference, int sentence)
{
    readonly Document _document = syntax.Document;
    readonly Roles _roles = new(syntax, coreference, sentence);
    readonly Moods _moods = new(syntax);
    readonly Attachments _attachments = new(syntax);

    /// <summary>Whether a predicate may stand in a sentence: without one it is not worth parsing. What VerbLines and NounLines could find must pass here.</summary>
    public static bool MayStandIn(Document document, Sentence sentence)
    {
        var (frames, grammar) = (document.Language.Frames, document.Language.Grammar);
        for (var t = sentence.First; t < sentence.Last; t++)
        {
            var rest = document.Tokens.AsSpan(t..sentence.Last);
            if (frames.Nouns.Match(rest, out _) > 0) return true;
            foreach (var reading in grammar.VerbsOf(rest[0]))
                foreach (var line in frames.VerbFrames(reading.Lemma)) if (FrameLexicon.StartsWith(rest[1..], line.Tail)) return true;
        }
        return false;
    }

    public IEnumerable<Candidate> Find()
    {
        for (var i = 0; i < syntax.Chunks.Length; i++)
        {
            var chunk = syntax.Chunks[i];
            if (LinesOf(chunk) is not { } lines) continue;
            Candidate? best = null;
            var bestScore = -1;
            foreach (var line in lines)
            {
                if (IsIntransitive(line) && !IsPassive(i) && syntax.HasObject(i)) continue;
                var candidate = Fire(i, line);
                var score = ScoreOf(candidate);
                if (score > bestScore) (best, bestScore) = (candidate, score);
            }
            if (best is null) continue;
            yield return best;
            foreach (var bidder in OtherBidders(i, best)) yield return best with { Company = bidder };
            foreach (var other in OtherSuppliers(i, best)) yield return best with { Company = other };
            foreach (var elided in Elided(i, best)) yield return elided;
        }
    }

    /// <summary>"The service launched in May": the thing is the subject. A verb that has an object is used otherwise.</summary>
    static bool IsIntransitive(FrameLine line) => line.Product.Contains("subj", StringComparer.Ordinal);

    static int ScoreOf(Candidate candidate) =>
        (candidate.Dropped is null ? 20 : 0) + (candidate.Company is null ? 0 : 4) + Math.Min(candidate.Partners.Length, 2) * 3 + (candidate.Seller is null ? 0 : 1) + (candidate.Product is null ? 0 : 1) + (candidate.Amount is null ? 0 : 1);

    /// <summary>The lines that a chunk may fire; null for most.</summary>
    IEnumerable<FrameLine>? LinesOf(Chunk chunk) => chunk.Kind switch
    {
        ChunkKind.Verb => _document.Language.Frames.VerbFrames(chunk.Lemma).IsEmpty ? null : VerbLines(chunk),
        ChunkKind.Noun => NounLines(chunk) is { IsEmpty: false } lines ? lines : null,
        _ => null,
    };

    IEnumerable<FrameLine> VerbLines(Chunk chunk)
    {
        var after = _document.Tokens.AsMemory(Math.Min(chunk.Head + 1, syntax.Sentence.Last)..syntax.Sentence.Last);
        var tail = 0;
        foreach (var line in _document.Language.Frames.VerbFrames(chunk.Lemma))
        {
            if (line.Tail.Length < tail || line.IsReflexive != chunk.IsReflexive && !(chunk.IsPassive && !line.IsReflexive)) continue;
            if (line.Tail.Length > 0 && !FrameLexicon.StartsWith(after.Span, line.Tail)) continue;
            tail = line.Tail.Length;
            yield return line;
        }
    }

    ImmutableArray<FrameLine> NounLines(Chunk chunk)
    {
        if (chunk.Noun == 0) return [];
        for (var t = _document.Language.Grammar.HeadsFirst ? chunk.Head : chunk.First; t <= chunk.Head; t++)
        {
            var length = _document.Language.Frames.Nouns.Match(_document.Tokens.AsSpan(t..syntax.Sentence.Last), out var lines);
            if (length > 0 && (_document.Language.Grammar.HeadsFirst || t + length - 1 == chunk.Head)) return lines;
        }
        return [];
    }

    Candidate Fire(int trigger, FrameLine line)
    {
        var chunk = syntax.Chunks[trigger];
        var passive = IsPassive(trigger);
        var taken = new EntitySet();
        // What is named as bought or sold is not meant by the description of who does it.
        var acted = chunk.Kind == ChunkKind.Verb && !passive && !line.Company.Contains("obj", StringComparer.Ordinal) && syntax.ObjectOf(trigger) is >= 0 and var undergoer && _document.EntityOf(syntax.Chunks[undergoer].Name) is { } what ? EntitySet.Of(what.Index) : taken;
        var company = Fill(trigger, line.Company, passive, true, acted, out var companyChunk);
        if (company is not null) taken.Add(company.Entity);
        var allies = company is not null && line.Partner.Contains("rest", StringComparer.Ordinal) && !IsAwarded(trigger, line) ? _roles.AlliesOf(company, companyChunk, trigger).Where(a => taken.Add(a.Entity)).ToList() : [];
        // "X plans to sell the business": who sells is not what is sold.
        var others = line.Seller is ["subj", ..] && Fill(trigger, line.Seller, passive, true, taken, out _) is { } selling ? taken.With(selling.Entity) : taken;
        var partner = Fill(trigger, line.Partner, passive, line.Type is not (MoveType.Acquisition or MoveType.Divestiture or MoveType.Merger), others, out var partnerChunk);
        // Next to named allies only what stands right behind the predicate is another: "talks with Z", not "to compete with Z".
        if (allies.Count > 0 && partnerChunk > trigger + 2) partner = null;
        var partners = new List<Party>();
        if (partner is not null) AddCoordinated(partner, partnerChunk, line, taken, partners);
        partners.AddRange(allies);
        if (line.Type == MoveType.FundingRound)
            foreach (var investor in syntax.InvestorsOf(trigger))
                if (_roles.PartyOf(investor, true, taken) is { } other && taken.Add(other.Entity)) partners.Add(other);
        if (company is null && IsPair(companyChunk) && line.Partner.Contains("rest", StringComparer.Ordinal) && coreference.Pair(syntax.Chunks[companyChunk], sentence) is { } pair) (company, partners) = (_roles.Told(companyChunk, pair.First), [_roles.Told(companyChunk, pair.Second)]);
        var seller = Fill(trigger, line.Seller, passive, true, taken, out _);
        var owner = partners.Count == 0 && line.Type == MoveType.Acquisition ? OwnerOfPart(partnerChunk, taken) : null;
        seller ??= owner;
        var (productChunk, product) = Product(trigger, line, passive);
        var type = line.Type;
        if (company is null && seller is not null && type == MoveType.Acquisition && (partners.Count > 0 || IsUnnamedAsset(line, partnerChunk))) (company, seller, type) = (seller, null, MoveType.Divestiture);
        if (company is null && productChunk >= 0 && !IsDoneByOthers(trigger, companyChunk, passive) && (line.Type is MoveType.ProductLaunch or MoveType.Trial or MoveType.Development || line.Type == MoveType.Expansion && passive || line.Type == MoveType.Contract && _roles.IsKnownProduct(productChunk))) company = _roles.MakerOf(productChunk) is { } maker && !taken.Contains(maker.Entity) ? maker : null;
        // "X and Y invest N in a joint venture": the venture is the move.
        if (line.Type == MoveType.Expansion && partners.Count == 0 && company is not null && productChunk >= 0 && NounLines(syntax.Chunks[productChunk]) is [{ Type: MoveType.JointVenture }, ..] && _roles.AlliesOf(company, companyChunk, trigger).ToList() is { Count: > 0 } founders) (type, partners) = (MoveType.JointVenture, founders);
        // "X wins a deal with Y": what may be won is a contract.
        var won = line is { Type: MoveType.Partnership, Amount: null } && IsWon(trigger);
        if (won) type = MoveType.Contract;
        // "Y has chosen X to build its network": an order, told by the customer.
        if (line.Type == MoveType.Partnership && company is not null && partners is [{ } supplier] && IsOrder(trigger)) (type, company, partners) = (MoveType.Contract, supplier, [company]);
        if (partners.Count == 0 && company is not null && line.Type == MoveType.Acquisition && TargetOf(trigger, line, company, taken) is { } target) partners.Add(target);
        var stake = _attachments.StakeOf(trigger);
        type = ByStake(type, stake?.Percent ?? (partnerChunk >= 0 && _document.Language.Things.IsMinority(syntax.Chunks[partnerChunk].Noun) ? Minority : null));
        var kind = won ? AmountKind.Contract : line.Amount;
        var (amount, restated) = kind is null ? default : _attachments.MoneyOf(trigger);
        var mood = _moods.Of(trigger, line);
        var dropped = mood.Dropped ?? (type == MoveType.FundingRound && amount is null && partners.Count == 0 && _attachments.TellsTotal() ? "total_raised" : null) ?? Missing(trigger, line, company, partners, owner ?? (line.Type == MoveType.Acquisition && seller is { IsNamed: true } && IsUnit(partnerChunk) ? seller : null), partnerChunk, product, productChunk, amount, stake);
        var evidence = _attachments.EvidenceOf(trigger, company, partners, amount);
        return new(
            line.Id, type, sentence, new(_document.Tokens[chunk.First].Start, _document.Tokens[chunk.Last - 1].End), evidence, _document.Blocks[syntax.Sentence.Block].Kind,
            company, [.. partners], seller, product, amount, restated, null, amount is null ? null : kind, stake, _attachments.DateOf(trigger),
            mood.Status, mood.Detail, mood.Asserter, mood.IsBackground, null, 0, [.. Shape(trigger, passive, productChunk), .. Told(trigger, line, partners, partnerChunk)], dropped);
    }

    void AddCoordinated(Party first, int chunk, FrameLine line, EntitySet taken, List<Party> partners)
    {
        taken.Add(first.Entity);
        partners.Add(first);
        if (chunk < 0) return;
        foreach (var member in syntax.Coordinated(chunk).Skip(1))
            if (_roles.PartyOf(member, line.Type is not (MoveType.Acquisition or MoveType.Divestiture), taken) is { IsNamed: true } other && taken.Add(other.Entity)) partners.Add(other);
    }
}

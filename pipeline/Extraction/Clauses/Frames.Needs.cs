namespace TechMoves;

/// <summary>What a frame needs before it tells a move: the reasons why it is dropped, its voice, and how it stands in its sentence.</summary>
public sealed partial class Frames
{
    /// <summary>How the predicate stands in its sentence, for the confidence model.</summary>
    IEnumerable<string> Shape(int trigger, bool passive, int product)
    {
        var chunk = syntax.Chunks[trigger];
        yield return chunk.Kind == ChunkKind.Noun ? "shape_noun" : chunk.IsProgressive ? "shape_progressive" : chunk.Modal != 0 ? "shape_modal" : chunk.IsPerfect ? "shape_perfect"
            : chunk.Form.HasFlag(VerbForms.Infinitive) && !chunk.Form.HasFlag(VerbForms.Present) ? "shape_infinitive" : chunk.Form.HasFlag(VerbForms.Gerund) ? "shape_gerund" : passive ? "shape_passive"
            : (chunk.Form & (VerbForms.Past | VerbForms.Imperfect)) != 0 ? "shape_past" : "shape_present";
        if (trigger > 0 && syntax.Chunks[trigger - 1].Kind == ChunkKind.Relative) yield return "shape_relative";
        if (syntax.GovernorOf(trigger) is >= 0 and var governor && syntax.GovernorAt(governor) is { } line) yield return $"governed_{Terms.Of(line.Kind)}";
        if (IsFacility(product)) yield return "product_facility";
        else if (product >= 0) yield return syntax.Chunks[product].Name >= 0 ? "product_name" : syntax.Chunks[product] is { Determination: Determination.Definite } said && said.Last - said.First <= 2 ? "product_said" : syntax.Chunks[product].Determination == Determination.Indefinite ? "product_new" : "product_noun";
    }

    /// <summary>What the article may complete: a bid, whose target another sentence names, and a purchase of what is only described.</summary>
    IEnumerable<string> Told(int trigger, FrameLine line, List<Party> partners, int partnerChunk)
    {
        if (IsBid(trigger, line) || line is { Type: MoveType.Acquisition, Status: Status.Rejected }) yield return Story.Bid;
        if (partners.Count == 0 && IsDescribedTarget(line, partnerChunk)) yield return Story.Described;
    }

    bool IsBid(int trigger, FrameLine line) => syntax.Chunks[trigger].Kind == ChunkKind.Noun && line is { Type: MoveType.Acquisition, Status: Status.Planned, Done: Status.Planned };

    /// <summary>"X buys a games studio": news, though it does not say which.</summary>
    bool IsDescribedTarget(FrameLine line, int chunk) =>
        chunk >= 0 && line is { Type: MoveType.Acquisition, Done: Status.Completed } && syntax.Chunks[chunk] is { Description.Kind: DescriptionKind.Company, Name: < 0, Determination: Determination.Indefinite or Determination.Bare }
        && _document.Blocks[syntax.Sentence.Block].Kind is BlockKind.Title or BlockKind.Lede;

    /// <summary>What stands for a part of less than half that is told without a figure.</summary>
    const decimal Minority = 25;

    /// <summary>Half of a company or more is control; less is a stake.</summary>
    static MoveType ByStake(MoveType type, decimal? percent) => (type, percent) switch
    {
        (MoveType.Investment, >= 50 and <= 100) => MoveType.Acquisition,
        (MoveType.Acquisition, > 0 and < 50) => MoveType.Investment,
        _ => type,
    };

    /// <summary>A participle without auxiliary is passive where a doer or no object follows; an English past tense has an object.</summary>
    bool IsPassive(int trigger)
    {
        var chunk = syntax.Chunks[trigger];
        if (chunk.Kind != ChunkKind.Verb || chunk.IsPassive) return chunk.IsPassive;
        var ambiguous = chunk.First == chunk.Head && chunk.Last == chunk.Head + 1 && chunk.Modal == 0 && chunk.Form.HasFlag(VerbForms.PastParticiple) && chunk.Form.HasFlag(VerbForms.Past);
        return ambiguous && trigger + 1 < syntax.Chunks.Length && syntax.ObjectOf(trigger) < 0
            && (syntax.Chunks[trigger + 1].Preposition is { IsAgent: true } || trigger > 0 && syntax.Chunks[trigger - 1].Kind is ChunkKind.Comma or ChunkKind.Noun && syntax.Chunks[trigger + 1].Kind is not ChunkKind.Verb && HasFiniteAfter(trigger));
    }

    bool HasFiniteAfter(int trigger)
    {
        for (var i = trigger + 1; i < syntax.Chunks.Length; i++) if (syntax.Chunks[i].IsFinite) return true;
        return false;
    }

    /// <summary>What a passive acts on: its subject, or the noun that a bare participle follows.</summary>
    int Undergoer(int trigger)
    {
        var chunk = syntax.Chunks[trigger];
        if (chunk.IsPassive && (chunk.IsFinite || chunk.Form.HasFlag(VerbForms.Infinitive))) return syntax.SubjectOf(trigger);
        for (var i = trigger - 1; i >= 0; i--)
        {
            if (syntax.Chunks[i].Kind == ChunkKind.Noun) return HeadOf(i);
            if (syntax.Chunks[i].Kind is not (ChunkKind.Comma or ChunkKind.Date or ChunkKind.Close or ChunkKind.Other or ChunkKind.Coordinator)) break;
        }
        // "Bought by X, Y ...": the participle opens the sentence, its noun follows the comma.
        for (var i = trigger - 1; i >= 0 && syntax.Chunks[i].Kind != ChunkKind.Stop; i--) if (syntax.Chunks[i].Kind == ChunkKind.Noun && syntax.Chunks[i].Preposition is null) return -1;
        for (var i = trigger + 1; i < syntax.Chunks.Length; i++)
            if (syntax.Chunks[i].Kind == ChunkKind.Comma) return i + 1 < syntax.Chunks.Length && syntax.Chunks[i + 1].Kind == ChunkKind.Noun && syntax.Chunks[i + 1].Preposition is null ? i + 1 : -1;
        return -1;
    }

    /// <summary>The verb that governs an agreement tells contracts too, of its subject: wins, secures.</summary>
    bool IsWon(int trigger) => syntax.Chunks[trigger].Kind == ChunkKind.Noun && syntax.GovernorOf(trigger) is >= 0 and var verb && syntax.Chunks[verb] is { Kind: ChunkKind.Verb, IsPassive: false }
        && _document.Language.Frames.VerbFrames(syntax.Chunks[verb].Lemma).Any(l => l is { Type: MoveType.Contract, Tail.Length: 0, Company: ["subj", ..] });

    /// <summary>"The Union wants to deploy its own satellites": somebody is told to do it, and it is no company of the article.</summary>
    bool IsDoneByOthers(int trigger, int subject, bool passive) => !passive && syntax.Chunks[trigger].Kind == ChunkKind.Verb && subject >= 0 && syntax.Chunks[subject] is { Kind: ChunkKind.Noun, Determination: not Determination.Pronoun, Name: < 0 } && !IsProduct(subject);

    /// <summary>A verb that orders too, of its object, before an infinitive that says what for.</summary>
    bool IsOrder(int trigger)
    {
        if (syntax.Chunks[trigger].Kind != ChunkKind.Verb || !_document.Language.Frames.VerbFrames(syntax.Chunks[trigger].Lemma).Any(l => l is { Type: MoveType.Contract, Company: ["obj", ..], Partner: ["subj", ..] })) return false;
        for (var i = trigger + 1; i < syntax.Chunks.Length && syntax.Chunks[i].Kind is ChunkKind.Noun or ChunkKind.Verb or ChunkKind.Date or ChunkKind.Other; i++)
            if (syntax.Chunks[i].Kind == ChunkKind.Verb) return syntax.Chunks[i] is { IsFinite: false, Preposition: not null } purpose && purpose.Form.HasFlag(VerbForms.Infinitive);
        return false;
    }

    /// <summary>"X and Y have been awarded contracts": they are no parties of each other.</summary>
    bool IsAwarded(int trigger, FrameLine line) => line.Type == MoveType.Contract && syntax.GovernorOf(trigger) is >= 0 and var verb && syntax.Chunks[verb] is { Kind: ChunkKind.Verb, IsPassive: true, IsFinite: true };

    bool IsPair(int chunk) => chunk >= 0 && (syntax.Chunks[chunk].Description is { Kind: DescriptionKind.Pair } || syntax.Chunks[chunk].Description is { Kind: DescriptionKind.Company, IsPlural: true } && _roles.IsSeveral(syntax.Chunks[chunk]));

    /// <summary>"The investment of X, shown as ...": a participle behind a chain of genitives belongs to what heads the chain, unless the name that ends it may be meant.</summary>
    int HeadOf(int last)
    {
        var head = last;
        while (head > 0 && syntax.Chunks[head].Preposition is { IsGenitive: true } && syntax.Before(head) is >= 0 and var before && syntax.Chunks[before].Kind == ChunkKind.Noun) head = before;
        return head < last && NounLines(syntax.Chunks[head]).Length > 0 ? head : last;
    }

    /// <summary>"U (a joint venture between X and Y)": a noun beside a name says what it is, not what is done.</summary>
    bool IsSaidOfName(int trigger) => trigger >= 2 && syntax.Chunks[trigger] is { Kind: ChunkKind.Noun, Determination: Determination.Indefinite or Determination.Bare, Preposition: null } && syntax.Chunks[trigger - 1].Kind is ChunkKind.Comma or ChunkKind.Open
        && syntax.Chunks[trigger - 2] is { Kind: ChunkKind.Noun, Name: >= 0 } && (syntax.Chunks[trigger - 1].Kind == ChunkKind.Open || syntax.Chunks[trigger - 2].Preposition is null);

    string? Missing(int trigger, FrameLine line, Party? company, List<Party> partners, Party? owner, int partnerChunk, Filler? product, int productChunk, AmountMention? amount, PercentMention? stake) =>
        company is not null && line.Type is MoveType.FundingRound or MoveType.Ipo or MoveType.ProductLaunch or MoveType.Expansion && _document.Entities[company!.Entity].Kind == NameKind.Institution ? "institution"
        : company is not null && line.Type is not (MoveType.Acquisition or MoveType.Investment or MoveType.Divestiture) && _document.Entities[company.Entity].Kind == NameKind.Person ? "person"
        : line.Type is MoveType.JointVenture or MoveType.Partnership && IsSaidOfName(trigger) ? "said_of_name"
        : company is null && !line.Requires("partner") && partners.Count == 0 ? "no_company"
        : company is not null && partners.Count == 0 && (IsDescribedTarget(line, partnerChunk) || owner is not null) ? null
        : syntax.Chunks[trigger] is { Kind: ChunkKind.Noun, Preposition.IsPurpose: true, Determination: Determination.Bare } && trigger > 0 && syntax.Chunks[trigger - 1].Kind == ChunkKind.Noun ? "purpose"
        : line.Requires("partner") && partners.Count == 0 ? "no_partner"
        : line.Requires("backers") && !IsOfBackers(trigger) ? "no_backers"
        : line.Requires("org") && partners.Count == 0 && !IsAsset(partnerChunk) && !IsAsset(productChunk) ? "no_organisation"
        : line.Requires("amount") && amount is null && !(line.Type == MoveType.Expansion && _attachments.TellsVagueSum(trigger)) && !(line.Type == MoveType.FundingRound && company is not null && partners.Count > 0 && IsOfMoney(trigger)) ? "no_amount"
        : line.Requires("product") && product is null ? "no_product"
        : line.Type is MoveType.Acquisition or MoveType.Investment && partners.Count == 0 && partnerChunk >= 0 && _document.Language.Things.IsShare(syntax.Chunks[partnerChunk].Noun) ? "no_partner"
        : line.Type == MoveType.Expansion && !(amount is not null && line.Product.IsEmpty) && !(line.Amount is not null && line.Requires("amount")) && !IsFacility(productChunk) && !IsFacilityItself(trigger) ? "no_facility"
        // "X comes to France": a company that comes launches nothing by it.
        : line.Type == MoveType.ProductLaunch && company is not null && IsIntransitive(line) && productChunk >= 0 && _document.EntityOf(syntax.Chunks[productChunk].Name) is { Kind: NameKind.Company } itself && itself.Index == company.Entity ? "own_name"
        : line.Type == MoveType.ProductLaunch && productChunk >= 0 && syntax.Chunks[productChunk].Name < 0 && NounLines(syntax.Chunks[productChunk]).Length > 0 ? "deal_noun"
        : line.Type is MoveType.FundingRound or MoveType.Contract && IsOtherDeal(trigger, line.Type) ? "deal_noun"
        // "Sold its studios to Y": no delivery.
        : line.Type == MoveType.Contract && productChunk >= 0 && syntax.Chunks[productChunk] is { Name: < 0, Description.Kind: DescriptionKind.Company } ? "deal_noun"
        : line.Requires("name") && !IsProduct(productChunk) && !(line.Type is MoveType.Expansion or MoveType.MarketExit && IsFacility(productChunk) && !IsLaunch(trigger)) ? "no_named_product"
        : line.Requires("part") && (syntax.ObjectOf(trigger) is not (>= 0 and var object_) || !_document.Language.Things.IsPart(syntax.Chunks[object_].Noun)) ? "no_part"
        : line.Requires("stake") && stake is null ? "no_stake"
        : null;

    /// <summary>"Received its approval from the Commission": what is received is no money.</summary>
    bool IsOfMoney(int trigger) => syntax.Chunks[trigger].Kind != ChunkKind.Verb || syntax.ObjectOf(trigger) is not (>= 0 and var received) || syntax.Chunks[received].Name >= 0 || NounLines(syntax.Chunks[received]).Any(l => l.Type is MoveType.FundingRound or MoveType.Investment);

    /// <summary>"Closes the acquisition of Y": the object is a deal of another kind, which tells itself.</summary>
    bool IsOtherDeal(int trigger, MoveType type) =>
        syntax.Chunks[trigger].Kind == ChunkKind.Verb && syntax.ObjectOf(trigger) is >= 0 and var deal && NounLines(syntax.Chunks[deal]) is { Length: > 0 } lines && lines.All(l => l.Type != type && !(type == MoveType.Contract && l.Type == MoveType.Partnership));

    /// <summary>"Launches a service in a city": the verb launches its object, wherever it does.</summary>
    bool IsLaunch(int trigger) => syntax.Chunks[trigger].Kind == ChunkKind.Verb && syntax.HasObject(trigger) && _document.Language.Frames.VerbFrames(syntax.Chunks[trigger].Lemma).Any(l => l.Type == MoveType.ProductLaunch);

    /// <summary>"The investors include A, B and C": the subject names those who put money in.</summary>
    bool IsOfBackers(int trigger) => syntax.SubjectOf(trigger) is >= 0 and var subject && _document.Language.Things.IsBackers(_document.Tokens.AsSpan(syntax.Chunks[subject].First..syntax.Chunks[subject].Last));

    /// <summary>Whether a chunk without a name says that a company or a part of one is bought.</summary>
    bool IsUnit(int chunk) => chunk >= 0 && syntax.Chunks[chunk] is { Name: < 0 } unit && (unit.Description is { Kind: DescriptionKind.Company } || _document.Language.Things.IsPart(unit.Noun));

    /// <summary>"X to sell its search unit": a sale by its subject, of a part that has no name.</summary>
    bool IsUnnamedAsset(FrameLine line, int chunk) =>
        chunk >= 0 && line.Seller.Contains("subj", StringComparer.Ordinal) && syntax.Chunks[chunk].Name < 0 && IsPart(syntax.Chunks[chunk]);

    bool IsPart(Chunk chunk) => chunk.Description is { Kind: DescriptionKind.Company } || _document.Language.Things.IsAsset(chunk.Noun);

    /// <summary>"Buys the energy business of Y", "Y's plant was bought": Y sells a part of itself, which has no name. The party of Y, or null.</summary>
    Party? OwnerOfPart(int chunk, EntitySet taken) =>
        chunk >= 0 && syntax.Chunks[chunk] is { Name: < 0, Modifier: >= 0, Determination: Determination.Possessive } owned && IsPart(owned) ? _roles.Named(owned.Modifier, true) is { } possessor && !taken.Contains(possessor.Entity) ? possessor : null
        : chunk >= 0 && chunk + 1 < syntax.Chunks.Length && syntax.Chunks[chunk] is { Name: < 0, Modifier: < 0 } part && IsPart(part)
        && syntax.Chunks[chunk + 1] is { Kind: ChunkKind.Noun, Preposition.IsGenitive: true, Name: >= 0 } && _roles.PartyOf(chunk + 1, true, taken) is { IsNamed: true } owner && !taken.Contains(owner.Entity) ? owner : null;

    bool IsAsset(int chunk) => chunk >= 0 && (syntax.Chunks[chunk].Name >= 0 || syntax.Chunks[chunk].Description is not null || _document.Language.Things.IsAsset(syntax.Chunks[chunk].Noun));

    /// <summary>An expansion is of a plant, an office, a network or into a place.</summary>
    bool IsFacility(int chunk) => chunk >= 0 && (_document.EntityOf(syntax.Chunks[chunk].Name) is { Kind: NameKind.Place } || _document.Language.Things.IsFacility(_document.Tokens.AsSpan(_attachments.RangeOf(chunk))));

    /// <summary>"Enters the Indian market": the fixed words of the predicate name what is entered.</summary>
    bool IsFacilityItself(int trigger) => syntax.Chunks[trigger] is { Kind: ChunkKind.Verb } verb && verb.Last > verb.Head + 1 && _document.Language.Things.IsFacility(_document.Tokens.AsSpan((verb.Head + 1)..verb.Last));

    bool IsProduct(int chunk) => chunk >= 0 && (syntax.Chunks[chunk].Name >= 0 && _document.EntityOf(syntax.Chunks[chunk].Name) is { Kind: not (NameKind.Place or NameKind.Person) }
        || _document.Language.Things.SectorOfProduct(_document.Tokens.AsSpan(_attachments.RangeOf(chunk))) is not null);
}

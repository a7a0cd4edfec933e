namespace TechMoves;

/// <summary>What else a predicate tells: a target that is not behind it, other bidders and suppliers, a list that goes on without its noun.</summary>
public sealed partial class Frames
{
    /// <summary>The target that a deal noun does not name behind it: who rejects X's bid, and the name in "X completes the Y takeover".</summary>
    Party? TargetOf(int trigger, FrameLine line, Party company, EntitySet taken)
    {
        if (syntax.Chunks[trigger].Kind != ChunkKind.Noun) return null;
        if (IsBid(trigger, line) && syntax.GovernorOf(trigger) is >= 0 and var answer && syntax.Chunks[answer].Kind == ChunkKind.Verb && syntax.GovernorAt(answer) is { Detail: StatusDetail.RefusedByTarget }
            && _roles.PartyOf(syntax.SubjectOf(answer), true, taken) is { IsNamed: true } answering && answering.Entity != company.Entity && _document.Entities[answering.Entity].Kind == NameKind.Company) return answering;
        return syntax.Chunks[trigger].Modifier is >= 0 and var modifier && _roles.Named(modifier, false) is { } bought && bought.Entity != company.Entity ? bought : null;
    }

    /// <summary>"The offers of X and Y": who bids behind a preposition bids apart, a row each.</summary>
    IEnumerable<Party> OtherBidders(int trigger, Candidate first)
    {
        if (first.Type is not MoveType.Acquisition || first.Company is not { IsNamed: true } company || first.Dropped is not null) yield break;
        var at = -1;
        for (var i = trigger + 1; i < syntax.Chunks.Length; i++)
            if (syntax.Chunks[i] is { Kind: ChunkKind.Noun, Preposition: not null, Name: >= 0 } chunk && _document.Names[chunk.Name].Start == company.Start) at = i;
        // "The offer of A, B and C" is theirs together.
        if (at < 0 || syntax.Chunks[trigger].Kind == ChunkKind.Noun && !_document.Language.Frames.IsPlural(syntax.Chunks[trigger].Noun)) yield break;
        foreach (var member in syntax.Coordinated(at).Skip(1))
            if (_roles.PartyOf(member, true, EntitySet.OfParties(first)) is { IsNamed: true } other) yield return other;
    }

    /// <summary>"Both X and Y have been awarded contracts": each has its own.</summary>
    IEnumerable<Party> OtherSuppliers(int trigger, Candidate first)
    {
        if (first.Type != MoveType.Contract || first.Dropped is not null || first.Company is not { IsNamed: true } company) yield break;
        if (syntax.Chunks[trigger].Kind == ChunkKind.Noun ? syntax.GovernorOf(trigger) is not (>= 0 and var verb) || !syntax.Chunks[verb].IsPassive : (verb = trigger) < 0 || !IsPassive(trigger)) yield break;
        var subject = syntax.SubjectOf(verb);
        if (subject < 0 || syntax.Chunks[subject].Name < 0 || _document.Names[syntax.Chunks[subject].Name].Start != company.Start) yield break;
        foreach (var member in syntax.Coordinated(subject).Skip(1))
            if (_roles.PartyOf(member, true, EntitySet.OfParties(first)) is { IsNamed: true } other) yield return other;
    }

    /// <summary>"The purchase of A by X for N, of B by Y (M)": what the list goes on with, the deal noun left out.</summary>
    IEnumerable<Candidate> Elided(int trigger, Candidate first)
    {
        if (syntax.Chunks[trigger].Kind != ChunkKind.Noun || first.Dropped is not null || first.Partners.Length == 0) yield break;
        for (var i = trigger + 2; i + 2 < syntax.Chunks.Length && syntax.Chunks[i].Kind is not (ChunkKind.Stop or ChunkKind.Relative or ChunkKind.Verb); i++)
        {
            if (syntax.Chunks[i].Kind is not (ChunkKind.Comma or ChunkKind.Coordinator) || syntax.Chunks[i + 1] is not { Preposition.IsGenitive: true, Name: >= 0 } || syntax.Chunks[i + 2] is not { Preposition.IsAgent: true, Name: >= 0 }) continue;
            if (_roles.PartyOf(i + 2, true, new()) is not { } company || _roles.PartyOf(i + 1, false, EntitySet.Of(company.Entity)) is not { } target || target.Entity == company.Entity) continue;
            yield return first with { Company = company, Partners = [target], Seller = null, Product = null, Amount = _attachments.SumBeside(i + 2), Restated = null, Stake = null };
        }
    }
}

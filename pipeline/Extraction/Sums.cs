namespace TechMoves;

/// <summary>Gives a deal the sum that another sentence tells of it without its parties: "the $3 billion merger", "the purchase cost $70 million".</summary>
public static class Sums
{
    /// <summary>So many tellings are looked at.</summary>
    const int Looked = 24;

    /// <summary>The moves, a sum added to each deal without one that such a telling can only mean.</summary>
    public static List<Candidate> Complete(Document document, List<Candidate> moves, IReadOnlyList<Candidate> candidates)
    {
        var tellings = candidates.Where(c => c is { Dropped: "no_company" or "no_partner" or "no_organisation", Amount.Currency: not null } && IsDeal(c.Type)).Take(Looked).ToList();
        var isOnly = moves.Count(m => IsDeal(m.Type) && m.Company is not null) == 1;
        return tellings.Count == 0 ? moves : moves.ConvertAll(m => m.Amount is null && m.Company is not null && IsDeal(m.Type) && Telling(document, m, isOnly, tellings) is { } telling
            ? m with { Amount = telling.Amount, Restated = telling.Restated, AmountKind = telling.AmountKind } : m);
    }

    static bool IsDeal(MoveType type) => type is MoveType.Acquisition or MoveType.Merger or MoveType.Contract or MoveType.Licensing;

    /// <summary>The first telling that names some of the move's parties and no others; or none at all, its whole sentence, where the article tells one deal.</summary>
    static Candidate? Telling(Document document, Candidate move, bool isOnly, List<Candidate> tellings)
    {
        var parties = Parties(move);
        return tellings.Find(t => !IsOld(t, move) && Parties(t) is var told && (told.Count == 0 ? isOnly && NamesOnly(document, t.Sentence, parties) : told.IsSubsetOf(parties)));
    }

    static bool NamesOnly(Document document, int sentence, EntitySet parties)
    {
        for (var n = 0; n < document.Names.Length; n++)
            if (document.Names[n].First >= document.Sentences[sentence].First && document.Names[n].First < document.Sentences[sentence].Last && document.EntityOf(n) is { Kind: NameKind.Company } other && !parties.Contains(other.Index)) return false;
        return true;
    }

    /// <summary>Whether a telling is of another time than the move.</summary>
    static bool IsOld(Candidate telling, Candidate move) => telling.Background && !move.Background || telling.Status == Status.Rejected != (move.Status == Status.Rejected);

    static EntitySet Parties(Candidate candidate)
    {
        var parties = EntitySet.OfParties(candidate);
        if (candidate.Seller is { } seller) parties.Add(seller.Entity);
        return parties;
    }
}

namespace TechMoves;

/// <summary>Compares a source with a move, one thing at a time, in points; Affinity.Never where they cannot be one.</summary>
static class Comparison
{
    const int Never = Affinity.Never;

    /// <summary>The same two parties, or, of what a company does alone, the same company; rounds and sales by the party that they are about.</summary>
    public static int Parties(in Gist gist, Cluster move)
    {
        var (shared, alike, company) = (0, 0, 0);
        for (var i = 0; i < gist.Parties.Length; i++)
        {
            var closeness = Closest(gist.Parties[i], move);
            if (i == 0) company = closeness;
            if (closeness == 2) shared++;
            else if (closeness == 1) alike++;
        }
        var family = MoveTypes.FamilyOf(gist.Type);
        if (family == Family.Money && Raised(gist, move, shared + alike) is { } raised) return raised;
        if (family == Family.Listing) return company > 0 ? company + 1 : Never;
        var few = gist.Parties.Length == 1 || move.Parties.Count == 1;
        // A seller has no buyer to name, and the buyer's side may name it as the other party.
        if (family == Family.Control && few) return Sold(gist, move) ? 2 : company == 2 ? 0 : Never;
        if (shared > 0 && shared + alike >= 2 && company > 0) return shared >= 2 ? 3 : 2;
        if (MoveTypes.IsOfOne(gist.Type) && company > 0) return (company == 2 ? 2 : -1) - (few ? 0 : 1);
        return few && company == 2 ? gist.Parties.Length == 1 && move.Parties.Count == 1 ? 2 : 0 : Never;
    }

    public static int Type(in Gist gist, Cluster move)
    {
        if ((move.Types & 1 << (int)gist.Type) != 0) return 1;
        var best = Never;
        for (var type = 0; type < 32; type++)
            if ((move.Types & 1 << type) != 0) best = Math.Max(best, Between(gist.Type, (MoveType)type));
        return best;
    }

    // Types of one family are told of one move by different articles. Types of two families are mistaken for each other at most: a stake for a purchase, a supply deal for a launch.
    static int Between(MoveType a, MoveType b) => (MoveTypes.FamilyOf(a), MoveTypes.FamilyOf(b)) switch
    {
        (Family.Listing, _) or (_, Family.Listing) => Never,
        (Family.Launch, Family.Launch) => -1,
        var (x, y) when x == y => a == MoveType.MarketExit || b == MoveType.MarketExit ? Never : 1,
        _ when a == MoveType.MarketExit || b == MoveType.MarketExit || a == MoveType.FundingRound || b == MoveType.FundingRound => Never,
        (Family.Control, Family.Launch or Family.Site) or (Family.Launch or Family.Site, Family.Control) => Never,
        (Family.Money, Family.Control or Family.Pact) or (Family.Control or Family.Pact, Family.Money) => -1,
        _ when a == MoveType.JointVenture && b == MoveType.Merger || a == MoveType.Merger && b == MoveType.JointVenture => -1,
        _ => -3,
    };

    /// <summary>The days between the two, as points; a step of what can be done again must follow soon.</summary>
    public static int Time(in Gist gist, Cluster move, int product)
    {
        var day = gist.Background ? 0 : gist.Published;
        if (gist.First == 0 && day == 0) return 0;
        // Looked back at before it was news: news of later days is of another one.
        if (!move.HasMain && day > move.Before + 7) return day > move.Before + 120 ? Never : -1;
        var (gap, width) = (int.MaxValue, 0);
        foreach (var (first, last) in (ReadOnlySpan<(int, int)>)[(gist.First, gist.Last), (day, day)])
            foreach (var (from, to) in (ReadOnlySpan<(int, int)>)[(move.First, move.Last), move.Dated])
                if (first > 0 && from > 0 && Math.Max(0, Math.Max(from - last, first - to)) is var days && days < gap) (gap, width) = (days, Math.Max(last - first, move.HasMain ? 0 : to - from));
        if (gap == int.MaxValue) return 0;
        // The target is known, or the part of the seller that is sold.
        var isOnce = MoveTypes.IsOnce(gist.Type) && gist.Parties.Length > 1 && (gist.Seller != 1 || product >= 2) || gist.Type == MoveType.Ipo;
        var goesOn = !gist.Background && move.HasMain && move.Status < Status.Announced && gist.Status >= Status.Announced;
        var isSlow = goesOn || gist.Type == MoveType.JointVenture;
        if (gap > (isOnce ? 730 : isSlow || MoveTypes.IsOfOne(gist.Type) ? 240 : 120)) return Never;
        var points = gap switch { <= 3 => 3, <= 14 => 2, <= 45 => 1, <= 60 => 0, _ => isOnce || isSlow ? 0 : -1 };
        if (width > 100) points = Math.Min(points, 1);
        else if (width > 3) points = Math.Min(points, 2);
        // What is done is not announced again: that is another one.
        if (!gist.Background && move.Over > 0 && day > move.Over + (move.Status == Status.Rejected ? 120 : 14) && gist.Status < Status.Completed) points -= isOnce ? 2 : 3;
        return points;
    }

    public static int Money(in Gist gist, Cluster move)
    {
        int? best = null;
        var isShare = move.Types == 1 << (int)MoveType.FundingRound && gist.Type == MoveType.Investment || move.Types == 1 << (int)MoveType.Investment && gist.Type == MoveType.FundingRound;
        foreach (var own in (ReadOnlySpan<Sum>)[gist.Sum, gist.Restated])
            foreach (var other in move.Sums)
                if (own.Told > 0 && Agreement(own, other) is { } points && (best is null || points > best)) best = points;
        // One investor's share says nothing of the round.
        return best is not { } found ? 0 : found < 0 && isShare ? 0 : found < 0 && MoveTypes.IsOnce(gist.Type) ? found / 2 : found;
    }

    public static int Product(in Gist gist, Cluster move)
    {
        if (gist.Words.IsEmpty || move.Words.Count == 0) return 0;
        var (names, shared, digits, sharedDigits, words, sharedWords) = (0, 0, 0, 0, 0, 0);
        foreach (var word in gist.Words)
        {
            var known = move.Knows(word);
            if (ProductWords.HasDigit(word)) (digits, sharedDigits) = (digits + 1, sharedDigits + (known ? 1 : 0));
            if (ProductWords.IsName(word)) (names, shared) = (names + 1, shared + (known ? 1 : 0));
            else (words, sharedWords) = (words + 1, sharedWords + (known ? 1 : 0));
        }
        var alone = MoveTypes.IsOfOne(gist.Type);
        if (digits > 0 && sharedDigits == 0 && move.HasDigits) return -4;
        // Each has a name that the other lacks: two of one family.
        if (names > shared && move.HasOtherName(gist.Words)) return alone ? -3 : shared > 0 ? 0 : -1;
        if (shared > 0) return 2;
        var spoken = move.HasWords(gist.Language);
        if (sharedWords > 0 && sharedWords * 2 >= Math.Min(words, move.Words.Count)) return spoken ? 2 : 1;
        return words > 0 && spoken && alone ? MoveTypes.FamilyOf(gist.Type) == Family.Site ? -2 : -3 : 0;
    }

    public static int Stake(in Gist gist, Cluster move)
    {
        if (gist.Stake == 0 || move.Stakes.Count == 0) return 0;
        var least = float.MaxValue;
        foreach (var stake in move.Stakes) least = Math.Min(least, Math.Abs(stake - gist.Stake));
        return least <= 1 ? 2 : least <= 3 ? 0 : -2;
    }

    /// <summary>2: the same; 1: parent and subsidiary, or a name and its first word; 0: another.</summary>
    static int Closest(PartyHash party, Cluster move)
    {
        var best = 0;
        foreach (var (other, _, _) in move.Parties) best = Math.Max(best, party.Id == other.Id ? 2 : party.IsKinOf(other) ? 1 : 0);
        return best;
    }

    /// <summary>An investment and a round are one if the same company gets the money and the investor is among those of the round, where these are told.</summary>
    static int? Raised(in Gist gist, Cluster move, int common)
    {
        if (gist.Raiser is not { } raiser) return null;
        var closeness = 0;
        foreach (var other in move.Raisers) closeness = Math.Max(closeness, raiser.Id == other.Id ? 2 : raiser.IsKinOf(other) ? 1 : 0);
        if (closeness == 0) return null;
        var rounds = gist.Type == MoveType.FundingRound && (move.Types & 1 << (int)MoveType.FundingRound) != 0;
        return rounds || common >= 2 || gist.Parties.Length == 1 || move.Parties.Count == 1 ? closeness + 1 : Never;
    }

    static bool Sold(in Gist gist, Cluster move)
    {
        if (gist.Seller < 0) return false;
        foreach (var (party, _, sells) in move.Parties)
            if (sells && (party.Id == gist.Parties[gist.Seller].Id || party.IsKinOf(gist.Parties[gist.Seller]))) return true;
        return false;
    }

    /// <summary>How well two sums agree; null where their currencies do not compare.</summary>
    static int? Agreement(Sum a, Sum b)
    {
        if (a.Currency != b.Currency && a.Currency != 0 && b.Currency != 0) return null;
        if (Ratio(a.Told, b.Told) is <= 1.05) return 3;
        if (Math.Max(a.Low, b.Low) <= Math.Min(a.High, b.High)) return 1;
        return Ratio(a.Told, b.Told) switch { <= 1.15 => 2, <= 1.5 => -1, <= 2.5 => -2, _ => -4 };
    }

    static double Ratio(double a, double b) => Math.Max(a, b) / Math.Min(a, b);
}

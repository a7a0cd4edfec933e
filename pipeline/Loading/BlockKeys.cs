namespace TechMoves;

/// <summary>The keys of the blocks that a source stands in: only sources that share a key are ever compared.</summary>
/// <remarks>
/// What is decided of a source depends on the sources of its connected component over these keys and on nothing else. So load may split the
/// sources into buckets and cluster each alone, as long as every component lies whole in one bucket.
/// A key is a pair of parties, in any order; or the company that raises or lists; or the seller; or, where a company acts alone, the company with
/// a word of the product or with the week. No key is of one company alone: what a busy company does does not become one block.
/// </remarks>
public static class BlockKeys
{
    public const int Most = 16;

    const int Week = 7;

    /// <summary>Words of a product that make keys.</summary>
    const int MostWords = 5;

    enum Role : ulong { Pair = 1, Raises, Lists, Sells, Word, Week }

    /// <summary>Writes the keys; gives their number, which is at least one.</summary>
    public static int Of(in Gist gist, Span<ulong> keys)
    {
        var count = 0;
        var parties = gist.Parties;
        for (var i = 0; i < parties.Length; i++)
            for (var j = i + 1; j < parties.Length; j++) keys[count++] = Key(Role.Pair, Math.Min(parties[i].Kin, parties[j].Kin), Math.Max(parties[i].Kin, parties[j].Kin));
        var kin = parties[0].Kin;
        if (gist.Type == MoveType.FundingRound) keys[count++] = Key(Role.Raises, kin, 0);
        else if (gist.Type == MoveType.Investment && parties.Length > 1) keys[count++] = Key(Role.Raises, parties[1].Kin, 0);
        else if (gist.Type == MoveType.Ipo) keys[count++] = Key(Role.Lists, kin, 0);
        else if (gist.Seller >= 0) keys[count++] = Key(Role.Sells, parties[gist.Seller].Kin, 0);
        else if (parties.Length == 1 || MoveTypes.IsOfOne(gist.Type))
        {
            var family = Gist.Hash(kin, (ulong)MoveTypes.FamilyOf(gist.Type));
            for (var i = 0; i < gist.Words.Length && i < MostWords; i++) keys[count++] = Key(Role.Word, family, gist.Words[i]);
            // Two days at most a week apart share a key.
            if (Day(gist) is > 0 and var day)
                for (var i = 0; i <= 1; i++) keys[count++] = Key(Role.Week, family, (ulong)(day / Week + i));
        }
        if (count == 0) keys[count++] = Key(Role.Week, kin, 0);
        return count;
    }

    static int Day(in Gist gist) => gist.First > 0 ? gist.First : gist.Background ? 0 : gist.Published;

    static ulong Key(Role role, ulong a, ulong b) => Gist.Hash(Gist.Hash((ulong)role, a), b);
}

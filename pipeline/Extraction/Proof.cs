namespace TechMoves;

/// <summary>Where a party of a move is proved.</summary>
public static class Proof
{
    /// <summary>A party where its name stands in full, with its legal form where it has one: that is what proves the name.</summary>
    public static Party Of(Document document, Party party)
    {
        NameMention? best = null;
        for (var n = 0; n < document.Names.Length; n++)
            if (document.EntityOfName[n] == party.Entity && document.Names[n] is var name && string.Equals(name.Form, party.Name, StringComparison.OrdinalIgnoreCase) && (best is null || Rank(name) > Rank(best))) best = name;
        return best is null ? party : party with { Start = best.Start, End = best.End };

        int Rank(NameMention name) => (name.HasLegalForm ? 2 : 0) + (name.Form == party.Name ? 1 : 0);
    }
}

namespace TechMoves;

/// <summary>A word or phrase by which a sector is known, how much it weighs, and whether the industry is ordinary: cars, banks, shops.</summary>
public readonly record struct SectorKeyword(string Sector, int Weight, bool IsOrdinary);

/// <summary>What one language calls the things of moves: assets that are bought, products that are launched, keywords of sectors.</summary>
public sealed class ThingLexicon
{
    readonly LexemeMap<string?> _assets = new();
    readonly LexemeMap<string?> _shares = new();
    readonly Phrases<string> _products = new();
    readonly Phrases<bool> _facilities = new();
    readonly Phrases<bool> _backers = new();

    ThingLexicon(string folder, string schemas, Language language)
    {
        foreach (var row in Read("assets"))
            foreach (var form in language.Grammar.FormsOf(row["noun"])) _assets[language.Vocabulary.Add(form)] = row["part"] ?? "";
        foreach (var row in Read("shares"))
            foreach (var form in language.Grammar.FormsOf(row["noun"])) _shares[language.Vocabulary.Add(form)] = row["size"] ?? "";
        foreach (var row in Read("backers"))
            foreach (var form in language.Grammar.FormsOf(row["noun"])) _backers.Add(form, language, true);
        foreach (var row in Read("product-nouns"))
            foreach (var form in language.Grammar.FormsOf(row["noun"])) _products.Add(form, language, row["sector"]);
        foreach (var row in Read("facilities"))
            foreach (var form in language.Grammar.FormsOf(row["noun"])) _facilities.Add(form, language, true);
        var ordinary = Read("ordinary").Select(r => r["phrase"]).ToHashSet(StringComparer.Ordinal);
        foreach (var row in Read("sector-keywords")) Keywords.Add(row["phrase"], language, new(row["sector"], (int)row.Number("weight"), ordinary.Contains(row["phrase"])));

        List<TableRow> Read(string table) => Table.Read(Path.Combine(folder, table + ".csv"), schemas);
    }

    public Phrases<SectorKeyword> Keywords { get; } = new();

    public static ThingLexicon Read(string folder, string schemas, Language language) => new(folder, schemas, language);

    /// <summary>Whether a noun names something that is bought or sold besides companies: a division, patents.</summary>
    public bool IsAsset(int noun) => _assets[noun] is not null;

    /// <summary>Whether a noun names a part of a company and never a whole one: a division, a brand.</summary>
    public bool IsPart(int noun) => _assets[noun] == "true";

    /// <summary>Whether a noun names a part of a company, so that what follows it is the company: capital, stake.</summary>
    public bool IsShare(int noun) => _shares[noun] is not null;

    /// <summary>Whether a noun names a part of less than half: a third, a quarter.</summary>
    public bool IsMinority(int noun) => _shares[noun] == "minority";

    /// <summary>Whether a noun group names those who put money into a company: investors, backers.</summary>
    public bool IsBackers(ReadOnlySpan<Token> group)
    {
        for (var i = 0; i < group.Length; i++) if (_backers.Match(group[i..], out _) > 0) return true;
        return false;
    }

    /// <summary>The number of words of the facility that begins some text; 0 where none does.</summary>
    public int FacilityAt(ReadOnlySpan<Token> text) => _facilities.Match(text, out _);

    /// <summary>Whether a noun group names a plant, an office, a market: what expansions are of.</summary>
    public bool IsFacility(ReadOnlySpan<Token> group)
    {
        for (var i = 0; i < group.Length; i++) if (_facilities.Match(group[i..], out _) > 0) return true;
        return false;
    }

    /// <summary>The sector of the first product noun in a noun group; empty for a product of any sector; null if there is none.</summary>
    public string? SectorOfProduct(ReadOnlySpan<Token> group)
    {
        for (var i = 0; i < group.Length; i++) if (_products.Match(group[i..], out var sectors) > 0) return sectors[0];
        return null;
    }
}

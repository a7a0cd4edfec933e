namespace TechMoves;

/// <summary>A company of the registry (companies.csv): Id is stable, made of its name; Classes are the trades by which a journalist describes it.</summary>
public sealed record Company(
    string Id, string Name, IReadOnlyList<string> Aliases, string? LegalName, string? Country, string? City, string Sector, IReadOnlyList<string> Classes, string? Parent, bool IsCommonWord)
{
    public static Company Of(TableRow row) => new(
        Slug(row["name"]), row["name"], row.List("aliases"), row.Optional("legal_name"), row.Optional("country"), row.Optional("city"), row["sector"],
        row.List("class"), row.Optional("parent"), row["common_word"] == "true");

    /// <summary>A name as an identifier: accents, case and punctuation folded, words joined by hyphens.</summary>
    public static string Slug(string name)
    {
        var slug = new StringBuilder(name.Length);
        foreach (var c in Ascii.IsValid(name) ? name : name.Normalize(NormalizationForm.FormD))
        {
            if (char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            if (char.IsLetterOrDigit(c)) slug.Append(Letter(char.ToLowerInvariant(c)));
            else if (c is '+' or '&') slug.Append(slug.Length > 0 && slug[^1] != '-' ? "-" : "").Append(c == '+' ? "plus" : "and").Append('-');
            else if (slug.Length > 0 && slug[^1] != '-' && c is not ('\'' or '\u2019')) slug.Append('-');
        }
        return slug.ToString().Trim('-');
    }

    // Letters that no decomposition takes apart.
    static string Letter(char c) => c switch { 'œ' => "oe", 'æ' => "ae", 'ø' => "o", 'ł' => "l", 'ß' => "ss", 'đ' => "d", 'ð' => "d", 'þ' => "th", 'ı' => "i", _ => c.ToString() };
}

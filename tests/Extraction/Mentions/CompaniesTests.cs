namespace TechMoves.Tests;

public sealed class CompaniesTests
{
    static IEnumerable<TestCaseData> Cases() => Given.Cases("companies");

    /// <summary>Brackets mark the companies of the text, with their legal forms; the table tells by which name each is known.</summary>
    [TestCaseSource(nameof(Cases))]
    public void Finds_each_company_and_nothing_else(string code, string marked, string expected)
    {
        var text = marked.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
        var document = Mentioned.Document(text, code);
        var found = Enumerable.Range(0, document.Names.Length).Where(n => document.EntityOf(n) is { Kind: NameKind.Company }).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(found.Select(n => text[document.Names[n].Start..document.Names[n].End]), Is.EqualTo(marked.Split('[', ']').Where((_, i) => i % 2 == 1)));
            Assert.That(string.Join(" ; ", found.Select(n => document.EntityOf(n)!.Name)), Is.EqualTo(expected));
        }
    }

    [TestCase("fr", "SAIC s'allie à Alibaba. SAIC Motor prévoit un fonds commun.", "SAIC Motor | Alibaba | SAIC Motor")]
    [TestCase("fr", "Norvéo Technologies rachète Kirmane. Norvéo compte 40 salariés.", "Norvéo Technologies | Kirmane | Norvéo Technologies")]
    [TestCase("en", "Intel Capital led the round. Intel makes chips.", "Intel Capital | Intel")]
    [TestCase("en", "HP cut its forecast. Hewlett-Packard sells printers.", "Hewlett-Packard | Hewlett-Packard")]
    [TestCase("en", "Facebook is now called Meta. Facebook bought Instagram in 2012.", "Meta | Meta | Meta | Instagram")]
    public void Joins_the_variants_of_a_name_and_no_other_names(string code, string text, string expected)
    {
        var document = Mentioned.Document(text, code);
        Assert.That(string.Join(" | ", Enumerable.Range(0, document.Names.Length).Select(n => document.EntityOf(n)?.Name)), Is.EqualTo(expected));
    }
}

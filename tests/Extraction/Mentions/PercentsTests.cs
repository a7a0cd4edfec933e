namespace TechMoves.Tests;

public sealed class PercentsTests
{
    [TestCase("fr", "Il prend 25 % du capital.", "25 % = 25")]
    [TestCase("fr", "Une hausse de 12,5% en un an.", "12,5% = 12.5")]
    [TestCase("fr", "Entre 10 et 15 % des parts, soit dix pour cent.", "10 = 10 ; 15 % = 15 ; dix pour cent = 10")]
    [TestCase("fr", "Il lève 10 M€ et compte 30 salariés.", "")]
    [TestCase("en", "It owns 4.9 pct, up from 4 3/4 pct.", "4.9 pct = 4.9 ; 4 3/4 pct = 4.75")]
    [TestCase("en", "A five-percent stake, then thirty per cent.", "five-percent = 5 ; thirty per cent = 30")]
    [TestCase("en", "It raised $5 million in 2015.", "")]
    public void Reads_each_percentage(string language, string text, string expected)
    {
        var percents = Percents.Find(text, Given.Tokens(text, language), Given.Language(language));
        Assert.That(string.Join(" ; ", percents.Select(p => string.Create(CultureInfo.InvariantCulture, $"{text[p.Start..p.End]} = {p.Percent:0.##}"))), Is.EqualTo(expected));
    }
}

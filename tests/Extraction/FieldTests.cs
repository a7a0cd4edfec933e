namespace TechMoves.Tests.Extraction;

/// <summary>Which sum, day and partners of an article belong to its move.</summary>
sealed class FieldTests
{
    /// <summary>The last sentence or paragraph of each tells what the first leaves out.</summary>
    [TestCase("en", "Brelanid raises $40 million\n\nBrelanid, a software company, has raised $40 million this week. Tolvane Ventures led the round, which has a small investment from Orvel Capital and Kesta Partners in it.", "Tolvane Ventures|Orvel Capital|Kesta Partners")]
    [TestCase("en", "Brelanid raises $40 million\n\nBrelanid, a software company, has raised $40 million this week. The round was participated in by Tolvane Ventures, Orvel Capital and Kesta Partners.", "Tolvane Ventures|Orvel Capital|Kesta Partners")]
    [TestCase("en", "Brelanid raises $40 million\n\nBrelanid, a software company, has raised $40 million in a Series B led by Tolvane Ventures. It will put the investment, which saw participation from Orvel Capital, into an office.", "Tolvane Ventures|Orvel Capital")]
    [TestCase("en", "Brelanid raises $40 million\n\nBrelanid, a software company, has raised $40 million this week. Investors in the round include Kevin Ardley (Boston Celtics) and Orvel Capital.", "Kevin Ardley|Orvel Capital")]
    public void Investors_are_those_of_the_round(string language, string text, string expected) =>
        Assert.That(string.Join('|', Move(language, text, MoveType.FundingRound).Partners.Select(p => p.Name)), Is.EqualTo(expected));

    [TestCase("en", "Norvane renews its $6 million offer to acquire software maker Kelbrix Inc.", 6_000_000, "USD")]
    [TestCase("en", "Norvane Inc's $17 million deal to buy software maker Kelbrix surprises its rivals.", 17_000_000, "USD")]
    [TestCase("en", "Norvane Inc has agreed to buy software maker Kelbrix. The acquisition has a price of $92 million.", 92_000_000, "USD")]
    [TestCase("fr", "Norvane rachète Kelbrix, éditeur de logiciels, pour 100 millions\n\nNorvane a racheté Kelbrix pour 100 millions de dollars.", 100_000_000, "USD")]
    public void The_sum_is_that_of_the_deal(string language, string text, int amount, string currency)
    {
        var move = Move(language, text, MoveType.Acquisition);
        Assert.That((move.Amount?.Amount, move.Amount?.Currency), Is.EqualTo(((decimal?)amount, currency)));
    }

    [TestCase("en", "Norvane buys software maker Kelbrix\n\nNorvane said on Tuesday that the two will work together.", "2015-03-10")]
    [TestCase("fr", "Norvane rachète l'éditeur de logiciels Kelbrix\n\nLe groupe y gagne des clients, a-t-il annoncé jeudi.", "2015-03-12")]
    [TestCase("fr", "Norvane rachète l'éditeur de logiciels Kelbrix\n\nLe salon s'ouvre vendredi 13 mars à Lyon. Les deux groupes y seront.", null)]
    [TestCase("en", "Norvane buys software maker Kelbrix\n\nIt began with phones, but today it is used by banks.", null)]
    [TestCase("en", "Norvane buys software maker Kelbrix a day earlier than planned.", null)]
    public void The_day_of_the_news_is_one_on_which_it_was_told(string language, string text, string? day) =>
        Assert.That(Move(language, text, MoveType.Acquisition).Date?.First, Is.EqualTo(day is null ? (DateOnly?)null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

    static Candidate Move(string language, string text, MoveType type)
    {
        var title = text.IndexOf('\n', StringComparison.Ordinal);
        var article = new Article("", "", 0, null, null, language, new(2015, 3, 13), Math.Max(0, title), text);
        return TechMoves.Extraction.Of(article, Given.Language(language)).Candidates.First(c => c.Dropped is null && c.Type == type && c.Company is not null);
    }
}

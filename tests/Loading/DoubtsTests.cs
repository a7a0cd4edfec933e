using static TechMoves.Tests.Loading.Sample;

namespace TechMoves.Tests.Loading;

/// <summary>What is hardly true is told in issues, and stays as the text has it.</summary>
sealed class DoubtsTests
{
    static readonly Rates Rates = Rates.Read(Repository.Data, Repository.Schemas);

    static readonly Facts Bid = Deal("Norvia", "Kelstone", MoveType.Acquisition, Status.Announced);

    static readonly Facts Round = Deal("Quillon", "Arden Ventures", MoveType.FundingRound, Status.Completed);

    [TestCase(3_000_000_000, "EUR", 3_300_000_000, "USD", false)]
    [TestCase(3_000_000_000, "EUR", 330_000_000, "USD", true)]
    [TestCase(2_700_000_000, "JPY", 24_000_000, "USD", false)]
    [TestCase(27_000_000_000, "JPY", 24_000_000, "USD", true)]
    [TestCase(1_000_000_000, "CNY", 128_000_000, "EUR", false)]
    [TestCase(1_000_000_000, "CNY", 1_280_000_000, "EUR", true)]
    [TestCase(5, "XAU", 1_280_000_000, "EUR", false)]
    public void Doubts_a_sum_restated_at_a_rate_that_never_was(long amount, string currency, long alt, string currencyAlt, bool doubted)
    {
        var told = Bid.For(amount, currency) with { AmountAlt = alt, CurrencyAlt = currencyAlt };
        Check(told, "2015-03-12", doubted ? $"warning implausible_rate amount_alt {alt} {currencyAlt}" : null);
    }

    [Test]
    public void Compares_either_end_of_a_range() =>
        Check(Bid.For(100_000_000, "EUR", Qualifier.Range) with { AmountMax = 300_000_000m, AmountAlt = 330_000_000m, CurrencyAlt = "USD" }, "2015-03-12", null);

    [TestCase(120_000_000_000, "USD", "warning implausible_round amount 120000000000 USD")]
    [TestCase(40_000_000_000, "USD", null)]
    [TestCase(120_000_000_000, "JPY", null)]
    [TestCase(120_000_000_000, null, "warning implausible_round amount 120000000000 ")]
    public void Doubts_a_round_of_more_than_100_billion_dollars(long amount, string? currency, string? issue) => Check(Round.For(amount, currency, kind: AmountKind.Round), "2015-03-12", issue);

    [Test]
    public void Doubts_no_takeover_of_more_than_100_billion_dollars() => Check(Bid.For(120_000_000_000, "USD"), "2015-03-12", null);

    [TestCase(Status.Completed, "2015-06-30", "warning completed_later date 2015-06-30")]
    [TestCase(Status.Completed, "2015-03-12", null)]
    [TestCase(Status.Planned, "2015-06-30", null)]
    public void Doubts_what_is_completed_after_it_was_told(Status status, string date, string? issue) => Check((Bid with { Status = status }).On(date), "2015-03-12", issue);

    [Test]
    public void Doubts_a_company_that_is_its_own_partner()
    {
        Check(Bid with { Partners = ["Norvia"] }, "2015-03-12", "warning own_partner partners Norvia");
        Check(Bid with { Partners = ["Norvia Group"], PartnerId = "norvia" }, "2015-03-12", "warning own_partner partners Norvia");
    }

    [TestCase("USD,2,1", "exchange-rates.csv:2: least is more than most")]
    [TestCase("USD,one,1", "exchange-rates.csv:2: column least")]
    [TestCase("dollar,1,1", "exchange-rates.csv:2: column currency")]
    public void Says_where_the_table_of_rates_is_wrong(string line, string message)
    {
        var root = Repository.Scratch($"rates-{TestContext.CurrentContext.Test.ID}");
        File.WriteAllLines(Path.Combine(root, "exchange-rates.csv"), ["currency,least,most", line]);
        Assert.That(() => Rates.Read(root, Repository.Schemas), Throws.TypeOf<ConfigurationException>().With.Message.Contains(message));
    }

    static void Check(Facts told, string published, string? issue)
    {
        var dataset = Load.Of([Article("a", published, "en", Told(told))], Published.None, Overrides.None, Rates);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(dataset.Issues.Select(i => $"{i.Severity} {i.Rule} {i.Field} {i.Value}"), Is.EqualTo(issue is null ? [] : new[] { issue }));
            var move = dataset.Moves.Single().Facts;
            Assert.That((move.Amount, move.AmountAlt, move.Date, move.Partner, move.Status), Is.EqualTo((told.Amount, told.AmountAlt, told.Date, told.Partner, told.Status)), "nothing is changed");
        }
    }
}

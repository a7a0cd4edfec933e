namespace TechMoves;

/// <summary>Finds what is hardly true in what an article tells, and says so in issues as a warning. Nothing is changed: the text says so, and people decide.</summary>
public static class Doubts
{
    /// <summary>In US dollars. The largest rounds that were ever raised are a good deal smaller.</summary>
    public const decimal LargestRound = 100_000_000_000m;

    public static void Of(Telling telling, Rates rates, Action<Issue> doubt)
    {
        var facts = telling.Facts;
        if (facts is { Amount: { } amount, AmountAlt: { } alt } && facts.Currency != facts.CurrencyAlt && !Restates(facts, amount, alt, rates))
            Doubt("implausible_rate", "amount_alt", Text($"{alt} {facts.CurrencyAlt}"), Text($"{amount} {facts.Currency} never was {alt} {facts.CurrencyAlt}: one of the sums is wrong, or they are not the same money"));
        if (facts is { Type: MoveType.FundingRound, Amount: { } raised } && rates.AtLeast(raised, facts.Currency) > LargestRound)
            Doubt("implausible_round", "amount", Text($"{raised} {facts.Currency}"), "a funding round of more than 100 billion dollars");
        if (facts is { Status: Status.Completed, Date: { } date } && telling.Article.Published is { } published && date > published)
            Doubt("completed_later", "date", Text($"{date:yyyy-MM-dd}"), Text($"told as completed on {published:yyyy-MM-dd}, before its date"));
        if (facts.Partners.Contains(facts.Company, StringComparer.Ordinal) || facts.PartnerId is { } partner && partner == facts.CompanyId)
            Doubt("own_partner", "partners", facts.Company, "the company is its own partner");

        void Doubt(string rule, string field, string value, string message) => doubt(new(telling.Source.ArticleId, null, "warning", rule, field, value, message));
    }

    // Of a range either end may be what is restated.
    static bool Restates(Facts facts, decimal amount, decimal alt, Rates rates) =>
        rates.Agree(amount, facts.Currency, alt, facts.CurrencyAlt) || facts.AmountMax is { } most && rates.Agree(most, facts.Currency, alt, facts.CurrencyAlt);

    static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

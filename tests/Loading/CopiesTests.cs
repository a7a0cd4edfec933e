using static TechMoves.Tests.Loading.Sample;

namespace TechMoves.Tests.Loading;

/// <summary>A wire's text is one article, whoever prints it and whatever is put around it.</summary>
sealed class CopiesTests
{
    const string Wire = """
        Norvia has agreed to buy Kelstone for three billion euros in cash, the two telecom groups said on Thursday in a joint statement from Lyon.
        The price is a premium of a third over the last close of Kelstone, whose board backs the offer without a dissenting vote.
        Regulators in Brussels will look at the deal over the summer, and both companies expect that it closes before the end of the year.
        Norvia means to keep the brand for now, and promised to leave the research centre in Grenoble, with its four hundred engineers, where it is.
        """;

    static readonly Facts Bid = Deal("Norvia", "Kelstone", MoveType.Acquisition, Status.Announced);

    [TestCase("", "", TestName = "Is_a_copy_with_a_changed_title")]
    [TestCase("A long courtship ends: after months of rumours the two rivals of the French market have found each other at last.\n\n", "", TestName = "Is_a_copy_with_a_lede_before_it")]
    [TestCase("", "\n\nBay Street Courier. Subscribe to the paper, the podcast and the weekly letter of our technology desk, and follow us wherever you read the news.", TestName = "Is_a_copy_with_boilerplate_after_it")]
    public void Is_a_copy(string before, string after)
    {
        var dataset = Load.Of([Printed("wire", "2015-03-12", "Norvia buys Kelstone", Wire), Printed("courier", "2015-03-13", "Telecom: a giant is born", before + Wire + after)]);
        var (original, copy) = (dataset.Articles.Single(a => a.ArticleId == "wire"), dataset.Articles.Single(a => a.ArticleId == "courier"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(original.Outcome, Is.EqualTo(Outcome.Moves));
            Assert.That((copy.Outcome, copy.DuplicateOf, copy.Moves), Is.EqualTo((Outcome.Duplicate, "wire", 1)));
            Assert.That(dataset.Sources.Select(s => s.Source.ArticleId), Is.EqualTo(["courier", "wire"]), "it keeps its own rows, with its own offsets");
            Assert.That(dataset.Sources.Select(s => s.Source.EvidenceStart), Is.Unique);
            Assert.That(dataset.Moves.Single().SourceCount, Is.EqualTo(1), "but is no evidence of its own");
        }
    }

    [Test]
    public void Is_no_copy_what_tells_the_same_in_words_of_its_own()
    {
        var own = """
            A takeover of three billion euros: that is what Norvia pays for Kelstone, as both announced this Thursday, one after the other.
            Shareholders get a third more than the paper was worth the evening before, and the directors of the target tell them to take it.
            Brussels has to agree first, which will take until autumn; the name stays, as do four hundred researchers near Grenoble.
            """;
        var dataset = Load.Of([Printed("wire", "2015-03-12", "Norvia buys Kelstone", Wire), Printed("own", "2015-03-12", "Norvia buys Kelstone", own)]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(dataset.Articles.Select(a => a.Outcome), Is.All.EqualTo(Outcome.Moves));
            Assert.That(dataset.Moves.Single().SourceCount, Is.EqualTo(2));
        }
    }

    [Test]
    public void Is_no_copy_what_is_printed_weeks_later() => Assert.That(
        Load.Of([Printed("wire", "2015-03-12", "Norvia buys Kelstone", Wire), Printed("later", "2015-05-12", "From the archive", Wire + "It was so.")]).Articles.Select(a => a.Outcome), Is.All.EqualTo(Outcome.Moves));

    [Test]
    public void Follows_a_copy_of_a_copy_to_the_first()
    {
        var dataset = Load.Of([Printed("a", "2015-03-14", "Three", Wire + "One more word."), Printed("b", "2015-03-13", "Two", "As was feared.\n\n" + Wire), Printed("c", "2015-03-12", "One", Wire), Printed("d", "2015-03-14", "Three", Wire + "One more word.")]);
        Assert.That(dataset.Articles.Select(a => a.DuplicateOf), Is.EqualTo(["c", "c", null, "c"]));
    }

    static Part Printed(string id, string day, string title, string text)
    {
        var part = Copy(id, $"{title}\n\n{text}", day, "en", Told(Bid, at: title.Length + text.Length));
        return part with { Signature = Signature.Of(text) };
    }
}

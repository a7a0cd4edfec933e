using System.Collections.Immutable;
using CsCheck;
using NUnit.Framework;
using static TechMoves.Tests.Loading.Sample;

namespace TechMoves.Tests.Loading;

sealed class LoadTests
{
    static readonly Facts Bid = Deal("Norvia", "Kelstone", MoveType.Acquisition, Status.Announced);

    [Test]
    public void Gives_the_same_dataset_in_any_order_of_arrival()
    {
        var expected = Written(Load.Of(Sample.Parts));
        Gen.Shuffle(Sample.Parts.ToArray()).Sample(parts => Written(Load.Of(parts)) == expected, iter: 200, threads: 1);
    }

    [Test]
    public void Gives_the_same_dataset_in_any_order_whatever_the_articles_tell()
    {
        var facts = Gen.Select(Gen.Int[0, 2], Gen.Int[0, 3], Gen.Enum<MoveType>(), Gen.Enum<Status>(), Gen.Int[0, 3], Gen.Int[0, 400]).Select((company, partner, type, status, amount, day) =>
        {
            var told = Deal($"C{company}", partner == 3 ? null : $"C{partner}", type, status) with { Product = partner == 3 ? $"Model {amount}" : null };
            told = amount > 0 ? told.For(amount * 10m, "EUR") : told;
            return day < 300 ? told.On(new DateOnly(2015, 1, 1).AddDays(day).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)) : told;
        });
        var source = Gen.Select(facts, Gen.Int[1, 3], Gen.Bool, Gen.Int[0, 9]).Select((f, at, background, confidence) => Told(f, confidence / 10m, at, background));
        var part = Gen.Select(source.Array[0, 3], Gen.Int[0, 20], Gen.Int[0, 300]).Select((sources, text, day) => (sources, text, day));
        var parts = part.Array[1, 25].Select(all => all.Select((p, i) => Copy(
            $"x{i:00}", p.text.ToString(System.Globalization.CultureInfo.InvariantCulture), p.day < 280 ? new DateOnly(2015, 1, 1).AddDays(p.day).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : null, "en", p.sources)).ToArray());
        parts.SelectMany(p => Gen.Shuffle(p.ToArray()).Select(shuffled => (p, shuffled)))
            .Sample(pair => Written(Load.Of(pair.p)) == Written(Load.Of(pair.shuffled)), iter: 500, threads: 1);
    }

    [Test]
    public void Joins_rumour_announcement_and_closing_into_one_move_whose_status_moved_on()
    {
        var move = Load.Of(Sample.Parts).Moves.Single(m => m.Facts is { Company: "Norvia", Type: MoveType.Acquisition });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(move.Facts.Status, Is.EqualTo(Status.Completed));
            Assert.That(move.StatusHistory, Is.EqualTo(["rumoured 2015-03-01", "announced 2015-03-12", "completed 2015-06-30"]));
            Assert.That(move.SourceCount, Is.EqualTo(5), "the copy is not counted");
        }
    }

    [Test]
    public void Keeps_apart_what_sums_or_time_or_an_article_keep_apart()
    {
        var pact = Bid with { Type = MoveType.Partnership };
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Moves(Bid.For(100, "EUR"), Bid.For(140, "EUR")), Is.EqualTo(1), "a corrected price");
            Assert.That(Moves(pact.For(100, "EUR"), pact.For(400, "EUR")), Is.EqualTo(2), "another sum");
            Assert.That(Moves(Bid.For(100, "EUR"), Bid.For(500, "USD")), Is.EqualTo(1), "two currencies");
            Assert.That(Told(("2015-01-01", Bid), ("2016-05-01", Bid with { Status = Status.Completed })), Is.EqualTo(1), "a takeover may take long");
            Assert.That(Told(("2015-01-01", pact), ("2016-05-01", pact)), Is.EqualTo(2), "allies may ally again");
            Assert.That(Told(("2015-01-01", Bid with { Status = Status.Completed }), ("2015-06-01", Bid)), Is.EqualTo(2), "what is done is not announced again");
            Assert.That(Moves(Bid, pact), Is.EqualTo(2), "families of types");
            Assert.That(Load.Of([Article("a", "2015-01-01", "en", Sample.Told(Bid), Sample.Told(Bid, at: 99))]).Moves, Has.Length.EqualTo(2), "one article tells both apart");
        }

        static int Told(params (string Day, Facts Facts)[] told) => Load.Of([.. told.Select((t, i) => Article($"x{i}", t.Day, "en", Sample.Told(t.Facts)))]).Moves.Length;
    }

    [Test]
    public void Joins_products_without_partner_by_their_words()
    {
        var launch = Deal("Zephra", null, MoveType.ProductLaunch, Status.Announced);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Moves(launch with { Product = "the new Zephra One" }, launch with { Product = "Zephra One phone" }), Is.EqualTo(1));
            Assert.That(Moves(launch with { Product = "Zephra One 6" }, launch with { Product = "Zephra One 7" }), Is.EqualTo(2));
            Assert.That(Moves(launch with { Product = "maps" }, launch with { Product = "mail" }), Is.EqualTo(2));
            Assert.That(Moves(launch, launch with { Product = "maps" }), Is.EqualTo(1), "told on one day");
        }
    }

    [Test]
    public void Lets_an_undated_retelling_join_only_the_one_earlier_move_that_it_fits()
    {
        var pact = Bid with { Type = MoveType.Partnership };
        var retelling = Article("r", "2016-01-01", "en", Told(Bid, background: true));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Load.Of([Article("a", "2015-01-01", "en", Told(Bid)), retelling]).Moves, Has.Length.EqualTo(1));
            Assert.That(Load.Of([Article("a", "2017-01-01", "en", Told(Bid)), retelling]).Moves, Has.Length.EqualTo(2), "told later");
            Assert.That(Load.Of([Article("a", "2015-01-01", "en", Told(pact)), Article("b", "2015-09-09", "en", Told(pact)), Article("r", "2016-01-01", "en", Told(pact, background: true))]).Moves, Has.Length.EqualTo(3), "fits two");
        }
    }

    [Test]
    public void Joins_thousands_of_tellings_of_one_day() => Assert.That(Moves([.. Enumerable.Repeat(Bid, 2_000)]), Is.EqualTo(1));

    [Test]
    public void Keeps_the_id_of_a_move_when_later_articles_join_it() => Assert.That(
        Load.Of([Article("b", "2015-01-02", "en", Told(Bid)), Article("a", "2015-01-03", "en", Told(Bid))]).Moves.Single().Id,
        Is.EqualTo(Load.Of([Article("b", "2015-01-02", "en", Told(Bid))]).Moves.Single().Id));

    [Test]
    public void Gives_moves_of_one_trigger_different_ids() => Assert.That(
        Load.Of([Article("a", "2015-01-02", "en", Told(Bid), Told(Deal("Ostara", "Kelstone", MoveType.Acquisition, Status.Planned)))]).Moves.Select(m => m.Id), Is.Unique);

    [Test]
    public void Enters_every_record_once_in_the_ledger()
    {
        var articles = Load.Of(Sample.Parts).Articles;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(articles, Has.Length.EqualTo(Sample.Parts.Length));
            Assert.That(articles.Single(a => a.ArticleId == "b01"), Has.Property(nameof(LedgerRow.DuplicateOf)).EqualTo("a02"));
            Assert.That(articles.Single(a => a.Path == "z/again.txt"), Has.Property(nameof(LedgerRow.Reason)).EqualTo(Ledger.DuplicateId));
        }
    }

    [Test]
    public void Refuses_a_ledger_that_does_not_add_up()
    {
        var part = Article("a", "2015-01-01", "en", Told(Bid));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => Load.Of([part with { Entry = part.Entry with { ArticleId = null } }]), Throws.TypeOf<PublicationException>());
            Assert.That(() => Load.Of([part with { Entry = part.Entry with { ArticleId = "other" } }]), Throws.TypeOf<PublicationException>());
            Assert.That(() => Load.Of([part with { Entry = part.Entry with { Outcome = Outcome.Rejected, Reason = "empty" } }]), Throws.TypeOf<PublicationException>());
        }
    }

    [Test]
    public void Leaves_out_what_cannot_be_true_and_says_so()
    {
        var dataset = Load.Of(Sample.Parts);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(dataset.Moves.Single(m => m.Facts.Company == "Ombra").Facts, Has.Property(nameof(Facts.Amount)).Null.And.Property(nameof(Facts.StakePercent)).Null);
            Assert.That(dataset.Issues.Select(i => i.Rule), Is.EqualTo(["implausible_amount", "implausible_stake", "unwritable_name"]));
        }
    }

    [Test]
    public void Loads_nothing_into_an_empty_dataset() => Assert.That(Written(Load.Of([])), Does.StartWith("company,partner,sector,amount,currency,date,type"));

    /// <summary>How many moves articles of one day make that tell these.</summary>
    static int Moves(params Facts[] told) => Load.Of([.. told.Select((facts, i) => Article($"x{i}", "2015-02-02", "en", Told(facts)))]).Moves.Length;

    static string Written(Dataset dataset)
    {
        using var stream = new MemoryStream();
        foreach (var sheet in Sheet.All(dataset)) sheet.WriteCsv(stream);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}

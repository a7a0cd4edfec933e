using System.Collections.Frozen;
using System.Collections.Immutable;

namespace TechMoves.Tests.Evaluation;

sealed class EvaluationTests
{
    static readonly FrozenSet<string> Ignored = NameKey.Ignored(Samples.Settings("", ""));

    static readonly ToldMove Purchase = new(Key("Norvia Group"), [Key("Kelstone")], "acquisition", "announced", "telecom", 3e9, "EUR", "2015-03-12", false, "Norvia Group is to buy Kelstone");

    [TestCase("Norvia", "Norvia Group", ExpectedResult = true)]
    [TestCase("SAIC Motor", "SAIC", ExpectedResult = true)]
    [TestCase("L'Oréal", "l’oreal", ExpectedResult = true)]
    [TestCase("McDonald's", "McDonald", ExpectedResult = true)]
    [TestCase("Ørsted", "Orsted", ExpectedResult = true)]
    [TestCase("Face book", "Facebook", ExpectedResult = true)]
    [TestCase("The Group", "Le Groupe", ExpectedResult = false)]
    [TestCase("HP", "HP Enterprise", ExpectedResult = false)]
    [TestCase("Motor SAIC", "SAIC", ExpectedResult = false)]
    [TestCase("", "SAIC", ExpectedResult = false)]
    public bool Knows_a_name_again(string name, string other) => Key(name).IsSameAs(Key(other));

    [Test]
    public void Lets_each_name_be_found_once() => Assert.That(NameKey.Agreeing([Key("SAIC"), Key("SAIC Motor")], [Key("SAIC Motor")]), Is.EqualTo(1));

    [TestCase(new double[] { 5, 4 }, new double[] { 4, 0 }, ExpectedResult = "1 0")]
    [TestCase(new double[] { 0, 0 }, new double[] { 0, 3 }, ExpectedResult = "-1 1")]
    [TestCase(new double[] { 7 }, new double[] { 9 }, ExpectedResult = "-1 0")]
    [TestCase(new double[] { 1, 9, 5 }, new double[] { 1, 8, 1 }, ExpectedResult = "2 1")]
    public string Assigns_rows_as_well_as_can_be(double[] first, double[] second) => string.Join(' ', Assignment.Of([first, second]));

    [Test]
    public void Counts_a_perfect_answer_as_right_on_all_levels() => Assert.That(Levels([Purchase], [Purchase]), Is.EqualTo("party 1/0/0 move 1/0/0 six 1/0/0"));

    [Test]
    public void Counts_another_amount_against_the_six_alone() => Assert.That(Levels([Purchase], [Purchase with { Amount = 2e9 }]), Is.EqualTo("party 1/0/0 move 1/0/0 six 0/1/1"));

    [Test]
    public void Takes_half_a_percent_for_rounding() => Assert.That(Levels([Purchase], [Purchase with { Amount = 3.01e9 }]), Is.EqualTo("party 1/0/0 move 1/0/0 six 1/0/0"));

    [Test]
    public void Wants_a_partner_where_the_type_needs_one() => Assert.That(Levels([Purchase], [Purchase with { Partners = [] }]), Is.EqualTo("party 1/0/0 move 0/1/1 six 0/1/1"));

    [Test]
    public void Does_not_align_other_companies_unless_the_parties_are_equals()
    {
        var turned = Purchase with { Company = Key("Kelstone"), Partners = [Key("Norvia")] };
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Levels([Purchase], [turned]), Is.EqualTo("party 0/1/1 move 0/1/1 six 0/1/1"));
            Assert.That(Levels([Purchase with { Type = "merger" }], [turned with { Type = "merger" }]), Is.EqualTo("party 1/0/0 move 1/0/0 six 1/0/0"));
        }
    }

    [Test]
    public void Lets_background_be_missed_or_found_but_not_found_wrong()
    {
        var background = Purchase with { Background = true };
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Levels([background], []), Is.EqualTo("party 0/0/0 move 0/0/0 six 0/0/0"));
            Assert.That(Levels([background], [Purchase]), Is.EqualTo("party 0/0/0 move 0/0/0 six 0/0/0"));
            Assert.That(Levels([background], [Purchase with { Type = "ipo" }]), Is.EqualTo("party 0/0/0 move 0/1/0 six 0/1/0"));
            Assert.That(Levels([background], [], main: false), Is.EqualTo("party 0/0/1 move 0/0/1 six 0/0/1"));
        }
    }

    [Test]
    public void Takes_the_day_of_publication_for_no_date()
    {
        var cells = new Dictionary<string, string?> { ["company"] = "Norvia", ["date"] = "2015-03-01", ["date_precision"] = "month", ["date_basis"] = "stated" };
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ToldMove.Of(cells.GetValueOrDefault, Ignored).Date, Is.EqualTo("2015-03"));
            cells["date_basis"] = "published";
            Assert.That(ToldMove.Of(cells.GetValueOrDefault, Ignored).Date, Is.Null);
        }
    }

    [Test]
    public void Measures_articles_that_tell_nothing_and_fields_of_types()
    {
        var found = new[] { ("a", Purchase with { Status = "completed" }), ("c", Purchase) }.ToLookup(f => f.Item1, f => f.Item2, StringComparer.Ordinal);
        var evaluation = TechMoves.Evaluation.Of([new("a", "en", [Purchase]), new("b", "en", []), new("c", "en", [])], found);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(evaluation.Silent, Is.EqualTo((1, 2)));
            Assert.That(evaluation.Share("status"), Is.EqualTo((0, 1)));
            Assert.That(evaluation.Field("amount", "acquisition"), Is.EqualTo(new Tally(1, 1, 0)));
            Assert.That(evaluation.Types["acquisition"], Is.EqualTo(new Tally(1, 1, 0)));
        }
    }

    [Test]
    public void Names_the_line_that_is_no_annotation()
    {
        var file = Path.Combine(Repository.Scratch("gold"), "gold.jsonl");
        File.WriteAllText(file, """{"id": "a", "lang": "en", "text": "t", "moves": []}""" + "\n" + """{"id": "b", "lang": "en", "text": "t"}""" + "\n");
        Assert.That(() => GoldArticle.Read(file, Ignored), Throws.TypeOf<ConfigurationException>().With.Message.Contains("gold.jsonl:2"));
    }

    static NameKey Key(string name) => NameKey.Of(name, Ignored);

    static string Levels(ImmutableArray<ToldMove> gold, ToldMove[] found, bool main = true)
    {
        var evaluation = TechMoves.Evaluation.Of([new("a", "en", gold)], found.ToLookup(_ => "a", StringComparer.Ordinal));
        return string.Join(' ', TechMoves.Evaluation.Levels.Select(l => evaluation.Level(l.Name, main)).Zip(TechMoves.Evaluation.Levels, (t, l) => $"{l.Name} {t.Right}/{t.Wrong}/{t.Missed}"));
    }
}

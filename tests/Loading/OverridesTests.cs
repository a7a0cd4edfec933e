using static TechMoves.Tests.Loading.Sample;

namespace TechMoves.Tests.Loading;

/// <summary>What people correct is applied last, night after night, and shown in changes.</summary>
sealed class OverridesTests
{
    static readonly Part[] Parts =
    [
        Article("a", "2015-01-01", "en", Told(Deal("Norvia", "Kelstone", MoveType.Acquisition, Status.Announced))),
        Article("b", "2015-01-03", "fr", Told(Deal("Norvia", "Kelstone", MoveType.Acquisition, Status.Completed))),
        Article("c", "2017-09-09", "en", Told(Deal("Norvia", "Kelstone", MoveType.Acquisition, Status.Completed).For(5_000_000, "EUR")), Told(Deal("Ombra", "Lucent", MoveType.Contract, Status.Announced), at: 300)),
    ];

    string _root = "";

    string Folder => Path.Combine(_root, "out");

    [SetUp]
    public void Make_room()
    {
        _root = Repository.Scratch($"overrides-{TestContext.CurrentContext.Test.ID}");
        Run();
    }

    [Test]
    public void Joins_two_moves_that_people_say_are_one()
    {
        var (first, second) = (IdOf("a"), IdOf("c"));
        for (var night = 0; night < 3; night++)
        {
            Run($"merge,{second},,{first},Ada,2015-10-01,one takeover");
            using (Assert.EnterMultipleScope())
            {
                Assert.That(Samples.Rows(Folder, "sources").Where(s => s["company"] == "Norvia").Select(s => s["move_id"]), Is.All.EqualTo(first));
                Assert.That(Move(first)["amount"], Is.EqualTo("5000000"));
                Assert.That(State(second), Is.EqualTo($"merged {first}"));
            }
        }
        Assert.That(Changes(), Does.Contain($"merged {second}    {first}").And.Contain($"changed {first} amount  5000000"), "the nights after had nothing to publish");
        Run();
        Assert.That(IdOf("c"), Is.EqualTo(second), "the line is gone: they are two again");
    }

    [Test]
    public void Takes_articles_out_of_a_move_that_they_do_not_tell([Values("a", "b")] string leaving)
    {
        var both = IdOf("a");
        var parted = "";
        for (var night = 0; night < 3; night++)
        {
            Run($"split,{both},,{leaving},Ada,2015-10-01,another bid");
            using (Assert.EnterMultipleScope())
            {
                Assert.That(IdOf(leaving == "a" ? "b" : "a"), Is.EqualTo(both), "the id stays with the rest");
                Assert.That(IdOf(leaving), Is.Not.EqualTo(both).And.EqualTo(night > 0 ? parted : IdOf(leaving)), "the same new id each night");
            }
            parted = IdOf(leaving);
        }
    }

    [Test]
    public void Withdraws_what_people_say_is_no_move()
    {
        var id = IdOf("a");
        Run($"withdraw,{id},,,Ada,2015-10-01,a hoax");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Samples.Rows(Folder, "moves").Select(m => m["move_id"]), Does.Not.Contain(id));
            Assert.That(Samples.Rows(Folder, "articles").Select(a => $"{a["article_id"]} {a["outcome"]} {a["moves"]} {a["reason"]}".TrimEnd()), Is.EqualTo(["a no_move 0 withdrawn", "b no_move 0 withdrawn", "c moves 2"]));
            Assert.That(Samples.Rows(Folder, "issues").Select(i => $"{i["article_id"]} {i["rule"]} {i["message"]}"), Is.EqualTo(["a withdrawn a hoax (Ada, 2015-10-01)", "b withdrawn a hoax (Ada, 2015-10-01)"]));
            Assert.That(State(id), Is.EqualTo("withdrawn "));
            Assert.That(Changes(), Is.EqualTo([$"withdrawn {id}"]));
        }
    }

    [Test]
    public void Sets_values_and_shows_them_in_the_changes()
    {
        var id = IdOf("a");
        Run($"set,{id},amount,3000000000,Ada,2015-10-01,by the register", $"set,{id},currency,EUR,Ada,2015-10-01,by the register", $"set,{id},status,rejected,Ada,2015-10-01,by the register");
        using (Assert.EnterMultipleScope())
        {
            Assert.That((Move(id)["amount"], Move(id)["currency"], Move(id)["status"]), Is.EqualTo(("3000000000", "EUR", "rejected")));
            Assert.That(Changes(), Is.EqualTo([$"changed {id} amount  3000000000", $"changed {id} currency  EUR", $"changed {id} status completed rejected"]));
        }
    }

    [Test]
    public void Says_which_line_found_no_move()
    {
        Run("withdraw,m000000000000,,,Ada,2015-10-01,a slip");
        Assert.That(Samples.Rows(Folder, "issues").Select(i => $"{i["rule"]} {i["value"]} {i["message"]}"), Is.EqualTo(["unused_override m000000000000 withdraw of overrides.csv:2 names no move that is told"]));
    }

    [TestCase("delete,m000000000001,,,Ada,2015-10-01,x", "overrides.csv:2: column action")]
    [TestCase("withdraw,13,,,Ada,2015-10-01,x", "overrides.csv:2: column move_id")]
    [TestCase("withdraw,m000000000001,,,,2015-10-01,x", "overrides.csv:2: column who is missing")]
    [TestCase("set,m000000000001,source_count,3,Ada,2015-10-01,x", "overrides.csv:2: field must be one of company, ")]
    [TestCase("set,m000000000001,status,sold,Ada,2015-10-01,x", "overrides.csv:2: value of status 'sold' is not one of")]
    [TestCase("set,m000000000001,company,,Ada,2015-10-01,x", "overrides.csv:2: value of company is missing")]
    [TestCase("merge,m000000000001,,m000000000001,Ada,2015-10-01,x", "overrides.csv:2: value must be the id of the other move")]
    [TestCase("split,m000000000001,,,Ada,2015-10-01,x", "overrides.csv:2: value must list the articles")]
    [TestCase("withdraw,m000000000001,status,,Ada,2015-10-01,x", "overrides.csv:2: field goes with set alone")]
    public void Refuses_a_line_that_cannot_be_meant(string line, string message) => Assert.That(() => Run(line), Throws.TypeOf<ConfigurationException>().With.Message.Contains(message));

    [Test]
    public void Refuses_a_value_that_breaks_the_row() =>
        Assert.That(() => Run($"set,{IdOf("a")},currency,EUR,Ada,2015-10-01,x"), Throws.TypeOf<ConfigurationException>().With.Message.Contains("overrides.csv:2").And.Message.Contains("amount"));

    void Run(params string[] lines)
    {
        File.WriteAllLines(Path.Combine(_root, "overrides.csv"), lines.Prepend("action,move_id,field,value,who,when,why"));
        var overrides = Overrides.Read(_root, Repository.Schemas);
        Publish.Write(Folder, Repository.Schemas, long.MaxValue, open => Load.Into(open, [Parts], new(Folder), overrides, Spill.InMemory, 1));
        Assert.That(Validate.Folder(Folder), Is.Empty);
    }

    string IdOf(string article) => Samples.Rows(Folder, "sources").First(s => s["article_id"] == article && s["company"] == "Norvia")["move_id"]!;

    Dictionary<string, string?> Move(string id) => Samples.Rows(Folder, "moves").Single(m => m["move_id"] == id);

    string State(string id) => Samples.Rows(Folder, "ids").Single(r => r["move_id"] == id) is var row ? $"{row["state"]} {row["merged_into"]}" : "";

    IEnumerable<string> Changes() => Samples.Rows(Folder, "changes").Select(c => $"{c["change"]} {c["move_id"]} {c["field"]} {c["old"]} {c["new"]} {c["merged_into"]}".TrimEnd());
}

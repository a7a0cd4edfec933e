using CsCheck;
using static TechMoves.Tests.Loading.Sample;

namespace TechMoves.Tests.Loading;

/// <summary>Ids over many runs: what was published once is found ever after.</summary>
sealed class IdsTests
{
    static readonly Facts Bid = Deal("Norvia", "Kelstone", MoveType.Partnership, Status.Rumoured);

    string _folder = "";

    [SetUp]
    public void Make_room() => _folder = Path.Combine(Repository.Scratch($"ids-{TestContext.CurrentContext.Test.ID}"), "out");

    [Test]
    public void Tells_what_a_run_has_changed()
    {
        var bid = Deal("Norvia", "Kelstone", MoveType.Partnership, Status.Announced);
        var lone = Article("z", "2015-03-03", "en", Told(Deal("Ombra", "Lucent", MoveType.Contract, Status.Announced)));
        Run(Article("a", "2015-01-01", "en", Told(bid)), Article("b", "2015-04-15", "en", Told(bid with { Status = Status.Completed })), lone);
        // An article between the two makes one move of them; another is gone.
        Run(Article("a", "2015-01-01", "en", Told(bid)), Article("m", "2015-02-20", "en", Told(bid)), Article("b", "2015-04-15", "en", Told(bid with { Status = Status.Completed })));
        var changes = Samples.Rows(_folder, "changes").Select(c => $"{c["change"]} {c["field"]} {c["old"]} {c["new"]}".TrimEnd()).Order(StringComparer.Ordinal);
        Assert.That(changes, Is.EqualTo(["changed last_published 2015-01-01 2015-04-15", "changed source_count 1 3", "changed status announced completed", "changed status_history announced 2015-01-01 announced 2015-01-01|completed 2015-04-15", "merged", "withdrawn"]));
    }

    [Test]
    public void Keeps_the_id_when_an_older_article_arrives_later()
    {
        var before = Run(Article("b", "2015-02-02", "en", Told(Bid)));
        Run(Article("a", "2015-02-01", "fr", Told(Bid)), Article("b", "2015-02-02", "en", Told(Bid)));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Moves(), Is.EqualTo(before));
            Assert.That(Run(Article("a", "2015-02-01", "fr", Told(Bid))), Is.EqualTo(before), "the article it hung on is gone: it hangs on the other now");
            Assert.That(Samples.Rows(_folder, "ids").Select(r => r["article_id"]), Is.EqualTo(["a"]));
        }
    }

    [Test]
    public void Keeps_merged_and_withdrawn_ids_known_and_gives_them_back()
    {
        var (a, m, b) = (Article("a", "2015-01-01", "en", Told(Bid)), Article("m", "2015-02-20", "en", Told(Bid)), Article("b", "2015-04-15", "en", Told(Bid)));
        var two = Run(a, b);
        Assert.That(two, Has.Count.EqualTo(2));
        var one = Run(a, m, b);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(one, Has.Count.EqualTo(1));
            Assert.That(Ids(), Is.EquivalentTo(two.Select(id => id == one[0] ? $"{id} live " : $"{id} merged {one[0]}")));
            Assert.That(Run(a, b), Is.EqualTo(two), "each has its own again");
            Assert.That(Run(), Is.Empty);
            Assert.That(Ids(), Is.EquivalentTo(two.Select(id => $"{id} withdrawn ")));
            Assert.That(Run(b, a), Is.EqualTo(two), "and again");
        }
    }

    [Test]
    public void Lets_a_merged_id_follow_when_the_passage_that_it_hung_on_is_gone()
    {
        var (a, m, b) = (Article("a", "2015-01-01", "en", Told(Bid)), Article("m", "2015-02-20", "en", Told(Bid)), Article("b", "2015-04-15", "en", Told(Bid)));
        var two = Run(a, b);
        var one = Run(a, m, b);
        Run(a, m);
        Assert.That(Ids(), Is.EquivalentTo(two.Select(id => id == one[0] ? $"{id} live " : $"{id} merged {one[0]}")));
    }

    [Test]
    public void Hands_an_id_on_when_another_word_of_the_sentence_tells_the_move()
    {
        var told = Told(Bid, at: 40);
        var before = Run(Article("a", "2015-01-01", "en", told, Told(Deal("Ombra", "Lucent", MoveType.Contract, Status.Announced), at: 400)));
        Assert.That(Run(Article("a", "2015-01-01", "en", told with { TriggerStart = 55, Facts = Bid with { Partners = ["Kelstone Group"] } }, Told(Deal("Ombra", "Lucent", MoveType.Contract, Status.Announced), at: 400))), Is.EqualTo(before));
    }

    [Test]
    public void Gives_an_id_to_the_part_that_it_hangs_on_when_a_move_becomes_two()
    {
        var before = Run(Article("a", "2015-01-01", "en", Told(Bid)), Article("b", "2015-01-02", "en", Told(Bid)));
        var after = Run(Article("a", "2015-01-01", "en", Told(Bid)), Article("b", "2015-01-02", "en", Told(Bid with { Type = MoveType.Acquisition, Partners = ["Terralis"], PartnerId = "terralis" })));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(after, Has.Count.EqualTo(2).And.SupersetOf(before));
            Assert.That(Samples.Rows(_folder, "sources").Single(s => s["move_id"] == before[0])["article_id"], Is.EqualTo("a"));
        }
    }

    [Test]
    public void Gives_the_same_dataset_in_one_run_and_in_many_but_for_the_names_of_ids()
    {
        var nights = Gen.Int[0, 9].Array[40].Select(Gen.Int[1, 10]).Select((draws, count) => draws.Select(d => d % count).ToArray());
        Tellings.Array[40].Select(nights).Sample((parts, night) =>
        {
            var articles = parts.Select((p, i) => Copy($"x{i:00}", $"{(i % 7 == 0 ? 0 : i)}", p.Published, "en", p.Sources)).ToArray();
            var before = Published.None;
            var dataset = Load.Of([]);
            var ever = new HashSet<string>(StringComparer.Ordinal);
            foreach (var last in night.Distinct().Order())
            {
                dataset = Load.Of(articles.Where((_, i) => night[i] <= last), Saved(dataset), Overrides.None);
                ever.UnionWith(dataset.Moves.Select(m => m.Id));
                var ids = dataset.Ids.ToDictionary(r => r.Id, StringComparer.Ordinal);
                // Every id ever published is a move or leads to one: nothing was forgotten here, so none is withdrawn.
                if (ever.Any(id => !ids.TryGetValue(id, out var row) || row.State == IdState.Live != dataset.Moves.Any(m => m.Id == id) || row.State == IdState.Merged && ids[row.MergedInto!].State != IdState.Live)) return false;
            }
            return Nameless(dataset) == Nameless(Load.Of(articles));
        }, iter: 60, threads: 1);
    }

    static Gen<(string? Published, Source[] Sources)> Tellings
    {
        get
        {
            var facts = Gen.Select(Gen.Int[0, 2], Gen.Int[0, 3], Gen.Int[0, 2], Gen.Enum<Status>(), Gen.Int[0, 3]).Select((company, partner, type, status, amount) =>
            {
                var told = Deal($"C{company}", $"D{partner}", (MoveType)(type * 5), status);
                return amount > 0 ? told.For(amount * 10m, "EUR") : told;
            });
            var source = Gen.Select(facts, Gen.Int[1, 3], Gen.Bool, Gen.Int[0, 9]).Select((f, at, background, confidence) => Told(f, confidence / 10m, at * 100, background));
            return Gen.Select(source.Array[0, 2], Gen.Int[0, 400]).Select((sources, day) => (day < 380 ? new DateOnly(2015, 1, 1).AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null, sources));
        }
    }

    /// <summary>The dataset as the next run finds it.</summary>
    Published Saved(Dataset dataset)
    {
        Publish.Write(dataset, _folder, Repository.Schemas);
        return new(_folder);
    }

    /// <summary>All rows but changes and ids, with every move named by its sources.</summary>
    static string Nameless(Dataset dataset)
    {
        var names = dataset.Sources.GroupBy(s => s.MoveId, StringComparer.Ordinal).ToDictionary(g => g.Key, g => string.Join('+', g.Select(s => $"{s.Source.ArticleId}:{s.Source.TriggerStart}:{s.Source.Facts.Company}").Order(StringComparer.Ordinal)), StringComparer.Ordinal);
        var rows = Sheet.All(dataset).Where(s => s.Name is not ("changes" or "ids"))
            .SelectMany(s => s.Rows.Select(r => s.Name + " " + string.Join(',', r.Select(c => c is not null && names.TryGetValue(c, out var name) ? name : c))));
        return string.Join('\n', rows.Order(StringComparer.Ordinal));
    }

    List<string> Run(params Part[] parts)
    {
        Publish.Write(_folder, Repository.Schemas, long.MaxValue, open => Load.Into(open, [parts], new(_folder), Overrides.None, Spill.InMemory, 1));
        Assert.That(Validate.Folder(_folder), Is.Empty);
        return Moves();
    }

    List<string> Moves() => [.. Samples.Rows(_folder, "moves").Select(m => m["move_id"]!).Order(StringComparer.Ordinal)];

    List<string> Ids() => [.. Samples.Rows(_folder, "ids").Select(r => $"{r["move_id"]} {r["state"]} {r["merged_into"]}")];
}

using System.Text.Json;

namespace TechMoves.Tests.Running;

/// <summary>Night after night: only what is new is read, nothing is lost, nothing is done twice.</summary>
sealed class NightTests
{
    Trial _trial = null!;

    [SetUp]
    public void Make_room()
    {
        _trial = new($"night-{TestContext.CurrentContext.Test.ID}");
        _trial.Write("a.jsonl", Trial.Article("a1"), Trial.Article("a2"));
    }

    [Test]
    public void Writes_nothing_when_there_is_nothing_new()
    {
        _trial.Run();
        var before = Trial.Files(_trial.Folder);
        var again = _trial.Run();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Trial.Files(_trial.Folder), Is.EqualTo(before));
            Assert.That((again.Changed, again.Night, again.Counts.ArticlesIn), Is.EqualTo((false, (Tonight?)null, 2L)));
        }
    }

    [Test]
    public void Reads_only_what_is_new_in_a_file_that_grows()
    {
        _trial.Run();
        _trial.Write("a.jsonl", Trial.Article("a1"), Trial.Article("a2"), Trial.Article("a3"));
        _trial.Run();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_trial.Ledger(), Is.EqualTo(["a.jsonl 1 a1 moves", "a.jsonl 2 a2 moves", "a.jsonl 3 a3 moves"]));
            Assert.That(_trial.State.Plans.Select(p => PartFile.FooterOf(_trial.State.Sources(p, 0))!.Records), Is.EqualTo([2, 1]), "records extracted each night");
        }
    }

    [Test]
    public void Gives_night_by_night_what_it_gives_at_once()
    {
        _trial.Run();
        _trial.Write("b.jsonl", Trial.Article("b1"), "no json");
        _trial.Run();
        var atOnce = new Trial($"at-once-{TestContext.CurrentContext.Test.ID}");
        foreach (var file in Directory.EnumerateFiles(_trial.Inbox)) File.Copy(file, Path.Combine(atOnce.Inbox, Path.GetFileName(file)));
        atOnce.Run();
        string[] tables = ["moves.csv", "sources.csv", "articles.csv", "issues.csv"];
        Assert.That(tables.Select(t => _trial.Dataset()[t]), Is.EqualTo(tables.Select(t => atOnce.Dataset()[t])));
    }

    [Test]
    public void Withdraws_nothing_when_its_input_is_gone()
    {
        _trial.Run();
        File.Delete(Path.Combine(_trial.Inbox, "a.jsonl"));
        var empty = _trial.Run();
        _trial.Write("b.jsonl", Trial.Article("b1"));
        _trial.Run();
        Assert.That((empty.Counts.ArticlesIn, string.Join(' ', _trial.Told())), Is.EqualTo((2L, "a1 a2 b1")));
    }

    [Test]
    public void Does_everything_anew_from_the_archive_when_settings_or_tables_have_changed()
    {
        _trial.Run();
        _trial.Write("b.jsonl", Trial.Article("b1"));
        _trial.Run();
        foreach (var file in Directory.EnumerateFiles(_trial.Inbox)) File.Delete(file);
        _trial.Run(_trial.Settings with { Threshold = 1 });
        var none = _trial.Told();
        _trial.Run(_trial.Settings);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((string.Join(' ', none), string.Join(' ', _trial.Told())), Is.EqualTo(("", "a1 a2 b1")));
            Assert.That(_trial.State.Plans.Select(p => p.Full), Is.EqualTo([true, false, true, true]));
        }
    }

    [Test]
    public void Knows_a_record_wherever_it_lies()
    {
        _trial.Run();
        File.Move(Path.Combine(_trial.Inbox, "a.jsonl"), Path.Combine(_trial.Inbox, "moved.jsonl"));
        _trial.Run();
        Assert.That(_trial.Ledger(), Is.EqualTo(["a.jsonl 1 a1 moves", "a.jsonl 2 a2 moves"]));
    }

    [Test]
    public void Keeps_what_stood_in_a_file_that_holds_something_else_today()
    {
        _trial.Run();
        _trial.Write("a.jsonl", Trial.Article("b1"));
        _trial.Run();
        Assert.That(_trial.Ledger(), Is.EqualTo(["a.jsonl 1 a1 moves", "a.jsonl 2 a2 moves", "a.jsonl@0002 1 b1 moves"]));
    }

    [Test]
    public void Takes_back_a_rejection_when_the_file_is_mended()
    {
        _trial.Write("b.jsonl", "no json");
        _trial.Run();
        var before = _trial.Ledger();
        _trial.Write("b.jsonl", Trial.Article("b1"));
        _trial.Run();
        var after = _trial.Ledger();
        _trial.Run(_trial.Settings with { Threshold = 0.29m });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(before[^1], Is.EqualTo("b.jsonl 1  rejected broken_json"));
            Assert.That(after[^1], Is.EqualTo("b.jsonl 1 b1 moves"));
            Assert.That(_trial.Ledger(), Is.EqualTo(after), "done anew from the archive");
        }
    }

    [Test]
    public void Forgets_an_article_for_ever()
    {
        _trial.Run();
        Pipeline.Forget(_trial.Settings, ["a1"]);
        var archive = string.Concat(_trial.State.Archive().SelectMany(part => PartFile.Read(_trial.State.At(part), JsonRows.Read<Archive.Entry>)).Select(e => e.Article!.Id));
        File.SetLastWriteTimeUtc(Path.Combine(_trial.Inbox, "a.jsonl"), DateTime.UnixEpoch);
        _trial.Run();
        _trial.Run(_trial.Settings with { Threshold = 0.29m });
        Assert.That((archive, string.Join(' ', _trial.Told()), Validate.Folder(_trial.Out).Count), Is.EqualTo(("a2", "a2", 0)));
    }

    [Test]
    public void Publishes_nothing_from_an_empty_inbox()
    {
        _trial.Run();
        Directory.Delete(_trial.State.Folder, recursive: true);
        File.Delete(Path.Combine(_trial.Inbox, "a.jsonl"));
        var before = _trial.Dataset();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => _trial.Run(), Throws.TypeOf<ConfigurationException>().With.Message.Contains("holds no articles"));
            Assert.That(_trial.Dataset(), Is.EqualTo(before));
            Assert.That(Directory.Exists(_trial.State.Folder), Is.False);
        }
    }

    [Test]
    public void Puts_back_a_dataset_that_was_touched()
    {
        _trial.Run();
        var before = _trial.Dataset();
        File.Delete(Path.Combine(_trial.Out, "moves.parquet"));
        _trial.Run();
        Assert.That(_trial.Dataset()["moves.parquet"], Is.EqualTo(before["moves.parquet"]));
    }

    [Test]
    public void Writes_nothing_outside_its_folders_whatever_an_article_is_named()
    {
        _trial.Write("b.jsonl", Trial.Article("../../../evil"), Trial.Article("/tmp/evil/absolute"), Trial.Article("c:\\evil"), Trial.Article("nul\0evil"), Trial.Article(new string('x', 5000)));
        _trial.Run();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Directory.EnumerateFileSystemEntries(_trial.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal), Is.EqualTo(["in", "out", "out.state"]));
            Assert.That(Directory.EnumerateFileSystemEntries(_trial.Folder, "*evil*", SearchOption.AllDirectories), Is.Empty);
            Assert.That(_trial.Ledger(), Has.Length.EqualTo(7));
        }
    }

    [Test]
    public void Logs_what_it_did()
    {
        _trial.Run();
        var log = Directory.GetFiles(_trial.State.At("log")).Single();
        Assert.That(File.ReadLines(log).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("event").GetString()), Is.EqualTo(["plan", "part", "published"]));
    }
}

using NUnit.Framework;
using static TechMoves.Tests.Loading.Sample;

namespace TechMoves.Tests.Loading;

sealed class PublishTests
{
    string _folder = "";

    [SetUp]
    public void Make_room() => _folder = Path.Combine(Repository.Scratch($"publish-{TestContext.CurrentContext.Test.ID}"), "out");

    [Test]
    public void Writes_all_files_and_leaves_nothing_beside_them()
    {
        Publish.Write(Load.Of(Sample.Parts), _folder, Repository.Schemas);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Files(_folder), Is.EquivalentTo(Publish.Files));
            Assert.That(Directory.GetFileSystemEntries(Path.GetDirectoryName(_folder)!), Is.EqualTo([_folder]));
            Assert.That(Validate.Folder(_folder), Is.Empty);
        }
    }

    [Test]
    public void Writes_the_same_bytes_each_time()
    {
        Publish.Write(Load.Of(Sample.Parts), _folder, Repository.Schemas);
        Publish.Write(Load.Of(Sample.Parts), _folder + "2", Repository.Schemas);
        Assert.That(Publish.Files.Where(f => !File.ReadAllBytes(Path.Combine(_folder, f)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(_folder + "2", f)))), Is.Empty);
    }

    [Test]
    public void Leaves_the_folder_alone_when_nothing_has_changed()
    {
        Assert.That(Publish.Write(Load.Of(Sample.Parts), _folder, Repository.Schemas), Is.True);
        var before = Files(_folder).ToDictionary(f => f, f => File.GetLastWriteTimeUtc(Path.Combine(_folder, f)));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Publish.Write(Load.Of(Sample.Parts), _folder, Repository.Schemas), Is.False);
            Assert.That(Files(_folder).ToDictionary(f => f, f => File.GetLastWriteTimeUtc(Path.Combine(_folder, f))), Is.EqualTo(before));
            Assert.That(Directory.GetFileSystemEntries(Path.GetDirectoryName(_folder)!), Is.EqualTo([_folder]));
        }
    }

    [Test]
    public void Publishes_nothing_that_breaks_the_contract_and_keeps_what_was_published()
    {
        Publish.Write(Load.Of(Sample.Parts), _folder, Repository.Schemas);
        var before = File.ReadAllBytes(Path.Combine(_folder, "moves.csv"));
        var broken = Load.Of([Article("a", "2015-01-01", "en", Told(Deal("Norvia", "Kelstone", MoveType.Acquisition, Status.Planned)) with { EvidenceEnd = 5 })]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => Publish.Write(broken, _folder, Repository.Schemas), Throws.TypeOf<PublicationException>().With.Message.Contains("sources").And.Message.Contains("evidence_end"));
            Assert.That(File.ReadAllBytes(Path.Combine(_folder, "moves.csv")), Is.EqualTo(before));
        }
    }

    [Test]
    public void Takes_an_empty_folder_and_refuses_one_that_is_not_its_own()
    {
        Directory.CreateDirectory(_folder);
        Publish.Write(Load.Of(Sample.Parts), _folder, Repository.Schemas);
        File.WriteAllText(Path.Combine(_folder, "notes.txt"), "mine");
        Directory.CreateDirectory(_folder + "2");
        File.WriteAllText(Path.Combine(_folder + "2", "moves.csv"), "mine");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => Publish.Write(Load.Of([]), _folder, Repository.Schemas), Throws.TypeOf<ConfigurationException>().With.Message.Contains("notes.txt"));
            Assert.That(() => Publish.Write(Load.Of([]), _folder + "2", Repository.Schemas), Throws.TypeOf<ConfigurationException>());
            Assert.That(File.ReadAllText(Path.Combine(_folder + "2", "moves.csv")), Is.EqualTo("mine"));
        }
    }

    [Test]
    public void Recovers_from_a_crash_at_any_moment()
    {
        Publish.Write(Load.Of(Sample.Parts), _folder, Repository.Schemas);
        var old = File.ReadAllBytes(Path.Combine(_folder, "moves.csv"));
        Directory.CreateDirectory(_folder + ".new");
        File.WriteAllText(Path.Combine(_folder + ".new", "datapackage.json"), "{ \"half");
        Swap.Recover(_folder);
        Assert.That(Directory.Exists(_folder + ".new"), Is.False, "while it was built");

        Publish.Write(Load.Of([]), _folder + ".new", Repository.Schemas);
        Directory.Move(_folder, _folder + ".old");
        Swap.Recover(_folder);
        Assert.That(File.ReadAllBytes(Path.Combine(_folder, "moves.csv")), Is.EqualTo(old), "between the renames");

        Publish.Write(Load.Of([]), _folder + ".old", Repository.Schemas);
        File.Delete(Path.Combine(_folder + ".old", "datapackage.json"));
        Swap.Recover(_folder);
        Assert.That(Directory.GetFileSystemEntries(Path.GetDirectoryName(_folder)!), Is.EqualTo([_folder]), "while the old one was removed");
    }

    [Test]
    public void Finds_what_was_done_to_a_published_dataset()
    {
        Publish.Write(Load.Of(Sample.Parts), _folder, Repository.Schemas);
        var moves = Path.Combine(_folder, "moves.csv");
        var lines = File.ReadAllText(moves);
        File.WriteAllText(moves, lines.Replace(",divestiture,", ",sale,", StringComparison.Ordinal).Replace("m354c699fc289", "m354c699fc280", StringComparison.Ordinal));
        var faults = Validate.Folder(_folder).Select(f => $"{f.Table} {f.Row} {f.Column}").ToArray();
        File.WriteAllText(moves, lines[..(lines.TrimEnd().LastIndexOf('\n') + 1)]);
        var cut = Validate.Folder(_folder).Select(f => f.Rule).ToArray();
        File.Delete(moves);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(faults, Does.Contain("moves m8fe36537f67e type").And.Contain("sources m354c699fc289 d01 move_id"));
            Assert.That(cut, Does.Contain("Parquet has 9 rows, CSV has 8"));
            Assert.That(Validate.Folder(_folder).Select(f => $"{f.Table} {f.Rule}"), Is.EqualTo(["moves.csv is missing"]));
        }
    }

    static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f));
}

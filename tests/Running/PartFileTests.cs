using System.IO.Compression;
using System.Text;

namespace TechMoves.Tests.Running;

/// <summary>A part is whole or it is none, and its footer tells which.</summary>
sealed class PartFileTests
{
    static readonly string[] Records = ["one", "deux", "{\"footer\":", "four"];

    static string Written(string name, IEnumerable<string>? records = null)
    {
        var path = Path.Combine(Repository.Scratch($"part-{TestContext.CurrentContext.Test.ID}"), name);
        PartFile.Write(path, "input", "program", records ?? Records, JsonRows.Write);
        return path;
    }

    [TestCase("part.jsonl"), TestCase("part.jsonl.gz")]
    public void Gives_back_what_was_written(string name)
    {
        var path = Written(name);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(PartFile.Read(path, JsonRows.Read<string>), Is.EqualTo(Records));
            Assert.That((PartFile.IsWhole(path), PartFile.FooterOf(path)!.Records, PartFile.FooterOf(path)!.Program), Is.EqualTo((true, 4, "program")));
            Assert.That(Directory.GetFiles(Path.GetDirectoryName(path)!), Is.EqualTo([path]));
        }
    }

    [Test]
    public void Is_unpacked_by_any_tool_with_its_footer_as_last_line()
    {
        using var file = new GZipStream(File.OpenRead(Written("part.jsonl.gz")), CompressionMode.Decompress);
        Assert.That(new StreamReader(file).ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1], Does.StartWith("{\"footer\":{\"records\":4,"));
    }

    [TestCase("part.jsonl"), TestCase("part.jsonl.gz")]
    public void Is_not_whole_when_cut_anywhere(string name)
    {
        var path = Written(name);
        var bytes = File.ReadAllBytes(path);
        var whole = new List<int>();
        for (var length = 0; length < bytes.Length; length++)
        {
            File.WriteAllBytes(path, bytes[..length]);
            if (PartFile.IsWhole(path)) whole.Add(length);
        }
        // What follows the footer's line in a packed part is no content.
        Assert.That(whole, name.EndsWith(".gz", StringComparison.Ordinal) ? Is.All.GreaterThanOrEqualTo(bytes.Length - 10) : Is.Empty);
    }

    [TestCase("part.jsonl"), TestCase("part.jsonl.gz")]
    public void Is_corrupt_when_any_byte_of_its_content_has_changed(string name)
    {
        var path = Written(name);
        var bytes = File.ReadAllBytes(path);
        for (var i = 0; i < PartLength(path, bytes); i++)
        {
            File.WriteAllBytes(path, [.. bytes[..i], (byte)(bytes[i] ^ 1), .. bytes[(i + 1)..]]);
            Assert.That(() => PartFile.Read(path, JsonRows.Read<string>).Count(), Throws.TypeOf<CorruptPartException>(), $"byte {i}");
            Assert.That(PartFile.IsWhole(path), Is.False, $"byte {i}");
        }
    }

    [Test]
    public void Leaves_nothing_when_its_writer_fails()
    {
        var path = Path.Combine(Repository.Scratch("part-failed"), "part.jsonl");
        IEnumerable<string> Failing()
        {
            yield return "one";
            throw new IOException("No space left on device");
        }
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => PartFile.Write(path, "", "", Failing(), JsonRows.Write), Throws.TypeOf<IOException>());
            Assert.That(Directory.GetFiles(Path.GetDirectoryName(path)!), Is.Empty);
        }
    }

    [Test]
    public void Knows_the_records_and_places_of_earlier_nights()
    {
        var trial = new Trial("known");
        trial.Write("a.jsonl", [.. Enumerable.Range(0, 300).Select(i => Trial.Article($"a{i}"))]);
        Pipeline.Plan(trial.Settings, 7);
        using (var progress = new Progress(quiet: true)) Pipeline.Extract(trial.Settings, null, progress);
        var read = trial.State.Archive().SelectMany(part => PartFile.Read(trial.State.At(part), JsonRows.Read<Archive.Entry>)).Select(e => e.Article!).ToList();
        using var known = Known.Before(trial.State, new(99, "", false, []));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(read, Has.Count.EqualTo(300));
            Assert.That(read.All(a => known.Has(Known.KeyOf(a)) && known.Has(Known.KeyOf(a.Path, a.Line))));
            Assert.That(known.Has(Known.KeyOf(read[0] with { Text = read[0].Text + "." })) || known.Has(Known.KeyOf("a.jsonl", 301)), Is.False);
        }
    }

    // The footer begins after the content, in a packed part after the head of its own member.
    static int PartLength(string path, byte[] bytes)
    {
        File.WriteAllBytes(path, bytes);
        return (int)PartFile.FooterOf(path)!.Length;
    }
}

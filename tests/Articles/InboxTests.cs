using System.IO.Compression;
using System.Text;

namespace TechMoves.Tests.Articles;

/// <summary>Every record of tests/samples, and of files too long to keep there, ends as tests/cases/readings.csv tells; bad input stops nothing.</summary>
sealed class InboxTests
{
    const int Megabyte = 1 << 20;

    string _folder = "";

    [OneTimeSetUp]
    public void Gather_the_samples()
    {
        _folder = Path.Combine(Repository.Scratch("readings"), "in");
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Tests, "samples"), "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_folder, Path.GetRelativePath(Path.Combine(Repository.Tests, "samples"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        Directory.CreateDirectory(Path.Combine(_folder, "long"));
        using (var text = File.Create(Path.Combine(_folder, "long", "line.txt"))) Fill(text);
        using (var lines = File.Create(Path.Combine(_folder, "long", "line.jsonl")))
        {
            lines.Write("""{"text": " """u8);
            Fill(lines);
            lines.Write("\"}\n{\"id\": \"after\", \"lang\": \"en\", \"text\": \"A short line follows.\"}\n"u8);
        }
        using var packed = new GZipStream(File.Create(Path.Combine(_folder, "long", "line.jsonl.gz")), CompressionLevel.Fastest);
        Fill(packed);
    }

    [OneTimeTearDown]
    public void Remove_the_long_files() => Directory.Delete(Path.Combine(_folder, "long"), recursive: true);

    [Test]
    public void Gives_every_record_one_row_of_the_ledger_with_its_reason()
    {
        var output = Samples.Run(_folder, Path.Combine(_folder, "..", "out"));
        var ledger = Samples.Rows(output, "articles").Select(a => $"{a["path"]},{a["line"]},{(a["outcome"] == "rejected" ? "rejected" : "read")},{(a["reason"] == "no_move" ? "" : a["reason"])}");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(string.Join('\n', ledger), Is.EqualTo(string.Join('\n', File.ReadLines(Path.Combine(Repository.Tests, "cases", "readings.csv")).Skip(1))));
            Assert.That(Validate.Folder(output), Is.Empty);
        }
    }

    [Test]
    public void Ends_with_0_and_with_1_if_strict()
    {
        var input = Path.Combine(Repository.Tests, "samples", "bad");
        var output = Path.Combine(Repository.Scratch("strict"), "out");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Techmoves.Run("run", "--articles", input, "--out", output).Code, Is.Zero);
            Assert.That(Techmoves.Run("run", "--articles", input, "--out", output, "--strict").Code, Is.EqualTo(1));
            Assert.That(Techmoves.Run("run", "--articles", Path.Combine(Repository.Data, "articles"), "--out", output, "--strict").Code, Is.Zero);
        }
    }

    [Test]
    public void Takes_the_metadata_from_the_file_beside_the_text()
    {
        var article = Read("good/dressed.txt").OfType<Article>().Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((article.Id, article.Url, article.Outlet, article.Language, article.Published), Is.EqualTo(("dressed-1", "https://example.org/1", "The Example", "en", new DateOnly(2015, 3, 12))));
            Assert.That(article.Text, Does.StartWith("Norvia to buy Kelstone\n\nNorvia said"));
        }
    }

    [Test]
    public void Gives_a_text_without_metadata_an_id_of_its_words()
    {
        var article = Read("good/alone.txt").OfType<Article>().Single();
        Assert.That((article.Id, article.Language, article.TitleLength), Is.EqualTo((Article.Fingerprint("\n\n" + article.Text)[..16], (string?)null, 0)));
    }

    [Test]
    public void Takes_an_undetermined_language_for_none_told() => Assert.That(Read("good/lines.jsonl").OfType<Article>().Select(a => a.Language), Is.EqualTo(["fr", null, null, null]));

    [Test]
    public void Drops_the_byte_order_mark() => Assert.That(Read("good/bom.txt").OfType<Article>().Single().Text, Does.StartWith("Norvia rach"));

    [Test]
    public void Keeps_the_day_of_the_publication_in_its_own_time_zone_and_makes_one_line_of_the_title()
    {
        var article = Read("good/packed.jsonl.gz").OfType<Article>().Single();
        Assert.That((article.Published, article.Text[..article.TitleLength]), Is.EqualTo((new DateOnly(2015, 3, 12), "Two lines")));
    }

    [Test]
    public void Reads_one_file_as_a_folder_of_one() => Assert.That(Read("good/lines.jsonl").Select(r => $"{r.Path}:{r.Line}"), Is.EqualTo(["lines.jsonl:1", "lines.jsonl:3", "lines.jsonl:4", "lines.jsonl:5"]));

    IEnumerable<Reading> Read(string name) => Inbox.Read(Path.Combine(_folder, name), Settings.Default.Bounds, Given.Knowledge);

    static void Fill(Stream stream)
    {
        var words = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("one line without an end ", Megabyte / 24)));
        for (var i = 0; i <= 50; i++) stream.Write(words);
    }
}

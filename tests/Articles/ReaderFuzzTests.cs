using System.Text;

namespace TechMoves.Tests.Articles;

/// <summary>Mutated inputs: no reader throws, none hangs, and every file ends in at least one row, each at a place of its own.</summary>
sealed class ReaderFuzzTests
{
    static readonly string[] Kinds = ["html", "xml", "warc", "warc.gz", "jsonl", "jsonl.gz", "txt", "html.gz"];

    [TestCaseSource(nameof(Kinds))]
    public void Reads_a_thousand_mutated_files(string kind) => Assert.That(Read(kind, 1000, seed: 1).Files, Is.EqualTo(1000));

    /// <summary>Part of make soak; it prints what the slowest input took of the processor, and keeps it.</summary>
    [TestCaseSource(nameof(Kinds)), Explicit, Category("Soak")]
    public void Reads_fifty_thousand_mutated_files(string kind)
    {
        var told = Read(kind, 50_000, seed: 2);
        TestContext.Out.WriteLine($"{kind}: {told.Files} inputs, {told.Rows} rows of the ledger, the slowest took {told.Slowest.TotalMilliseconds:0} ms of the processor");
        Assert.That((told.Files, told.Slowest < TimeSpan.FromSeconds(1)), Is.EqualTo((50_000, true)));
    }

    static (int Files, int Rows, TimeSpan Slowest) Read(string kind, int count, int seed)
    {
        var random = new Random(seed);
        var seeds = Seeds(kind);
        _ = Given.Knowledge; // loaded before anything is timed
        var folder = Repository.Scratch($"fuzz-{kind}-{seed}");
        var file = Path.Combine(folder, "in." + kind);
        var (parts, slowest) = (new List<Part>(), TimeSpan.Zero);
        for (var i = 0; i < count; i++)
        {
            File.WriteAllBytes(file, Mutated(seeds[random.Next(seeds.Length)], random));
            var before = Environment.CpuUsage.TotalTime;
            var readings = Inbox.Read(file, Settings.Default.Bounds, Given.Knowledge).ToArray();
            var took = Environment.CpuUsage.TotalTime - before;
            if (took > slowest) (slowest, _) = (took, Keep(file, $"slowest.{kind}"));
            if (readings.Length == 0 || readings.DistinctBy(r => (r.Path, r.Line)).Count() != readings.Length || readings.OfType<Rejected>().Any(r => string.IsNullOrEmpty(r.Reason)))
                Assert.Fail($"input {i} has {readings.Length} rows: {string.Join(", ", readings.Select(r => $"{r.Path}:{r.Line}"))}; it is kept as {Keep(file, $"failed.{kind}")}");
            parts.AddRange(readings.Select(r => Ledger(r with { Path = $"{i}/{r.Path}" })));
        }
        var ledger = Load.Of([.. parts]).Articles;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ledger.Length, Is.EqualTo(parts.Count), "every reading is a row of the ledger");
            Assert.That(ledger.GroupBy(a => a.Outcome).Sum(g => g.Count()), Is.EqualTo(parts.Count), "the outcomes add up");
            Assert.That(ledger.Where(a => a.Outcome is Outcome.Rejected or Outcome.NoMove && a.Reason is null), Is.Empty);
        }
        return (count, parts.Count, slowest);
    }

    // Signatures are left out: mutations of one seed are near copies of each other, and 50,000 of these are no night.
    static Part Ledger(Reading reading) => Normalization.Of(TechMoves.Extraction.Of(reading, Given.Knowledge, Settings.Default.LargestWork), Given.Knowledge.World, Settings.Default) with { Signature = null };

    static string Keep(string file, string name)
    {
        var kept = Path.Combine(Path.GetDirectoryName(file)!, name);
        File.Copy(file, kept, overwrite: true);
        return kept;
    }

    static byte[][] Seeds(string kind)
    {
        byte[][] plain = kind.Replace(".gz", "", StringComparison.Ordinal) switch
        {
            "html" => [.. PageCases.All.Where((_, i) => i % 5 == 0).Select(p => p.Html)],
            "xml" => [.. Feeds.Select(Encoding.UTF8.GetBytes)],
            "warc" => [WarcTests.Joined(WarcTests.Response(1), WarcTests.Response(2), WarcTests.Response(3, payload: WarcTests.Packed(WarcTests.Page(3))))],
            "jsonl" => [File.ReadAllBytes(Path.Combine(Repository.Tests, "samples", "good", "lines.jsonl"))],
            _ => [Encoding.UTF8.GetBytes("Norvia rachète Kelstone\n\nLe groupe a annoncé mardi le rachat de Kelstone pour 2 milliards d'euros.\n")],
        };
        return kind == "warc.gz" ? [WarcTests.Joined(WarcTests.Packed(WarcTests.Response(1)), WarcTests.Packed(WarcTests.Response(2)), WarcTests.Packed(WarcTests.Response(3)))]
            : kind.EndsWith(".gz", StringComparison.Ordinal) ? [.. plain.Select(WarcTests.Packed)] : plain;
    }

    static readonly string[] Feeds =
    [
        "<?xml version=\"1.0\"?><rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>F</title><item><title>A &amp; B</title><link>https://example.org/1</link><pubDate>Tue, 12 Mar 2024 23:30:00 EST</pubDate><content:encoded><![CDATA[<p>Norvia buys Kelstone for money, it said.</p>]]></content:encoded></item></channel></rss>",
        "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>F</title><entry><title>A</title><link href=\"https://example.org/2\"/><published>2024-03-12T00:30:00+02:00</published><content type=\"xhtml\"><div><p>Norvia buys Kelstone for money, it said.</p></div></content></entry></feed>",
    ];

    static readonly byte[][] Pieces = [.. new[] { "<", ">", "\"", "'", "&", "\0", "\r\n\r\n", "<div>", "</p>", "<table>", "<script>", "<!--", "]]>", "<![CDATA[", "{", "}", "\\", "WARC/1.0\r\n", "Content-Length: 99999999999\r\n", "é", "\u0001", "<b><i>", "&#x110000;", "&quot;" }.Select(Encoding.UTF8.GetBytes), [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3], [0xff, 0xfe], [0xc3]];

    static byte[] Mutated(byte[] seed, Random random)
    {
        var bytes = seed.ToList();
        for (var n = random.Next(1, 8); n > 0 && bytes.Count > 0; n--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 1 + Math.Min(bytes.Count, random.Next(2) == 0 ? 8 : 2000)), bytes.Count - at);
            switch (random.Next(6))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes.RemoveRange(at, length); break;
                case 2: bytes.InsertRange(at, Pieces[random.Next(Pieces.Length)]); break;
                case 3: bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length)); break;
                case 4: bytes.RemoveRange(at, bytes.Count - at); break;
                default: bytes.InsertRange(at, Enumerable.Repeat(Pieces[random.Next(Pieces.Length)], random.Next(1, 50)).SelectMany(p => p)); break;
            }
        }
        return [.. bytes];
    }
}

using System.Diagnostics;

namespace TechMoves.Tests.Articles;

/// <summary>A WARC file of a gigabyte, as a crawler writes in an hour, with damaged members among the whole ones.</summary>
[Explicit("a gigabyte takes minutes: make soak"), Category("Soak")]
sealed class ArchiveSoakTests
{
    const long Size = 1L << 30;

    const int Damaged = 1000, Kinds = 997;

    [Test]
    public void Reads_a_gigabyte_in_bounded_memory_and_counts_the_damaged_members()
    {
        var file = Path.Combine(Repository.Scratch("archive-soak"), "crawl.warc.gz");
        var (pages, damaged) = Write(file);
        _ = Given.Knowledge;
        ResetPeak();
        var (watch, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var settings = Settings.Default;
        var (read, rejected) = (0, 0);
        foreach (var reading in Pipeline.Parallel(Inbox.Records(Inbox.Files(file).Single(), settings.Bounds), settings, r => r.Read(settings.Bounds, Given.Knowledge).ToArray()).AsEnumerable().SelectMany(r => r))
            if (reading is Article) read++;
            else if (reading is Rejected { Reason: "damaged" }) rejected++;
        TestContext.Out.WriteLine($"{pages} pages of {new FileInfo(file).Length >> 20} MB packed: {read / watch.Elapsed.TotalSeconds:0} pages a second, {read / (Environment.CpuUsage.TotalTime - before).TotalSeconds:0} a second of the processor, peak {Peak() >> 20} MB, {rejected} damaged");
        File.Delete(file);
        Assert.That((read, rejected, Peak() < 400L << 20), Is.EqualTo((pages, damaged, true)));
    }

    /// <summary>Members of generated pages of about 100 kB; every thousandth is spoilt.</summary>
    static (int Pages, int Damaged) Write(string file)
    {
        byte[][] members = [.. Enumerable.Range(0, Kinds).Select(i => WarcTests.Packed(WarcTests.Response(i, payload: Page(i))))];
        using var stream = File.Create(file);
        var (pages, damaged) = (0, 0);
        for (var i = 1; stream.Length < Size; i++)
        {
            var member = members[i % Kinds];
            if (i % Damaged == 0)
            {
                member = [.. member];
                member.AsSpan(member.Length / 2, 40).Clear();
                damaged++;
            }
            else pages++;
            stream.Write(member);
        }
        return (pages, damaged);
    }

    public static byte[] Page(int seed)
    {
        var random = new Random(seed);
        string Words(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => $"{(char)('a' + random.Next(26))}{random.Next(100_000):x}")) + ".";
        var links = string.Concat(Enumerable.Range(0, 200).Select(i => $"<li class='nav-item item-{i}'><a href='/section/{random.Next()}'>{Words(4)}</a></li>"));
        var text = string.Concat(Enumerable.Range(0, 30).Select(_ => $"<p class='text'>The company said that {Words(60)}</p>"));
        return System.Text.Encoding.UTF8.GetBytes($"<!DOCTYPE html><html lang='en'><head><title>Page {seed} of many</title><script>var state = '{Words(4000)}';</script></head><body><nav><ul>{links}</ul></nav><article><h1>Page {seed} of many</h1>{text}</article><aside>{links}</aside></body></html>");
    }

    static void ResetPeak()
    {
        GC.Collect();
        if (OperatingSystem.IsLinux()) File.WriteAllText("/proc/self/clear_refs", "5");
    }

    static long Peak() => File.Exists("/proc/self/status")
        ? long.Parse(File.ReadLines("/proc/self/status").Single(l => l.StartsWith("VmHWM", StringComparison.Ordinal)).Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024
        : Process.GetCurrentProcess().PeakWorkingSet64;
}

using System.IO.Compression;
using System.Text;

namespace TechMoves.Tests.Articles;

/// <summary>WARC files as crawlers write them, cut and spoil them: what is whole is read, and every stretch that is not is a row.</summary>
sealed class WarcTests
{
    const string Words = "Norvia said on Tuesday that it would buy Kelstone, a maker of sensors for machine tools, for 2.5 billion dollars in cash.";

    [Test]
    public void Reads_responses_and_passes_over_all_other_records([Values] bool packed) =>
        Assert.That(Read(packed, Info, Request, Response(1), Metadata, Response(2)), Is.EqualTo(["3 page 1", "5 page 2"]));

    [Test]
    public void Reads_a_file_that_is_one_gzip_member() => Assert.That(Of(Packed(Joined(Response(1), Response(2))), "a.warc.gz"), Is.EqualTo(["1 page 1", "2 page 2"]));

    [Test]
    public void Reads_records_that_members_cut_anywhere()
    {
        var bytes = Joined(Response(1), Response(2), Response(3));
        Assert.That(Of(Joined(bytes.Chunk(333).Select(Packed).ToArray()), "a.warc.gz"), Is.EqualTo(["1 page 1", "2 page 2", "3 page 3"]));
    }

    [Test]
    public void Passes_over_stray_nul_bytes([Values] bool packed)
    {
        var nul = new byte[700];
        Assert.That(packed ? Of(Joined(Packed(Response(1)), nul, Packed(Joined(nul, Response(2), nul)), nul), "a.warc.gz") : Of(Joined(Response(1), nul, Response(2), nul), "a.warc"), Is.EqualTo(["1 page 1", "2 page 2"]));
    }

    [Test]
    public void Counts_a_damaged_member_and_reads_the_next()
    {
        var spoilt = Packed(Response(2));
        spoilt.AsSpan(40, 20).Fill(0xff);
        Assert.That(Of(Joined(Packed(Response(1)), spoilt, Packed(Response(3))), "a.warc.gz"), Is.EqualTo(["1 page 1", "2 damaged", "3 page 3"]));
    }

    [Test]
    public void Counts_a_member_with_a_wrong_checksum()
    {
        var spoilt = Packed(Response(2));
        spoilt[^6] ^= 1;
        Assert.That(Of(Joined(Packed(Response(1)), spoilt, Packed(Response(3))), "a.warc.gz"), Is.EqualTo(["1 page 1", "2 damaged", "3 page 3"]));
    }

    [Test]
    public void Counts_a_member_that_is_cut_in_the_middle_of_the_file()
    {
        var cut = Packed(Response(2))[..^60];
        Assert.That(Of(Joined(Packed(Response(1)), cut, Packed(Response(3)), Packed(Response(4))), "a.warc.gz"), Is.EqualTo(["1 page 1", "2 damaged", "3 page 3", "4 page 4"]));
    }

    [Test]
    public void Counts_the_last_member_if_the_file_is_cut([Values(1, 9, 60, 200)] int missing) =>
        Assert.That(Of(Joined(Packed(Response(1)), Packed(Response(2)))[..^missing], "a.warc.gz"), Is.EqualTo(["1 page 1", "2 damaged"]));

    [Test]
    public void Counts_what_is_no_gzip_between_members() =>
        Assert.That(Of(Joined(Packed(Response(1)), Encoding.ASCII.GetBytes("no gzip here"), Packed(Response(2))), "a.warc.gz"), Is.EqualTo(["1 page 1", "2 damaged", "3 page 2"]));

    [Test]
    public void Counts_a_truncated_record_at_the_end() => Assert.That(Of(Joined(Response(1), Response(2))[..^50], "a.warc"), Is.EqualTo(["1 page 1", "2 truncated"]));

    [Test]
    public void Counts_a_length_that_is_too_short([Values] bool packed) => Assert.That(Read(packed, Response(1), Response(2, lie: -40), Response(3)), Is.EqualTo(["1 page 1", "2 wrong_length", "3 page 3"]));

    [Test]
    public void Counts_a_length_that_swallows_the_next_record([Values] bool packed, [Values(100, 5_000_000, 500_000_000)] int more) =>
        Assert.That(Read(packed, Response(1), Response(2, lie: more), Response(3), Response(4)).Select(r => r.Replace("too_large", "wrong_length", StringComparison.Ordinal)), Is.EqualTo(["1 page 1", "2 wrong_length", "3 page 3", "4 page 4"]));

    [Test]
    public void Counts_a_header_without_length() => Assert.That(Of(Joined(Response(1), "WARC/1.0\r\nWARC-Type: response\r\n\r\nnothing\r\n\r\n"u8.ToArray(), Response(3)), "a.warc"), Is.EqualTo(["1 page 1", "2 broken_warc_header", "3 page 3"]));

    [Test]
    public void Believes_the_bytes_and_not_the_headers_of_the_wire()
    {
        var plain = Response(1, headers: "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\nContent-Length: 17\r\n");
        var packed = Response(2, payload: Packed(Page(2)));
        var chunks = Response(3, headers: "Transfer-Encoding: chunked\r\n", payload: Joined(Encoding.ASCII.GetBytes($"{Page(3).Length:x}\r\n"), Page(3), "\r\n0\r\n\r\n"u8.ToArray()));
        Assert.That(Read(true, plain, packed, chunks), Is.EqualTo(["1 page 1", "2 page 2", "3 page 3"]));
    }

    [Test]
    public void Tells_why_a_response_is_no_article() => Assert.That(
        Read(true, Response(1, status: "404 Not Found"), Response(2, status: "301 Moved"), Response(3, type: "image/png", payload: [0x89, 0x50, 0x4e, 0x47, 0, 1, 2]), Response(4, payload: []), Response(5, payload: "<html><body><p>Norvia buys Kelstone, it said on Monday."u8.ToArray()), Record("response", "x")),
        Is.EqualTo(["1 http_404", "2 http_301", "3 unknown_format", "4 empty", "5 untitled", "6 no_text"]));

    [Test]
    public void Refuses_a_page_that_unpacks_to_more_than_is_allowed() => Assert.That(Read(true, Response(1, payload: Packed(new byte[20 << 20])), Response(2)), Is.EqualTo(["1 too_large", "2 page 2"]));

    [Test]
    public void Refuses_a_bomb_and_reads_what_follows()
    {
        var readings = Of(Joined(Packed(Response(1)), Packed(new byte[300 << 20]), Packed(Response(2))), "a.warc.gz");
        Assert.That(readings, Is.EqualTo(["1 page 1", "2 zip_bomb", "3 page 2"]));
    }

    [Test]
    public void Refuses_a_bomb_of_text() => Assert.That(Of(Packed(new byte[300 << 20]), "a.txt.gz").Concat(Of(Packed(new byte[300 << 20]), "a.html.gz")), Is.EqualTo(["0 too_large", "0 too_large"]));

    [Test]
    public void Takes_address_and_charset_from_the_record()
    {
        var page = Encoding.Latin1.GetBytes($"<html><head><title>Le café de Norvia</title></head><body><h1>Le café de Norvia</h1><p>{Words} Le café est ouvert.</p></body></html>");
        var article = Readings(Packed(Response(7, type: "text/html; charset=\"ISO-8859-1\"", payload: page)), "a.warc.gz").OfType<Article>().Single();
        Assert.That((article.Url, article.Text[..article.TitleLength], article.Outlet), Is.EqualTo(("https://example.org/7", "Le café de Norvia", "example.org")));
    }

    [Test]
    public void Reads_the_items_of_a_feed_that_was_crawled()
    {
        var feed = Encoding.UTF8.GetBytes($"<rss version=\"2.0\"><channel><title>Feed</title><item><title>One</title><description>{Words}</description></item><item><title>Two</title><description>{Words}</description></item></channel></rss>");
        Assert.That(Readings(Packed(Response(1, type: "application/rss+xml", payload: feed)), "a.warc.gz").Select(r => $"{r.Path}:{r.Line}"), Is.EqualTo(["a.warc.gz#1:1", "a.warc.gz#1:2"]));
    }

    static byte[] Info => Record("warcinfo", "software: test\r\n");

    static byte[] Request => Record("request", "GET / HTTP/1.1\r\nHost: example.org\r\n\r\n");

    static byte[] Metadata => Record("metadata", "fetchTimeMs: 3\r\n");

    public static byte[] Page(int number) => Encoding.UTF8.GetBytes($"<!DOCTYPE html><html><head><title>page {number}</title></head><body><h1>page {number}</h1><p>{Words}</p><p>{string.Join(' ', Enumerable.Range(number * 100, 60).Select(i => $"word{i * 7919 % 10007:x}"))}.</p></body></html>");

    public static byte[] Response(int number, int lie = 0, string status = "200 OK", string type = "text/html; charset=utf-8", string headers = "", byte[]? payload = null) =>
        Record("response", Joined(Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Type: {type}\r\n{headers}\r\n"), payload ?? Page(number)), $"WARC-Target-URI: https://example.org/{number}\r\n", lie);

    static byte[] Record(string type, string block) => Record(type, Encoding.UTF8.GetBytes(block));

    static byte[] Record(string type, byte[] block, string fields = "", int lie = 0) =>
        Joined(Encoding.UTF8.GetBytes($"WARC/1.0\r\nWARC-Type: {type}\r\n{fields}Content-Length: {block.Length + lie}\r\n\r\n"), block, "\r\n\r\n"u8.ToArray());

    public static byte[] Joined(params byte[][] parts) => [.. parts.SelectMany(p => p)];

    public static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal)) gzip.Write(bytes);
        return packed.ToArray();
    }

    static string[] Read(bool packed, params byte[][] records) => packed ? Of(Joined([.. records.Select(Packed)]), "a.warc.gz") : Of(Joined(records), "a.warc");

    static string[] Of(byte[] bytes, string name) => [.. Readings(bytes, name).Select(r => $"{r.Line} {(r is Article article ? article.Text[..article.TitleLength] is { Length: > 0 } title ? title : "untitled" : ((Rejected)r).Reason)}")];

    public static Reading[] Readings(byte[] bytes, string name)
    {
        var file = Path.Combine(Repository.Scratch($"warc-{TestContext.CurrentContext.Test.ID}"), name);
        File.WriteAllBytes(file, bytes);
        return [.. Inbox.Read(file, Settings.Default.Bounds, Given.Knowledge)];
    }
}

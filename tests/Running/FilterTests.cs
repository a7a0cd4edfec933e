using System.Text.Json;

namespace TechMoves.Tests.Running;

/// <summary>Lines in, lines out; and a table that a spreadsheet opens without running it.</summary>
sealed class FilterTests
{
    [Test]
    public void Answers_each_line_with_one_of_the_same_place()
    {
        var told = Techmoves.Run([], Trial.Article("a1") + "\n\nno json\n" + Trial.Article("a2") + "\n", "filter");
        var lines = told.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((told.Code, told.Errors, lines.Length), Is.EqualTo((0, "", 3)));
            Assert.That(lines.Select(l => $"{l.GetProperty("article").GetProperty("line")} {l.GetProperty("article").GetProperty("outcome")} {l.GetProperty("sources").GetArrayLength()}"), Is.EqualTo(["1 moves 1", "3 rejected 0", "4 moves 1"]));
            Assert.That(lines[0].GetProperty("sources")[0].GetProperty("amount").GetDecimal(), Is.EqualTo(40_000_000m));
            Assert.That(lines[0].GetProperty("sources")[0].GetProperty("partners").EnumerateArray().Count(), Is.EqualTo(1));
        }
    }

    [Test]
    public void Answers_nothing_with_nothing() => Assert.That(Techmoves.Run([], "", "filter"), Is.EqualTo(new Techmoves(0, "", "")));

    [TestCase("=HYPERLINK(\"http://x\")", "'=HYPERLINK(\"http://x\")"), TestCase("+1", "'+1"), TestCase("-1", "'-1"), TestCase("@SUM(A1)", "'@SUM(A1)"), TestCase("\tx", "'\tx"), TestCase("＝1", "'＝1")]
    [TestCase("Norvia", "Norvia"), TestCase("a=b", "a=b"), TestCase("2021-03-04", "2021-03-04"), TestCase(null, null)]
    public void Makes_text_of_a_formula(string? cell, string? safe) => Assert.That(ExcelCsv.Safe(cell), Is.EqualTo(safe));

    [Test]
    public void Copies_the_moves_for_spreadsheets()
    {
        var copy = File.ReadAllBytes(Path.Combine(Samples.Folder, "moves.excel.csv"));
        var (clean, safe) = (Samples.Rows(Samples.Folder, "moves"), Samples.Rows(Samples.Folder, "moves.excel"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(copy[..3], Is.EqualTo((byte[])[0xEF, 0xBB, 0xBF]));
            Assert.That(safe.Select(r => r["move_id"] ?? "").Order(), Is.EqualTo(clean.Select(r => r["move_id"] ?? "").Order()));
        }
    }
}

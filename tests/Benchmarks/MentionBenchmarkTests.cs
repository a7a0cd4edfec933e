using System.Diagnostics;
using System.Text;

namespace TechMoves.Tests.Benchmarks;

/// <summary>Megabytes of text a second on one core: the recognisers alone over ready tokens, and the whole reading of a document up to its mentions.</summary>
[Explicit, Category("Benchmark")]
sealed class MentionBenchmarkTests
{
    const int Copies = 20, Runs = 7;

    [Test]
    public void Finds_amounts_dates_percents_and_names() => Measure("mentions alone", static documents =>
    {
        var found = 0;
        foreach (var document in documents) found += Mentions(document);
        return found;
    });

    [Test]
    public void Reads_documents_up_to_their_mentions() => Measure("tokens, sentences, tags and mentions", static documents =>
    {
        var found = 0;
        foreach (var document in documents) found += Document.Of(document.Article, document.Language, document.Blocks).Names.Length;
        return found;
    });

    static int Mentions(Document document)
    {
        var (text, language) = (document.Text, document.Language);
        var names = new List<NameMention>();
        var found = 0;
        foreach (var block in document.Sentences.GroupBy(s => s.Block))
        {
            var tokens = document.Tokens.AsSpan(block.First().First..block.Last().Last);
            found += Amounts.Find(text, tokens, language).Count + Percents.Find(text, tokens, language).Count + Dates.Find(text, tokens, document.Article.Published, language).Count;
        }
        foreach (var sentence in document.Sentences)
            Names.Find(text, document.Tokens.AsSpan(sentence.First..sentence.Last), document.Tags, sentence.First, false, language, names);
        return found + Entities.Of(text, document.Tokens, names, document.Article.Outlet, language).Of.Length;
    }

    static void Measure(string what, Func<Document[], int> read)
    {
        var settings = Samples.Settings("", "", threads: 1);
        var knowledge = TechMoves.Knowledge.Read(settings.Data, settings.Schemas);
        Document[] documents = [.. Inbox.Read(Path.Combine(Repository.Tests, "gold", "articles.jsonl"), settings.Bounds, knowledge).OfType<Article>().Select(a => Document.Of(a, knowledge.LanguageOf(a.Language)!))];
        documents = [.. Enumerable.Repeat(documents, Copies).SelectMany(d => d)];
        var bytes = documents.Sum(d => (long)Encoding.UTF8.GetByteCount(d.Text));
        var best = double.MaxValue;
        for (var run = 0; run <= Runs; run++)
        {
            var before = Process.GetCurrentProcess().UserProcessorTime;
            Assert.That(read(documents), Is.Positive);
            if (run > 0) best = Math.Min(best, (Process.GetCurrentProcess().UserProcessorTime - before).TotalSeconds);
        }
        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {bytes / best / 1e6:0.0} MB/s of processor time, one thread"));
    }
}

namespace TechMoves.Tests.Extraction;

/// <summary>Twice the text is twice the work, counted in tokens looked up, for news and for the worst texts.</summary>
sealed class WorkTests
{
    const double Most = 2.2;

    /// <summary>Bytes allocated for each character of an article.</summary>
    const double MostBytes = 90;

    [Test]
    public void Twice_the_news_is_twice_the_work([Values("fr", "en")] string language)
    {
        var texts = Inbox.Read(Path.Combine(Repository.Data, "articles", language + ".jsonl"), TechMoves.Settings.Default.Bounds, Knowledge.Value).OfType<Article>().Select(a => a.Text).ToArray();
        var once = Work(string.Join("\n\n", texts), language);
        var twice = Work(string.Join("\n\n", texts.Concat(texts.Select(t => t.Replace("a", "o", StringComparison.Ordinal)))), language);
        Assert.That(twice, Is.GreaterThan(once).And.LessThanOrEqualTo(once * Most));
    }

    [Test]
    public void An_article_takes_little_memory_while_it_is_read()
    {
        Article[] articles = [.. Inbox.Read(Path.Combine(Repository.Data, "articles"), TechMoves.Settings.Default.Bounds, Knowledge.Value).OfType<Article>()];
        // The first passes grow the buffers of the thread and run code that is compiled in haste, which puts values into boxes.
        var bytes = Enumerable.Range(0, 3).Min(_ => Allocated(() => Array.ForEach(articles, a => TechMoves.Extraction.Of(a, Knowledge.Value, int.MaxValue))));
        Assert.That((double)bytes / articles.Sum(a => a.Text.Length), Is.LessThan(MostBytes));
    }

    [TestCase("Norvia ", 10_000), TestCase("(", 5_000), TestCase(",", 100_000), TestCase("$5 million ", 10_000), TestCase("Intel buys Altera and ", 5_000), TestCase("in May 2015, ", 10_000)]
    public void Twice_a_hostile_text_is_twice_the_work(string piece, int times)
    {
        var half = string.Concat(Enumerable.Repeat(piece, times / 2));
        Assert.That(Work(half + half, "en"), Is.LessThanOrEqualTo(Math.Max(1000, Work(half, "en") * Most)));
    }

    [Test]
    public void Too_much_work_is_a_row_of_the_ledger()
    {
        var trial = new Running.Trial("too-much-work");
        var deals = string.Concat(Enumerable.Range(0, 30).Select(i => $"The software company Norvia said it had acquired {(char)('A' + i % 26)}elstone Software for ${i + 1} million. "));
        trial.Write("a.jsonl", Running.Trial.Article("a1"), System.Text.Json.JsonSerializer.Serialize(new { id = "a2", lang = "en", published = "2021-03-04", text = deals }), System.Text.Json.JsonSerializer.Serialize(new { id = "a3", lang = "en", text = string.Concat(Enumerable.Repeat("Nothing was said of it. ", 2000)) }));
        var counts = trial.Run(trial.Settings with { LargestWork = 8000 }).Counts;
        var bounded = trial.Ledger();
        trial.Run();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(bounded, Is.EqualTo(["a.jsonl 1 a1 moves", "a.jsonl 2 a2 rejected too_much_work", "a.jsonl 3 a3 rejected too_much_work"]));
            Assert.That(counts.RejectedByReason, Is.EqualTo(new Dictionary<string, long> { ["too_much_work"] = 2 }));
            Assert.That(trial.Ledger(), Is.EqualTo(["a.jsonl 1 a1 moves", "a.jsonl 2 a2 moves", "a.jsonl 3 a3 no_move no_move"]), "a larger bound reads them again");
        }
    }

    static readonly Lazy<TechMoves.Knowledge> Knowledge = new(() => TechMoves.Knowledge.Read(TechMoves.Settings.Default.Data, TechMoves.Settings.Default.Schemas));

    static long Allocated(Action work)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    static long Work(string text, string language)
    {
        var before = Vocabulary.Looks;
        TechMoves.Extraction.Of(new Article("work", "work", 0, null, null, language, new(2015, 3, 12), 0, text), Knowledge.Value, int.MaxValue);
        return Vocabulary.Looks - before;
    }
}

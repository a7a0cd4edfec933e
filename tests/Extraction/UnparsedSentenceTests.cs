namespace TechMoves.Tests.Extraction;

/// <summary>A sentence in which no predicate may stand is not parsed: parsed all the same, it must tell nothing.</summary>
sealed class UnparsedSentenceTests
{
    [Test]
    public void Tell_nothing([Values("fr", "en")] string language)
    {
        var (unparsed, parsed) = (0, 0);
        using (Assert.EnterMultipleScope())
        {
            foreach (var article in Inbox.Read(Path.Combine(Repository.Data, "articles", language + ".jsonl"), TechMoves.Settings.Default.Bounds, Given.Knowledge).OfType<Article>())
            {
                var (document, chunks, _, _, _) = TechMoves.Extraction.Of(article, Given.Knowledge.LanguageOf(language)!, isWhole: true);
                var (mentions, coreference) = (new MentionIndex(document), new Coreference(document));
                for (var s = 0; s < document.Sentences.Length; s++)
                {
                    if (Frames.MayStandIn(document, document.Sentences[s])) { parsed++; continue; }
                    unparsed++;
                    Assert.That(new Frames(new(document, document.Sentences[s], chunks[s], mentions), coreference, s).Find(), Is.Empty, document.TextOf(document.Sentences[s].First, document.Sentences[s].Last));
                }
            }
            Assert.That(unparsed, Is.Positive);
            Assert.That(parsed, Is.Positive);
        }
    }
}

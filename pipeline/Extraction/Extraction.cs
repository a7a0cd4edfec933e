namespace TechMoves;

/// <summary>What extraction makes of an article: its layers (for explain), the frames of its sentences, and its candidates, the dropped ones with the reason.</summary>
public sealed record Extracted(Document Document, ImmutableArray<ImmutableArray<Chunk>> Chunks, ImmutableArray<Candidate> Frames, ImmutableArray<Candidate> Candidates, Signals Signals);

/// <summary>What extraction hands to normalization, one a record of the input: its ledger row so far, its canonical text, and its candidates.</summary>
public sealed record Told(LedgerRow Entry, string Text, ImmutableArray<Candidate> Candidates);

/// <summary>EXTRACT: an article in, candidates out. Pure: no clock, no network, no order.</summary>
public static class Extraction
{
    /// <summary>Work is counted, so that its bound refuses the same articles on every machine: a token is one, a move that a sentence seems to tell is this much.</summary>
    const int WorkOfFrame = 400;

    /// <summary>The candidates of one reading; a rejected one, one that is more work than allowed, or one in no known language, has a reason and none.</summary>
    public static Told Of(Reading reading, Knowledge knowledge, int largestWork)
    {
        if (reading is not Article article) return new(new(null, reading.Path, reading.Line, null, null, null, null, null, null, Outcome.Rejected, (reading as Rejected)?.Reason, null, 0), "", []);
        var language = article.Language is null ? knowledge.Guess(article.Text) : knowledge.LanguageOf(article.Language);
        var entry = new LedgerRow(
            article.Id, article.Path, article.Line, article.Url, article.Outlet, language?.Code ?? article.Language ?? "und", article.Published,
            article.TitleLength > 0 ? article.Text[..article.TitleLength] : null, Article.Fingerprint(article.Text), Outcome.NoMove, language is null ? "unknown_language" : null, null, 0);
        if (language is null) return new(entry, article.Text, []);
        if (Of(article, language, largestWork, isWhole: false) is not { } extracted) return new(entry with { Outcome = Outcome.Rejected, Reason = "too_much_work" }, article.Text, []);
        return new(entry with { Published = extracted.Document.Article.Published }, article.Text, extracted.Candidates);
    }

    /// <param name="isWhole">Whether sentences without a predicate are cut into chunks too: nothing is told in them, but people may want to see them.</param>
    public static Extracted Of(Article article, Language language, bool isWhole = false) => Of(article, language, int.MaxValue, isWhole)!;

    /// <summary>Null where the article is more work than allowed.</summary>
    static Extracted? Of(Article article, Language language, int largestWork, bool isWhole)
    {
        var document = Document.Of(article, language);
        var mentions = new MentionIndex(document);
        var coreference = new Coreference(document);
        var chunks = ImmutableArray.CreateBuilder<ImmutableArray<Chunk>>(document.Sentences.Length);
        var found = new List<Candidate>();
        for (var s = 0; s < document.Sentences.Length; s++)
        {
            if (document.Tokens.Length + (long)found.Count * WorkOfFrame > largestWork) return null;
            var tells = document.Blocks[document.Sentences[s].Block].IsStory && Frames.MayStandIn(document, document.Sentences[s]);
            chunks.Add(tells || isWhole ? Chunker.Of(document, document.Sentences[s], mentions) : []);
            if (!tells) continue;
            found.AddRange(new Frames(new(document, document.Sentences[s], chunks[s], mentions), coreference, s).Find());
        }
        found.AddRange(Investors.Of(document, chunks, found));
        var sectors = new Sectors(document);
        ImmutableArray<Candidate> story = [.. Story.Of(document, found, coreference).Select(c => c.Dropped is null ? Statuses.Of(sectors.Of(c), language.Names.World) : c)];
        story = Sectors.OfCompanies(document, story);
        var signals = new Signals(document, story);
        return new(document, chunks.ToImmutable(), [.. found], [.. story.Select(c => c.Dropped is null ? Confidence.Of(c, signals, language.Names.World.Confidence) : c)], signals);
    }
}

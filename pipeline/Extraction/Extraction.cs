namespace TechMoves;

/// <summary>What extraction makes of an article: its layers (for explain) and its candidates, the dropped ones with the reason.</summary>
public sealed record Extracted(Document Document, ImmutableArray<ImmutableArray<Chunk>> Chunks, ImmutableArray<Candidate> Candidates);

/// <summary>EXTRACT: an article in, candidates out. Pure: no clock, no network, no order.</summary>
public static class Extraction
{
    public static Extracted Of(Article article, Language language)
    {
        var document = Document.Of(article, language);
        var mentions = new MentionIndex(document);
        var coreference = new Coreference(document);
        var chunks = ImmutableArray.CreateBuilder<ImmutableArray<Chunk>>(document.Sentences.Length);
        var found = new List<Candidate>();
        for (var s = 0; s < document.Sentences.Length; s++)
        {
            chunks.Add(Chunker.Of(document, document.Sentences[s], mentions));
            if (!document.Blocks[document.Sentences[s].Block].IsStory) continue;
            found.AddRange(new Frames(new(document, document.Sentences[s], chunks[s]), coreference, s).Find());
        }
        var story = Story.Of(document, found, coreference);
        return new(document, chunks.ToImmutable(), [.. story.Select(c => Sectors.Of(document, c, coreference)).Select(c => Confidence.Of(document, c, coreference))]);
    }
}

namespace TechMoves;

/// <summary>Prints the layers of articles for people: the tool with which the lexicons are grown.</summary>
public static class Explain
{
    public static void Write(string path, Settings settings, Knowledge knowledge, TextWriter output)
    {
        foreach (var reading in Inbox.Read(path, settings.Bounds, knowledge))
        {
            if (reading is not Article article)
            {
                output.WriteLine($"{reading.Path}:{reading.Line} rejected: {(reading as Rejected)?.Reason}");
                continue;
            }
            if ((article.Language is null ? knowledge.Guess(article.Text) : knowledge.LanguageOf(article.Language)) is not { } language)
            {
                output.WriteLine($"{article.Id} no move: unknown_language");
                continue;
            }
            var extracted = Extraction.Of(article, language);
            output.WriteLine($"ARTICLE {article.Id} {language.Code} {extracted.Document.Article.Published?.ToString("O", CultureInfo.InvariantCulture) ?? "no publication date"}");
            WriteText(extracted, output);
            WriteNames(extracted.Document, output);
            foreach (var candidate in extracted.Candidates) Write(candidate, output);
        }
    }

    static void WriteText(Extracted extracted, TextWriter output)
    {
        var document = extracted.Document;
        for (var b = 0; b < document.Blocks.Length; b++)
        {
            var block = document.Blocks[b];
            output.WriteLine($"{block.Kind.ToString().ToUpperInvariant()} {block.Start}:{block.End}{(block.IsStory ? "" : " " + Short(document.Text[block.Start..block.End]))}");
            for (var s = 0; s < document.Sentences.Length; s++)
            {
                if (document.Sentences[s].Block != b) continue;
                output.WriteLine($"  [{s}] {Short(document.TextOf(document.Sentences[s].First, document.Sentences[s].Last))}");
                output.WriteLine($"      {string.Join(" ", extracted.Chunks[s].Select(c => Text(document, c)))}");
            }
        }
    }

    static string Text(Document document, Chunk chunk)
    {
        var words = document.TextOf(chunk.First, chunk.Last);
        var preposition = chunk.Preposition is { } p ? p.Name + "·" : "";
        return chunk.Kind switch
        {
            ChunkKind.Noun => $"[{preposition}{words}{(chunk.Name >= 0 ? "=" + document.EntityOf(chunk.Name)?.Name : chunk.Description is { } d ? "~" + d.Noun : "")}]",
            ChunkKind.Verb => $"<{preposition}{words}{(chunk.IsPassive ? " passive" : "")}{(chunk.IsNegated ? " not" : "")}>",
            ChunkKind.Amount or ChunkKind.Date or ChunkKind.Percent => $"{{{preposition}{words}}}",
            ChunkKind.Other => words,
            _ => $"{words}",
        };
    }

    static void WriteNames(Document document, TextWriter output)
    {
        foreach (var entity in document.Entities.Where(e => document.EntityOfName.Contains(e.Index))) output.WriteLine($"NAME {entity.Name}: {entity.Kind} {entity.Company?.Id} score {entity.Score}, {entity.Mentions} mentions ({string.Join(", ", entity.Forms)})");
        foreach (var amount in document.Amounts) output.WriteLine($"AMOUNT {document.Text[amount.Start..amount.End]}: {amount.Amount} {amount.Max} {amount.Currency} {amount.Qualifier} {amount.Use}");
        foreach (var date in document.Dates) output.WriteLine($"DATE {document.Text[date.Start..date.End]}: {date.First:yyyy-MM-dd} {date.Precision} {date.Basis}");
    }

    static void Write(Candidate candidate, TextWriter output)
    {
        output.WriteLine($"{(candidate.Dropped is { } reason ? $"DROPPED {reason}" : candidate.Background ? "BACKGROUND" : "MOVE")} {Terms.Of(candidate.Type)} {Terms.Of(candidate.Status)} by {candidate.Predicate} in [{candidate.Sentence}]");
        output.WriteLine($"  company {candidate.Company?.Name} | partners {string.Join(", ", candidate.Partners.Select(p => p.Name))} | seller {candidate.Seller?.Name} | product {candidate.Product?.Text}");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  amount {candidate.Amount?.Amount} {candidate.Amount?.Currency} | date {candidate.Date?.First:yyyy-MM-dd} | sector {candidate.Sector} | confidence {candidate.Confidence} ({string.Join(" ", candidate.Features)})"));
    }

    static string Short(string text) => text.ReplaceLineEndings(" ") is { Length: > 240 } longText ? longText[..240] + "…" : text.ReplaceLineEndings(" ");
}

namespace TechMoves;

/// <summary>Prints the layers of articles for people: the tool with which the lexicons are grown.</summary>
/// <param name="only">The sentence to print alone, or null for all of the article.</param>
public sealed class Explain(Extracted extracted, Settings settings, World world, int? only, TextWriter output)
{
    const int Longest = 240;

    readonly Document _document = extracted.Document;

    public static void Write(string path, Settings settings, Knowledge knowledge, TextWriter output, int? only = null)
    {
        foreach (var reading in Inbox.Read(path, settings.Bounds, knowledge))
        {
            if (reading is not Article article) output.WriteLine($"{reading.Path}:{reading.Line} rejected: {(reading as Rejected)?.Reason}");
            else if ((article.Language is null ? knowledge.Guess(article.Text) : knowledge.LanguageOf(article.Language)) is not { } language) output.WriteLine($"{article.Id} no move: unknown_language");
            else new Explain(Extraction.Of(article, language, isWhole: true), settings, knowledge.World, only, output).Write();
        }
    }

    void Write()
    {
        output.WriteLine($"ARTICLE {_document.Article.Id} {_document.Language.Code} {_document.Article.Published?.ToString("O", CultureInfo.InvariantCulture) ?? "no publication date"}");
        if (only is null)
        {
            output.WriteLine("Sentences: [noun group] <verb group> {amount, date or per cent}; preposition·group, group=name, group~description; then the frames that fired, with their roles.");
            for (var b = 0; b < _document.Blocks.Length; b++) Write(b);
            WriteMentions();
        }
        else if (only >= _document.Sentences.Length) output.WriteLine($"no sentence {only}: the article has {_document.Sentences.Length}, from 0");
        else Write(only.Value, _document.Sentences[only.Value]);
        output.WriteLine("CANDIDATES what the story makes of the frames: rows first, then what is dropped and why");
        foreach (var candidate in extracted.Candidates.Where(c => only is null || c.Sentence == only).OrderBy(c => Refusal(c) is not null)) Write(candidate);
        output.WriteLine();
    }

    void Write(int b)
    {
        var block = _document.Blocks[b];
        output.WriteLine($"{block.Kind.ToString().ToUpperInvariant()} {block.Start}:{block.End}{(block.IsStory ? "" : " " + Short(_document.Text[block.Start..block.End]))}");
        for (var s = 0; s < _document.Sentences.Length; s++) if (_document.Sentences[s].Block == b) Write(s, _document.Sentences[s]);
    }

    void Write(int s, Sentence sentence)
    {
        output.WriteLine($"  [{s}] {Short(_document.TextOf(sentence.First, sentence.Last))}");
        output.WriteLine($"      {string.Join(" ", extracted.Chunks[s].Select(Text))}");
        foreach (var frame in extracted.Frames.Where(f => f.Sentence == s))
            output.WriteLine($"      {(frame.Dropped is { } reason ? $"- {reason}" : "+")} {frame.Predicate} \"{_document.Text[frame.Trigger.Start..frame.Trigger.End]}\" {Mood(frame)}: {Roles(frame)}");
    }

    string Text(Chunk chunk)
    {
        var words = _document.TextOf(chunk.First, chunk.Last);
        var preposition = chunk.Preposition is { } p ? p.Name + "·" : "";
        return chunk.Kind switch
        {
            ChunkKind.Noun => $"[{preposition}{words}{(chunk.Name >= 0 ? "=" + _document.EntityOf(chunk.Name)?.Name : chunk.Description is { } d ? "~" + d.Noun : "")}]",
            ChunkKind.Verb => $"<{preposition}{words}{(chunk.IsPassive ? " passive" : "")}{(chunk.IsNegated ? " not" : "")}>",
            ChunkKind.Amount or ChunkKind.Date or ChunkKind.Percent => $"{{{preposition}{words}}}",
            _ => words,
        };
    }

    void WriteMentions()
    {
        foreach (var entity in _document.Entities) output.WriteLine($"NAME {entity.Name}: {Terms.Of(entity.Kind)}{(entity.Company is { } c ? $" {c.Id} ({string.Join(" ", c.Classes)}, {c.Sector})" : "")}, votes {entity.Score}, {entity.Mentions} mentions: {string.Join(", ", entity.Forms)}");
        foreach (var amount in _document.Amounts) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"AMOUNT {_document.Text[amount.Start..amount.End]}: {amount.Amount}{(amount.Max is { } max ? $" to {max}" : "")} {amount.Currency ?? "no currency"} {Terms.Of(amount.Qualifier)}, use {Terms.Of(amount.Use)}{(amount.Restates is null ? "" : ", said again in another currency")}"));
        foreach (var date in _document.Dates) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"DATE {_document.Text[date.Start..date.End]}: {(date.First is { } first ? $"{first:yyyy-MM-dd}" : "unresolved")} {Terms.Of(date.Precision)} {Terms.Of(date.Basis)}"));
        foreach (var percent in _document.Percents) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"PERCENT {_document.Text[percent.Start..percent.End]}: {percent.Percent}"));
    }

    void Write(Candidate candidate)
    {
        output.WriteLine($"{(Refusal(candidate) is { } reason ? $"DROPPED {reason}" : candidate.Background ? "BACKGROUND" : "ROW")} {Terms.Of(candidate.Type)} by {candidate.Predicate} in [{candidate.Sentence}]");
        output.WriteLine($"  {Mood(candidate)}: {Roles(candidate)}");
        if (candidate.Dropped is not null) return;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  sector {candidate.Sector}, confidence {candidate.Confidence} = {string.Join(" ", Weighed(candidate).Select(f => $"{f.Name} {f.Weight:+0.00;-0.00}"))}"));
        output.WriteLine($"  found: {string.Join(" ", candidate.Features)}");
    }

    /// <summary>What each feature adds to the log odds, the weightiest first; then the bias.</summary>
    IEnumerable<(string Name, double Weight)> Weighed(Candidate candidate) =>
        Signals.Names.Zip(extracted.Signals.Of(candidate, world.Confidence), (name, value) => (Name: name, Weight: value * world.Confidence.Weights.GetValueOrDefault(name)))
            .Where(f => Math.Abs(f.Weight) >= 0.005).OrderByDescending(f => Math.Abs(f.Weight)).Append((ConfidenceModel.Bias, world.Confidence.Weights.GetValueOrDefault(ConfidenceModel.Bias)));

    string? Refusal(Candidate candidate) => candidate.Dropped ?? (candidate.Company is null ? "no_company" : Normalization.Refusal(candidate, world, settings));

    static string Mood(Candidate candidate) =>
        $"{Terms.Of(candidate.Status)}{(candidate.Detail is { } detail ? $" ({Terms.Of(detail)})" : "")}{(candidate.Asserter == Asserter.Journalist ? "" : $" by {Terms.Of(candidate.Asserter)}")}{(candidate.Background ? ", background" : "")}";

    static string Roles(Candidate candidate) => string.Join(" | ", new[]
    {
        Role("company", candidate.Company), candidate.Partners.IsEmpty ? null : $"partners {string.Join(", ", candidate.Partners.Select(Text))}", Role("seller", candidate.Seller),
        candidate.Product is { } product ? $"product \"{product.Text}\"" : null,
        candidate.Amount is { } amount ? string.Create(CultureInfo.InvariantCulture, $"amount {amount.Amount} {amount.Currency}") : null,
        candidate.Stake is { } stake ? string.Create(CultureInfo.InvariantCulture, $"stake {stake.Percent} %") : null,
        candidate.Date is { } date ? string.Create(CultureInfo.InvariantCulture, $"date {date.First:yyyy-MM-dd} ({Terms.Of(date.Precision)})") : null,
    }.OfType<string>().DefaultIfEmpty("no roles"));

    static string? Role(string role, Party? party) => party is null ? null : $"{role} {Text(party)}";

    /// <summary>A question mark where a description or pronoun stands for the name.</summary>
    static string Text(Party party) => party.IsNamed ? party.Name : $"{party.Name}?";

    static string Short(string text) => text.ReplaceLineEndings(" ") is { Length: > Longest } longText ? longText[..Longest] + "…" : text.ReplaceLineEndings(" ");
}

namespace TechMoves;

/// <summary>Lists what is wrong on annotated articles, one thing a line that begins with its kind (missed, wrong, status, date, ...), so that grep and sort can take it apart.</summary>
/// <remarks>Under a missed move stand the candidates of its sentence and why they gave no such row; under a wrong value both evidences.</remarks>
public sealed class Misses(Settings settings, Knowledge knowledge, TextWriter output)
{
    /// <summary>A candidate is near a move if their evidences share so many of the words.</summary>
    const double Near = 0.6;
    const int Shown = 4;

    static readonly ImmutableArray<string> Fields = ["company", "partners", "type", "status", "sector", "amount", "amount_none", "date", "date_none", "main"];

    public static void Write(string gold, Settings settings, TextWriter output)
    {
        var knowledge = Knowledge.Read(settings.Data, settings.Schemas);
        var ignored = NameKey.Ignored(settings);
        var found = Evaluate.Found(Pipeline.Dataset(settings with { Articles = gold }, new(quiet: true)), ignored);
        var readings = Inbox.Read(gold, settings.Bounds, knowledge).OfType<Article>().ToLookup(a => a.Id, StringComparer.Ordinal);
        var misses = new Misses(settings, knowledge, output);
        foreach (var article in GoldArticle.Read(gold, ignored)) misses.Write(article, [.. found[article.Id]], readings[article.Id].FirstOrDefault());
    }

    void Write(GoldArticle article, ToldMove[] found, Article? reading)
    {
        var (pairs, strays) = Alignment.Of(article.Moves, found);
        Told? told = null;
        foreach (var (gold, row) in pairs)
        {
            if (row is not null) Compare(article, gold, row);
            else
            {
                Line(gold.Background ? "missed_background" : "missed", article, gold, "");
                if (reading is not null) WriteNear(gold, told ??= Extraction.Of(reading, knowledge, settings.LargestWork));
            }
        }
        foreach (var stray in strays) Line(article.Moves.IsEmpty ? "wrong_in_silence" : "wrong", article, stray, $"{stray.Origin}: ");
    }

    void Compare(GoldArticle article, ToldMove gold, ToldMove row)
    {
        foreach (var field in ComparedField.All)
        {
            if (!Fields.Contains(field.Name) || !field.Has(gold) || field.IsRight(gold, row) || gold.Background && field.Name == "main") continue;
            Line((gold.Background ? "background_" : "") + field.Name, article, gold, $"{Value(field.Name, gold)} told as {Value(field.Name, row)}: ");
            if (row.Evidence != gold.Evidence) output.WriteLine($"      row {row.Origin} \"{Flat(row.Evidence)}\"");
        }
    }

    void WriteNear(ToldMove gold, Told told)
    {
        var near = told.Candidates.Where(c => Overlap(gold.EvidenceWords, [.. Words.Of(Words.Fold(told.Text[c.Evidence.Start..c.Evidence.End]))]) >= Near).ToList();
        if (near.Count == 0) output.WriteLine("      no predicate fired there");
        foreach (var c in near.Take(Shown))
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"      {c.Dropped ?? Normalization.Refusal(c, knowledge.World, settings) ?? "row"} [{c.Sentence}] {c.Predicate} {c.Company?.Name ?? "-"} | {string.Join(", ", c.Partners.Select(p => p.Name))} | {c.Product?.Text} {c.Confidence}"));
    }

    static double Overlap(HashSet<string> words, HashSet<string> others) => (double)words.Count(others.Contains) / Math.Max(1, Math.Min(words.Count, others.Count));

    void Line(string kind, GoldArticle article, ToldMove move, string difference)
    {
        var sum = move.Amount is { } amount ? string.Create(CultureInfo.InvariantCulture, $" | {amount} {move.Currency}") : "";
        output.WriteLine($"{kind} {article.Id} {difference}{move.Type} {move.Status} | {move.Company.Name} | {string.Join(", ", move.Partners.Select(p => p.Name))}{sum}{(move.Date is null ? "" : " | " + move.Date)}{(move.Background ? " | background" : "")}");
        output.WriteLine($"      \"{Flat(move.Evidence)}\"");
    }

    static string Value(string field, ToldMove move) => field switch
    {
        "company" => move.Company.Name,
        "partners" => string.Join(", ", move.Parties.Select(p => p.Name)),
        "type" => move.Type,
        "status" => move.Status,
        "sector" => move.Sector,
        "amount" or "amount_none" => move.Amount is { } amount ? string.Create(CultureInfo.InvariantCulture, $"{amount} {move.Currency}") : "none",
        "date" or "date_none" => move.Date ?? "none",
        _ => move.Background ? "background" : "main",
    };

    static string Flat(string text) => text.ReplaceLineEndings(" ");
}

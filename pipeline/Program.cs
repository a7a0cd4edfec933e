using TechMoves;

var root = AppContext.BaseDirectory;
var watch = System.Diagnostics.Stopwatch.StartNew();
var knowledge = Knowledge.Read(Path.Combine(root, "data"), Path.Combine(root, "schemas"));
Console.Error.WriteLine($"knowledge {watch.ElapsedMilliseconds} ms");
foreach (var reading in Inbox.Read(args[0], 1 << 22))
{
    if (reading is not Article article || (knowledge.LanguageOf(article.Language) ?? knowledge.Guess(article.Text)) is not { } language) { Console.WriteLine(reading); continue; }
    var extracted = Extraction.Of(article, language);
    Console.WriteLine($"== {article.Id} {article.Published} {extracted.Document.Sentences.Length}");
    foreach (var c in extracted.Candidates) Console.WriteLine($"{c.Dropped} {c.Predicate} {c.Company?.Name} -> {string.Join("|", c.Partners.Select(p => p.Name))} {c.Amount?.Amount} {c.Status} {c.Background}");
}
Console.Error.WriteLine($"all {watch.ElapsedMilliseconds} ms");

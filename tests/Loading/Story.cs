using System.Collections.Immutable;
using System.Text.Json;

namespace TechMoves.Tests.Loading;

/// <summary>A row of an article of tests/stories, with the move that it tells, as an annotator has it.</summary>
sealed record StoryRow(string Move, JsonElement Told)
{
    public string? Text(string field) => Told.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public decimal? Number(string field) => Told.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDecimal() : null;

    public bool IsBackground => Told.TryGetProperty("background", out var value) && value.GetBoolean();

    public ImmutableArray<string> Partners => [.. Told.GetProperty("partners").EnumerateArray().Select(p => p.GetString()!)];
}

/// <summary>An article of tests/stories: a line of JSON.</summary>
/// <param name="CopyOf">The article whose text it prints.</param>
sealed record StoryArticle(string Id, string Language, string Outlet, DateOnly Published, string Title, string Text, string? CopyOf, ImmutableArray<StoryRow> Rows)
{
    public static readonly string Folder = Path.Combine(Repository.Tests, "stories");

    /// <summary>The articles of all stories.</summary>
    public static ImmutableArray<StoryArticle> All { get; } = [.. Directory.GetFiles(Folder, "*.jsonl").Order(StringComparer.Ordinal).SelectMany(f => File.ReadLines(f)).Select(line => Of(JsonDocument.Parse(line).RootElement))];

    static StoryArticle Of(JsonElement line)
    {
        string Field(string name) => line.GetProperty(name).GetString()!;
        return new(
            Field("id"), Field("lang"), Field("outlet"), DateOnly.Parse(Field("published"), CultureInfo.InvariantCulture), Field("title"), Field("text"), line.TryGetProperty("copy_of", out var original) ? original.GetString() : null,
            [.. line.GetProperty("moves").EnumerateArray().Select(m => new StoryRow(m.GetProperty("move").GetString()!, m))]);
    }

    /// <summary>What normalization would hand to load, were extraction to find just what is annotated.</summary>
    public Part Gold(World world) => new(
        new(Id, $"{Id}.txt", 0, null, Outlet, Language, Published, Title, Article.Fingerprint($"{Title}\n\n{Text}"), Rows.IsEmpty ? Outcome.NoMove : Outcome.Moves, null, null, Rows.Length),
        [.. Rows.Select((row, i) => Source(row, i, world))], [], Signature.Of(Text));

    Source Source(StoryRow row, int place, World world)
    {
        ImmutableArray<Identity> parties = [.. row.Partners.Prepend(row.Text("company")!).Select(name => Identity.Of(name, world))];
        var amount = row.Number("amount");
        var written = row.Text("date");
        DateOnly? date = written is null ? row.IsBackground ? null : Published : DateOnly.Parse(written.Length switch { 4 => $"{written}-01-01", 7 => $"{written}-01", _ => written }, CultureInfo.InvariantCulture);
        var facts = new Facts(
            row.Text("company")!, row.Partners, row.Text("seller"), row.Text("product"), "other", Terms.Read<MoveType>(row.Text("type")!), Terms.Read<Status>(row.Text("status")!), null,
            amount, row.Text("currency"), null, amount is null ? null : Terms.Read<Qualifier>(row.Text("amount_qualifier")!), null, row.Number("amount_alt"), row.Text("currency_alt"), row.Number("stake_percent"),
            date, date is null ? null : written?.Length switch { 4 => Precision.Year, 7 => Precision.Month, _ => Precision.Day }, date is null ? null : written is null ? DateBasis.Published : DateBasis.Stated,
            parties[0].Id, parties.Length > 1 ? parties[1].Id : null, null);
        return new(Id, facts, row.IsBackground, Asserter.Journalist, Title, 0, Title.EnumerateRunes().Count(), "", "gold", 0.9m, place, parties);
    }
}

/// <summary>How well clusters agree with those expected: B-cubed, the mean over items of the share of an item's cluster that belongs with it, and of what belongs with it that its cluster holds.</summary>
sealed record BCubed(double Precision, double Recall)
{
    public double F1 => 2 * Precision * Recall / (Precision + Recall);

    /// <summary>An item that was not found (Found is null) stands in no cluster: it counts in recall, as missed by itself and by all that belongs with it.</summary>
    public static BCubed Of(IReadOnlyCollection<(string Expected, string? Found)> items)
    {
        var found = items.Where(i => i.Found is not null).ToArray();
        var (expected, clusters, both) = (items.CountBy(i => i.Expected).ToDictionary(), found.CountBy(i => i.Found!).ToDictionary(), found.CountBy(i => i).ToDictionary());
        return new(found.Average(i => (double)both[i] / clusters[i.Found!]), found.Sum(i => (double)both[i] / expected[i.Expected]) / items.Count);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"precision {Precision:0.000} recall {Recall:0.000} F1 {F1:0.000}");
}

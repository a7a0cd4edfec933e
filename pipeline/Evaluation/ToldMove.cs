namespace TechMoves;

/// <summary>A move of one article as an annotator or the program tells it, in the values that are compared.</summary>
/// <param name="Date">As precise as it is told: 2015-03-12, 2015-03 or 2015; null where the article gives none, and where it is the day of publication.</param>
public sealed record ToldMove(
    NameKey Company, ImmutableArray<NameKey> Partners, string Type, string Status, string Sector, double? Amount, string? Currency, string? Date, bool Background, string Evidence)
{
    /// <summary>The words of the evidence, found once.</summary>
    public HashSet<string> EvidenceWords => field ??= [.. Words.Of(Words.Fold(Evidence))];

    /// <summary>The predicate and the confidence of a found row; empty for an annotated one.</summary>
    public string Origin { get; init; } = "";

    /// <summary>The parties in the order in which they are told.</summary>
    public NameKey[] Parties => field ??= [Company, .. Partners];

    /// <summary>A row of sources as it is published, by column.</summary>
    public static ToldMove Of(Func<string, string?> cell, IReadOnlySet<string> ignored)
    {
        var length = cell("date_precision") switch { "month" or "quarter" => 7, "year" => 4, _ => 10 };
        return new(
            NameKey.Of(cell("company") ?? "", ignored), [.. Others(cell).Select(p => NameKey.Of(p, ignored))], cell("type") ?? "", cell("status") ?? "", cell("sector") ?? "",
            cell("amount") is { } amount ? double.Parse(amount, CultureInfo.InvariantCulture) : null, cell("currency"),
            cell("date_basis") != Terms.Of(DateBasis.Published) && cell("date") is { } date ? date[..Math.Min(length, date.Length)] : null,
            cell("background") == "true", cell("evidence") ?? "")
        { Origin = $"{cell("predicate")} {cell("confidence")}" };
    }

    /// <summary>A row of sources before it is published.</summary>
    public static ToldMove Of(Source source, IReadOnlySet<string> ignored)
    {
        var row = new MoveSource("", source);
        return Of(column => Columns.Sources.FirstOrDefault(c => c.Name == column) is { } found ? Cell.Of(found, row) : null, ignored);
    }

    static string[] Others(Func<string, string?> cell) => cell("partners")?.Split(Cell.Separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}

/// <summary>An annotated article: its id, its language, the moves that it tells.</summary>
public sealed record GoldArticle(string Id, string Language, ImmutableArray<ToldMove> Moves)
{
    /// <summary>The articles of a file of JSON Lines; what is not as the annotation format has it is told with its line.</summary>
    public static ImmutableArray<GoldArticle> Read(string path, IReadOnlySet<string> ignored)
    {
        if (!File.Exists(path)) throw new ConfigurationException($"{path}: no such file; pass annotated articles as JSON Lines");
        var articles = ImmutableArray.CreateBuilder<GoldArticle>();
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            try
            {
                using var document = JsonDocument.Parse(line);
                var root = document.RootElement;
                articles.Add(new(Required(root, "id"), Required(root, "lang"), [.. root.GetProperty("moves").EnumerateArray().Select(m => Move(m, ignored))]));
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
            {
                throw new ConfigurationException($"{path}:{number}: not an annotated article with id, lang, text and moves: {e.Message}");
            }
        }
        return articles.ToImmutable();
    }

    static ToldMove Move(JsonElement move, IReadOnlySet<string> ignored) => new(
        NameKey.Of(Required(move, "company"), ignored), move.TryGetProperty("partners", out var partners) && partners.ValueKind == JsonValueKind.Array ? [.. partners.EnumerateArray().Select(p => p.GetString() ?? "").Where(p => p.Length > 0).Select(p => NameKey.Of(p, ignored))] : [],
        Required(move, "type"), Required(move, "status"), Required(move, "sector"), move.TryGetProperty("amount", out var amount) && amount.ValueKind == JsonValueKind.Number ? amount.GetDouble() : null,
        Metadata.Field(move, "currency"), Metadata.Field(move, "date") is { } date ? date[..Math.Min(10, date.Length)] : null,
        move.TryGetProperty("background", out var background) && background.ValueKind == JsonValueKind.True, Metadata.Field(move, "evidence") ?? "");

    static string Required(JsonElement element, string name) => Metadata.Field(element, name) ?? throw new KeyNotFoundException($"'{name}' is missing");
}

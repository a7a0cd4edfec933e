using System.Text.Json;
using System.Text.RegularExpressions;

namespace TechMoves;

/// <summary>One column of a table: its name, Frictionless type and constraints.</summary>
public sealed record ColumnSchema(
    string Name, string Type, bool Required, IReadOnlySet<string>? Allowed, Regex? Pattern, string? Separator,
    string? Minimum = null, string? Maximum = null, int? MaxLength = null, bool Unique = false)
{
    /// <summary>What is wrong with a value of this column, or null; an empty value is a missing one.</summary>
    public string? Fault(string value) => value.Length == 0 ? (Required ? "is missing" : null)
        : Separator is null ? ItemFault(value)
        : IsFree ? null : value.Split(Separator).Select(ItemFault).FirstOrDefault(f => f is not null);

    /// <summary>Whether any value will do.</summary>
    bool IsFree => Type == "string" && Allowed is null && Pattern is null && MaxLength is null && Minimum is null && Maximum is null;

    string? ItemFault(string value) => Type switch
    {
        "integer" when !long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) => $"'{value}' is not an integer",
        "number" when !decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _) => $"'{value}' is not a number",
        "boolean" when value is not ("true" or "false") => $"'{value}' is not true or false",
        "date" when !DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) => $"'{value}' is not a date (yyyy-mm-dd)",
        _ when Allowed is not null && !Allowed.Contains(value) => $"'{value}' is not one of {string.Join(", ", Allowed.Order(StringComparer.Ordinal))}",
        _ when Pattern is not null && !Pattern.IsMatch(value) => $"'{value}' does not match {Pattern}",
        _ when MaxLength < value.Length => $"is longer than {MaxLength} characters",
        _ when Minimum is not null && Compare(value, Minimum) < 0 => $"'{value}' is less than {Minimum}",
        _ when Maximum is not null && Compare(value, Maximum) > 0 => $"'{value}' is more than {Maximum}",
        _ => null,
    };

    // The order of ISO dates is that of their letters.
    int Compare(string value, string bound) => Type is "integer" or "number"
        ? decimal.Parse(value, NumberStyles.Float, CultureInfo.InvariantCulture).CompareTo(decimal.Parse(bound, NumberStyles.Float, CultureInfo.InvariantCulture))
        : string.CompareOrdinal(value, bound);
}

/// <summary>A column whose values stand in a column of another table of the dataset; Table is empty where it is the same one.</summary>
public sealed record ForeignKey(string Column, string Table, string Target);

/// <summary>A Frictionless Table Schema, as far as this project uses it: field types, constraints, list separators, primary and foreign keys.</summary>
public sealed record TableSchema(string Path, IReadOnlyList<ColumnSchema> Columns, IReadOnlyList<string> PrimaryKey, IReadOnlyList<ForeignKey> ForeignKeys)
{
    public static TableSchema Read(string path)
    {
        if (!File.Exists(path)) throw new ConfigurationException($"{path}: schema not found; restore the schemas folder");
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            var root = document.RootElement;
            return new(path, [.. root.GetProperty("fields").EnumerateArray().Select(Column)], Key(root), Foreign(root));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new ConfigurationException($"{path}: not a readable Table Schema: {e.Message}");
        }
    }

    static IReadOnlyList<string> Key(JsonElement root) => !root.TryGetProperty("primaryKey", out var key) ? []
        : key.ValueKind == JsonValueKind.Array ? [.. key.EnumerateArray().Select(k => k.GetString()!)] : [key.GetString()!];

    // Keys of one column: the dataset has no others.
    static IReadOnlyList<ForeignKey> Foreign(JsonElement root) => !root.TryGetProperty("foreignKeys", out var keys) ? []
        : [.. keys.EnumerateArray().Select(k => new ForeignKey(
            k.GetProperty("fields").GetString()!, k.GetProperty("reference").GetProperty("resource").GetString()!, k.GetProperty("reference").GetProperty("fields").GetString()!))];

    static ColumnSchema Column(JsonElement field)
    {
        var constraints = field.TryGetProperty("constraints", out var c) ? c : default;
        // The patterns are the project's own and step through a value; an automaton for each would take longer to build than its table to read.
        JsonElement? Constraint(string name) => constraints.ValueKind == JsonValueKind.Object && constraints.TryGetProperty(name, out var v) ? v : null;
        return new(
            field.GetProperty("name").GetString()!,
            field.TryGetProperty("type", out var type) ? type.GetString()! : "string",
            Constraint("required")?.GetBoolean() ?? false,
            Constraint("enum") is { } allowed ? allowed.EnumerateArray().Select(v => v.GetString()!).ToHashSet(StringComparer.Ordinal) : null,
            Constraint("pattern")?.GetString() is { } pattern ? new Regex($"^(?:{pattern})$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant) : null,
            field.TryGetProperty("separator", out var separator) ? separator.GetString() : null,
            Constraint("minimum")?.ToString(),
            Constraint("maximum")?.ToString(),
            Constraint("maxLength")?.GetInt32(),
            Constraint("unique")?.GetBoolean() ?? false);
    }
}

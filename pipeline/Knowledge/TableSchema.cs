using System.Text.Json;
using System.Text.RegularExpressions;

namespace TechMoves;

/// <summary>One column of a table: its name, Frictionless type and constraints.</summary>
public sealed record ColumnSchema(string Name, string Type, bool Required, IReadOnlySet<string>? Allowed, Regex? Pattern, string? Separator)
{
    /// <summary>What is wrong with a value of this column, or null; an empty value is a missing one.</summary>
    public string? Fault(string value) => value.Length == 0 ? (Required ? "is missing" : null)
        : Separator is { } mark && value.Split(mark).Select(ItemFault).FirstOrDefault(f => f is not null) is { } fault ? fault
        : Separator is null ? ItemFault(value) : null;

    string? ItemFault(string value) => Type switch
    {
        "integer" when !long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) => $"'{value}' is not an integer",
        "number" when !decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _) => $"'{value}' is not a number",
        "boolean" when value is not ("true" or "false") => $"'{value}' is not true or false",
        "date" when !DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) => $"'{value}' is not a date (yyyy-mm-dd)",
        _ when Allowed is not null && !Allowed.Contains(value) => $"'{value}' is not one of {string.Join(", ", Allowed.Order(StringComparer.Ordinal))}",
        _ when Pattern is not null && !Pattern.IsMatch(value) => $"'{value}' does not match {Pattern}",
        _ => null,
    };
}

/// <summary>A Frictionless Table Schema, as far as this project uses it: field types, required, enum, pattern, list separators, primary key.</summary>
public sealed record TableSchema(string Path, IReadOnlyList<ColumnSchema> Columns, IReadOnlyList<string> PrimaryKey)
{
    public static TableSchema Read(string path)
    {
        if (!File.Exists(path)) throw new ConfigurationException($"{path}: schema not found; restore the schemas folder");
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            var root = document.RootElement;
            return new(path, [.. root.GetProperty("fields").EnumerateArray().Select(Column)], Key(root));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new ConfigurationException($"{path}: not a readable Table Schema: {e.Message}");
        }
    }

    static IReadOnlyList<string> Key(JsonElement root) => !root.TryGetProperty("primaryKey", out var key) ? []
        : key.ValueKind == JsonValueKind.Array ? [.. key.EnumerateArray().Select(k => k.GetString()!)] : [key.GetString()!];

    static ColumnSchema Column(JsonElement field)
    {
        var constraints = field.TryGetProperty("constraints", out var c) ? c : default;
        JsonElement? Constraint(string name) => constraints.ValueKind == JsonValueKind.Object && constraints.TryGetProperty(name, out var v) ? v : null;
        return new(
            field.GetProperty("name").GetString()!,
            field.TryGetProperty("type", out var type) ? type.GetString()! : "string",
            Constraint("required")?.GetBoolean() ?? false,
            Constraint("enum") is { } allowed ? allowed.EnumerateArray().Select(v => v.GetString()!).ToHashSet(StringComparer.Ordinal) : null,
            Constraint("pattern")?.GetString() is { } pattern ? new Regex($"^(?:{pattern})$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant) : null,
            field.TryGetProperty("separator", out var separator) ? separator.GetString() : null);
    }
}

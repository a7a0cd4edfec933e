using System.Text.Encodings.Web;
using System.Text.Json;

namespace TechMoves;

/// <summary>The verb mentions: reads texts as JSON Lines and writes the mentions found in each, with offsets in Unicode code points.</summary>
public static class MentionFilter
{
    static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Run(TextReader input, Stream output, Knowledge knowledge)
    {
        for (var number = 1; input.ReadLine() is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            try
            {
                using var document = JsonDocument.Parse(line);
                var root = document.RootElement;
                var text = Metadata.Field(root, "text") ?? "";
                var language = knowledge.LanguageOf(Metadata.Field(root, "language")) ?? knowledge.Guess(text);
                Write(Metadata.Field(root, "id"), text, language is null || text.Length == 0 ? [] : Find(text, Metadata.Day(Metadata.Field(root, "published")), language), output);
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException)
            {
                throw new ConfigurationException($"standard input, line {number}: not a JSON object with id, language, published and text: {e.Message}");
            }
            output.WriteByte((byte)'\n');
        }
    }

    static void Write(string? id, string text, IEnumerable<Mention> mentions, Stream output)
    {
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteStartArray("mentions");
        foreach (var mention in mentions) Write(mention, text, json);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    static IEnumerable<Mention> Find(string text, DateOnly? published, Language language)
    {
        var document = Document.Of(new Article("", "", 0, null, null, language.Code, published, 0, text), language, [.. Lines.Of(text, 0).Select(l => new Block(l.Start, l.End, BlockKind.Body))]);
        foreach (var amount in document.Amounts) yield return amount;
        foreach (var date in document.Dates) yield return date with { First = DateReadings.Of(date, document) };
        for (var n = 0; n < document.Names.Length; n++)
            if (document.EntityOf(n) is { Kind: NameKind.Company } company) yield return new CompanyMention(document.Names[n].Start, document.Names[n].End, company.Name, company.Company?.Id);
    }

    sealed record CompanyMention(int Start, int End, string Name, string? Id) : Mention(Start, End);

    static void Write(Mention mention, string text, Utf8JsonWriter json)
    {
        var start = Points(text, 0, mention.Start);
        json.WriteStartObject();
        json.WriteString("kind", mention switch { AmountMention => "amount", CompanyMention => "company", _ => "date" });
        json.WriteNumber("start", start);
        json.WriteNumber("end", start + Points(text, mention.Start, mention.End));
        json.WriteString("text", text[mention.Start..mention.End]);
        if (mention is AmountMention amount) Write(amount, json);
        if (mention is DateMention date) Write(date, json);
        if (mention is CompanyMention company)
        {
            json.WriteString("name", company.Name);
            json.WriteString("company_id", company.Id);
        }
        json.WriteEndObject();
    }

    static void Write(AmountMention amount, Utf8JsonWriter json)
    {
        json.WriteNumber("amount", amount.Amount);
        if (amount.Max is { } max) json.WriteNumber("amount_max", max);
        else json.WriteNull("amount_max");
        json.WriteString("currency", amount.Currency);
        json.WriteString("qualifier", JsonNamingPolicy.SnakeCaseLower.ConvertName(amount.Qualifier.ToString()));
        json.WriteString("use", JsonNamingPolicy.SnakeCaseLower.ConvertName(amount.Use.ToString()));
    }

    static void Write(DateMention date, Utf8JsonWriter json)
    {
        json.WriteString("date", date.First?.ToString("O", CultureInfo.InvariantCulture));
        json.WriteString("precision", date.Precision is Precision.Half ? "year" : Terms.Of(date.Precision));
        json.WriteString("end_date", date.Last?.ToString("O", CultureInfo.InvariantCulture));
    }

    static int Points(string text, int start, int end)
    {
        var points = end - start;
        for (var i = start + 1; i < end; i++) if (char.IsLowSurrogate(text[i]) && char.IsHighSurrogate(text[i - 1])) points--;
        return points;
    }
}

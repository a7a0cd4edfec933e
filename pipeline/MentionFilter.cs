using System.Text.Encodings.Web;
using System.Text.Json;

namespace TechMoves;

/// <summary>The verb mentions: reads texts as JSON Lines and writes the mentions found in each, with offsets in Unicode code points.</summary>
public static class MentionFilter
{
    static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Run(TextReader input, Stream output, Func<string, Language> language)
    {
        while (input.ReadLine() is { } line)
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            Write(root.GetProperty("id").GetString()!, root.GetProperty("text").GetString()!, language(root.GetProperty("language").GetString()!), output);
            output.WriteByte((byte)'\n');
        }
    }

    static void Write(string id, string text, Language language, Stream output)
    {
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteStartArray("mentions");
        foreach (var mention in Find(text, language)) Write(mention, text, json);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    static IEnumerable<Mention> Find(string text, Language language)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf("\n\n", start, StringComparison.Ordinal) is >= 0 and var at ? at : text.Length;
            var tokens = new List<Token>();
            Tokenizer.Read(text, start, end, language, tokens);
            foreach (var amount in Amounts.Find(text, tokens.ToArray(), language)) yield return amount;
            start = end + 2;
        }
    }

    static void Write(Mention mention, string text, Utf8JsonWriter json)
    {
        var start = Points(text, 0, mention.Start);
        json.WriteStartObject();
        json.WriteString("kind", mention switch { AmountMention => "amount", PercentMention => "percent", _ => "date" });
        json.WriteNumber("start", start);
        json.WriteNumber("end", start + Points(text, mention.Start, mention.End));
        json.WriteString("text", text[mention.Start..mention.End]);
        if (mention is AmountMention amount) Write(amount, json);
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

    static int Points(string text, int start, int end)
    {
        var points = end - start;
        for (var i = start + 1; i < end; i++) if (char.IsLowSurrogate(text[i]) && char.IsHighSurrogate(text[i - 1])) points--;
        return points;
    }
}

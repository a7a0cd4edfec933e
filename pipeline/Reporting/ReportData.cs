using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace TechMoves;

/// <summary>The data of the page as JSON in script elements that no browser runs: first what the table needs, then, in blocks that are read when a move is opened, its sources and their texts.</summary>
sealed class ReportData(ReportDataset dataset, FrozenDictionary<string, string> texts, Settings settings)
{
    const int MovesPerBlock = 100, TextsPerBlock = 50;

    /// <summary>What a source row takes over from its article.</summary>
    static readonly string[] ArticleColumns = ["outlet", "language", "published", "title", "url", "path", "line", "text_sha256"];

    // Signs that mean something in HTML are escaped, so that no value can end its element.
    static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    readonly FrozenDictionary<string, int> _numbers = texts.Keys.Order(StringComparer.Ordinal).Select((hash, i) => (hash, i)).ToFrozenDictionary(p => p.hash, p => p.i, StringComparer.Ordinal);

    public void WriteMoves(Stream stream, ImmutableArray<InterfaceTexts> interfaces)
    {
        Block(stream, "interface", json =>
        {
            json.WriteStartObject();
            foreach (var (language, texts) in interfaces)
            {
                json.WriteStartObject(language);
                foreach (var (key, text) in texts) json.WriteString(key, text);
                json.WriteEndObject();
            }
            json.WriteEndObject();
        });
        Block(stream, "moves", json =>
        {
            json.WriteStartObject();
            json.WriteNumber("all", dataset.AllMoves);
            json.WriteNumber("articles", dataset.Hashes.Count);
            json.WriteNumber("texts", texts.Count);
            json.WriteNumber("movesPerBlock", MovesPerBlock);
            json.WriteNumber("textsPerBlock", TextsPerBlock);
            Names(json, "columns", dataset.MoveColumns);
            Names(json, "sourceColumns", [.. dataset.SourceColumns, .. ArticleColumns.Select(c => "article_" + c), "text"]);
            Names(json, "issueColumns", dataset.IssueColumns);
            WriteTerms(json);
            json.WritePropertyName("rows");
            Rows(json, dataset.Moves);
            json.WriteStartArray("issues");
            foreach (var move in dataset.Moves) json.WriteNumberValue(dataset.Issues[move["move_id"]!].Count());
            json.WriteEndArray();
            json.WritePropertyName("counts");
            using (var counts = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(settings.Out, "report.json")))) counts.RootElement.WriteTo(json);
            json.WriteEndObject();
        });
    }

    public void WriteDetails(Stream stream)
    {
        foreach (var (block, moves) in dataset.Moves.Chunk(MovesPerBlock).Index()) Block(stream, $"sources-{block}", json => WriteSources(json, moves));
        foreach (var (block, hashes) in _numbers.Keys.Order(StringComparer.Ordinal).Chunk(TextsPerBlock).Index())
            Block(stream, $"texts-{block}", json =>
            {
                json.WriteStartArray();
                foreach (var hash in hashes) json.WriteStringValue(texts[hash]);
                json.WriteEndArray();
            });
    }

    void WriteSources(Utf8JsonWriter json, CellRow[] moves)
    {
        json.WriteStartArray();
        foreach (var id in moves.Select(m => m["move_id"]!))
        {
            json.WriteStartArray();
            json.WriteStartArray();
            foreach (var source in dataset.Sources[id]) WriteSource(json, source);
            json.WriteEndArray();
            Rows(json, dataset.Issues[id]);
            json.WriteEndArray();
        }
        json.WriteEndArray();
    }

    void WriteSource(Utf8JsonWriter json, CellRow source)
    {
        json.WriteStartArray();
        foreach (var cell in source.Cells) json.WriteStringValue(cell);
        var article = dataset.Articles.GetValueOrDefault(source["article_id"]!);
        foreach (var column in ArticleColumns) json.WriteStringValue(article.Cells is null ? null : article[column]);
        if (article.Cells is not null && article["text_sha256"] is { } hash && _numbers.TryGetValue(hash, out var number)) json.WriteNumberValue(number);
        else json.WriteNullValue();
        json.WriteEndArray();
    }

    /// <summary>The closed lists, in the order of the schema that was published with the dataset.</summary>
    void WriteTerms(Utf8JsonWriter json)
    {
        json.WriteStartObject("terms");
        using var schema = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(settings.Out, "schemas", "moves.json")));
        foreach (var field in schema.RootElement.GetProperty("fields").EnumerateArray())
            if (field.TryGetProperty("constraints", out var constraints) && constraints.TryGetProperty("enum", out var terms))
                Names(json, field.GetProperty("name").GetString()!, [.. terms.EnumerateArray().Select(t => t.GetString()!)]);
        json.WriteEndObject();
    }

    static void Names(Utf8JsonWriter json, string name, IReadOnlyList<string> names)
    {
        json.WriteStartArray(name);
        foreach (var text in names) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    static void Rows(Utf8JsonWriter json, IEnumerable<CellRow> rows)
    {
        json.WriteStartArray();
        foreach (var row in rows)
        {
            json.WriteStartArray();
            foreach (var cell in row.Cells) json.WriteStringValue(cell);
            json.WriteEndArray();
        }
        json.WriteEndArray();
    }

    static void Block(Stream stream, string id, Action<Utf8JsonWriter> write)
    {
        stream.Write(Encoding.UTF8.GetBytes($"<script type=\"application/json\" id=\"{id}\">"));
        using (var json = new Utf8JsonWriter(stream, Options)) write(json);
        stream.Write("</script>\n"u8);
    }
}

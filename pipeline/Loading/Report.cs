namespace TechMoves;

/// <summary>The counts of a dataset, report.json. It holds no time of day, so that equal datasets have equal reports.</summary>
public static class Report
{
    /// <summary>The groups of counts, in their order.</summary>
    public static readonly ImmutableArray<string> Groups =
        ["articles_by_outcome", "articles_by_reason", "rejected_by_reason", "articles_by_language", "articles_by_outlet", "moves_by_type", "moves_by_status", "issues_by_rule", "changes_by_kind", "ids_by_state"];

    public static byte[] Of(Counts counts, string version)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("schema_version", version);
            json.WriteNumber("articles_in", counts.Articles);
            json.WriteStartObject("rows_out");
            foreach (var table in Contract.Tables) json.WriteNumber(table, counts[table]);
            json.WriteEndObject();
            foreach (var group in Groups)
            {
                json.WriteStartObject(group);
                foreach (var (value, count) in counts.By(group)) json.WriteNumber(value, count);
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }
        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }
}

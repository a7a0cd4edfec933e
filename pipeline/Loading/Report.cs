namespace TechMoves;

/// <summary>The counts of a dataset, report.json: what came in, what went out, and why. It holds no time of day, so that equal datasets have equal reports.</summary>
public static class Report
{
    public static byte[] Of(Dataset dataset, string version)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("schema_version", version);
            json.WriteNumber("articles_in", dataset.Articles.Length);
            json.WriteStartObject("rows_out");
            foreach (var sheet in Sheet.All(dataset)) json.WriteNumber(sheet.Name, sheet.Count);
            json.WriteEndObject();
            Count(json, "articles_by_outcome", dataset.Articles.Select(a => Terms.Of(a.Outcome)));
            Count(json, "articles_by_reason", dataset.Articles.Where(a => a.Reason is not null).Select(a => a.Reason));
            Count(json, "rejected_by_reason", dataset.Articles.Where(a => a.Outcome == Outcome.Rejected).Select(a => a.Reason));
            Count(json, "articles_by_language", dataset.Articles.Select(a => a.Language));
            Count(json, "articles_by_outlet", dataset.Articles.Select(a => a.Outlet));
            Count(json, "moves_by_type", dataset.Moves.Select(m => Terms.Of(m.Facts.Type)));
            Count(json, "moves_by_status", dataset.Moves.Select(m => Terms.Of(m.Facts.Status)));
            Count(json, "issues_by_rule", dataset.Issues.Select(i => i.Rule));
            Count(json, "changes_by_kind", dataset.Changes.Select(c => Terms.Of(c.Kind)));
            json.WriteEndObject();
        }
        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    /// <summary>Counts in ordinal order of the names; what has no name is counted as (none).</summary>
    static void Count(Utf8JsonWriter json, string name, IEnumerable<string?> values)
    {
        json.WriteStartObject(name);
        foreach (var (value, count) in values.CountBy(v => v ?? "(none)", StringComparer.Ordinal).OrderBy(c => c.Key, StringComparer.Ordinal)) json.WriteNumber(value, count);
        json.WriteEndObject();
    }
}

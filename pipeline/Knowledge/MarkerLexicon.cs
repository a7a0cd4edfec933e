namespace TechMoves;

/// <summary>A line of markers.csv: words that shift the status of the moves of their clause or sentence.</summary>
public sealed record Marker(string Phrase, Status? Status, StatusDetail? Detail, Asserter? Asserter, bool IsWide);

/// <summary>A line of attributions.csv: who vouches for a statement; IsOutlet where the phrase itself shows that a newspaper or agency does.</summary>
public readonly record struct Attribution(Asserter Asserter, bool IsOutlet);

/// <summary>The words around a predicate that tell how sure, how far and how old it is.</summary>
public sealed class MarkerLexicon
{
    readonly FrozenSet<string> _limits;

    MarkerLexicon(string folder, string schemas, Language language)
    {
        foreach (var row in Read("markers"))
            Markers.Add(row["phrase"], language, new(
                row["phrase"], row.Optional("status") is { } status ? Terms.Read<Status>(status) : null, row.Optional("detail") is { } detail ? Terms.Read<StatusDetail>(detail) : null,
                row.Optional("asserter") is { } asserter ? Terms.Read<Asserter>(asserter) : null, row["scope"] == "sentence"));
        foreach (var row in Read("attributions")) Attributions.Add(row["phrase"], language, row["asserter"] == "outlet" ? new(Asserter.NamedSource, true) : new(Terms.Read<Asserter>(row["asserter"]), false));
        foreach (var row in Read("background")) Times.Add(row["phrase"], language, row["kind"] == "past");
        _limits = Read("limits").Select(r => r["preposition"]).ToFrozenSet(StringComparer.Ordinal);

        List<TableRow> Read(string table) => Table.Read(Path.Combine(folder, table + ".csv"), schemas);
    }

    public Phrases<Marker> Markers { get; } = new();

    /// <summary>Phrases that say who says it: selon, according to.</summary>
    public Phrases<Attribution> Attributions { get; } = new();

    /// <summary>Phrases that show an older move (true) or today's news (false).</summary>
    public Phrases<bool> Times { get; } = new();

    public static MarkerLexicon Read(string folder, string schemas, Language language) => new(folder, schemas, language);

    /// <summary>Whether a preposition makes a date a limit, not the day of the move: d'ici, by.</summary>
    public bool IsLimit(string preposition) => _limits.Contains(preposition);
}

namespace TechMoves;

/// <summary>What the page says, by language and key: data/languages/CODE/interface.csv.</summary>
sealed record InterfaceTexts(string Language, ImmutableArray<KeyValuePair<string, string>> Texts)
{
    public static ImmutableArray<InterfaceTexts> Read(string data, string schemas)
    {
        var folder = Path.Combine(data, "languages");
        if (!Directory.Exists(folder)) throw new ConfigurationException($"{folder}: no such folder; restore the data folder or set TECHMOVES_Data");
        return [.. Directory.GetDirectories(folder).Order(StringComparer.Ordinal).Select(f => new InterfaceTexts(
            Path.GetFileName(f), [.. Table.Read(Path.Combine(f, "interface.csv"), schemas).Select(r => KeyValuePair.Create(r["key"], r["text"]))]))];
    }
}

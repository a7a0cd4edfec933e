namespace TechMoves;

/// <summary>What a report holds: moves of all there are, and articles of which the text was found.</summary>
public sealed record ReportSummary(int Moves, int AllMoves, int Articles, int Texts);

/// <summary>Writes a published dataset and the texts of its articles as one HTML page. Equal datasets and texts give equal bytes.</summary>
public static class HtmlReport
{
    /// <param name="most">How many moves the page holds at most: the latest.</param>
    public static ReportSummary Write(Settings settings, string file, int most, bool withTexts)
    {
        if (!File.Exists(Path.Combine(settings.Out, "datapackage.json")))
            throw new ConfigurationException($"{settings.Out}: no dataset; run 'techmoves run' first, or name its folder with --out");
        var dataset = ReportDataset.Read(settings.Out, most);
        var interfaces = InterfaceTexts.Read(settings.Data, settings.Schemas);
        var texts = withTexts ? ArticleTexts.Of(dataset.Hashes, settings) : FrozenDictionary<string, string>.Empty;
        Save(file, stream => ReportPage.Write(stream, interfaces, new ReportData(dataset, texts, settings)));
        return new(dataset.Moves.Length, dataset.AllMoves, dataset.Hashes.Count, texts.Count);
    }

    // A page is whole or is not there.
    static void Save(string file, Action<Stream> write)
    {
        if (Directory.Exists(file)) throw new ConfigurationException($"{file}: is a folder; name a file for the report");
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder) Directory.CreateDirectory(folder);
        using (var stream = new FileStream(file + ".tmp", FileMode.Create, FileAccess.Write)) write(stream);
        File.Move(file + ".tmp", file, overwrite: true);
    }
}

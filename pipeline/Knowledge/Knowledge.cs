namespace TechMoves;

/// <summary>Everything that the program knows of the world and of languages: data/, loaded once, immutable, shared by all threads.</summary>
public sealed class Knowledge
{
    Knowledge(string data, string schemas)
    {
        World = World.Read(data, schemas);
        PageCues = PageCues.Read(data, schemas);
        var folder = Path.Combine(data, "languages");
        if (!Directory.Exists(folder)) throw new ConfigurationException($"{folder}: no such folder; restore the data folder or set TECHMOVES_Data");
        Languages = [.. Directory.GetDirectories(folder).Order(StringComparer.Ordinal).AsParallel().AsOrdered().Select(f => Language.Read(f, schemas, World))];
    }

    public World World { get; }

    /// <summary>The names by which the parts of a page are known.</summary>
    public PageCues PageCues { get; }

    public ImmutableArray<Language> Languages { get; }

    public static Knowledge Read(string data, string schemas) => new(data, schemas);

    public Language? LanguageOf(string? code) => code is null ? null : Languages.FirstOrDefault(l => code.StartsWith(l.Code, StringComparison.OrdinalIgnoreCase) && (code.Length == l.Code.Length || code[l.Code.Length] is '-' or '_'));

    /// <summary>The language whose function words fill most of the text, or null where none is plain.</summary>
    public Language? Guess(string text)
    {
        var scores = Languages.Select(l => (Language: l, Share: l.ShareOfFunctionWords(text.AsSpan(0, Math.Min(text.Length, 4000))))).OrderByDescending(s => s.Share).ToList();
        return scores is [{ Share: >= 0.15 } best, ..] && (scores.Count == 1 || best.Share >= scores[1].Share * 1.5) ? best.Language : null;
    }
}

namespace TechMoves;

/// <summary>What a boilerplate phrase spoils: its own block, or all that follows too.</summary>
public enum BoilerplateScope : byte { Block, Rest }

/// <summary>The phrases by which share rows, related links, newsletter boxes and cookie notices are known (boilerplate.csv).</summary>
public sealed class Boilerplate
{
    readonly (string Phrase, bool Start, BoilerplateScope Scope)[] _phrases;

    Boilerplate(IEnumerable<TableRow> rows) =>
        _phrases = [.. rows.Select(r => (r["phrase"], r["where"] == "start", Terms.Read<BoilerplateScope>(r["scope"])))];

    public static Boilerplate Read(string folder, string schemas) => new(Table.Read(Path.Combine(folder, "boilerplate.csv"), schemas));

    /// <summary>The scope of the first phrase that the block shows, or null. Only late in the text does a phrase spoil the rest.</summary>
    public BoilerplateScope? Find(ReadOnlySpan<char> block, bool late)
    {
        // A long paragraph that holds such a phrase somewhere is still a paragraph.
        var head = block[..Math.Min(block.Length, 160)];
        foreach (var (phrase, start, scope) in _phrases)
            if (start ? head.TrimStart(">«\"•-– *").StartsWith(phrase, StringComparison.OrdinalIgnoreCase) : block.Length <= 400 && head.Contains(phrase, StringComparison.OrdinalIgnoreCase))
                return scope == BoilerplateScope.Rest && !late ? BoilerplateScope.Block : scope;
        return null;
    }
}

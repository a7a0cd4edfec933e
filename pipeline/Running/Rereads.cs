namespace TechMoves;

/// <summary>Which night read a file last: what could not be read in it before that counts no more.</summary>
public sealed class Rereads
{
    readonly Dictionary<string, int> _lastRead = new(StringComparer.Ordinal);

    /// <summary>The readings of all nights up to this one.</summary>
    public Rereads(State state, int upTo = int.MaxValue)
    {
        foreach (var plan in state.Plans.Where(p => p.Number <= upTo))
            foreach (var file in plan.Shards.SelectMany(s => s.Files)) _lastRead[file.Name] = plan.Number;
    }

    /// <summary>Whether what was found at this path in that night was read again later.</summary>
    public bool After(int night, string path) =>
        _lastRead.TryGetValue(path, out var last) || path.LastIndexOf('@') is > 0 and var mark && _lastRead.TryGetValue(path[..mark], out last) ? last > night : false;
}

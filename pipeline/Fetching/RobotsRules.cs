namespace TechMoves;

/// <summary>What a site's robots.txt allows to one program (RFC 9309): of the rules that fit a path the longest counts, of equals the allowing one.</summary>
public sealed record RobotsRules(ImmutableArray<(string Path, bool Allow)> Rules, TimeSpan? CrawlDelay)
{
    const int Largest = 512 * 1024;

    public static readonly RobotsRules AllowAll = new([], null), DisallowAll = new([("/", false)], null);

    /// <summary>The rules for a program of this name; where none are, those for all.</summary>
    public static RobotsRules Read(ReadOnlySpan<byte> file, string program)
    {
        var text = Charsets.Decode(file[..Math.Min(file.Length, Largest)], null);
        var groups = new Dictionary<string, Group>(StringComparer.OrdinalIgnoreCase);
        List<Group> open = [];
        var isNaming = false;
        foreach (var line in text.Split('\n', '\r'))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0) continue;
            var (key, value) = (line[..colon].Trim(), line[(colon + 1)..].Split('#')[0].Trim());
            if (key.Equals("user-agent", StringComparison.OrdinalIgnoreCase))
            {
                // Several names before the rules share them; a name given again adds to its rules.
                if (!isNaming) open.Clear();
                isNaming = true;
                if (!groups.TryGetValue(value, out var group)) groups[value] = group = new();
                open.Add(group);
                continue;
            }
            isNaming = false;
            foreach (var group in open) group.Add(key, value);
        }
        var own = groups.Where(g => g.Key != "*" && g.Key.Length > 0 && program.StartsWith(g.Key, StringComparison.OrdinalIgnoreCase)).OrderByDescending(g => g.Key.Length).Select(g => g.Value).FirstOrDefault();
        return (own ?? groups.GetValueOrDefault("*")) is { } told ? new([.. told.Rules], told.Delay) : AllowAll;
    }

    public bool Allows(Uri url)
    {
        var path = url.PathAndQuery;
        var (length, allow) = (-1, true);
        foreach (var (rule, allows) in Rules)
            if (rule.Length >= length && Fits(rule, path) && (rule.Length > length || allows)) (length, allow) = (rule.Length, allows);
        return allow;
    }

    /// <summary>Whether a path begins as the rule says; * stands for any characters, $ at its end for the end.</summary>
    static bool Fits(string rule, string path)
    {
        var isWhole = rule.EndsWith('$');
        var parts = (isWhole ? rule[..^1] : rule).Split('*');
        if (!path.StartsWith(parts[0], StringComparison.Ordinal)) return false;
        var at = parts[0].Length;
        for (var i = 1; i < parts.Length; i++)
        {
            var isLast = isWhole && i == parts.Length - 1;
            var found = isLast ? (path.EndsWith(parts[i], StringComparison.Ordinal) ? path.Length - parts[i].Length : -1) : path.IndexOf(parts[i], at, StringComparison.Ordinal);
            if (found < at) return false;
            at = found + parts[i].Length;
        }
        return !isWhole || at == path.Length;
    }

    sealed class Group
    {
        public List<(string, bool)> Rules { get; } = [];

        public TimeSpan? Delay { get; private set; }

        public void Add(string key, string value)
        {
            var allows = key.Equals("allow", StringComparison.OrdinalIgnoreCase);
            if ((allows || key.Equals("disallow", StringComparison.OrdinalIgnoreCase)) && value.Length > 0 && Rules.Count < 10_000) Rules.Add((value, allows));
            if (key.Equals("crawl-delay", StringComparison.OrdinalIgnoreCase) && double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)) Delay = TimeSpan.FromSeconds(Math.Min(seconds, 60));
        }
    }
}

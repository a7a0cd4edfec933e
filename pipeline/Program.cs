using TechMoves;

var root = AppContext.BaseDirectory;
var world = World.Read(Path.Combine(root, "data"), Path.Combine(root, "schemas"));
if (args is ["mentions"])
{
    var languages = new Dictionary<string, Language>(StringComparer.Ordinal);
    using var output = Console.OpenStandardOutput();
    MentionFilter.Run(Console.In, output, code => languages.TryGetValue(code, out var known) ? known
        : languages[code] = Language.Read(Path.Combine(root, "data", "languages", code), Path.Combine(root, "schemas"), world));
}

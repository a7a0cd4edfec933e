namespace TechMoves.Tests;

/// <summary>Files that the tests write anew where TECHMOVES_GOLDEN=write is set, and compare otherwise.</summary>
static class Golden
{
    static bool IsWriting => Environment.GetEnvironmentVariable("TECHMOVES_GOLDEN") == "write";

    /// <summary>The whole file.</summary>
    public static void IsFile(string path, string text)
    {
        if (IsWriting)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }
        Assert.That(File.Exists(path) ? File.ReadAllText(path) : "", Is.EqualTo(text), $"{Path.GetRelativePath(Repository.Root, path)} is stale: run make golden and review the diff");
    }

    /// <summary>What stands between the marks &lt;!-- name... --&gt; and &lt;!-- /name --&gt; of a file.</summary>
    public static void IsSection(string path, string name, string text)
    {
        var document = File.ReadAllText(path);
        var start = document.IndexOf('\n', document.IndexOf($"<!-- {name}", StringComparison.Ordinal)) + 1;
        var end = document.IndexOf($"<!-- /{name} -->", start, StringComparison.Ordinal);
        IsFile(path, document[..start] + text + document[end..]);
    }
}

using NUnit.Framework;

namespace TechMoves.Tests;

/// <summary>Where the files of the repository lie, seen from the test run.</summary>
static class Repository
{
    public static readonly string Root = Find(AppContext.BaseDirectory);

    public static string Schemas => Path.Combine(Root, "schemas");

    public static string Data => Path.Combine(Root, "data");

    public static string Tests => Path.Combine(Root, "tests");

    /// <summary>An empty folder of this test run.</summary>
    public static string Scratch(string name)
    {
        var folder = Path.Combine(TestContext.CurrentContext.WorkDirectory, "scratch", name);
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        return folder;
    }

    /// <summary>Skips the test where a tool is missing; where nothing may be skipped (CI=true) it fails.</summary>
    public static void Missing(string what)
    {
        if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail(what);
        Assert.Ignore(what);
    }

    static string Find(string folder) => File.Exists(Path.Combine(folder, "Pipeline.sln")) ? folder
        : Path.GetDirectoryName(folder) is { } parent ? Find(parent) : throw new DirectoryNotFoundException("Pipeline.sln is in no folder above the tests");
}

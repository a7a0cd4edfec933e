using System.Diagnostics;

namespace TechMoves.Tests;

/// <summary>The built program, run as a user runs it: what it wrote, what it complained of, how it ended.</summary>
sealed record Techmoves(int Code, string Output, string Errors)
{
    public static Techmoves Run(params string[] arguments) => Run([], "", arguments);

    public static Techmoves Run((string Name, string Value)[] environment, string input, params string[] arguments) => RunAt(AppContext.BaseDirectory, environment, input, arguments);

    /// <summary>Runs the program that lies in this folder.</summary>
    public static Techmoves RunAt(string folder, (string Name, string Value)[] environment, string input, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(folder, "techmoves.dll"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        return new(process.ExitCode, output.Result, errors.Result);
    }
}

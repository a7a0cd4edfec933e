using System.Diagnostics;

namespace TechMoves.Benchmarks;

/// <summary>What a run of the program took.</summary>
sealed record Measured(double Seconds, double ProcessorSeconds, long PeakBytes)
{
    /// <summary>Runs a program of dotnet to its end; what it prints is dropped.</summary>
    public static Measured Run(string program, string root, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. arguments, "--quiet", "--out", Path.Combine(root, "out")]);
        start.Environment["TECHMOVES_State"] = Path.Combine(root, "state");
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var (peak, processor) = (0L, 0.0);
        while (!process.WaitForExit(10))
        {
            process.Refresh();
            try
            {
                (peak, processor) = (Math.Max(peak, process.PeakWorkingSet64), process.TotalProcessorTime.TotalSeconds);
            }
            catch (InvalidOperationException)
            {
            }
        }
        return process.ExitCode == 0 ? new(clock.Elapsed.TotalSeconds, processor, peak) : throw new InvalidOperationException($"{string.Join(' ', start.ArgumentList)} ended with {process.ExitCode}");
    }
}

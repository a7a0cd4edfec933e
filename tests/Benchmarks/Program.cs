using BenchmarkDotNet.Running;
using TechMoves.Benchmarks;

// Without arguments the table of targets and measured figures; "parts" measures each layer alone.
if (args is ["parts"]) BenchmarkRunner.Run<Parts>();
else Targets.Write(Console.Out);

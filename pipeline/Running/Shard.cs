namespace TechMoves;

/// <summary>One of the shards of a plan: 0/64 to 63/64.</summary>
public sealed record Shard(int Index, int Count)
{
    /// <summary>Where the job arrays of Slurm, Kubernetes and AWS Batch tell a task its index.</summary>
    static readonly ImmutableArray<string> Variables = ["SLURM_ARRAY_TASK_ID", "JOB_COMPLETION_INDEX", "AWS_BATCH_JOB_ARRAY_INDEX"];

    /// <summary>I/N as it is given, or N alone, and I from the variable of the engine.</summary>
    public static Shard Read(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var variable = Variables.FirstOrDefault(v => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(v)));
        var index = slash >= 0 ? text[..slash] : variable is not null ? Environment.GetEnvironmentVariable(variable)
            : throw new ConfigurationException($"--shard {text}: which one? Pass I/{text}, or let the engine set {string.Join(", ", Variables)}");
        return int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && i < count
            ? new(i, count)
            : throw new ConfigurationException(slash >= 0 ? $"--shard {text}: must be I/N, I from 0 to N - 1" : $"--shard {text} with {variable}={index}: the index must be a number from 0 to {text} - 1");
    }

    /// <summary>Numbers in the notation of job arrays: 3,7-9.</summary>
    public static string Ranges(IEnumerable<int> numbers)
    {
        var ranges = new List<(int First, int Last)>();
        foreach (var number in numbers.Order())
            if (ranges is [.., var last] && last.Last == number - 1) ranges[^1] = (last.First, number);
            else ranges.Add((number, number));
        return string.Join(',', ranges.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.First}{(r.Last > r.First ? $"-{r.Last}" : "")}")));
    }
}

namespace TechMoves;

/// <summary>Tells on standard error how many records are done, every few seconds; silent if quiet.</summary>
public sealed class Progress(bool quiet)
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    readonly System.Diagnostics.Stopwatch _watch = System.Diagnostics.Stopwatch.StartNew();
    TimeSpan _next = Pause;
    long _count;

    /// <summary>The same records, counted as they pass.</summary>
    public IEnumerable<T> Counted<T>(IEnumerable<T> records)
    {
        foreach (var record in records)
        {
            Step();
            yield return record;
        }
        Done();
    }

    void Step()
    {
        _count++;
        if (quiet || _watch.Elapsed < _next) return;
        _next = _watch.Elapsed + Pause;
        Tell();
    }

    void Done()
    {
        if (!quiet && _next > Pause) Tell();
    }

    void Tell() => Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_count} records, {_count / Math.Max(_watch.Elapsed.TotalSeconds, 0.001):0} a second"));
}

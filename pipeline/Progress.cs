using Spectre.Console;

namespace TechMoves;

/// <summary>Tells on standard error how a run gets on: a bar on a terminal, else a line every few seconds; nothing if quiet.</summary>
public sealed class Progress(bool quiet) : IDisposable
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(5), Frame = TimeSpan.FromMilliseconds(200);

    readonly System.Diagnostics.Stopwatch _watch = System.Diagnostics.Stopwatch.StartNew();
    readonly CancellationTokenSource _end = new();
    Task? _display;
    long _records, _expected, _weight, _allWeight, _doneWeight, _before;

    /// <summary>How many records have passed.</summary>
    public long Records => Interlocked.Read(ref _records);

    public TimeSpan Elapsed => _watch.Elapsed;

    /// <summary>The work ahead, in whatever unit the shares of it are counted.</summary>
    public void Expect(long weight)
    {
        _allWeight += weight;
        if (!quiet) _display ??= Task.Run(Display);
    }

    /// <summary>The same records, counted as they pass: so many are expected, and they are this much of the work.</summary>
    public IEnumerable<T> Counted<T>(IEnumerable<T> records, long expected = 0, long weight = 0)
    {
        (_before, _expected, _weight) = (Records, expected, weight);
        foreach (var record in records)
        {
            Interlocked.Increment(ref _records);
            yield return record;
        }
        _doneWeight += weight;
        (_expected, _weight) = (0, 0);
    }

    public void Dispose()
    {
        _end.Cancel();
        _display?.Wait();
        _end.Dispose();
    }

    async Task Display()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        if (Console.IsErrorRedirected || !console.Profile.Capabilities.Interactive)
        {
            while (await Sleep(Pause))
                if (Records > 0) Console.Error.WriteLine(Line());
            return;
        }
        await console.Progress().AutoClear(true).Columns(new ProgressBarColumn(), new PercentageColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }).StartAsync(async context =>
        {
            var bar = context.AddTask("articles");
            do (bar.Value, bar.Description) = (100 * Done, Line());
            while (await Sleep(Frame));
        });
    }

    double Done => _allWeight == 0 ? 0 : Math.Min(1, (_doneWeight + _weight * (_expected == 0 ? 0 : Math.Min(1, (Records - _before) / (double)_expected))) / _allWeight);

    string Line()
    {
        var left = Done is > 0.01 and var done ? $", {TimeSpan.FromSeconds(Math.Round(Elapsed.TotalSeconds * (1 - done) / done)):c} left" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{Records:N0} articles, {Records / Math.Max(Elapsed.TotalSeconds, 0.001):N0} a second, {Done:P0} done{left}");
    }

    async Task<bool> Sleep(TimeSpan time)
    {
        await Task.Delay(time, _end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !_end.IsCancellationRequested;
    }
}

using System.Runtime.ExceptionServices;

namespace TechMoves;

/// <summary>Does buckets side by side; what fails in one is thrown as it was.</summary>
public static class Each
{
    public static void Of(int count, int threads, Action<int> work)
    {
        if (count == 1 || threads == 1)
        {
            for (var i = 0; i < count; i++) work(i);
            return;
        }
        try
        {
            Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = threads }, work);
        }
        catch (AggregateException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }
    }

    /// <summary>Does works of different kinds side by side, each on a thread of its own: they wait for others in between.</summary>
    public static void Beside(int threads, params ReadOnlySpan<Action> works)
    {
        if (threads == 1)
        {
            foreach (var work in works) work();
            return;
        }
        var tasks = new List<Task>();
        foreach (var work in works) tasks.Add(Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default));
        Task.WhenAll(tasks).GetAwaiter().GetResult();
    }

    /// <summary>Makes one bucket while the one before is used; they are used in their order.</summary>
    public static void InOrder<T>(int count, int threads, Func<int, T> make, Action<T> use)
    {
        if (count == 1 || threads == 1)
        {
            for (var i = 0; i < count; i++) use(make(i));
            return;
        }
        var next = Task.Run(() => make(0));
        for (var i = 0; i < count; i++)
        {
            var made = next.GetAwaiter().GetResult();
            var after = i + 1;
            if (after < count) next = Task.Run(() => make(after));
            use(made);
        }
    }
}

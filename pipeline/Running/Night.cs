namespace TechMoves;

/// <summary>A run at work: its settings, the state that it works on, its program, its log, and the tables, which are read when they are first needed.</summary>
public sealed class Night : IDisposable
{
    readonly Lazy<Knowledge> _knowledge;
    readonly IDisposable? _lock;
    readonly HashSet<string> _mended = new(StringComparer.Ordinal);
    readonly DateTimeOffset _begun;

    Night(Settings settings, IDisposable? held)
    {
        (Settings, State, Program, _lock, _begun) = (settings, State.Of(settings), Fingerprint.OfParts(settings), held, Clock.GetUtcNow());
        _knowledge = new(() => Knowledge.Read(settings.Data, settings.Schemas));
        Log = new(State, Clock);
    }

    /// <summary>For the log and the history alone: nothing in a dataset hangs on the time.</summary>
    static TimeProvider Clock => TimeProvider.System;

    public Settings Settings { get; }

    public State State { get; }

    /// <summary>The fingerprint of program, tables and settings.</summary>
    public string Program { get; }

    public RunLog Log { get; }

    public Knowledge Knowledge => _knowledge.Value;

    /// <summary>A run that plans or publishes: no other may at the same time.</summary>
    public static Night Begin(Settings settings, bool readsInbox)
    {
        Swap.Refuse(Path.GetFullPath(settings.Out));
        if (readsInbox && Inbox.IsEmpty(settings.Articles) && State.Of(settings).Plans.IsEmpty)
            throw new ConfigurationException($"{settings.Articles}: holds no articles, and none were read before; nothing is published");
        return new(settings, RunLock.Take(State.Of(settings)));
    }

    /// <summary>One of many processes that make parts of a plan.</summary>
    public static Night Join(Settings settings) => new(settings, null);

    /// <summary>The first night that is planned by this program and not done.</summary>
    public Plan? OpenPlan() => State.Open(Program);

    /// <summary>Plans what is new, in so many shards (0: by its size); null if nothing is.</summary>
    public Plan? NewPlan(int shards)
    {
        if (Plan.Next(State, Settings, Program, shards) is not { } plan) return null;
        _ = Knowledge; // a broken table is told before anything is planned
        State.Add(plan);
        Log.Tell("plan", ("night", plan.Number), ("full", plan.Full), ("shards", plan.Shards.Length), ("files", plan.Shards.Sum(s => s.Files.Length)), ("archived", plan.Shards.Sum(s => s.Archived.Length)),
            ("program", plan.Program), ("articles", Settings.Articles), ("out", Settings.Out), ("scope", Settings.Scope), ("threshold", Settings.Threshold), ("threads", Settings.Threads));
        return plan;
    }

    /// <summary>The plan to which a shard belongs: the one that is not done, else the last; it must have as many shards.</summary>
    public Plan PlanOf(Shard? shard)
    {
        var plan = LastPlan() ?? throw new ConfigurationException($"{State.Folder}: holds no plan of this program, these tables and settings; run 'techmoves plan --shards N' first");
        return shard is null || shard.Count == plan.Shards.Length ? plan
            : throw new ConfigurationException($"--shard {shard.Index}/{shard.Count}: the plan of night {plan.Number:0000} has {plan.Shards.Length} shards; 'techmoves missing' lists those to do");
    }

    /// <summary>The shards that have no valid part.</summary>
    public IEnumerable<Shard> Missing() => LastPlan() is { } plan
        ? Enumerable.Range(0, plan.Shards.Length).Where(shard => !PartFile.IsWhole(State.Sources(plan, shard))).Select(shard => new Shard(shard, plan.Shards.Length)) : [];

    /// <summary>Removes a corrupt part, that it be made anew; once, for a disk that spoils it again spoils it always.</summary>
    public bool Mends(CorruptPartException fault)
    {
        if (!_mended.Add(fault.Path) || !State.Discard(fault.Path)) return false;
        Log.Tell("corrupt", ("part", fault.Path));
        return true;
    }

    /// <summary>Publishes, and notes it: for the next run, in the history, in the log.</summary>
    public Summary Publish(Func<bool> publish)
    {
        var changed = publish();
        LastPublication.Note(State, Settings);
        var counts = Reported.Read(Settings.Out);
        var tonight = Tonight.Of(History.Read(State), counts);
        History.Add(State, new(Clock.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture), Math.Round((Clock.GetUtcNow() - _begun).TotalSeconds, 1), counts));
        Log.Tell("published", ("changed", changed), ("new_articles", tonight.Articles), ("new_rows", tonight.Rows), ("warnings", tonight.Warnings), ("counts", counts));
        return new(counts, changed, tonight);
    }

    /// <summary>Does the work; a failure is in the log too.</summary>
    public Summary Told(Func<Summary> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (e is not ConfigurationException && LogFailure(e))
        {
            throw;
        }
    }

    public void Dispose() => _lock?.Dispose();

    Plan? LastPlan() => OpenPlan() ?? State.Current.LastOrDefault(p => p.Program == Program);

    // A filter, so that the fault goes on as it was; where the disk is full there is no log either.
    bool LogFailure(Exception fault)
    {
        try
        {
            Log.Tell("failed", ("message", fault.Message), ("fault", fault.GetType().Name));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { }
        return false;
    }
}

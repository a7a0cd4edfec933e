namespace TechMoves;

/// <summary>A run at work: its settings, the state that it works on, its program, and the tables, which are read when they are first needed.</summary>
public sealed class Night : IDisposable
{
    readonly Lazy<Knowledge> _knowledge;
    readonly IDisposable? _lock;

    Night(Settings settings, IDisposable? held)
    {
        (Settings, State, Program, _lock) = (settings, State.Of(settings), Fingerprint.OfParts(settings), held);
        _knowledge = new(() => Knowledge.Read(settings.Data, settings.Schemas));
    }

    public Settings Settings { get; }

    public State State { get; }

    /// <summary>The fingerprint of program, tables and settings.</summary>
    public string Program { get; }

    public Knowledge Knowledge => _knowledge.Value;

    /// <summary>A run that plans or publishes: no other may at the same time.</summary>
    public static Night Begin(Settings settings)
    {
        Swap.Refuse(Path.GetFullPath(settings.Out));
        _ = Inbox.Files(settings.Articles);
        return new(settings, RunLock.Take(State.Of(settings)));
    }

    /// <summary>One of many processes that make parts of a plan.</summary>
    public static Night Join(Settings settings) => new(settings, null);

    /// <summary>The first night that is planned by this program and not done.</summary>
    public Plan? OpenPlan() => State.Open(Program);

    /// <summary>The last night that is planned by this program.</summary>
    public Plan? LastPlan() => State.Current.LastOrDefault(p => p.Program == Program);

    /// <summary>Plans what is new, in so many shards (0: by its size); null if nothing is.</summary>
    public Plan? NewPlan(int shards)
    {
        if (Plan.Next(State, Settings, Program, shards) is not { } plan) return null;
        _ = Knowledge; // a broken table is told before anything is planned
        State.Add(plan);
        return plan;
    }

    public void Dispose() => _lock?.Dispose();
}

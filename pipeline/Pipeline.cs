namespace TechMoves;

/// <summary>The steps in order. A night is planned; each shard of it is read, extracted and normalized to a part; load makes the dataset of all parts.</summary>
/// <remarks>What is done stays done: a part that is there is not made again, on this machine or on another, today or after a crash.</remarks>
public static class Pipeline
{
    /// <summary>All steps: plans and parts until nothing is left to do, then load. Without anything new it writes nothing.</summary>
    public static Summary Run(Settings settings, Progress progress)
    {
        using var night = Night.Begin(settings);
        if (night.State.Plans.IsEmpty && !Inbox.Files(settings.Articles).Any()) throw new ConfigurationException($"{settings.Articles}: holds no articles, and none were read before; nothing is published");
        var mended = new HashSet<string>(StringComparer.Ordinal);
        for (; ; )
        {
            while ((night.OpenPlan() ?? night.NewPlan(0)) is { } plan)
                foreach (var shard in night.State.Missing(plan)) Normalize(night, plan, shard, progress);
            try
            {
                return Load(night);
            }
            catch (CorruptPartException e) when (mended.Add(e.Path) && night.State.Discard(e.Path)) { }
        }
    }

    /// <summary>PLAN alone: fixes what the night has to do, in so many shards. A plan that is not done yet stands. Null if there is nothing to do.</summary>
    public static Plan? Plan(Settings settings, int shards)
    {
        using var night = Night.Begin(settings);
        return night.OpenPlan() ?? night.NewPlan(shards);
    }

    /// <summary>EXTRACT alone: articles in, one line of candidates a record out. Of one shard of the plan, or of all.</summary>
    public static void Extract(Settings settings, Shard? only, Progress progress)
    {
        var (night, plan) = Planned(settings, only);
        foreach (var shard in Shards(plan, only).Where(shard => !PartFile.IsWhole(night.State.Candidates(plan, shard))))
        {
            var readings = Archive.Read(night.State, plan, shard, settings);
            var told = Parallel(readings.Records, settings, r => Extraction.Of(r, night.Knowledge));
            PartFile.Write(night.State.Candidates(plan, shard), readings.Fingerprint, plan.Program, progress.Counted(told), JsonRows.Write);
        }
    }

    /// <summary>NORMALIZE alone: candidates in, a part of sources out; what extract has not left it extracts itself. Of one shard of the plan, or of all.</summary>
    public static void Normalize(Settings settings, Shard? only, Progress progress)
    {
        var (night, plan) = Planned(settings, only);
        foreach (var shard in Shards(plan, only).Where(shard => !PartFile.IsWhole(night.State.Sources(plan, shard)))) Normalize(night, plan, shard, progress);
    }

    /// <summary>LOAD alone: the sources of all parts in, the dataset out.</summary>
    public static Summary Load(Settings settings)
    {
        using var night = Night.Begin(settings);
        return Load(night);
    }

    /// <summary>The shards of the plan that have no valid part.</summary>
    public static IReadOnlyList<int> Missing(Settings settings)
    {
        var night = Night.Join(settings);
        return (night.OpenPlan() ?? night.LastPlan()) is { } plan ? [.. Enumerable.Range(0, plan.Shards.Length).Where(shard => !PartFile.IsWhole(night.State.Sources(plan, shard)))] : [];
    }

    /// <summary>Takes articles out of the archive and out of the dataset; how many records that were.</summary>
    public static Summary Forget(Settings settings, IReadOnlyCollection<string> ids, out int count)
    {
        using var night = Night.Begin(settings);
        count = Forgotten.Add(night.State, ids);
        return Load(night);
    }

    /// <summary>Whether the ledger rejects anything that lies in the inbox now.</summary>
    public static bool HasRejected(Settings settings)
    {
        var names = Inbox.Files(settings.Articles).Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        var rows = CsvTable.Read(Path.Combine(settings.Out, "articles.csv"), "articles");
        var columns = rows.Columns.ToImmutableArray();
        var (path, outcome) = (columns.IndexOf("path"), columns.IndexOf("outcome"));
        return rows.Cells.Any(c => c[outcome] == Terms.Of(Outcome.Rejected) && names.Contains(c[path]!));
    }

    /// <summary>The dataset of the articles, with no archive, and not published.</summary>
    public static Dataset Dataset(Settings settings, Progress progress)
    {
        var knowledge = Knowledge.Read(settings.Data, settings.Schemas);
        var parts = Parallel(Inbox.Read(settings.Articles, settings.LargestArticle), settings, r => Normalization.Of(Extraction.Of(r, knowledge), knowledge.World, settings));
        return TechMoves.Load.Of([.. progress.Counted(parts)]);
    }

    static void Normalize(Night night, Plan plan, int shard, Progress progress)
    {
        var (state, settings) = (night.State, night.Settings);
        var candidates = state.Candidates(plan, shard);
        if (PartFile.FooterOf(candidates) is { } extracted)
        {
            Write(extracted.Input, Parallel(PartFile.Read(candidates, JsonRows.Read<Told>), settings, told => Normalization.Of(told, night.Knowledge.World, settings)));
            return;
        }
        var readings = Archive.Read(state, plan, shard, settings);
        Write(readings.Fingerprint, Parallel(readings.Records, settings, r => Normalization.Of(Extraction.Of(r, night.Knowledge), night.Knowledge.World, settings)));

        void Write(string input, IEnumerable<Part> parts) => PartFile.Write(state.Sources(plan, shard), input, plan.Program, progress.Counted(parts), SourceParts.Write);
    }

    static Summary Load(Night night)
    {
        var (state, settings) = (night.State, night.Settings);
        if (state.Plans.IsEmpty) throw new ConfigurationException($"{state.Folder}: nothing was normalized yet; run 'techmoves run', or plan and normalize first");
        if (state.Current.FirstOrDefault(p => state.Missing(p).Count > 0) is { } plan)
            throw new ConfigurationException($"night {plan.Number:0000} of {state.Folder}: shards {Shard.Ranges(state.Missing(plan))} of {plan.Shards.Length} have no part; run 'techmoves normalize --shard I/{plan.Shards.Length}' for these, or 'techmoves run'");
        if (LastPublication.IsUpToDate(state, settings)) return Summary.Read(settings.Out, changed: false);
        List<Part> parts = [.. SourceParts.Of(state)];
        var changed = Publish.Write(TechMoves.Load.Of(parts), settings.Out, settings.Schemas);
        LastPublication.Note(state, settings);
        return Summary.Read(settings.Out, changed);
    }

    // A shard is one process of many: it takes the plan that stands. All shards at once may plan.
    static (Night Night, Plan Plan) Planned(Settings settings, Shard? only)
    {
        if (only is null) Plan(settings, 0);
        var night = Night.Join(settings);
        var plan = night.OpenPlan() ?? night.LastPlan()
            ?? throw new ConfigurationException($"{night.State.Folder}: holds no plan of this program, these tables and settings; run 'techmoves plan --shards N' first");
        if (only is not null && only.Count != plan.Shards.Length) throw new ConfigurationException($"--shard {only.Index}/{only.Count}: the plan of night {plan.Number:0000} has {plan.Shards.Length} shards; 'techmoves missing' lists those to do");
        return (night, plan);
    }

    static IEnumerable<int> Shards(Plan plan, Shard? only) => only is null ? Enumerable.Range(0, plan.Shards.Length) : [only.Index];

    // Ordered, so that no output depends on the number of threads.
    static ParallelQuery<TOut> Parallel<TIn, TOut>(IEnumerable<TIn> input, Settings settings, Func<TIn, TOut> step) =>
        input.AsParallel().AsOrdered().WithDegreeOfParallelism(settings.Threads > 0 ? Math.Min(settings.Threads, 512) : Environment.ProcessorCount).WithMergeOptions(ParallelMergeOptions.AutoBuffered).Select(step);
}

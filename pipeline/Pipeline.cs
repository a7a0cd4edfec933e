namespace TechMoves;

/// <summary>The steps in order. A night is planned; each shard of it is read, extracted and normalized to a part; load makes the dataset of all parts.</summary>
/// <remarks>What is done stays done: a part that is there is not made again, on this machine or on another, today or after a crash.</remarks>
public static class Pipeline
{
    /// <summary>All steps: plans and parts until nothing is left to do, then load. Without anything new it writes nothing.</summary>
    public static Summary Run(Settings settings, Progress progress)
    {
        using var night = Night.Begin(settings, readsInbox: true);
        return night.Told(() =>
        {
            for (; ; )
            {
                while ((night.OpenPlan() ?? night.NewPlan(0)) is { } plan)
                {
                    var missing = night.State.Missing(plan);
                    progress.Expect(missing.Sum(shard => night.State.SizeOf(plan, shard)));
                    foreach (var shard in missing) Normalize(night, plan, shard, progress);
                }
                try
                {
                    return Load(night);
                }
                catch (CorruptPartException e) when (night.Mends(e)) { }
            }
        });
    }

    /// <summary>PLAN alone: fixes what the night has to do, in so many shards (0: by its size). A plan that is not done yet stands. Null if there is nothing to do.</summary>
    public static Plan? Plan(Settings settings, int shards)
    {
        using var night = Night.Begin(settings, readsInbox: true);
        return night.OpenPlan() ?? night.NewPlan(shards);
    }

    /// <summary>EXTRACT alone: articles in, one line of candidates a record out. Of one shard of the plan, or of all.</summary>
    public static void Extract(Settings settings, Shard? only, Progress progress) => EachShard(settings, only, night => night.State.Candidates, progress, (night, plan, shard) =>
    {
        var readings = Archive.Read(night, plan, shard);
        var told = Parallel(readings.Records, settings, r => Extraction.Of(r, night.Knowledge, settings.LargestWork));
        PartFile.Write(night.State.Candidates(plan, shard), readings.Fingerprint, plan.Program, progress.Counted(told, readings.Count, night.State.SizeOf(plan, shard)), JsonRows.Write);
    });

    /// <summary>NORMALIZE alone: candidates in, a part of sources out; what extract has not left it extracts itself. Of one shard of the plan, or of all.</summary>
    public static void Normalize(Settings settings, Shard? only, Progress progress) =>
        EachShard(settings, only, night => night.State.Sources, progress, (night, plan, shard) => Normalize(night, plan, shard, progress));

    /// <summary>LOAD alone: the sources of all parts in, the dataset out.</summary>
    public static Summary Load(Settings settings)
    {
        using var night = Night.Begin(settings, readsInbox: false);
        return night.Told(() => Load(night));
    }

    /// <summary>Takes articles out of the archive and out of the dataset, for ever.</summary>
    public static Summary Forget(Settings settings, IReadOnlyCollection<string> ids)
    {
        using var night = Night.Begin(settings, readsInbox: false);
        return night.Told(() =>
        {
            night.Log.Tell("forgotten", ("records", Forgotten.Add(night.State, ids)));
            return Load(night);
        });
    }

    /// <summary>Extract and normalize as a filter: articles as JSON Lines in, their rows as JSON Lines out, in the same order; nothing is kept.</summary>
    public static void Filter(Settings settings, Stream input, Stream output)
    {
        var knowledge = Knowledge.Read(settings.Data, settings.Schemas);
        using var buffered = new BufferedStream(output, 1 << 16);
        foreach (var part in Parallel(TechMoves.Filter.Records(input, settings.Bounds), settings, record => record.Read(settings.Bounds, knowledge).Select(r => Normalization.Of(Extraction.Of(r, knowledge, settings.LargestWork), knowledge.World, settings)).ToArray()).AsEnumerable().SelectMany(parts => parts))
            TechMoves.Filter.Write(buffered, part);
    }

    /// <summary>The dataset of the articles, with no archive, and not published.</summary>
    public static Dataset Dataset(Settings settings, Progress progress)
    {
        var knowledge = Knowledge.Read(settings.Data, settings.Schemas);
        var parts = Parallel(Inbox.Read(settings.Articles, settings.Bounds, knowledge), settings, r => Normalization.Of(Extraction.Of(r, knowledge, settings.LargestWork), knowledge.World, settings));
        return TechMoves.Load.Of([.. progress.Counted(parts)]);
    }

    static void Normalize(Night night, Plan plan, int shard, Progress progress)
    {
        var (state, settings) = (night.State, night.Settings);
        var candidates = state.Candidates(plan, shard);
        if (PartFile.FooterOf(candidates) is { } extracted)
        {
            Write(extracted.Input, extracted.Records, Parallel(PartFile.Read(candidates, JsonRows.Read<Told>), settings, told => Normalization.Of(told, night.Knowledge.World, settings)));
            return;
        }
        var readings = Archive.Read(night, plan, shard);
        Write(readings.Fingerprint, readings.Count, Parallel(readings.Records, settings, r => Normalization.Of(Extraction.Of(r, night.Knowledge, settings.LargestWork), night.Knowledge.World, settings)));

        void Write(string input, int count, IEnumerable<Part> parts)
        {
            var footer = PartFile.Write(state.Sources(plan, shard), input, plan.Program, progress.Counted(parts, count, state.SizeOf(plan, shard)), SourceParts.Write);
            night.Log.Tell("part", ("night", plan.Number), ("shard", shard), ("of", plan.Shards.Length), ("records", footer.Records), ("seconds", progress.Elapsed.TotalSeconds));
        }
    }

    static Summary Load(Night night)
    {
        var (state, settings) = (night.State, night.Settings);
        state.RefuseGaps();
        if (LastPublication.IsUpToDate(state, settings)) return new(Reported.Read(settings.Out), Changed: false, null);
        var (overrides, rates) = (Overrides.Read(settings.Data, settings.Schemas), Rates.Read(settings.Data, settings.Schemas));
        using var spill = Spill.For(settings, SourceParts.Count(state));
        return night.Publish(() => Publish.Write(settings.Out, settings.Schemas, settings.Partition, open => TechMoves.Load.Into(open, SourceParts.Streams(state), new(settings.Out), overrides, spill, Cores(settings), rates)).Changed);
    }

    // A shard is one process of many, and takes the plan that stands; all shards at once may plan.
    static void EachShard(Settings settings, Shard? only, Func<Night, Func<Plan, int, string>> part, Progress progress, Action<Night, Plan, int> make)
    {
        if (only is null) Plan(settings, 0);
        using var night = Night.Join(settings);
        var plan = night.PlanOf(only);
        int[] missing = [.. (only is null ? Enumerable.Range(0, plan.Shards.Length) : [only.Index]).Where(shard => !PartFile.IsWhole(part(night)(plan, shard)))];
        progress.Expect(missing.Sum(shard => night.State.SizeOf(plan, shard)));
        foreach (var shard in missing) make(night, plan, shard);
    }

    static int Cores(Settings settings) => settings.Threads > 0 ? Math.Min(settings.Threads, 512) : Environment.ProcessorCount;

    // Ordered, so that no output depends on the number of threads.
    public static ParallelQuery<TOut> Parallel<TIn, TOut>(IEnumerable<TIn> input, Settings settings, Func<TIn, TOut> step) =>
        input.AsParallel().AsOrdered().WithDegreeOfParallelism(Cores(settings)).WithMergeOptions(ParallelMergeOptions.AutoBuffered).Select(step);
}

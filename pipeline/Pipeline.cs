namespace TechMoves;

/// <summary>The steps in order: articles are read, moves extracted and normalized article by article, loaded all together, and published.</summary>
public static class Pipeline
{
    /// <summary>All steps at once; the counts of what became of the records.</summary>
    public static Summary Run(Settings settings, Progress progress)
    {
        var dataset = Dataset(settings, progress);
        return new(dataset, Publish.Write(dataset, settings.Out, settings.Schemas));
    }

    /// <summary>The dataset of the articles, not published.</summary>
    public static Dataset Dataset(Settings settings, Progress progress)
    {
        var knowledge = Knowledge.Read(settings.Data, settings.Schemas);
        var parts = Parallel(Inbox.Read(settings.Articles, settings.LargestArticle), settings, r => Normalization.Of(Extraction.Of(r, knowledge), knowledge.World, settings));
        return TechMoves.Load.Of([.. Counted(parts, progress)]);
    }

    /// <summary>EXTRACT alone: articles in, one line of candidates a record out, into the steps folder.</summary>
    public static void Extract(Settings settings, Progress progress)
    {
        var knowledge = Knowledge.Read(settings.Data, settings.Schemas);
        var told = Parallel(Inbox.Read(settings.Articles, settings.LargestArticle), settings, r => Extraction.Of(r, knowledge));
        Steps.Write(Steps.Extracted(settings), Counted(told, progress));
    }

    /// <summary>NORMALIZE alone: candidates in, one line of sources a record out.</summary>
    public static void Normalize(Settings settings, Progress progress)
    {
        var knowledge = Knowledge.Read(settings.Data, settings.Schemas);
        var parts = Parallel(Steps.Read<Told>(Steps.Extracted(settings), "extract"), settings, t => Normalization.Of(t, knowledge.World, settings));
        Steps.Write(Steps.Normalized(settings), Counted(parts, progress));
    }

    /// <summary>LOAD alone: sources in, the dataset out.</summary>
    public static Summary Load(Settings settings, Progress progress)
    {
        var dataset = TechMoves.Load.Of([.. Counted(Steps.Read<Part>(Steps.Normalized(settings), "normalize"), progress)]);
        return new(dataset, Publish.Write(dataset, settings.Out, settings.Schemas));
    }

    // Ordered, so that no output depends on the number of threads.
    static ParallelQuery<TOut> Parallel<TIn, TOut>(IEnumerable<TIn> input, Settings settings, Func<TIn, TOut> step) =>
        input.AsParallel().AsOrdered().WithDegreeOfParallelism(settings.Threads > 0 ? Math.Min(settings.Threads, 512) : Environment.ProcessorCount).WithMergeOptions(ParallelMergeOptions.AutoBuffered).Select(step);

    static IEnumerable<T> Counted<T>(IEnumerable<T> items, Progress progress)
    {
        foreach (var item in items)
        {
            progress.Step();
            yield return item;
        }
        progress.Done();
    }
}

/// <summary>What a run published, and whether that differs from what stood there.</summary>
public sealed record Summary(Dataset Dataset, bool Changed)
{
    public int Of(Outcome outcome) => Dataset.Articles.Count(a => a.Outcome == outcome);
}

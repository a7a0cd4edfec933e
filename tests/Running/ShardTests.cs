namespace TechMoves.Tests.Running;

/// <summary>Any number of shards, in any order, interrupted and resumed, gives the bytes of a run at once.</summary>
sealed class ShardTests
{
    static readonly string Articles = Path.Combine(Repository.Data, "articles");

    static Settings Settings(string name) => Samples.Settings(Articles, Path.Combine(Repository.Scratch(name), "out"), threads: 2);

    static void Normalize(Settings settings, int shard, int of)
    {
        using var progress = new Progress(quiet: true);
        Pipeline.Normalize(settings, new Shard(shard, of), progress);
    }

    [Test]
    public void Give_the_same_bytes_in_any_number_and_order([Values(1, 7, 64)] int shards)
    {
        var settings = Settings($"shards-{shards}");
        Pipeline.Plan(settings, shards);
        foreach (var shard in Enumerable.Range(0, shards).OrderByDescending(i => i * 37 % 64).ThenBy(i => i)) Normalize(settings, shard, shards);
        Pipeline.Load(settings);
        Assert.That(Trial.Files(settings.Out, times: false), Is.EqualTo(Trial.Files(Samples.Folder, times: false)));
    }

    [Test]
    public void Are_made_again_only_where_a_part_is_missing_or_corrupt()
    {
        var settings = Settings("shards-again");
        var plan = Pipeline.Plan(settings, 4)!;
        var state = State.Of(settings);
        string[] parts = [.. Enumerable.Range(0, 4).Select(i => state.Sources(plan, i))];
        for (var i = 0; i < 4; i++) Normalize(settings, i, 4);
        File.Delete(parts[1]);
        using (var file = File.OpenWrite(parts[3])) file.WriteByte((byte)'?');
        using (var night = Night.Join(settings)) Assert.That(Shard.Ranges(night.Missing().Select(s => s.Index)), Is.EqualTo("1,3"));
        Assert.That(() => Pipeline.Load(settings), Throws.TypeOf<ConfigurationException>().With.Message.Contains("no part of the shards 1 of 4"));
        var before = File.GetLastWriteTimeUtc(parts[0]);
        Normalize(settings, 0, 4);
        Normalize(settings, 1, 4);
        Assert.That(() => Pipeline.Load(settings), Throws.TypeOf<CorruptPartException>().With.Message.Contains("part-00003-of-00004"));
        Assert.That((File.GetLastWriteTimeUtc(parts[0]), Directory.Exists(settings.Out)), Is.EqualTo((before, false)));
        Normalize(settings, 3, 4);
        Pipeline.Load(settings);
        Assert.That(Trial.Files(settings.Out, times: false), Is.EqualTo(Trial.Files(Samples.Folder, times: false)));
    }

    [Test]
    public void May_be_finished_by_a_run_which_mends_what_is_corrupt()
    {
        var settings = Settings("shards-mixed");
        var plan = Pipeline.Plan(settings, 5)!;
        Normalize(settings, 2, 5);
        using (var file = File.OpenWrite(State.Of(settings).Sources(plan, 2))) file.WriteByte((byte)'?');
        using (var progress = new Progress(quiet: true)) Pipeline.Run(settings, progress);
        Assert.That(Trial.Files(settings.Out, times: false), Is.EqualTo(Trial.Files(Samples.Folder, times: false)));
    }

    [TestCase("3/64", null, null, 3, 64)]
    [TestCase("64", "SLURM_ARRAY_TASK_ID", "3", 3, 64)]
    [TestCase("64", "JOB_COMPLETION_INDEX", "0", 0, 64)]
    [TestCase("64", "AWS_BATCH_JOB_ARRAY_INDEX", "63", 63, 64)]
    [TestCase("5/64", "SLURM_ARRAY_TASK_ID", "3", 5, 64)]
    public void Take_their_index_from_the_engine(string text, string? variable, string? value, int index, int count)
    {
        if (variable is not null) Environment.SetEnvironmentVariable(variable, value);
        try
        {
            Assert.That(Shard.Read(text), Is.EqualTo(new Shard(index, count)));
        }
        finally
        {
            if (variable is not null) Environment.SetEnvironmentVariable(variable, null);
        }
    }

    [TestCase(""), TestCase("64"), TestCase("64/64"), TestCase("-1/4"), TestCase("a/b"), TestCase("1/"), TestCase("/4"), TestCase("0/0")]
    public void Are_refused_when_they_are_none(string text) => Assert.That(() => Shard.Read(text), Throws.TypeOf<ConfigurationException>());

    [TestCase("", new int[0]), TestCase("3", new[] { 3 }), TestCase("3,7-9", new[] { 9, 3, 8, 7 }), TestCase("0-1,63", new[] { 0, 1, 63 })]
    public void Are_written_as_job_arrays_write_them(string ranges, int[] shards) => Assert.That(Shard.Ranges(shards), Is.EqualTo(ranges));

    [Test]
    public void Must_be_those_of_the_plan()
    {
        var settings = Settings("shards-other");
        Assert.That(() => Normalize(settings, 0, 2), Throws.TypeOf<ConfigurationException>().With.Message.Contains("run 'techmoves plan --shards N' first"));
        Pipeline.Plan(settings, 3);
        Assert.That(() => Normalize(settings, 0, 2), Throws.TypeOf<ConfigurationException>().With.Message.Contains("has 3 shards"));
        Assert.That(Pipeline.Plan(settings, 9)!.Shards, Has.Length.EqualTo(3), "the plan that is not done stands");
    }
}

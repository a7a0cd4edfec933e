// Fixtures run beside each other: some wait for the disk, for a process or a browser. Tests of one fixture run one after the other.
[assembly: Parallelizable(ParallelScope.Fixtures)]
[assembly: LevelOfParallelism(4)]

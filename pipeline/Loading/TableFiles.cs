namespace TechMoves;

/// <summary>The files of the six tables while they are written: one a table, or, for more sources than Partition, one a year.</summary>
public sealed class TableFiles(string folder, Contract contract, long partition) : IDisposable
{
    /// <summary>Each year that is being written keeps a row group in memory.</summary>
    const int RowGroupOfYear = 10_000;

    readonly List<IDisposable> _files = [];
    readonly List<Action> _closings = [];

    /// <summary>Whether the dataset is large.</summary>
    public bool IsPartitioned { get; private set; }

    /// <summary>Where to hand the rows of a dataset of so many sources.</summary>
    public Tables Open(long sources)
    {
        IsPartitioned = sources > partition;
        return new(
            Table("moves", Columns.Moves, m => m.Year), Table("articles", Columns.Articles, a => a.Published?.Year), Table("sources", Columns.Sources, s => s.Year),
            Table("issues", Columns.Issues), Table("changes", Columns.Changes), Table("ids", Columns.Ids));
    }

    /// <summary>Flushes all files: then, and only then, they are whole.</summary>
    public void Close() => _closings.ForEach(close => close());

    public void Dispose() => _files.ForEach(file => file.Dispose());

    Action<T> Table<T>(string table, ImmutableArray<Column<T>> columns, Func<T, int?>? year = null)
    {
        if (!IsPartitioned || year is null) return Writer(Path.Combine(folder, table), columns, contract.Check(table), ParquetTable.RowGroup).Add;
        var years = new Dictionary<int, TableWriter<T>>();
        return row =>
        {
            var key = year(row);
            if (!years.TryGetValue(key ?? 0, out var writer))
            {
                var part = Path.Combine(folder, Layout.Partition(table, key));
                Directory.CreateDirectory(part);
                years[key ?? 0] = writer = Writer(Path.Combine(part, table), columns, contract.Check(table), RowGroupOfYear);
            }
            writer.Add(row);
        };
    }

    TableWriter<T> Writer<T>(string path, ImmutableArray<Column<T>> columns, RowCheck check, int rowGroup)
    {
        var writer = new TableWriter<T>(path, columns, check, rowGroup);
        lock (_files)
        {
            _files.Add(writer);
            _closings.Add(writer.Close);
        }
        return writer;
    }
}

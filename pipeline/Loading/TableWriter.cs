using CsvHelper;

namespace TechMoves;

/// <summary>Writes a table as rows come, on threads of its own: each is checked and written to CSV; its values are gathered by column, and a row group of them is written to Parquet while the next is gathered.</summary>
public sealed class TableWriter<T> : IDisposable
{
    /// <summary>Rows are passed on so many at a time: few, so that they are gone before the collector looks at them. It divides every row group.</summary>
    const int Batch = 500;

    readonly ImmutableArray<Column<T>> _columns;
    readonly RowCheck _check;
    readonly int _rowGroup;
    readonly FileStream _csvFile, _parquetFile;
    readonly CsvWriter _csv;
    readonly ParquetFile<T> _parquet;
    RowGroup<T> _gathered, _spare;
    Task _batchDone = Task.CompletedTask, _groupDone = Task.CompletedTask;
    List<T> _rows = new(Batch), _passed = new(Batch);
    string?[] _cells, _last;
    long _written;

    /// <param name="path">Without extension.</param>
    public TableWriter(string path, ImmutableArray<Column<T>> columns, RowCheck check, int rowGroup = ParquetTable.RowGroup)
    {
        (_columns, _check, _rowGroup) = (columns, check, rowGroup);
        (_cells, _last) = (new string?[columns.Length], new string?[columns.Length]);
        (_gathered, _spare) = (new(columns), new(columns));
        _csvFile = new FileStream(path + ".csv", FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);
        _parquetFile = new FileStream(path + ".parquet", FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16);
        _csv = CsvWriter.Create(_csvFile, Sheet.Format, leaveOpen: true);
        _csv.WriteHeader(columns.Select(c => c.Name).ToArray().AsSpan());
        _parquet = new(_parquetFile, columns);
    }

    public void Add(T row)
    {
        _rows.Add(row);
        if (_rows.Count == Batch) Pass();
    }

    /// <summary>Writes what is left and flushes to the disk: then, and only then, the table is whole.</summary>
    public void Close()
    {
        if (_rows.Count > 0) Pass();
        _batchDone.GetAwaiter().GetResult();
        _groupDone.GetAwaiter().GetResult();
        if (_gathered.Count > 0) _parquet.Add(_gathered);
        _csv.Flush();
        _csvFile.Flush(flushToDisk: true);
        _parquet.Dispose();
        _parquetFile.Flush(flushToDisk: true);
    }

    public void Dispose()
    {
        // After a failure the tasks may still hold the files.
        try
        {
            Task.WaitAll(_batchDone, _groupDone);
        }
        catch (AggregateException)
        {
        }
        _csvFile.Dispose();
        _parquetFile.Dispose();
    }

    void Pass()
    {
        _batchDone.GetAwaiter().GetResult();
        (_rows, _passed) = (_passed, _rows);
        _batchDone = Task.Run(WritePassed);
    }

    void WritePassed()
    {
        foreach (var row in _passed)
        {
            for (var i = 0; i < _cells.Length; i++) _cells[i] = Cell.Of(_columns[i], row);
            foreach (var (column, rule) in _check.Faults(_cells)) throw new PublicationException(_check.Table, _check.Key(_cells, _written + 1), $"{column} {rule}");
            if (_written > 0 && _check.IsSame(_last, _cells)) throw new PublicationException(_check.Table, _check.Key(_cells, _written + 1), "an earlier row has the same key");
            _csv.WriteRecord(_cells.AsSpan()!);
            _gathered.Add(row, _cells);
            (_cells, _last) = (_last, _cells);
            _written++;
        }
        _passed.Clear();
        if (_gathered.Count < _rowGroup) return;
        _groupDone.GetAwaiter().GetResult();
        (_gathered, _spare) = (_spare, _gathered);
        _groupDone = Task.Run(() => _parquet.Add(_spare));
    }
}

using CsvHelper;

namespace TechMoves;

/// <summary>Writes a table as rows come: each is checked, then written to CSV and to Parquet, a row group at a time and both at once.</summary>
public sealed class TableWriter<T> : IDisposable
{
    readonly ImmutableArray<Column<T>> _columns;
    readonly RowCheck _check;
    readonly int _rowGroup;
    readonly FileStream _csvFile, _parquetFile;
    readonly CsvWriter _csv;
    readonly ParquetFile<T> _parquet;
    Task _csvDone = Task.CompletedTask, _parquetDone = Task.CompletedTask;
    List<T> _rows = [];
    string?[]? _last;
    long _written;

    /// <param name="path">Without extension.</param>
    public TableWriter(string path, ImmutableArray<Column<T>> columns, RowCheck check, int rowGroup = ParquetTable.RowGroup)
    {
        (_columns, _check, _rowGroup) = (columns, check, rowGroup);
        _csvFile = new FileStream(path + ".csv", FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);
        _parquetFile = new FileStream(path + ".parquet", FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16);
        _csv = CsvWriter.Create(_csvFile, Sheet.Format, leaveOpen: true);
        _csv.WriteHeader(columns.Select(c => c.Name).ToArray().AsSpan());
        _parquet = new(_parquetFile, columns);
    }

    public void Add(T row)
    {
        _rows.Add(row);
        if (_rows.Count == _rowGroup) Pass();
    }

    /// <summary>Writes what is left and flushes to the disk: then, and only then, the table is whole.</summary>
    public void Close()
    {
        if (_rows.Count > 0) Pass();
        _csvDone.GetAwaiter().GetResult();
        _parquetDone.GetAwaiter().GetResult();
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
            Task.WaitAll(_csvDone, _parquetDone);
        }
        catch (AggregateException)
        {
        }
        _csvFile.Dispose();
        _parquetFile.Dispose();
    }

    void Pass()
    {
        var rows = _rows;
        _rows = new(_rowGroup);
        _csvDone.GetAwaiter().GetResult();
        _csvDone = Task.Run(() => WriteCsv(rows));
        _parquetDone.GetAwaiter().GetResult();
        _parquetDone = Task.Run(() => _parquet.Add(rows.ToArray()));
    }

    void WriteCsv(List<T> rows)
    {
        foreach (var row in rows)
        {
            var cells = Sheet.Cells(_columns, row);
            foreach (var (column, rule) in _check.Faults(cells)) throw new PublicationException(_check.Table, _check.Key(cells, _written + 1), $"{column} {rule}");
            if (_last is not null && _check.IsSame(_last, cells)) throw new PublicationException(_check.Table, _check.Key(cells, _written + 1), "an earlier row has the same key");
            _csv.WriteRecord(cells.AsSpan()!);
            _last = cells;
            _written++;
        }
    }
}

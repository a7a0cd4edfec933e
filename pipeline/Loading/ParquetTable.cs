using System.IO.Compression;
using Parquet;
using Parquet.Schema;

namespace TechMoves;

/// <summary>Writes a table as Parquet: zstd, row groups of 50,000, every column nullable, text dictionary-encoded where that pays.</summary>
public static class ParquetTable
{
    public const int RowGroup = 50_000;

    public static void Write<T>(Stream stream, ImmutableArray<Column<T>> columns, ImmutableArray<T> rows)
    {
        using var file = new ParquetFile<T>(stream, columns);
        for (var from = 0; from < rows.Length; from += RowGroup) file.Add(rows.AsMemory().Slice(from, Math.Min(RowGroup, rows.Length - from)));
    }

    /// <summary>The number of rows of a file and the names of its columns.</summary>
    public static (long Rows, ImmutableArray<string> Columns) Shape(string path) => ShapeAsync(path).GetAwaiter().GetResult();

    static async Task<(long Rows, ImmutableArray<string> Columns)> ShapeAsync(string path)
    {
        await using var reader = await ParquetReader.CreateAsync(path);
        return (reader.Metadata!.NumRows, [.. reader.Schema.Fields.Select(f => f.Name)]);
    }
}

/// <summary>A Parquet file that is being written, one row group after the other.</summary>
public sealed class ParquetFile<T>(Stream stream, ImmutableArray<Column<T>> columns) : IDisposable
{
    readonly ParquetSchema _schema = new(columns.Select(FieldOf));
    ParquetWriter? _writer;

    public void Add(ReadOnlyMemory<T> rows) => AddAsync(rows).GetAwaiter().GetResult();

    public void Dispose()
    {
        Writer().GetAwaiter().GetResult();
        _writer!.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    async Task AddAsync(ReadOnlyMemory<T> rows)
    {
        await Writer();
        using var group = _writer!.CreateRowGroup();
        for (var i = 0; i < columns.Length; i++) await WriteColumn(group, _schema.DataFields[i], columns[i], rows);
    }

    async Task Writer()
    {
        if (_writer is not null) return;
        var options = new ParquetOptions { CompressionMethod = CompressionMethod.Zstd, CompressionLevel = CompressionLevel.Optimal };
        foreach (var field in _schema.DataFields)
            if (field.ClrType == typeof(string)) options.ColumnEncodingHints[field.Path.ToString()] = EncodingHint.Dictionary;
        _writer = await ParquetWriter.CreateAsync(_schema, stream, options);
    }

    static Field FieldOf(Column<T> column) => column switch
    {
        TextColumn<T> => new DataField<string>(column.Name, true),
        ListColumn<T> => new ListField(column.Name, new DataField<string>(ListField.ElementName, false)),
        DayColumn<T> => new DataField<DateOnly>(column.Name, true),
        NumberColumn<T> number => new DecimalDataField(number.Name, number.Precision, number.Scale, isNullable: true),
        WholeColumn<T> => new DataField<int>(column.Name, true),
        FlagColumn<T> => new DataField<bool>(column.Name, true),
        _ => throw new ArgumentOutOfRangeException(nameof(column)),
    };

    static Task WriteColumn(ParquetRowGroupWriter group, DataField field, Column<T> column, ReadOnlyMemory<T> rows) => column switch
    {
        TextColumn<T> => group.WriteAsync(field, Values(rows, row => Cell.Of(column, row))!),
        ListColumn<T> list => WriteLists(group, field, list, rows),
        DayColumn<T> day => group.WriteAsync<DateOnly>(field, Values(rows, day.Of)),
        NumberColumn<T> number => group.WriteAsync<decimal>(field, Values(rows, number.Rounded)),
        WholeColumn<T> whole => group.WriteAsync<int>(field, Values(rows, whole.Of)),
        FlagColumn<T> flag => group.WriteAsync<bool>(field, Values(rows, row => (bool?)flag.Of(row))),
        _ => throw new ArgumentOutOfRangeException(nameof(column)),
    };

    // Levels by hand: a null list is 0, an item is the deepest level; the first item of a list repeats at 0, the others at 1.
    static Task WriteLists(ParquetRowGroupWriter group, DataField field, ListColumn<T> column, ReadOnlyMemory<T> rows)
    {
        var items = new List<ReadOnlyMemory<char>>();
        var definitions = new List<int>();
        var repetitions = new List<int>();
        foreach (var row in rows.Span)
        {
            var list = column.Of(row) is { IsDefaultOrEmpty: false } told ? told : [];
            if (list.IsEmpty)
            {
                definitions.Add(0);
                repetitions.Add(0);
            }
            for (var i = 0; i < list.Length; i++)
            {
                items.Add(list[i].AsMemory());
                definitions.Add(field.MaxDefinitionLevel);
                repetitions.Add(i == 0 ? 0 : 1);
            }
        }
        return group.WriteAllPartsAsync<ReadOnlyMemory<char>>(field, items.ToArray(), definitions.ToArray(), repetitions.ToArray(), CancellationToken.None);
    }

    static TValue[] Values<TValue>(ReadOnlyMemory<T> rows, Func<T, TValue> of)
    {
        var values = new TValue[rows.Length];
        for (var i = 0; i < values.Length; i++) values[i] = of(rows.Span[i]);
        return values;
    }
}

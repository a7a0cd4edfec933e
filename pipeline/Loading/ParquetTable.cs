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
        var group = new RowGroup<T>(columns);
        for (var i = 0; i < rows.Length; i++)
        {
            group.Add(rows[i], Sheet.Cells(columns, rows[i]));
            if (group.Count == RowGroup || i + 1 == rows.Length) file.Add(group);
        }
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

    public void Add(RowGroup<T> rows) => AddAsync(rows).GetAwaiter().GetResult();

    public void Dispose()
    {
        Writer().GetAwaiter().GetResult();
        _writer!.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    async Task AddAsync(RowGroup<T> rows)
    {
        await Writer();
        using var group = _writer!.CreateRowGroup();
        await rows.WriteAsync(group, _schema);
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
}

using Parquet;
using Parquet.Schema;

namespace TechMoves;

/// <summary>Rows gathered by column, to be written as one row group of Parquet. Texts are copied into one buffer a column, which is used again for the next group.</summary>
public sealed class RowGroup<T>(ImmutableArray<Column<T>> columns)
{
    readonly Values[] _values = [.. columns.Select(Of)];

    public int Count { get; private set; }

    /// <param name="cells">The row as CSV has it: its texts are taken from here.</param>
    public void Add(T row, string?[] cells)
    {
        for (var i = 0; i < _values.Length; i++) _values[i].Add(row, cells[i]);
        Count++;
    }

    /// <summary>Writes all columns and forgets the rows.</summary>
    public async Task WriteAsync(ParquetRowGroupWriter group, ParquetSchema schema)
    {
        for (var i = 0; i < _values.Length; i++) await _values[i].WriteAsync(group, schema.DataFields[i]);
        Count = 0;
    }

    static Values Of(Column<T> column) => column switch
    {
        TextColumn<T> => new Texts(),
        ListColumn<T> list => new Lists(list.Of),
        DayColumn<T> day => new Numbers<DateOnly>(day.Of),
        NumberColumn<T> number => new Numbers<decimal>(number.Rounded),
        WholeColumn<T> whole => new Numbers<int>(whole.Of),
        FlagColumn<T> flag => new Numbers<bool>(row => flag.Of(row)),
        _ => throw new ArgumentOutOfRangeException(nameof(column)),
    };

    abstract class Values
    {
        public abstract void Add(T row, string? cell);

        public abstract Task WriteAsync(ParquetRowGroupWriter group, DataField field);
    }

    sealed class Numbers<TValue>(Func<T, TValue?> of) : Values where TValue : struct
    {
        readonly List<TValue?> _values = [];

        public override void Add(T row, string? cell) => _values.Add(of(row));

        public override async Task WriteAsync(ParquetRowGroupWriter group, DataField field)
        {
            await group.WriteAsync<TValue>(field, _values.ToArray());
            _values.Clear();
        }
    }

    /// <summary>Texts one after the other in a buffer, each with where it ends.</summary>
    class Texts : Values
    {
        readonly List<int> _ends = [];
        readonly List<int> _there = [];
        char[] _letters = new char[1 << 12];
        int _length;

        public override void Add(T row, string? cell)
        {
            _there.Add(cell is null ? 0 : 1);
            if (cell is not null) Copy(cell);
        }

        public override Task WriteAsync(ParquetRowGroupWriter group, DataField field) => WriteAsync(group, field, _there, null);

        protected async Task WriteAsync(ParquetRowGroupWriter group, DataField field, List<int> there, List<int>? repetitions)
        {
            var items = new ReadOnlyMemory<char>[_ends.Count];
            for (int i = 0, start = 0; i < items.Length; start = _ends[i++]) items[i] = _letters.AsMemory(start, _ends[i] - start);
            // The level of what is there differs between texts and items of lists.
            var levels = new int[there.Count];
            for (var i = 0; i < levels.Length; i++) levels[i] = there[i] * field.MaxDefinitionLevel;
            await group.WriteAllPartsAsync<ReadOnlyMemory<char>>(field, items, levels, repetitions?.ToArray(), CancellationToken.None);
            _length = 0;
            _ends.Clear();
            there.Clear();
            repetitions?.Clear();
        }

        protected void Copy(string text)
        {
            if (_letters.Length - _length < text.Length) Array.Resize(ref _letters, Math.Max(_letters.Length * 2, _length + text.Length));
            text.CopyTo(_letters.AsSpan(_length));
            _ends.Add(_length += text.Length);
        }
    }

    /// <summary>The first item of a list repeats at level 0, the others at 1; an empty list is null.</summary>
    sealed class Lists(Func<T, ImmutableArray<string>> of) : Texts
    {
        readonly List<int> _there = [];
        readonly List<int> _repetitions = [];

        public override void Add(T row, string? cell)
        {
            var list = of(row) is { IsDefaultOrEmpty: false } told ? told : [];
            if (list.IsEmpty) Level(0, 0);
            for (var i = 0; i < list.Length; i++)
            {
                Copy(list[i]);
                Level(1, i == 0 ? 0 : 1);
            }
        }

        public override Task WriteAsync(ParquetRowGroupWriter group, DataField field) => WriteAsync(group, field, _there, _repetitions);

        void Level(int there, int repetition)
        {
            _there.Add(there);
            _repetitions.Add(repetition);
        }
    }
}

using Parquet;
using Parquet.Schema;

namespace TechMoves;

/// <summary>Rows gathered by column, to be written as one row group of Parquet. Each column has buffers of its own, which are used again for the next group.</summary>
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
        readonly Buffer<TValue?> _values = new();

        public override void Add(T row, string? cell) => _values.Add(of(row));

        public override Task WriteAsync(ParquetRowGroupWriter group, DataField field) => group.WriteAsync<TValue>(field, _values.Taken());
    }

    /// <summary>Texts one after the other in a buffer, each with where it ends.</summary>
    class Texts : Values
    {
        readonly Buffer<char> _letters = new();
        readonly Buffer<int> _ends = new();
        readonly Buffer<ReadOnlyMemory<char>> _items = new();

        /// <summary>Whether there is a text, as a level of Parquet.</summary>
        protected Buffer<int> There { get; } = new();

        public override void Add(T row, string? cell)
        {
            There.Add(cell is null ? 0 : 1);
            if (cell is not null) Copy(cell);
        }

        public override Task WriteAsync(ParquetRowGroupWriter group, DataField field) => WriteAsync(group, field, null);

        protected async Task WriteAsync(ParquetRowGroupWriter group, DataField field, ReadOnlyMemory<int>? repetitions)
        {
            var (letters, ends, levels) = (_letters.Taken(), _ends.Taken(), There.Taken());
            for (int i = 0, start = 0; i < ends.Length; start = ends.Span[i++]) _items.Add(letters[start..ends.Span[i]]);
            // The level of what is there differs between texts and items of lists.
            foreach (ref var level in levels.Span) level *= field.MaxDefinitionLevel;
            await group.WriteAllPartsAsync<ReadOnlyMemory<char>>(field, _items.Taken(), levels, repetitions, CancellationToken.None);
        }

        protected void Copy(string text)
        {
            _letters.Add(text);
            _ends.Add(_letters.Count);
        }
    }

    /// <summary>The first item of a list repeats at level 0, the others at 1; an empty list is null.</summary>
    sealed class Lists(Func<T, ImmutableArray<string>> of) : Texts
    {
        readonly Buffer<int> _repetitions = new();

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

        public override Task WriteAsync(ParquetRowGroupWriter group, DataField field) => WriteAsync(group, field, _repetitions.Taken());

        void Level(int there, int repetition)
        {
            There.Add(there);
            _repetitions.Add(repetition);
        }
    }

    /// <summary>A list whose memory can be handed on as it is, and is filled anew thereafter.</summary>
    sealed class Buffer<TItem>
    {
        TItem[] _items = new TItem[1 << 10];

        public int Count { get; private set; }

        public void Add(TItem item)
        {
            if (Count == _items.Length) Array.Resize(ref _items, Count * 2);
            _items[Count++] = item;
        }

        public void Add(ReadOnlySpan<TItem> items)
        {
            if (_items.Length - Count < items.Length) Array.Resize(ref _items, Math.Max(_items.Length * 2, Count + items.Length));
            items.CopyTo(_items.AsSpan(Count));
            Count += items.Length;
        }

        /// <summary>All items, until the next is added.</summary>
        public Memory<TItem> Taken()
        {
            var taken = _items.AsMemory(0, Count);
            Count = 0;
            return taken;
        }
    }
}

namespace TechMoves;

/// <summary>One column of a published table: its name and how a row gives the value. It drives CSV and Parquet alike.</summary>
public abstract record Column<T>(string Name);

public sealed record TextColumn<T>(string Name, Func<T, string?> Of) : Column<T>(Name);

/// <summary>A list of text; an empty list is null, as nothing told is null everywhere.</summary>
public sealed record ListColumn<T>(string Name, Func<T, ImmutableArray<string>> Of) : Column<T>(Name);

public sealed record DayColumn<T>(string Name, Func<T, DateOnly?> Of) : Column<T>(Name);

/// <summary>A decimal number of so many digits, Scale of them after the point; it is rounded half to even.</summary>
public sealed record NumberColumn<T>(string Name, int Precision, int Scale, Func<T, decimal?> Of) : Column<T>(Name)
{
    public decimal? Rounded(T row) => Of(row) is { } value ? decimal.Round(value, Scale) : null;
}

public sealed record WholeColumn<T>(string Name, Func<T, int?> Of) : Column<T>(Name);

public sealed record FlagColumn<T>(string Name, Func<T, bool> Of) : Column<T>(Name);

/// <summary>A value as CSV has it; what is checked is what is written.</summary>
public static class Cell
{
    /// <summary>What joins the items of a list.</summary>
    public const char Separator = '|';

    static readonly string?[] Days = new string?[DateOnly.MaxValue.DayNumber + 1];

    static readonly string[] Formats = [.. Enumerable.Range(0, 4).Select(scale => "0." + new string('#', scale))];

    /// <summary>The written value, or null where there is none; never an empty text.</summary>
    public static string? Of<T>(Column<T> column, T row) => column switch
    {
        TextColumn<T> text => text.Of(row) is { Length: > 0 } value ? value : null,
        ListColumn<T> list => list.Of(row) is { IsDefaultOrEmpty: false } items ? items is [var only] ? only : string.Join(Separator, items.AsSpan()!) : null,
        DayColumn<T> day => day.Of(row) is { } value ? Of(value) : null,
        NumberColumn<T> number => number.Rounded(row) is { } value ? Of(value, number.Scale) : null,
        WholeColumn<T> whole => whole.Of(row)?.ToString(CultureInfo.InvariantCulture),
        FlagColumn<T> flag => flag.Of(row) ? "true" : "false",
        _ => throw new ArgumentOutOfRangeException(nameof(column)),
    };

    /// <summary>A day as yyyy-mm-dd. The same days come again and again: each is written once.</summary>
    public static string Of(DateOnly day) => Days[day.DayNumber] ??= day.ToString("O", CultureInfo.InvariantCulture);

    // Whole numbers are written several times as fast as by a pattern.
    static string Of(decimal value, int scale) => Math.Abs(value) < long.MaxValue && value == decimal.Truncate(value)
        ? ((long)value).ToString(CultureInfo.InvariantCulture) : value.ToString(Formats[scale], CultureInfo.InvariantCulture);
}

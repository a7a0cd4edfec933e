namespace TechMoves;

/// <summary>Reads the smallest parts of dates: days, years, number words, counts. Each moves the place past what it read, or leaves it.</summary>
public static class DateParts
{
    const int FirstYear = 1900;
    const int LastYear = 2100;

    /// <summary>The day of a month in figures (12, 1st) or words; ordinal tells whether it is written as a rank, linked that a dash to another day comes before.</summary>
    public static int? Day(DateText t, ref int i, out bool ordinal, bool linked = false)
    {
        ordinal = false;
        if (t[i] is { Digits: 1 or 2, Value: var value and >= 1 and <= 31 })
        {
            if (t.IsInside(i) && !(linked && t.IsDash(i - 1))) return null;
            ordinal = t.Touches(i) && t.Is(i + 1, DateRole.Suffix);
            i += ordinal ? 2 : 1;
            return value;
        }
        var j = i;
        if (Spelled(t, ref j, out ordinal) is not (>= 1 and <= 31 and var day)) return null;
        i = j;
        return day;
    }

    /// <summary>A number in words: eight, twenty-first, two thousand and fifteen, nineteen seventy-eight.</summary>
    public static int? Spelled(DateText t, ref int i, out bool ordinal)
    {
        var j = i;
        if (Tens(t, ref j, out ordinal) is not { } value) return null;
        while (!ordinal && t.Word<CountWord>(j) is { Value: 100 or 1000, Kind: CountKind.Cardinal } scale && value < scale.Value)
        {
            value *= scale.Value;
            var k = t.Is(j + 1, DateRole.And) ? j + 2 : j + 1;
            j++;
            if (Tens(t, ref k, out var last) is { } rest && rest < scale.Value) (value, ordinal, j) = (value + rest, last, k);
        }
        // Years in pairs: nineteen seventy-eight, nineteen zero one.
        if (value is 19 or 20 && !ordinal)
        {
            var k = t.Word<CountWord>(j) is { Value: 0 } ? j + 1 : j;
            if (Tens(t, ref k, out var last) is { } pair && !last && (pair >= 10 || k > j + 1)) (value, j) = ((100 * value) + pair, k);
        }
        i = j;
        return value;
    }

    static int? Tens(DateText t, ref int i, out bool ordinal)
    {
        ordinal = false;
        if (t.Word<CountWord>(i) is not { Kind: CountKind.Cardinal or CountKind.Ordinal } word) return null;
        i++;
        ordinal = word.Kind == CountKind.Ordinal;
        if (ordinal || word.Value is < 10 or >= 100 || word.Value % 10 != 0) return word.Value;
        var j = i;
        while (j < i + 3 && (t.IsDash(j) || t.Is(j, DateRole.And))) j++;
        var unit = t.Word<CountWord>(j);
        var fits = unit is { Value: >= 1 and < 20 } && (word.Value == 10 ? t.IsDash(i) && unit.Value is > 6 and < 10 : unit.Value < 10 || word.Value == 60) && (unit.Kind != CountKind.Article || j > i) && unit.Kind is not (CountKind.Vague or CountKind.Half);
        if (!fits) return word.Value;
        i = j + 1;
        ordinal = unit!.Kind == CountKind.Ordinal;
        return word.Value + unit.Value;
    }

    /// <summary>A year of four figures, two behind an apostrophe, or words; far: any year from 1000 on, beside a full day.</summary>
    public static int? Year(DateText t, ref int i, bool far = false)
    {
        if (t[i] is { Digits: 4, Value: var value } && value >= (far ? 1000 : FirstYear) && value <= LastYear)
        {
            if (t.GoesOn(i + 1)) return null;
            i++;
            return value;
        }
        if (t.IsMark(i, '\'') && t.Touches(i) && t[i + 1] is { Digits: 2, Value: var two } && !t.GoesOn(i + 2))
        {
            i += 2;
            return t.Century(two);
        }
        var j = i;
        if (!far || Spelled(t, ref j, out var ordinal) is not (>= FirstYear and <= LastYear and var spelled) || ordinal) return null;
        i = j;
        return spelled;
    }

    /// <summary>A year told by its distance: last year, of the year, l'an prochain.</summary>
    public static int? YearShift(DateText t, ref int i)
    {
        var j = i;
        if (t.IsMark(j, ',')) j++;
        var of = t.Is(j, DateRole.Of);
        if (of) j++;
        if (t.Word<ShiftWord>(j) is { Before: true, InText: false } shift && IsYear(t, j + 1))
        {
            if (t.IsDash(j + 2) && t.Is(j + 3, DateRole.There)) return null;
            i = j + 2;
            return shift.Shift;
        }
        var article = t.Is(j, DateRole.Article);
        if (article) j++;
        if (!IsYear(t, j)) return null;
        if (ShiftAfter(t, j + 1) is { } after)
        {
            // L'année suivante is another than the publication tells.
            if (after.InText) return null;
            i = j + 2;
            return after.Shift;
        }
        if (!of || !article) return null;
        i = j + 1;
        return 0;

        static bool IsYear(DateText t, int i) => t.Word<UnitWord>(i) is { Unit: DateUnit.Year, Size: 1, Plurality: Plurality.One or Plurality.Any };
    }

    /// <summary>The shift that follows its unit: dernier, prochain.</summary>
    public static ShiftWord? ShiftAfter(DateText t, int i)
    {
        foreach (var word in t[i].Words) if (word is ShiftWord { Before: false } shift) return shift;
        return null;
    }

    public static ShiftWord? ShiftBefore(DateText t, int i)
    {
        foreach (var word in t[i].Words) if (word is ShiftWord { Before: true } shift) return shift;
        return null;
    }

    /// <summary>How many: figures with decimals, words, an article, or a vague word; the least and the most.</summary>
    public static (decimal Least, decimal Most)? Count(DateText t, ref int i)
    {
        if (t[i] is { Digits: >= 1 and <= 4, Value: var value })
        {
            if (t.IsInside(i) || t[i + 1] is { Digits: 3 }) return null;
            i++;
            if (t[i].Mark is '.' or ',' && t.Touches(i - 1) && t.Touches(i) && t[i + 1] is { Digits: 1, Value: var tenths })
            {
                i += 2;
                return (value + (tenths / 10m), value + (tenths / 10m));
            }
            return (value, value);
        }
        if (t.Word<CountWord>(i) is { Kind: CountKind.Article or CountKind.Vague } few)
        {
            i++;
            return (few.Value, few.Most);
        }
        if (t.Word<CountWord>(i) is { Kind: CountKind.Half })
        {
            i += t.IsDash(i + 1) ? 2 : 1;
            return (0.5m, 0.5m);
        }
        var j = i;
        if (Spelled(t, ref j, out var ordinal) is not { } spelled || ordinal) return null;
        i = j;
        return (spelled, spelled);
    }
}

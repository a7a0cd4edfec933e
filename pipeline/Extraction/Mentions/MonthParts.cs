namespace TechMoves;

/// <summary>Days and weeks told by their rank in a month: the first Friday of July, le deuxième lundi du mois prochain, the last week of May 2014.</summary>
public static class MonthParts
{
    /// <summary>The rank of the last one.</summary>
    const int Last = 0;

    public static DateSense? Read(DateText t, ref int i)
    {
        if (Rank(t, ref i) is not { } rank) return null;
        var weekday = t.Word<WeekdayWord>(i) is { Alone: true, Day: var day } ? day : (int?)null;
        var unit = t.Word<UnitWord>(i) is { Plurality: Plurality.One, Unit: DateUnit.Week or DateUnit.Weekend or DateUnit.Day, Size: 1, Unit: var named } ? named : (DateUnit?)null;
        if (weekday is null && unit is null) return null;
        i++;
        var j = i;
        if (t.Is(j, DateRole.Of, DateRole.Introducer) && Month(t, ref j) is { } month)
        {
            i = j;
            return weekday is { } of ? Weekday(rank, of, month) : unit == DateUnit.Day ? Day(rank, month) : month;
        }
        // On the second Tuesday, of this month.
        return weekday is { } alone && rank != Last && t.Ends(i) ? new NthWeekdaySense(rank, alone, null, 0) : null;
    }

    static int? Rank(DateText t, ref int i)
    {
        if (DateParts.ShiftBefore(t, i) is { Shift: -1, InText: false })
        {
            i++;
            return Last;
        }
        return DateParts.Day(t, ref i, out var ordinal) is >= 1 and <= 5 and var rank && ordinal ? rank : null;
    }

    /// <summary>The month after of or in: named, or moved from the present one.</summary>
    static DateSense? Month(DateText t, ref int i)
    {
        var j = i + 1;
        if (RelativeUnits.Unit(t, ref j) is { Unit: DateUnit.Month, InText: false } moved)
        {
            i = j;
            return moved;
        }
        if (RelativeUnits.IsThisMonth(t, i))
        {
            i = t.Word<UnitWord>(i + 1) is not null ? i + 2 : i + 3;
            return new ShiftSense(DateUnit.Month, 1, 0, InText: false);
        }
        // The two words du mois: of and the unit may be one phrase with what follows, or not.
        j = t.Is(i + 1, DateRole.Of) ? i + 2 : i + 1;
        if (t.Word<MonthWord>(j) is not { } month) return null;
        j += t.IsMark(j + 1, '.') && month.Alone == Standing.Never ? 2 : 1;
        var sense = new PeriodSense(null, month.Month, 1, Precision.Month);
        sense = NamedMonths.Told(t, ref j, sense, null) ?? sense;
        i = j;
        return sense;
    }

    static NthWeekdaySense Weekday(int rank, int weekday, DateSense month) => month is PeriodSense named ? new(rank, weekday, named, 0) : new(rank, weekday, null, ((ShiftSense)month).Shift);

    static DateSense? Day(int rank, DateSense month) => month switch
    {
        PeriodSense named => new DaySense(named.Year, named.Month, rank == Last ? DateTime.DaysInMonth(named.Year ?? 2001, named.Month) : rank, null, named.Reading, named.YearShift),
        ShiftSense moved when rank != Last => new MonthDaySense(rank, null, moved.Shift),
        _ => null,
    };
}

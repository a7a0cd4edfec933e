namespace TechMoves;

/// <summary>Units moved from the present one: last week, ce mois-ci, l'an dernier, le jour d'avant; and the days in them.</summary>
public static class RelativeUnits
{
    public static DateSense? Read(DateText t, ref int i)
    {
        var start = i;
        if (Unit(t, ref i) is { } shift)
            return shift.Unit == DateUnit.Week && DayAfter(t, ref i) is { } weekday ? new WeekdaySense(weekday, WeekdayShift.Either, shift.Shift) : shift;
        i = start;
        return WeekOf(t, ref i) ?? DayIn(t, ref i) ?? WithArticle(t, ref i);
    }

    /// <summary>The week of March 3, the week ending 5 May, la semaine du 14 novembre.</summary>
    static WeekSense? WeekOf(DateText t, ref int i)
    {
        if (t.Word<UnitWord>(i) is not { Unit: DateUnit.Week, Size: 1, Plurality: Plurality.One }) return null;
        var j = i + 1;
        while (j < i + 4 && (t.Is(j, DateRole.Weak, DateRole.Day) || t.Is(j, DateRole.Article)) && !t.Is(j, DateRole.Before, DateRole.After) && !t.Is(j, DateRole.And)) j++;
        if (j == i + 1 || (NamedDays.Read(t, ref j) ?? NumericDates.Read(t, ref j)) is not DaySense day) return null;
        i = j;
        return new(day);
    }

    /// <summary>A unit with the word that moves it, before or behind it.</summary>
    public static ShiftSense? Unit(DateText t, ref int i)
    {
        var j = i;
        if (DateParts.ShiftBefore(t, j) is { } before && t.Word<UnitWord>(j + 1) is { Plurality: Plurality.One or Plurality.Any, Size: < 100 } unit && unit.Unit is not (DateUnit.Minute or DateUnit.Hour))
        {
            // The past year, la dernière semaine, the next decade: a time up to or from now, no unit of the calendar.
            var the = t.Is(j - 1, DateRole.Article, DateRole.Modifying) || (t.Is(j - 1, DateRole.Day) && t.Is(j - 1, DateRole.Of, DateRole.Range));
            var span = !before.InText && the && (before.Shift < 0 ? (unit.Unit is not (DateUnit.Day or DateUnit.Quarter or DateUnit.Half) || (unit.Unit == DateUnit.Day && !t.Is(j - 1, DateRole.Article))) : before.Shift > 0 && unit.Unit == DateUnit.Year);
            if (span || (unit.Unit is DateUnit.Day or DateUnit.Half or DateUnit.Quarter && t.Is(j + 2, DateRole.Of))) return null;
            if (!There(t, j + 2, out var end)) return null;
            i = end;
            return new(unit.Unit, unit.Size, before.Shift, before.InText);
        }
        if (t.Is(j, DateRole.Article)) j++;
        if (t.Word<UnitWord>(j) is not { Plurality: Plurality.One or Plurality.Any, Size: < 100 } named || named.Unit is DateUnit.Minute or DateUnit.Hour) return null;
        // One day next week is no next day.
        if (DateParts.ShiftAfter(t, j + 1) is not { } after || (named.Unit == DateUnit.Day && t.Word<CountWord>(j - 1) is not null)) return null;
        i = j + 2;
        return new(named.Unit, named.Size, after.Shift, after.InText);
    }

    /// <summary>The place after ce mois-ci; false for cette année-là, which the text must tell.</summary>
    static bool There(DateText t, int i, out int end)
    {
        end = t.IsDash(i) && t.Is(i + 1, DateRole.Here) ? i + 2 : i;
        return !(t.IsDash(i) && t.Is(i + 1, DateRole.There));
    }

    static int? DayAfter(DateText t, ref int i)
    {
        var j = t.Is(i, DateRole.Day) ? i + 1 : i;
        if (t.Word<WeekdayWord>(j) is not { Alone: true } weekday) return null;
        i = j + 1;
        return weekday.Day;
    }

    /// <summary>Friday of next week, the 20th of next month.</summary>
    static DateSense? DayIn(DateText t, ref int i)
    {
        var j = i;
        if (t.Word<WeekdayWord>(j) is { Alone: true } weekday)
        {
            j = t.Is(j + 1, DateRole.DayPart) ? j + 2 : j + 1;
            if (t.IsMark(j, ',')) j++;
            while (j < i + 5 && (t.Is(j, DateRole.Of) || t.Is(j, DateRole.Day))) j++;
            if (Unit(t, ref j) is not { Unit: DateUnit.Week, InText: false } week) return null;
            i = j;
            return new WeekdaySense(weekday.Day, WeekdayShift.Either, week.Shift);
        }
        if (DateParts.Day(t, ref j, out _) is not { } day || !t.Is(j, DateRole.Of) || MonthOf(t, ref j) is not { } month) return null;
        i = j;
        return new MonthDaySense(day, null, month);
    }

    /// <summary>The distance of the month told after of or in.</summary>
    static int? MonthOf(DateText t, ref int i)
    {
        var j = i;
        if (t.Is(j, DateRole.Of, DateRole.Introducer)) j++;
        if (Unit(t, ref j) is { Unit: DateUnit.Month, InText: false } month)
        {
            i = j;
            return month.Shift;
        }
        // le 12 du mois
        if (!IsThisMonth(t, i)) return null;
        i = t.Is(i + 1, DateRole.Article) || t.Is(i + 1, DateRole.DayArticle) ? i + 3 : i + 2;
        return 0;
    }

    /// <summary>Whether the month stands here alone, without a name: of the month, du mois.</summary>
    public static bool IsThisMonth(DateText t, int i)
    {
        var j = t.Is(i + 1, DateRole.Article) || t.Is(i + 1, DateRole.DayArticle) ? i + 2 : i + 1;
        return t.Is(i, DateRole.Of) && t.Word<UnitWord>(j) is { Unit: DateUnit.Month, Plurality: not Plurality.Short } && t.Ends(j + 1);
    }

    /// <summary>The year before, l'année d'avant; a bare unit after a word for its part: la fin de l'année.</summary>
    static DateSense? WithArticle(DateText t, ref int i)
    {
        var j = t.Is(i, DateRole.Article) ? i + 1 : i;
        if (t.Word<UnitWord>(j) is not { Plurality: Plurality.One or Plurality.Any, Size: 1 } unit || unit.Unit is DateUnit.Minute or DateUnit.Hour or DateUnit.Workday) return null;
        var k = t.Is(j + 1, DateRole.Of) ? j + 2 : j + 1;
        if (j > i && t.Is(k, DateRole.Before, DateRole.After) && t.Ends(k + 1))
        {
            var sign = t.Is(k, DateRole.Before) ? -1 : 1;
            i = k + 1;
            return new ShiftSense(unit.Unit, 1, sign, InText: true);
        }
        if (unit.Unit == DateUnit.Weekend && j > i && (t.Is(i - 1, DateRole.At, DateRole.Introducer) || t.Is(i - 1, DateRole.Bound)))
        {
            i = j + 1;
            return new ShiftSense(unit.Unit, 1, 0, InText: false);
        }
        // year-end, year-end 2015
        var behind = t.IsDash(j + 1) && t.Touches(j) ? j + 2 : t.Is(j + 1, DateRole.Modifying) && t.Touches(j) ? j + 2 : t.IsLed(i) || t.Is(i - 1, DateRole.Weak, DateRole.At) ? j + 1 : t.Count;
        if (unit.Unit is not (DateUnit.Day or DateUnit.Weekend) && t.Is(behind, DateRole.Part))
        {
            i = behind + 1;
            return unit.Unit == DateUnit.Year && DateParts.Year(t, ref i) is { } year ? new PeriodSense(year, 1, 12, Precision.Year) : new ShiftSense(unit.Unit, 1, 0, InText: false);
        }
        if (unit.Unit is DateUnit.Day or DateUnit.Weekend || !AfterPart(t, i)) return null;
        if (t.Is(j + 1, DateRole.Of) || !There(t, j + 1, out var end)) return null;
        i = end;
        return new ShiftSense(unit.Unit, 1, 0, InText: false);
    }

    static bool AfterPart(DateText t, int i)
    {
        for (var before = i - 1; before >= i - 4; before--)
        {
            if (t.Is(before, DateRole.Part)) return true;
            if (!(t.IsDash(before) || t.Is(before, DateRole.Of) || t.Is(before, DateRole.Article) || t.Is(before, DateRole.Introducer))) return false;
        }
        return false;
    }
}

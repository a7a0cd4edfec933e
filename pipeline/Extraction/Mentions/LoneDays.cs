namespace TechMoves;

/// <summary>Days without a month: jeudi, mardi soir, last Tuesday, hier, Thursday the 21st, le 27.</summary>
public static class LoneDays
{
    public static DateSense? Read(DateText t, ref int i)
    {
        if (t.Word<PointWord>(i) is { } point) return Point(t, ref i, point);
        var shift = DateParts.ShiftBefore(t, i);
        if (t.Word<WeekdayWord>(shift is null ? i : i + 1) is { } weekday) return Weekday(t, ref i, weekday, shift);
        return shift is null ? MonthDay(t, ref i) : null;
    }

    static CountSense? Point(DateText t, ref int i, PointWord point)
    {
        // The eve of something else is told by that.
        if (point.InText && (t.Is(i + 1, DateRole.Of) || t.Is(i + 1, DateRole.Article) || t.Is(i + 1, DateRole.Modifying))) return null;
        i = t.Is(i + 1, DateRole.DayPart) ? i + 2 : i + 1;
        var days = new Duration(0, Math.Abs(point.Days), 0);
        return new(days, days, Math.Sign(point.Days), Precision.Day, point.InText);
    }

    static DateSense? Weekday(DateText t, ref int i, WeekdayWord weekday, ShiftWord? shift)
    {
        if (t.Is(i - 1, DateRole.Every)) return null;
        var start = i;
        i += shift is null ? 1 : 2;
        // From Monday to Friday is every week.
        var k = i;
        if ((t.IsDash(k) || t.Is(k, DateRole.Range)) && t.Word<WeekdayWord>(k + 1) is not null && shift is null)
        {
            i = k + 2;
            return new NoDateSense();
        }
        if (!weekday.Alone) return (t.Count == 1 || t.Is(start - 1, DateRole.Day)) && t[start].Casing == Casing.Capitalised && t.Ends(i) && !weekday.Plural ? new WeekdaySense(weekday.Day, WeekdayShift.Either) : null;
        if (t.Is(i, DateRole.DayPart)) i++;
        if (shift is not null) return Shifted(weekday, shift);
        if (DateParts.ShiftAfter(t, i) is { } after)
        {
            i = t.Is(i + 1, DateRole.DayPart) ? i + 2 : i + 1;
            return Shifted(weekday, after);
        }
        k = t.IsMark(i, ',') ? i + 1 : i;
        var article = t.Is(k, DateRole.Article);
        if (article) k++;
        if (DateParts.Day(t, ref k, out var ordinal) is { } day && (article || ordinal || k == i + 1) && t.Ends(k) && !t.IsMark(k, ':'))
        {
            i = k;
            return new MonthDaySense(day, weekday.Day, null);
        }
        return new WeekdaySense(weekday.Day, WeekdayShift.Either);
    }

    static WeekdaySense Shifted(WeekdayWord weekday, ShiftWord shift) =>
        new(weekday.Day, shift.Weekday, shift is { Weekday: WeekdayShift.Week, Shift: > 1 } ? shift.Shift : null, InText: shift.InText);

    /// <summary>Le 27, on the 27th: only where nothing follows that the number could count.</summary>
    static MonthDaySense? MonthDay(DateText t, ref int i)
    {
        var article = t.Is(i - 1, DateRole.DayArticle);
        if (!article && (!t.Is(i - 1, DateRole.Day) || t.Is(i - 1, DateRole.Range) || t.Is(i - 1, DateRole.Of))) return null;
        var spelled = t[i].Kind != TokenKind.Number;
        if (DateParts.Day(t, ref i, out var ordinal) is not { } day || !t.Ends(i) || t.IsMark(i, ':')) return null;
        var led = t.Is(i - 3, DateRole.Day) || t.Is(i - 3, DateRole.Weak);
        return spelled ? (day > 20 ? new(day, null, null) : null) : !article || ordinal || led ? new(day, null, null) : null;
    }
}

using static TechMoves.DateCalendar;

namespace TechMoves;

/// <summary>Resolves dates that are counted from a day: last month, two years ago, three weeks later.</summary>
public static class DateShifts
{
    public static ResolvedDate? Resolve(ShiftSense s, DateOnly? published, ResolvedDate? told)
    {
        var precision = s.Unit switch
        {
            DateUnit.Week or DateUnit.Weekend or DateUnit.Month => Precision.Month,
            DateUnit.Quarter => Precision.Quarter,
            DateUnit.Half => Precision.Half,
            DateUnit.Year => Precision.Year,
            _ => Precision.Day,
        };
        if ((s.InText && told?.First is { } anchor ? anchor : published) is not { } day) return ResolvedDate.Relative(null, null, null, precision);
        // The next day of a year is no day.
        if (s.InText && told is { First: not null } before && before.Precision > precision) return ResolvedDate.Relative(null, null, null, precision);
        var shift = s.Shift * s.Size;
        var (first, last) = s.Unit switch
        {
            DateUnit.Week => Week(day, shift),
            DateUnit.Weekend => Weekend(day, s.Shift),
            DateUnit.Month => Months(day, shift, 1),
            DateUnit.Quarter => Months(day, shift, 3),
            DateUnit.Half => Months(day, shift, 6),
            DateUnit.Year => Years(day, shift, s.Size),
            _ => (AddDays(day, shift), AddDays(day, shift)),
        };
        if (first is null) return null;
        // This weekend is the last one to a past tense, the coming one to a future tense.
        var next = s is { Unit: DateUnit.Weekend, Shift: 0 } && Monday(day) is { } monday ? AddDays(monday, 5) : first;
        return ResolvedDate.Relative(first, last, next, precision);
    }

    public static ResolvedDate? Resolve(CountSense s, DateOnly? published, ResolvedDate? told)
    {
        var anchored = s is { InText: true, Anchored: true } && told?.First is not null;
        if ((anchored ? told!.Value.First : published) is not { } anchor) return ResolvedDate.Relative(null, null, null, s.Precision);
        if (anchored && told!.Value.Precision == Precision.Year && s.Precision != Precision.Year) return ResolvedDate.Relative(null, null, null, s.Precision);
        if (AddDays(anchor, s.PointDays) is not { } day || Add(day, s.Least, s.Sign) is not { } least || Add(day, s.Most, s.Sign) is not { } most) return null;
        var precision = anchored && told!.Value.Precision > s.Precision ? told.Value.Precision : s.Precision;
        // A few months ago is a year if all that it may mean lies in one.
        if (least != most)
        {
            if (least.Year != most.Year) return null;
            precision = least.Month == most.Month ? Precision.Month : Precision.Year;
        }
        var (first, last) = precision switch
        {
            Precision.Day => (least, least),
            Precision.Month when s.Least.Days == 0 || least != most => (new(least.Year, least.Month, 1), End(new(least.Year, least.Month, 1), 1)),
            Precision.Month => (least, AddDays(least, 6)),
            _ => (new DateOnly(least.Year, 1, 1), Of(least.Year, 12, 31)),
        };
        // Three months later, with nothing told before, is no past date.
        return s is { InText: true, Sign: > 0 } && !anchored ? ResolvedDate.Relative(null, null, first, precision) : ResolvedDate.Relative(first, last, first, precision);
    }

    /// <summary>The week that holds a day, no more exact than its month.</summary>
    public static ResolvedDate? WeekOf(ResolvedDate day)
    {
        if (day.First is not { } first) return day with { Precision = Precision.Month };
        var (monday, sunday) = Week(first, 0);
        // The week of 1 October is one of October, though it began in September.
        if (monday is not { } start || start.Month != first.Month) monday = new(first.Year, first.Month, 1);
        return day with { First = monday, Last = sunday, Next = day.Next is { } next ? Monday(next) : null, Precision = Precision.Month };
    }

    static (DateOnly?, DateOnly?) Week(DateOnly day, int shift) =>
        Monday(day) is { } monday && AddDays(monday, 7L * shift) is { } first ? (first, AddDays(first, 6)) : (null, null);

    static (DateOnly?, DateOnly?) Weekend(DateOnly day, int shift)
    {
        if (Monday(day) is not { } monday) return (null, null);
        var first = shift switch
        {
            0 => LastWeekday(day, 6),
            < 0 => AddDays(monday, -2),
            _ => AddDays(monday, DateCalendar.Weekday(day) < 6 ? 5 : 12),
        };
        return first is { } saturday ? (saturday, AddDays(saturday, 1)) : (null, null);
    }

    static (DateOnly?, DateOnly?) Months(DateOnly day, int shift, int length)
    {
        var first = new DateOnly(day.Year, day.Month - ((day.Month - 1) % length), 1);
        return AddMonths(first, shift * length) is { } start ? (start, End(start, length)) : (null, null);
    }

    static (DateOnly?, DateOnly?) Years(DateOnly day, int shift, int length) =>
        Of(day.Year + shift, 1, 1) is { } first ? (first, Of(Math.Min(first.Year + length - 1, 9999), 12, 31)) : (null, null);
}

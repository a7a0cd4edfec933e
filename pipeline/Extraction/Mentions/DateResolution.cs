using static TechMoves.DateCalendar;

namespace TechMoves;

/// <summary>A resolved date: the past reading with its last day, the future reading, how exact, and whether the text alone told it.</summary>
public readonly record struct ResolvedDate(DateOnly? First, DateOnly? Last, DateOnly? Next, Precision Precision, DateBasis Basis)
{
    public static ResolvedDate Relative(DateOnly? first, DateOnly? last, DateOnly? next, Precision precision) => new(first, last, next, precision, DateBasis.Relative);

    public static ResolvedDate Day(DateOnly? first, DateOnly? next) => Relative(first, first, next, Precision.Day);
}

/// <summary>Turns what a date's words mean into days, with the publication date and the date told before. Null: there is no such day.</summary>
public static class DateResolution
{
    /// <summary>No month's thirtieth of February comes back within so many years, but its twenty-ninth does.</summary>
    const int LeapYears = 8;

    /// <summary>So many days around the publication, "this" means the nearest day, whatever its year.</summary>
    const int Near = 60;

    public static ResolvedDate? Resolve(DateSense sense, DateOnly? published, ResolvedDate? told) => sense switch
    {
        DaySense day => Day(day, published),
        PeriodSense period => Period(period, published),
        NthWeekdaySense nth => NthWeekday(nth, published),
        MonthDaySense day => published is { } date ? MonthDay(day, date) : ResolvedDate.Day(null, null),
        WeekdaySense weekday => From(weekday, published, told) is { } date ? Weekday(weekday, date) : ResolvedDate.Day(null, null),
        WeekSense week => Day(week.Day, published) is { } day ? DateShifts.WeekOf(day) : null,
        ShiftSense shift => DateShifts.Resolve(shift, published, told),
        CountSense count => DateShifts.Resolve(count, published, told),
        _ => null,
    };

    /// <summary>The day that a weekday counts from: the publication, or for the following Monday the day told before.</summary>
    static DateOnly? From(WeekdaySense s, DateOnly? published, ResolvedDate? told) => !s.InText ? published : told is { Precision: Precision.Day, First: { } day } ? day : null;

    static ResolvedDate? Day(DaySense s, DateOnly? published)
    {
        if (s.Year is { } year)
            return Of(year, s.Month, s.Day) is not { } stated ? null : new ResolvedDate(stated, Until(s, stated), stated, Precision.Day, DateBasis.Stated);
        if (Of(2000, s.Month, s.Day) is null) return null;
        if (published is not { } date) return ResolvedDate.Day(null, null);
        if (s.YearShift is { } shift)
            return Of(date.Year + shift, s.Month, s.Day) is not { } counted ? null : ResolvedDate.Relative(counted, Until(s, counted), counted, Precision.Day);
        DateOnly? past = null, next = null;
        for (var y = date.Year; past is null && y > date.Year - LeapYears; y--)
            if (Of(y, s.Month, s.Day) is { } day && (day < date || (day == date && s.Reading != DateReading.Past))) past = day;
        for (var y = date.Year; next is null && y < date.Year + LeapYears; y++)
            if (Of(y, s.Month, s.Day) is { } day && (day > date || (day == date && s.Reading != DateReading.Future))) next = day;
        (past, next) = Choose(past, next, s, date);
        return ResolvedDate.Relative(past, past is { } first ? Until(s, first) : null, next, Precision.Day);
    }

    /// <summary>A weekday that fits only one of the two readings decides, and so do words such as last and next.</summary>
    static (DateOnly?, DateOnly?) Choose(DateOnly? past, DateOnly? next, DaySense s, DateOnly published)
    {
        if (s.Weekday is { } weekday && past is { } before && next is { } after)
        {
            if (DateCalendar.Weekday(before) == weekday && DateCalendar.Weekday(after) != weekday) return (past, past);
            if (DateCalendar.Weekday(after) == weekday && DateCalendar.Weekday(before) != weekday) return (next, next);
        }
        return s.Reading switch
        {
            DateReading.Past => (past, past),
            DateReading.Future => (next, next),
            DateReading.Nearest => Nearest(past, next, published),
            _ => (past, next),
        };
    }

    /// <summary>This 24 January: the day of this year, unless another is only days away.</summary>
    static (DateOnly?, DateOnly?) Nearest(DateOnly? past, DateOnly? next, DateOnly published)
    {
        if (past is not { } before || next is not { } after) return (past, next);
        var (since, to) = (published.DayNumber - before.DayNumber, after.DayNumber - published.DayNumber);
        var nearest = Math.Min(since, to) <= Near ? (since <= to ? before : after) : before.Year == published.Year ? before : after;
        return (nearest, nearest);
    }

    static DateOnly? Until(DaySense s, DateOnly first) => s.Until is not { } until ? first
        : Of(first.Year, until.Month, until.Day) is { } last && last >= first ? last : Of(first.Year + 1, until.Month, until.Day) is { } later && until.Month < s.Month ? later : first;

    static ResolvedDate? Period(PeriodSense s, DateOnly? published)
    {
        if (s.Year is { } year)
            return Of(year, s.Month, 1) is not { } stated ? null : new ResolvedDate(stated, End(stated, s.Months), stated, s.Precision, DateBasis.Stated);
        if (published is not { } date) return ResolvedDate.Relative(null, null, null, s.Precision);
        if (s.YearShift is { } shift)
            return Of(date.Year + shift, s.Month, 1) is not { } counted ? null : ResolvedDate.Relative(counted, End(counted, s.Months), counted, s.Precision);
        DateOnly? past = null, next = null, present = null;
        for (var y = date.Year + 1; y >= date.Year - 2; y--)
        {
            if (Of(y, s.Month, 1) is not { } first || End(first, s.Months) is not { } last) continue;
            if (first <= date && last >= date) present = first;
            if (past is null && (s.Reading == DateReading.Past ? last < date : first <= date)) past = first;
            if (s.Reading == DateReading.Future ? first > date : last >= date) next = first;
        }
        (past, next) = s.Reading switch
        {
            DateReading.Past => (past, past),
            DateReading.Future => (next, next),
            DateReading.Nearest => This(present ?? (s.Month + s.Months > 13 ? past : Of(date.Year, s.Month, 1))),
            _ => (past, next),
        };
        return ResolvedDate.Relative(past, past is { } start ? End(start, s.Months) : null, next, s.Precision);

        // In March, this winter is the one that has just ended; this autumn is still to come.
        static (DateOnly?, DateOnly?) This(DateOnly? one) => (one, one);
    }

    static ResolvedDate? NthWeekday(NthWeekdaySense s, DateOnly? published)
    {
        var month = s.Month is { } named ? Period(named, published)
            : published is { } date && AddMonths(new(date.Year, date.Month, 1), s.MonthShift) is { } first ? ResolvedDate.Relative(first, null, first, Precision.Month)
            : ResolvedDate.Relative(null, null, null, Precision.Month);
        if (month is not { } resolved) return null;
        if (resolved.First is null && resolved.Next is null) return ResolvedDate.Day(null, null);
        var (past, next) = (In(resolved.First), In(resolved.Next));
        return past is null && next is null ? null : ResolvedDate.Day(past, next) with { Basis = resolved.Basis };

        DateOnly? In(DateOnly? start) => start is { } first && s.Nth == 0 ? End(first, 1) is { } end ? LastWeekday(end, s.Day) : null
            : start is { } day && AddDays(day, ((s.Day - DateCalendar.Weekday(day) + 7) % 7) + (7 * (s.Nth - 1))) is { } found && found.Month == day.Month ? found : null;
    }

    static ResolvedDate? MonthDay(MonthDaySense s, DateOnly published)
    {
        if (s.MonthShift is { } shift)
        {
            var day = AddMonths(new(published.Year, published.Month, 1), shift) is { } month ? Of(month.Year, month.Month, s.Day) : null;
            return day is null ? null : ResolvedDate.Day(day, day);
        }
        return s.Weekday is not null && Search(-1, weekday: true) is { } exact ? ResolvedDate.Day(exact, exact) : ResolvedDate.Day(Search(-1, false), Search(1, false));

        DateOnly? Search(int step, bool weekday)
        {
            for (var months = 0; months < 12; months++)
                if (AddMonths(new(published.Year, published.Month, 1), step * months) is { } month && Of(month.Year, month.Month, s.Day) is { } day
                    && (step < 0 ? day <= published : day >= published) && (!weekday || DateCalendar.Weekday(day) == s.Weekday)) return day;
            return null;
        }
    }

    static ResolvedDate? Weekday(WeekdaySense s, DateOnly published)
    {
        if (s.Week is { } week || (s.Shift == WeekdayShift.Week && (week = 1) == 1))
            return Monday(published) is { } monday && AddDays(monday, (7 * week) + s.Day - 1) is { } told ? ResolvedDate.Day(told, told) : null;
        if (LastWeekday(published, s.Day) is not { } last) return null;
        var past = s.Shift == WeekdayShift.Past && last == published ? AddDays(last, -7) : last;
        var next = AddDays(last, 7 + (7 * s.Further));
        return s.Shift switch
        {
            WeekdayShift.Past => ResolvedDate.Day(past, past),
            WeekdayShift.Coming => ResolvedDate.Day(next, next),
            _ => ResolvedDate.Day(past, next),
        };
    }
}

namespace TechMoves;

/// <summary>Which of the days or periods of that name is meant, where no year is told.</summary>
public enum DateReading : byte { Either, Past, Future, Nearest }

/// <summary>What the words of a date mean, before a publication date resolves them.</summary>
public abstract record DateSense;

/// <summary>A day of a month; of a year that is told, of one counted from the publication (YearShift), or of none.</summary>
/// <param name="Until">The last day, where days in a row are told.</param>
public sealed record DaySense(int? Year, int Month, int Day, int? Weekday = null, DateReading Reading = DateReading.Either, int? YearShift = null, (int Month, int Day)? Until = null) : DateSense;

/// <summary>The week that holds a day: the week of March 3.</summary>
public sealed record WeekSense(DaySense Day) : DateSense;

/// <summary>Months in a row: a month, quarter, half, season, year or some years.</summary>
public sealed record PeriodSense(int? Year, int Month, int Months, Precision Precision, DateReading Reading = DateReading.Either, int? YearShift = null) : DateSense;

/// <summary>A unit of the calendar, counted from the present one: last week, this year.</summary>
public sealed record ShiftSense(DateUnit Unit, int Size, int Shift, bool InText) : DateSense;

/// <summary>Some time before (Sign -1) or after a day: the publication, or (InText) the date told before. Most is the longest time that a vague count means.</summary>
/// <param name="Anchored">Whether the date told before counts; after two years is told from no date.</param>
public sealed record CountSense(Duration Least, Duration Most, int Sign, Precision Precision, bool InText, int PointDays = 0, bool Anchored = true) : DateSense;

/// <summary>A weekday, of a week that is told or not; Further is in how many weeks after that.</summary>
/// <param name="InText">Whether it counts from the date told before: the following Monday.</param>
public sealed record WeekdaySense(int Day, WeekdayShift Shift, int? Week = null, int Further = 0, bool InText = false) : DateSense;

/// <summary>The second Tuesday of a month, or the last (Nth 0); Month null: of the month so far from the publication.</summary>
public sealed record NthWeekdaySense(int Nth, int Day, PeriodSense? Month, int MonthShift) : DateSense;

/// <summary>A day of a month that is not named.</summary>
public sealed record MonthDaySense(int Day, int? Weekday, int? MonthShift) : DateSense;

/// <summary>Words that look like a date and are none.</summary>
public sealed record NoDateSense : DateSense;

/// <summary>A time in months and days; working days skip Saturdays and Sundays.</summary>
public readonly record struct Duration(int Months, int Days, int Workdays)
{
    /// <summary>The longest time that any date may be away, in each of the three.</summary>
    const int Longest = 120_000;

    public Duration? Plus(decimal count, DateUnit unit, int size)
    {
        var total = count * size;
        if (total > Longest) return null;
        var (months, days, workdays) = unit switch
        {
            DateUnit.Minute => (0, (int)(total / 1440), 0),
            DateUnit.Hour => (0, (int)(total / 24), 0),
            DateUnit.Day => (0, (int)total, 0),
            DateUnit.Workday => (0, 0, (int)total),
            DateUnit.Week or DateUnit.Weekend => (0, (int)(7 * total), 0),
            DateUnit.Month => ((int)total, 0, 0),
            DateUnit.Quarter => ((int)(3 * total), 0, 0),
            DateUnit.Half => ((int)(6 * total), 0, 0),
            _ => ((int)(12 * total), 0, 0),
        };
        var sum = new Duration(Months + months, Days + days, Workdays + workdays);
        return sum.Months > Longest || sum.Days > 10 * Longest || sum.Workdays > 10_000 ? null : sum;
    }
}

namespace TechMoves;

/// <summary>Arithmetic on dates that answers null where the calendar ends, instead of throwing.</summary>
public static class DateCalendar
{
    public static DateOnly? Of(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    public static DateOnly? AddDays(DateOnly date, long days)
    {
        var number = date.DayNumber + days;
        return number >= 0 && number <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber((int)number) : null;
    }

    public static DateOnly? AddMonths(DateOnly date, int months)
    {
        var total = (12L * date.Year) + date.Month - 1 + months;
        return total is >= 12 and < 120_000 ? Of((int)(total / 12), (int)(total % 12) + 1, Math.Min(date.Day, DateTime.DaysInMonth((int)(total / 12), (int)(total % 12) + 1))) : null;
    }

    public static DateOnly? Add(DateOnly date, Duration time, int sign)
    {
        if (AddMonths(date, sign * time.Months) is not { } moved || AddDays(moved, sign * time.Days) is not { } day) return null;
        for (var left = time.Workdays; left > 0;)
        {
            if (AddDays(day, sign) is not { } next) return null;
            day = next;
            if (Weekday(day) < 6) left--;
        }
        return day;
    }

    /// <summary>1 (Monday) to 7.</summary>
    public static int Weekday(DateOnly date) => date.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)date.DayOfWeek;

    public static DateOnly? Monday(DateOnly date) => AddDays(date, 1 - Weekday(date));

    /// <summary>The last such weekday up to and including the date.</summary>
    public static DateOnly? LastWeekday(DateOnly date, int weekday) => AddDays(date, -((Weekday(date) - weekday + 7) % 7));

    /// <summary>The last day of so many months from this day on.</summary>
    public static DateOnly? End(DateOnly first, int months) => AddMonths(first, months) is { } next ? AddDays(next, -1) : null;
}

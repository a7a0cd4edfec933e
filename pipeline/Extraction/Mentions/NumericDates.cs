namespace TechMoves;

/// <summary>Dates in figures: 2015-03-12, 12/03/2015, 12.3.15, 4/22; the month may be a word (12-mars-2015).</summary>
public static class NumericDates
{
    public static DateSense? Read(DateText t, ref int i)
    {
        if (t[i] is not { Kind: TokenKind.Number, Digits: 1 or 2 or 4 or 8 } || t.IsInside(i)) return null;
        if (t[i].Digits == 8) return Compact(t, ref i);
        if (t[i].Digits == 4) return YearFirst(t, ref i);
        var sign = t[i + 1].Mark;
        if (t.Count == 3 && t[1] is { Digits: 1 or 2, Value: var month } && t[2] is { Digits: 4, Value: >= 1900 and <= 2100 and var stated })
        {
            var day = t[0].Value;
            i += 3;
            return Sense(t, 0, day, month, stated, '/');
        }
        if (sign is not ('/' or '-' or '.')) return null;
        if (WithMonthName(t, ref i, sign) is { } named) return named;
        var spaced = !t.Touches(i) || !t.Touches(i + 1);
        if (t[i + 2] is not { Digits: 1 or 2 }) return null;
        var (first, second) = (t[i].Value, t[i + 2].Value);
        if (t.IsMark(i + 3, sign) && t[i + 4] is { Digits: 2 or 4 } year)
        {
            // A line that holds nothing else is a date, however it is spaced.
            var alone = i == 0 && i + 5 == t.Count;
            if (spaced || !t.Touches(i + 2) || !t.Touches(i + 3)) { if (sign != '.' || (year.Digits != 4 && !alone)) return null; }
            else if (t.Touches(i + 4) && (t[i + 5].Kind == TokenKind.Number || (t[i + 5].Mark == sign && t.Touches(i + 5)))) return null;
            // 10.12.15 may be a version, 6-4-12 a score.
            if (year.Digits == 2 && sign == '.' && !alone && !t.Is(i - 1, DateRole.Day)) return null;
            if (year.Digits == 4 && year.Value is < 1900 or > 2100) return null;
            var start = i;
            i += 5;
            return Sense(t, start, first, second, year.Digits == 4 ? year.Value : t.Century(year.Value), sign);
        }
        return spaced ? null : WithoutYear(t, ref i, first, second, sign);
    }

    /// <summary>20150312, where a day is expected or the line holds nothing else.</summary>
    static DaySense? Compact(DateText t, ref int i)
    {
        var value = t[i].Value;
        var (year, month, day) = (value / 10_000, value / 100 % 100, value % 100);
        if (year is < 1900 or > 2100 || DateCalendar.Of(year, month, day) is null || !(t.Count == 1 || t.Is(i - 1, DateRole.Day))) return null;
        i++;
        return new(year, month, day);
    }

    static DaySense? YearFirst(DateText t, ref int i)
    {
        var sign = t[i + 1].Mark;
        if (t[i].Value is < 1900 or > 2100 || sign is not ('/' or '-' or '.') || !t.Touches(i) || !t.Touches(i + 1)) return null;
        if (!t.IsMark(i + 3, sign) || !t.Touches(i + 2) || !t.Touches(i + 3) || t[i + 4] is not { Digits: 1 or 2, Value: var day }) return null;
        var month = t.Word<MonthWord>(i + 2)?.Month ?? (t[i + 2].Digits is 1 or 2 ? t[i + 2].Value : 0);
        if (t.Touches(i + 4) && t[i + 5].Mark == sign && t[i + 6].Kind == TokenKind.Number && t.Touches(i + 5)) return null;
        var year = t[i].Value;
        if (DateCalendar.Of(year, month, day) is null) return null;
        i += 5;
        return new(year, month, day);
    }

    static DaySense? WithMonthName(DateText t, ref int i, char sign)
    {
        if (!t.Touches(i) || !t.Touches(i + 1) || t.Word<MonthWord>(i + 2) is not { } month || t[i + 3].Mark != sign || !t.Touches(i + 2) || !t.Touches(i + 3)) return null;
        if (t[i + 4] is not { Digits: 2 or 4 } year) return null;
        var day = t[i].Value;
        i += 5;
        return new(year.Digits == 4 ? year.Value : t.Century(year.Value), month.Month, day);
    }

    static DaySense? WithoutYear(DateText t, ref int i, int first, int second, char sign)
    {
        var end = i + 3;
        if (t.Touches(i + 2) && (t[end].Kind != TokenKind.Mark || (t[end].Mark is '/' or '-' && t.Touches(end)) || t.IsMark(end, '%'))) return null;
        // 12/08, 2015
        if (sign == '/' && t.IsMark(end, ',') && (t[end + 1] is { Digits: 4, Value: >= 1900 and <= 2100 } || (t[end + 1].Digits == 2 && t.Touches(end) && t.Ends(end + 2))))
        {
            var start = i;
            i = end + 2;
            return Sense(t, start, first, second, t[end + 1].Digits == 4 ? t[end + 1].Value : t.Century(t[end + 1].Value), sign);
        }
        if (t.GoesOn(end)) return null;
        var led = t.Is(i - 1, DateRole.Day) && t.Ends(end);
        // 24/7, 16/9 and 1/2 are no dates; 22/04 and 4/22 are.
        var plain = sign == '/' && !t.Is(i - 1, DateRole.At) && (t.Lexicon.IsMonthFirst(sign) ? second > 12 || (first > 12 && t[i + 2].Digits == 2) : first > 12) && Math.Min(first, second) <= 12 && (t.Lexicon.IsMonthFirst(sign) || second <= 12);
        if (!(led || plain || (sign == '/' && t.Is(i - 1, DateRole.Day)))) return null;
        var from = i;
        i = end;
        return Sense(t, from, first, second, null, sign);
    }

    static DaySense? Sense(DateText t, int start, int first, int second, int? year, char sign)
    {
        var monthFirst = t.Lexicon.IsMonthFirst(sign);
        var (day, month) = monthFirst ? (second, first) : (first, second);
        if (month > 12) (day, month) = (month, day);
        var weekday = t.Word<WeekdayWord>(start - 1)?.Day;
        return month is >= 1 and <= 12 && DateCalendar.Of(year ?? 2000, month, day) is not null ? new(year, month, day, weekday) : null;
    }
}

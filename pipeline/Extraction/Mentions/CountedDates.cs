namespace TechMoves;

/// <summary>Dates so long before or after another: two years ago, il y a trois mois, dans deux semaines, a year later, two days after today.</summary>
public static class CountedDates
{
    /// <summary>More words of one kind in a row are no date, and reading them from each place would not be linear.</summary>
    const int Longest = 4;

    const decimal Half = 0.5m;

    public static DateSense? Read(DateText t, ref int i)
    {
        var sign = t.Is(i, DateRole.AgoBefore) ? -1 : t.Is(i, DateRole.Future) ? 1 : 0;
        var after = sign == 0 && t.Is(i, DateRole.After);
        if (sign != 0 || after) i++;
        var (exact, bound) = (false, false);
        for (var first = i; i < first + Longest && (t.Is(i, DateRole.About, DateRole.Bound) || t.Is(i, DateRole.Exact)); i++) (exact, bound) = (exact || t.Is(i, DateRole.Exact), bound || t.Is(i, DateRole.Bound));
        // In less than a year, in half a year is how long something took.
        if (sign > 0 && (bound || t.Word<CountWord>(i) is { Kind: CountKind.Half })) return null;
        var start = i;
        if (Weekdays(t, ref i, after ? 1 : sign) is { } weekdays) return weekdays;
        i = start;
        if (Times(t, ref i) is not { } times) return null;
        var sense = new CountSense(times.Least, times.Most, sign, exact && times.Precision == Precision.Year ? Precision.Month : times.Precision, InText: false);
        if (sign != 0) return Closed(t, ref i, sense, times.Unit);
        if (after) return t.Ends(i) ? sense with { Sign = 1, InText = true, Anchored = false } : null;
        return Behind(t, ref i, sense);
    }

    /// <summary>In two weeks, in two weeks' time; but not in a quarter of the cases.</summary>
    static CountSense? Closed(DateText t, ref int i, CountSense sense, DateUnit unit)
    {
        if (unit is DateUnit.Quarter or DateUnit.Half && t.Is(i, DateRole.Of)) return null;
        if (sense.Sign < 0) return sense;
        if (t.Is(i, DateRole.From) && t.Word<PointWord>(i + 1) is { } point)
        {
            i += 2;
            return sense with { PointDays = point.Days };
        }
        if (t.IsMark(i, '\'') && t.Is(i + 1, DateRole.Time)) i += 2;
        else if (t.Is(i, DateRole.Time)) i++;
        else if (t.Is(i, DateRole.Modifying) && t.Is(i + 1, DateRole.Time)) i += 2;
        return sense;
    }

    /// <summary>The word behind the time that says from where it counts.</summary>
    static CountSense? Behind(DateText t, ref int i, CountSense sense)
    {
        var at = i++;
        // A day earlier than scheduled
        if (t.Is(i, DateRole.Than)) return null;
        if (t.Is(at, DateRole.Ago)) return sense with { Sign = -1 };
        if (t.Is(at, DateRole.Hence)) return sense with { Sign = 1 };
        if (t.Word<PointWord>(i) is { } point && t.Is(at, DateRole.From, DateRole.Before))
        {
            i++;
            return sense with { Sign = t.Is(at, DateRole.From) ? 1 : -1, PointDays = point.Days };
        }
        if (t.Is(at, DateRole.Later) && (!t.Is(at, DateRole.After) || t.Ends(i))) return sense with { Sign = 1, InText = true };
        if (t.Is(at, DateRole.Earlier) && (!t.Is(at, DateRole.Before) || t.Ends(i))) return sense with { Sign = -1, InText = true };
        if (t.Is(at, DateRole.After, DateRole.Before) && t.Ends(i)) return sense with { Sign = t.Is(at, DateRole.Before) ? -1 : 1, InText = true };
        return null;
    }

    /// <summary>A count and its unit, and what is added to it: 1 year 2 months, un mois et 21 jours.</summary>
    static (Duration Least, Duration Most, Precision Precision, DateUnit Unit)? Times(DateText t, ref int i)
    {
        var (least, most) = (default(Duration), default(Duration));
        var precision = Precision.Year;
        DateUnit? last = null;
        for (int j = i, terms = 0; terms < Longest; i = j, terms++)
        {
            var apart = j;
            if (last is not null)
            {
                if (t[j].Mark is ',' or '+') j++;
                if (t.Is(j, DateRole.And)) j++;
            }
            var count = j;
            if (DateParts.Count(t, ref j) is not { } found) break;
            if (t.Is(j, DateRole.AndHalf)) (j, found) = (j + 1, (found.Least + Half, found.Most + Half));
            if (t.Word<UnitWord>(j) is not { } unit) break;
            if (unit.Plurality == Plurality.Short && !(t.Touches(j - 1) && t[j - 1].Kind == TokenKind.Number && !(t.Touches(j) && t[j + 1].Kind == TokenKind.Number))) break;
            // Two apart sums of time need not be one: five years, two weeks ago.
            if (last is not null && count > apart && unit.Unit > last) break;
            var half = t.Is(j + 1, DateRole.AndHalf);
            if (half) (j, found) = (j + 1, (found.Least + Half, found.Most + Half));
            if (least.Plus(found.Least, unit.Unit, unit.Size) is not { } more || most.Plus(found.Most, unit.Unit, unit.Size) is not { } longer) return null;
            (least, most, last) = (more, longer, unit.Unit);
            var exactness = unit.Unit switch
            {
                DateUnit.Year => found.Least * unit.Size % 1 == 0 ? Precision.Year : Precision.Month,
                DateUnit.Half or DateUnit.Quarter or DateUnit.Month or DateUnit.Week or DateUnit.Weekend => Precision.Month,
                _ => Precision.Day,
            };
            if (exactness < precision) precision = exactness;
            j++;
        }
        return last is { } smallest ? (least, most, precision, smallest) : null;
    }

    /// <summary>Two Mondays from now.</summary>
    static WeekdaySense? Weekdays(DateText t, ref int i, int sign)
    {
        if (sign < 0 || DateParts.Count(t, ref i) is not { Least: >= 1 and <= 52 and var count }) return null;
        if (t.Word<WeekdayWord>(i) is not { } weekday || !(weekday.Alone || weekday.Plural)) return null;
        i++;
        if (sign == 0 && !t.Is(i, DateRole.Hence) && !t.Is(i, DateRole.Later)) return null;
        if (sign == 0) i++;
        return new(weekday.Day, WeekdayShift.Coming, Further: (int)count - 1);
    }
}

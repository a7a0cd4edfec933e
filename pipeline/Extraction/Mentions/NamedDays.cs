namespace TechMoves;

/// <summary>Days with the name of their month: jeudi 12 mars 2015, March 12, 3-5 May, du 30 mai au 3 juin.</summary>
public static class NamedDays
{
    public static DateSense? Read(DateText t, ref int i)
    {
        var shift = DateParts.ShiftBefore(t, i);
        if (shift is { InText: true }) return null;
        if (shift is not null) i++;
        var weekday = Weekday(t, ref i);
        var reading = shift switch { null => DateReading.Either, { Shift: 0 } => DateReading.Nearest, { Shift: < 0 } => DateReading.Past, _ => DateReading.Future };
        var j = i;
        if (DayMonth(t, ref j, weekday, reading) is { } dayFirst) { i = j; return dayFirst; }
        return MonthDay(t, ref i, weekday, reading);
    }

    /// <summary>The weekday before a date, with what stands between.</summary>
    static int? Weekday(DateText t, ref int i)
    {
        if (t.Word<WeekdayWord>(i) is not { } word) return null;
        i++;
        if (t.Is(i, DateRole.DayPart)) i++;
        if (t[i].Mark is '.' or ',') i++;
        if (t.IsMark(i, ',')) i++;
        if (t.Is(i, DateRole.Article) || t.Is(i, DateRole.Day)) i++;
        return word.Day;
    }

    static DaySense? DayMonth(DateText t, ref int i, int? weekday, DateReading reading)
    {
        var start = i;
        if (DateParts.Day(t, ref i, out var ordinal) is not { } day) return null;
        var spelled = t[start].Kind != TokenKind.Number;
        if (Month(t, ref i, out var of, out var at) is not { } month)
        {
            // Two days of one month: 3-5 May, du 3 au 5 mai.
            if (Link(t, ref i) && DateParts.Day(t, ref i, out _, linked: true) is { } until && Month(t, ref i, out _, out at) is { } shared && until > day)
                return Rest(t, ref i, at, new(null, shared.Month, day, weekday, reading, null, (shared.Month, until)));
            return null;
        }
        // Its second June event is no day of June.
        if (spelled && !of && (month.Alone == Standing.Never || (t.Lexicon.IsMonthFirst('/') && (!ordinal || weekday is null)))) return null;
        // Eleven may be no eleventh of May.
        var sense = Rest(t, ref i, at, new(null, month.Month, day, weekday, reading));
        if (month.Alone == Standing.Context && (t[at].Casing == Casing.Lower || t.IsMark(at - 1, '.')) && sense.Year is null) return null;
        if (sense.Year is not null) return sense;
        // du 30 mai au 3 juin 2015
        var j = i;
        if (!Link(t, ref j) || DateParts.Day(t, ref j, out _, linked: true) is not { } last || Month(t, ref j, out _, out at) is not { } next) return sense;
        i = j;
        return Rest(t, ref i, at, sense with { Until = (next.Month, last) });
    }

    static MonthWord? Month(DateText t, ref int i, out bool of, out int at)
    {
        var j = i;
        of = false;
        if (t.IsDash(j) || t.IsMark(j, '/') || t.IsMark(j, '.')) j++;
        else if (t.Is(j, DateRole.Of)) { of = true; j++; }
        at = j;
        if (t.Word<MonthWord>(j) is not { } month) return null;
        i = AfterName(t, j, month);
        return month;
    }

    /// <summary>The place after a month's name and the dot of its abbreviation.</summary>
    static int AfterName(DateText t, int i, MonthWord month) => t.IsMark(i + 1, '.') && (t.Touches(i) || t[i + 2].Kind == TokenKind.Number) && (month.Alone == Standing.Never || t[i + 2].Kind == TokenKind.Number) ? i + 2 : i + 1;

    /// <summary>What links the two ends of a stretch of days: a dash, to, au, and; with the second weekday.</summary>
    static bool Link(DateText t, ref int i)
    {
        if (!t.IsDash(i) && !t.Is(i, DateRole.Range, DateRole.And)) return false;
        i++;
        if (t.Is(i, DateRole.Article)) i++;
        Weekday(t, ref i);
        return true;
    }

    static DaySense? MonthDay(DateText t, ref int i, int? weekday, DateReading reading)
    {
        if (t.Word<MonthWord>(i) is not { } month) return null;
        var name = i;
        i = AfterName(t, i, month);
        var dotted = i > name + 1;
        // "[Sept] 4, 2014": an editor's hand in a quotation.
        if (t.IsMark(i, ']') && t.IsMark(name - 1, '[')) i++;
        var joined = t.Touches(i - 1) && (t.IsDash(i) || t.IsMark(i, '/'));
        if (joined) i++;
        if (t.Is(i, DateRole.Article)) i++;
        var start = i;
        if (DateParts.Day(t, ref i, out var ordinal) is not { } day || t.GoesOn(i) || t[i].Mark is '$' or '\u20ac' or '\u00a3') return null;
        (int, int)? until = null;
        var j = i;
        if (Link(t, ref j))
        {
            var k = j;
            if (DateParts.Day(t, ref k, out _, linked: true) is { } last && last > day && !t.GoesOn(k) && t.Word<MonthWord>(k) is null && (!t.Is(i, DateRole.And) || t.Ends(k))) (until, i) = ((month.Month, last), k);
            else if (t.Word<MonthWord>(j) is { } other && (k = AfterName(t, j, other)) > 0 && DateParts.Day(t, ref k, out _) is { } end && !t.GoesOn(k)) (until, i) = ((other.Month, end), k);
        }
        var sense = Rest(t, ref i, name, new(null, month.Month, day, weekday, reading, null, until));
        if (sense.Year is not null) return sense;
        var capital = t[name].Casing != Casing.Lower;
        var spelled = t[start].Kind != TokenKind.Number;
        var plain = t.Lexicon.IsMonthFirst('/') ? capital || (month.Alone != Standing.Context && (month.Alone != Standing.Never || dotted || joined || weekday is not null)) : capital && (dotted || joined) || t.Ends(i);
        return plain && (!spelled || ordinal || t.Ends(i)) ? sense : null;
    }

    /// <summary>The year, or what stands for it: 2015, '15, last year, dernier.</summary>
    static DaySense Rest(DateText t, ref int i, int month, DaySense sense)
    {
        var j = t.IsMark(i, ',') || (t.IsMark(i, '-') && t.Touches(i)) || (t.IsMark(i, '/') && t.Touches(i)) || (t.IsMark(i, ']') && t.IsMark(month - 1, '[')) || (t.Is(i, DateRole.Of) && t[i + 1].Digits == 4) ? i + 1 : i;
        var comma = t.IsMark(i, ',');
        if (DateParts.Year(t, ref j, far: true) is { } year && !(comma && year % 100 == 0 && t[j] is { Kind: TokenKind.Word, Casing: Casing.Lower, Words.Length: 0 }))
        {
            i = j;
            return sense with { Year = year };
        }
        if (t[i] is { Digits: 2, Value: var two } && t.Ends(i + 1) && (two > 31 || (month <= 2 && i + 1 == t.Count)))
        {
            i++;
            return sense with { Year = t.Century(two) };
        }
        j = i;
        if (DateParts.YearShift(t, ref j) is { } shift)
        {
            i = j;
            return sense with { YearShift = shift };
        }
        if (DateParts.ShiftAfter(t, i) is { InText: false, Shift: var after } word && !(t.Word<UnitWord>(i + 1) is not null && DateParts.ShiftBefore(t, i) is not null))
        {
            i++;
            return sense with { Reading = after < 0 ? DateReading.Past : after > 0 ? DateReading.Future : sense.Reading };
        }
        return sense;
    }
}

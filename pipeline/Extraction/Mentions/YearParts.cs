namespace TechMoves;

/// <summary>Quarters and halves: the third quarter of 2015, T3 2021, Q3, 1H15, second semestre.</summary>
public static class YearParts
{
    public static DateSense? Read(DateText t, ref int i)
    {
        var j = i;
        if (Ranked(t, ref j) is { } ranked) { i = j; return ranked; }
        j = i;
        if (OfYear(t, ref j) is { } told) { i = j; return told; }
        return Lettered(t, ref i);
    }

    /// <summary>The year first: last year's fourth quarter, 2015 Q3, 2015-Q3.</summary>
    static PeriodSense? OfYear(DateText t, ref int i)
    {
        PeriodSense? part;
        if (DateParts.ShiftBefore(t, i) is { InText: false } shift && t.Word<UnitWord>(i + 1) is { Unit: DateUnit.Year, Size: 1 } && t.Is(i + 2, DateRole.Modifying))
        {
            i += 3;
            part = Ranked(t, ref i) ?? Lettered(t, ref i);
            return part is { Year: null } ? part with { YearShift = shift.Shift } : null;
        }
        if (t.Is(i, DateRole.Fiscal) && t[i + 1].Digits == 4) i++;
        else if (t.IsInside(i)) return null;
        if (t[i] is not { Digits: 4, Value: >= 1900 and <= 2100 and var year }) return null;
        i += t.IsDash(i + 1) || t.Is(i + 1, DateRole.Modifying) ? 2 : 1;
        part = Ranked(t, ref i) ?? Lettered(t, ref i);
        return part is { Year: null } ? part with { Year = year } : null;
    }

    static PeriodSense? Ranked(DateText t, ref int i)
    {
        var start = i;
        int rank;
        if (DateParts.ShiftBefore(t, i) is { Shift: -1, InText: false } && t.Word<UnitWord>(i + 1) is { Unit: DateUnit.Quarter or DateUnit.Half } last)
        {
            // The last quarter is the fourth only where its year follows.
            rank = last.Unit == DateUnit.Quarter ? 4 : 2;
            i++;
        }
        else
        {
            if (t[i].Kind == TokenKind.Number ? t[i].Digits != 1 || DateParts.Day(t, ref i, out var ordinal) is not { } value || !ordinal
                : DateParts.Spelled(t, ref i, out ordinal) is not { } spelled || !ordinal || (value = spelled) < 1) return null;
            rank = value;
            if (t.IsDash(i)) i++;
            if (t.Is(i, DateRole.Fiscal)) i++;
        }
        if (t.Word<UnitWord>(i) is not { Unit: DateUnit.Quarter or DateUnit.Half, Plurality: Plurality.One or Plurality.Any } unit) return null;
        i++;
        // The first half-hour, a third quarter-final.
        if (Part(unit.Unit, rank) is not { } part || (t.IsDash(i) && t.Touches(i - 1) && t.Touches(i) && t[i + 1].Kind == TokenKind.Word)) return null;
        if (Told(t, ref i, part) is { } told) return told;
        if (DateParts.ShiftBefore(t, start) is not null) return null;
        // A second half is any half.
        var the = t.Is(start - 1, DateRole.Article, DateRole.Introducer) || t.Is(start - 1, DateRole.Weak, DateRole.Day) || t.Is(start - 1, DateRole.And)
            || (t.Is(start - 1, DateRole.Modifying) && (t[start - 2].Digits == 4 || t.Word<UnitWord>(start - 2) is { Unit: DateUnit.Year }));
        return unit.Unit == DateUnit.Quarter ? (t.Is(start - 1, DateRole.Modifying) && !the && t.IsMark(i, ',') ? null : part) : the && !t.Is(i, DateRole.Of) ? part : null;
    }

    static PeriodSense? Lettered(DateText t, ref int i)
    {
        var start = i;
        if (t.Word<LetterWord>(i) is { } letter && t[i].Casing == Casing.Capitalised && t.Touches(i) && t[i + 1] is { Digits: 1, Value: var rank } && (i == 0 || !t.Touches(i - 1) || t[i - 1].Kind == TokenKind.Mark)) i += 2;
        else if (t[i] is { Digits: 1, Value: var figure } && t.Touches(i) && t.Word<LetterWord>(i + 1) is { } behind && t[i + 1].Casing == Casing.Capitalised && !t.IsInside(i)) (letter, rank, i) = (behind, figure, i + 2);
        else return null;
        if (Part(letter.Unit, rank) is not { } part || (t.Touches(i - 1) && t[i].Kind == TokenKind.Word)) return null;
        var j = i;
        if (t.Is(j, DateRole.Fiscal)) j++;
        if (t[j] is { Digits: 2, Value: var two } && !t.GoesOn(j + 1) && (j > i || t.Touches(i - 1)))
        {
            i = j + 1;
            return part with { Year = t.Century(two) };
        }
        if (t[i].Kind == TokenKind.Number && t.Touches(i - 1) && t[i].Digits != 4) return null;
        if (Told(t, ref i, part) is { } told) return told;
        if (t.Touches(i - 1) && !t.Ends(i) && !t.Is(i, DateRole.Modifying)) return null;
        return Leads(t, start) || t[start - 1].Digits == 4 || (t.IsDash(start - 1) && t[start - 2].Digits == 4) ? part : null;
    }

    /// <summary>Whether the words before a letter and figure make it a period, and no model's name (Audi Q3, puce T2).</summary>
    static bool Leads(DateText t, int start) => t.IsLed(start) || t.Is(start - 1, DateRole.Article, DateRole.Weak) || t.Is(start - 1, DateRole.Day, DateRole.Range)
        || t.Is(start - 1, DateRole.Modifying, DateRole.And) || (t.Word<LetterWord>(start)?.Unit == DateUnit.Quarter && (start == 0 || t.Ends(start - 1)));

    static PeriodSense? Told(DateText t, ref int i, PeriodSense part)
    {
        var j = i;
        if (t.Is(j, DateRole.Of) || t.IsMark(j, ',') || t.IsDash(j) || t.IsMark(j, '/')) j++;
        if (t.Is(j, DateRole.Article)) j++;
        if (t.Is(j, DateRole.Fiscal)) j++;
        if (DateParts.Year(t, ref j) is { } year)
        {
            i = j;
            return part with { Year = year };
        }
        j = i;
        if (DateParts.YearShift(t, ref j) is { } shift)
        {
            i = j;
            return part with { YearShift = shift };
        }
        if (DateParts.ShiftAfter(t, i) is { InText: false, Shift: var after })
        {
            i++;
            return part with { Reading = after < 0 ? DateReading.Past : after > 0 ? DateReading.Future : DateReading.Nearest };
        }
        return null;
    }

    static PeriodSense? Part(DateUnit unit, int rank) => unit == DateUnit.Quarter
        ? rank is >= 1 and <= 4 ? new(null, (3 * rank) - 2, 3, Precision.Quarter) : null
        : rank is 1 or 2 ? new(null, (6 * rank) - 5, 6, Precision.Half) : null;
}

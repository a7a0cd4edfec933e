namespace TechMoves;

/// <summary>Months without a day, and seasons: en mars 2015, last May, from March to May, au printemps, the summer of 2019.</summary>
public static class NamedMonths
{
    public static DateSense? Read(DateText t, ref int i)
    {
        var start = i;
        var shift = DateParts.ShiftBefore(t, i) is { InText: false } before ? before : null;
        if (shift is not null) i++;
        return t.Word<MonthWord>(i) is { } month ? Month(t, ref i, start, month, shift)
            : t.Word<SeasonWord>(i) is { } season ? Season(t, ref i, start, season, shift) : null;
    }

    static PeriodSense? Month(DateText t, ref int i, int start, MonthWord month, ShiftWord? shift)
    {
        var at = i++;
        if (t.IsMark(i, '.') && t.Touches(at) && month.Alone == Standing.Never) i++;
        var dotted = i > at + 1;
        var sense = new PeriodSense(null, month.Month, 1, Precision.Month);
        var lower = t[at].Casing == Casing.Lower;
        if (Told(t, ref i, sense, shift) is { } told)
            // This may not matter.
            return lower && month.Alone == Standing.Context && told.Year is null ? null : month.Alone == Standing.Lower && !lower && !t.IsLed(start) && at > 0 && t[at].Casing == Casing.Capitalised && told.Year is not null ? null : told;
        // March to May, and a year that both share.
        var j = i;
        if ((t.IsDash(j) || t.IsMark(j, '/') || t.Is(j, DateRole.Range, DateRole.And)) && t.Word<MonthWord>(j + 1) is { } last && last.Month != month.Month && (last.Alone != Standing.Context || t[j + 1].Casing != Casing.Lower))
        {
            j += t.IsMark(j + 2, '.') && last.Alone == Standing.Never ? 3 : 2;
            var both = sense with { Months = ((last.Month - month.Month + 12) % 12) + 1 };
            if (Told(t, ref j, both, shift) is { } stretch) { i = j; return stretch; }
            if (DateParts.Day(t, ref j, out _) is null && (Stands(t, start, at, i, month, dotted) || Stands(t, start, at, j, month, dotted))) { i = j; return both; }
        }
        return Stands(t, start, at, i, month, dotted) ? sense : null;
    }

    /// <summary>The period with its year, or moved by last, next, this; null where the text has neither.</summary>
    public static PeriodSense? Told(DateText t, ref int i, PeriodSense sense, ShiftWord? shift)
    {
        var j = i;
        var comma = t.IsMark(j, ',');
        if (comma || t.Is(j, DateRole.Of) || ((t.IsDash(j) || t.IsMark(j, '/')) && t.Touches(j))) j++;
        if (DateParts.Year(t, ref j, far: t.Ends(j + 1)) is { } year && !(comma && t[j].Kind == TokenKind.Word && year % 100 == 0))
        {
            i = j;
            return sense with { Year = year };
        }
        j = i;
        if (shift is null && DateParts.YearShift(t, ref j) is { } years)
        {
            i = j;
            return sense with { YearShift = years };
        }
        if (shift is null && DateParts.ShiftAfter(t, i) is { InText: false } after && t.Word<UnitWord>(i + 1) is null)
        {
            i++;
            return sense with { Reading = Reading(after) };
        }
        return shift is null ? null : sense with { Reading = Reading(shift) };
    }

    static DateReading Reading(ShiftWord shift) => shift.Shift < 0 ? DateReading.Past : shift.Shift > 0 ? DateReading.Future : DateReading.Nearest;

    /// <summary>Whether a month's name is a date by itself here: not the verb, the planet or a part of a name.</summary>
    static bool Stands(DateText t, int start, int at, int end, MonthWord month, bool dotted)
    {
        var led = t.IsLed(start);
        if (month.Alone == Standing.Always || (month.Alone == Standing.Capital && t[at].Casing != Casing.Lower) || (month.Alone == Standing.Lower && t[at].Casing == Casing.Lower))
            return led || t[at].Casing == Casing.Lower || !(IsName(t, at - 1) || (IsName(t, end) && !t.Is(at - 1, DateRole.Weak)));
        if (t[at].Casing == Casing.Lower && month.Alone != Standing.Never) return false;
        if (month.Alone == Standing.Never) return led && (dotted || t[at].Casing != Casing.Lower);
        if (led || t.Count == 1) return true;
        var noun = t[end] is { Kind: TokenKind.Word, Casing: Casing.Lower, Words.Length: 0 };
        return month.Alone == Standing.Context && ((t.Is(start - 1, DateRole.Weak, DateRole.Of) && t.Ends(end)) || (t.Is(start - 1, DateRole.Modifying) && noun));
    }

    static bool IsName(DateText t, int i) => t[i] is { Kind: TokenKind.Word, Casing: not Casing.Lower, Words.Length: 0 };

    static PeriodSense? Season(DateText t, ref int i, int start, SeasonWord season, ShiftWord? shift)
    {
        var at = i++;
        var sense = new PeriodSense(null, season.Month, season.Months, season.Precision);
        var j = i;
        if (Told(t, ref i, sense, shift) is { } told)
        {
            // N'avait pas été passé: only the summer has an article.
            if (shift is null && told.Reading != DateReading.Either && at > 0 && !t.Is(at - 1, DateRole.Article) && !t.Is(at - 1, DateRole.Part) && !t.Ends(at - 1)) return null;
            // hiver 2015-2016
            if (told.Year is { } year && (t.IsDash(i) || t.IsMark(i, '/')) && t.Touches(i) && (t[i + 1].Value == year + 1 || (t[i + 1].Digits == 2 && t[i + 1].Value == (year + 1) % 100))) i += 2;
            return told;
        }
        if (t.Is(j, DateRole.Of)) return null;
        var article = t.Is(start - 1, DateRole.Article);
        var leading = article ? start - 2 : start - 1;
        // Sold at the Printemps, a department store.
        var name = at > 0 && t[at].Casing != Casing.Lower && !t.Is(leading, DateRole.Introducer);
        var led = t.IsLed(at) || (!name && (article ? t.Is(leading, DateRole.Introducer) || t.Is(leading, DateRole.Weak, DateRole.Range) : t.Is(leading, DateRole.Day)));
        return led ? sense : null;
    }
}

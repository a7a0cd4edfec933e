namespace TechMoves;

/// <summary>Years by themselves, where the words around say that a number of four figures is one: en 2014, since 2014, (2014), 2014-2018, FY15.</summary>
public static class LoneYears
{
    public static DateSense? Read(DateText t, ref int i)
    {
        var start = i;
        if (t.Is(i, DateRole.Fiscal) && t.Touches(i) && t[i + 1] is { Kind: TokenKind.Number, Digits: 2 or 4, Value: var fiscal } && !t.GoesOn(i + 2))
        {
            var told = t[i + 1].Digits == 4 ? fiscal : t.Century(fiscal);
            if (told is < 1900 or > 2100) return null;
            i += 2;
            return Years(told, 1);
        }
        // la fin de l'année 2014
        if (t.Is(i, DateRole.Fiscal) && t.IsLed(i)) i++;
        if (t[i].Kind == TokenKind.Word) return Spelled(t, ref i);
        if (t[i].Digits != 4 || t.IsInside(i)) return null;
        if (DateParts.Year(t, ref i) is not { } year || t.Is(start - 1, DateRole.Decades)) return null;
        if (t[start].Kind == TokenKind.Word) start++;
        // the 1960's
        if (year % 10 == 0 && t.Is(i, DateRole.Modifying) && t.Touches(i - 1) && t.Is(start - 1, DateRole.Article)) return null;
        var length = Until(t, ref i, year);
        return length > 1 && Bare(t, start) || Stands(t, start, i, year) ? Years(year, length) : null;
    }

    /// <summary>In twenty fifteen, en deux mille quinze; but not in two thousand homes.</summary>
    static PeriodSense? Spelled(DateText t, ref int i)
    {
        if (!t.Is(i - 1, DateRole.Introducer)) return null;
        var j = i;
        if (DateParts.Year(t, ref j, far: true) is not { } year || year % 100 == 0 || !(t.Ends(j) || t[j].Words.Length > 0) || t.Word<UnitWord>(j) is not null) return null;
        i = j;
        return Years(year, 1);
    }

    static PeriodSense Years(int year, int length) => new(year, 1, 12 * length, Precision.Year);

    /// <summary>How many years 2014-2018, 2014-15 and 2014/2015 are.</summary>
    static int Until(DateText t, ref int i, int year)
    {
        if (!(t.IsDash(i) || t.IsMark(i, '/')) || t[i + 1].Kind != TokenKind.Number || t.GoesOn(i + 2)) return 1;
        var last = t[i + 1] switch
        {
            { Digits: 4, Value: var full } => full,
            { Digits: 2, Value: var two } when t.Touches(i) && (year + 1) % 100 == two => year + 1,
            _ => 0,
        };
        if (last <= year || last > year + 50 || (t.IsDash(i + 2) && t.Touches(i + 1) && t.Touches(i + 2))) return 1;
        i += 2;
        return last - year + 1;
    }

    static bool Bare(DateText t, int start) => !(t[start - 1] is { Kind: TokenKind.Word, Words.Length: 0, Casing: not Casing.Lower });

    static bool Stands(DateText t, int start, int end, int year)
    {
        var before = start - 1;
        // en 2014, since 2014, fin 2014, l'année 2014, fiscal 2014
        if (t.IsLed(start) || t.Is(before, DateRole.Fiscal)) return t[end].Mark is not ('\u20ac' or '$' or '\u00a3');
        if (t.IsMark(before, '(')) return t[end].Mark is ')' or ',' or ';' or '-' or ':';
        if (t.IsMark(end, ')') && t[before].Mark is ',' or '-') return true;
        // By 2014, de 2014 à 2016, 2014 and 2015: nothing may follow that the number could count.
        var closed = t.Ends(end) || (t.IsMark(end, '-') && !t.Touches(end - 1));
        if (t.Is(before, DateRole.Weak) || t.Is(before, DateRole.Range, DateRole.And))
        {
            if (closed) return true;
            if (t.Is(end, DateRole.Range, DateRole.And)) return t[end + 1].Digits == 4 || t.Is(end, DateRole.Weak) && year % 100 != 0;
            return year % 100 != 0 && t[end].Words.Length > 0 && t[end].Kind == TokenKind.Word && t.Word<UnitWord>(end) is null && t.Word<CountWord>(end) is null;
        }
        // its 2015 deal, but not the 2015 MacBook
        if (t.Is(before, DateRole.Modifying)) return year % 100 != 0 && t[end] is { Kind: TokenKind.Word, Casing: Casing.Lower } && t.Word<UnitWord>(end) is null;
        if (t[before] is { Digits: 4, Value: >= 1900 and <= 2100 }) return false;
        if (t.IsMark(before, ',') && t[before - 1] is { Digits: 4, Value: >= 1900 and <= 2100 }) return closed || t.Is(end, DateRole.And);
        return (before < 0 || t.IsMark(before, '\u00ab')) && (t[end].Mark is ',' or ':' or '-' || (end >= t.Count && start == 0) || t.Is(end, DateRole.Modifying));
    }
}

namespace TechMoves;

/// <summary>Finds the dates and periods that a block of text tells, and resolves them with the publication date.</summary>
public static class Dates
{
    delegate DateSense? Rule(DateText text, ref int i);

    /// <summary>The readings of a date; where several apply, the longest counts, and among equals the first.</summary>
    static readonly Rule[] Rules = [NumericDates.Read, NamedDays.Read, YearParts.Read, NamedMonths.Read, MonthParts.Read, CountedDates.Read, RelativeUnits.Read, LoneDays.Read, LoneYears.Read];

    /// <summary>The dates of one block, in order, none overlapping; the tokens are those of the block.</summary>
    public static List<DateMention> Find(string text, ReadOnlySpan<Token> tokens, DateOnly? published, Language language)
    {
        var mentions = new List<DateMention>();
        var block = DateText.Read(text, tokens, published, language);
        ResolvedDate? told = null;
        for (var i = 0; i < block.Count;)
        {
            if (Skips(block, i)) { i++; continue; }
            if (Match(block, i, out var end) is not { } sense) { i++; continue; }
            if (DateResolution.Resolve(sense, published, told) is { } date)
            {
                mentions.Add(new(block[i].Start, block[end - 1].End, date.First, date.Last, date.Next, date.Precision, date.Basis));
                if (date.First is not null) told = date;
            }
            i = end;
        }
        return mentions;
    }

    /// <summary>Whether no date starts at this symbol: a word unknown to the lexicon, a mark, a name that holds one (Black Friday), a preposition.</summary>
    static bool Skips(DateText t, int i) => t.Is(i, DateRole.Trap) || t[i].Kind != TokenKind.Number && !MayStart(t, i);

    // Most words that the lexicon knows only lead to a date or join its parts: no rule need be tried at them.
    static bool MayStart(DateText t, int i)
    {
        foreach (var word in t[i].Words)
        {
            if (word is not RoleWord { Role: var role }) return true;
            if (role is DateRole.AgoBefore or DateRole.Future or DateRole.After or DateRole.About or DateRole.Bound or DateRole.Exact or DateRole.Fiscal or DateRole.Part) return true;
            if (role == DateRole.Article && t.Word<UnitWord>(i + 1) is not null) return true;
        }
        return false;
    }

    static DateSense? Match(DateText t, int i, out int end)
    {
        end = i;
        var sense = Longest(t, i, ref end);
        if (sense is not null || !t.Is(i, DateRole.Part)) return sense;
        // Early in March, la fin de l'année, mid-2017: the part widens the mention and no more.
        var at = i + 1;
        for (var skipped = 0; skipped < 3 && sense is null && Joins(t, at); skipped++, at++) sense = Longest(t, at, ref end);
        return sense ?? Longest(t, at, ref end);
    }

    static bool Joins(DateText t, int i) => t.IsDash(i) || t.Is(i, DateRole.Of, DateRole.Article) || t.Is(i, DateRole.Introducer, DateRole.Day);

    static DateSense? Longest(DateText t, int i, ref int end)
    {
        DateSense? longest = null;
        foreach (var rule in Rules)
        {
            var j = i;
            if (rule(t, ref j) is not { } sense || j <= end) continue;
            (longest, end) = (sense, j);
        }
        return longest;
    }
}

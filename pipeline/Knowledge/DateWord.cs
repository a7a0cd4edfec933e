namespace TechMoves;

/// <summary>The units in which dates are counted.</summary>
public enum DateUnit : byte { Minute, Hour, Day, Workday, Week, Weekend, Month, Quarter, Half, Year }

/// <summary>Whether a month's name is a date without a day or year: Lower and Capital in that case only, Context capitalised and after a word that leads to a period.</summary>
public enum Standing : byte { Always, Lower, Capital, Context, Never }

/// <summary>Whether a unit's form is said of one, of many, of both, or is an abbreviation that stands right behind a figure.</summary>
public enum Plurality : byte { One, Many, Any, Short }

/// <summary>Which weekday a shift means: the last before the day, the first after it, that of the next week, or the one that the tense tells.</summary>
public enum WeekdayShift : byte { Past, Coming, Week, Either }

/// <summary>How a number word counts: Article is one and no date of its own, Vague is a range, Half is half of one.</summary>
public enum CountKind : byte { Cardinal, Ordinal, Article, Vague, Half }

/// <summary>The parts that function words play in dates; data/languages/CODE/date-words.csv gives them.</summary>
public enum DateRole : byte
{
    Of, Article, Modifying, Introducer, Weak, Day, DayArticle, At, Range, And, AgoBefore, Ago, Earlier, Later, Before, After, Future, Hence, From,
    Part, DayPart, About, Bound, AndHalf, Exact, Every, Fiscal, Decades, Suffix, Than, Here, There, Hour, Time, Trap,
}

/// <summary>What the lexicon says of a word or phrase; one form may have several.</summary>
public abstract record DateWord;

public sealed record MonthWord(int Month, Standing Alone) : DateWord;

public sealed record WeekdayWord(int Day, bool Alone, bool Plural) : DateWord;

public sealed record UnitWord(DateUnit Unit, int Size, Plurality Plurality) : DateWord;

/// <summary>A named part of the year: three months from June.</summary>
public sealed record SeasonWord(int Month, int Months, Precision Precision) : DateWord;

/// <summary>The letter that makes a figure a quarter or half: Q3, T3, H1.</summary>
public sealed record LetterWord(DateUnit Unit) : DateWord;

/// <summary>A word for a day, counted from the publication date or (InText) from the date told before.</summary>
public sealed record PointWord(int Days, bool InText) : DateWord;

public sealed record ShiftWord(int Shift, bool Before, WeekdayShift Weekday, bool InText) : DateWord;

public sealed record CountWord(int Value, int Most, CountKind Kind) : DateWord;

public sealed record RoleWord(DateRole Role) : DateWord;

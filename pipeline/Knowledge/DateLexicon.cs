namespace TechMoves;

/// <summary>What a publication marker announces: the first publication, a later change, or the author whose name the date follows.</summary>
public enum PublicationMark : byte { Published, Updated, Written }

/// <summary>The words of dates in one language, and the order of its dates in figures.</summary>
public sealed record DateLexicon(
    Phrases<DateWord> Words, Phrases<PublicationMark> Markers, FrozenSet<int> Joined, FrozenDictionary<char, bool> MonthFirst)
{
    /// <summary>Whether the month comes before the day in a date in figures with this sign.</summary>
    public bool IsMonthFirst(char sign) => MonthFirst.GetValueOrDefault(sign);

    public static DateLexicon Read(string folder, string schemas, Language language)
    {
        var words = new Phrases<DateWord>();
        var markers = new Phrases<PublicationMark>();
        var joined = new HashSet<int>();
        Add("months", r => new MonthWord(Int(r, "month"), Enum<Standing>(r, "alone")));
        Add("weekdays", r => new WeekdayWord(Int(r, "day"), r["alone"] == "always", r["alone"] == "plural"));
        Add("date-units", r => new UnitWord(Enum<DateUnit>(r, "unit"), Int(r, "size"), Enum<Plurality>(r, "number")));
        Add("date-periods", Period);
        Add("date-points", r => new PointWord(Int(r, "days"), r["anchor"] == "text"));
        Add("date-shifts", r => new ShiftWord(Int(r, "shift"), r["place"] == "before", Enum<WeekdayShift>(r, "weekday"), r["anchor"] == "text"));
        Add("date-numbers", r => new CountWord(Int(r, "value"), r.Optional("most") is null ? Int(r, "value") : Int(r, "most"), Enum<CountKind>(r, "kind")));
        Add("date-words", r => new RoleWord(Enum<DateRole>(r, "role")));
        foreach (var row in Rows("publication-markers")) markers.Add(row["form"], language, Enum<PublicationMark>(row, "kind"));
        var orders = Rows("date-orders").ToFrozenDictionary(r => r["sign"][0], r => r["order"] == "mdy");
        return new(words, markers, joined.ToFrozenSet(), orders);

        List<TableRow> Rows(string table) => Table.Read(Path.Combine(folder, table + ".csv"), schemas);

        void Add(string table, Func<TableRow, DateWord> word)
        {
            foreach (var row in Rows(table))
            {
                words.Add(row["form"], language, word(row));
                foreach (var part in row["form"].Split(' ')) if (part.Contains('-', StringComparison.Ordinal)) joined.Add(language.Vocabulary.Add(part));
            }
        }
    }

    static DateWord Period(TableRow row) => row["kind"] switch
    {
        "quarter" => new LetterWord(DateUnit.Quarter),
        "half" => new LetterWord(DateUnit.Half),
        var kind => row.Optional("month") is null || row.Optional("months") is null ? throw row.Fault("a season needs month and months")
            : new SeasonWord(Int(row, "month"), Int(row, "months"), kind == "month" ? Precision.Month : Precision.Year),
    };

    static int Int(TableRow row, string column) => (int)row.Number(column);

    // ago_before in a table is AgoBefore in code.
    static T Enum<T>(TableRow row, string column) where T : struct, Enum => System.Enum.Parse<T>(row[column].Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
}

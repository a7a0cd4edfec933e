namespace TechMoves;

/// <summary>Finds the mention that starts at a token: names, amounts, dates and per cents of a document, by token.</summary>
public sealed class MentionIndex
{
    [Flags]
    enum Marks : byte { None = 0, Name = 1, Amount = 2, Date = 4, Percent = 8, NameEnd = 16, InDate = 32 }

    // Most tokens start no mention: what is marked here is looked up, the rest is not.
    readonly Marks[] _marks;
    readonly Dictionary<int, (int Index, int Last)> _names, _amounts, _dates, _percents;

    public MentionIndex(Document document)
    {
        _marks = new Marks[document.Tokens.Length + 1];
        (_names, _amounts, _dates, _percents) = (new(document.Names.Length), new(document.Amounts.Length), new(document.Dates.Length), new(document.Percents.Length));
        for (var i = 0; i < document.Names.Length; i++)
        {
            if (document.EntityOfName[i] < 0) continue;
            _names.TryAdd(document.Names[i].First, (i, document.Names[i].Last));
            _marks[document.Names[i].First] |= Marks.Name;
            _marks[document.Names[i].Last] |= Marks.NameEnd;
        }
        Add(document.Tokens, document.Amounts, _amounts, Marks.Amount);
        Add(document.Tokens, document.Dates, _dates, Marks.Date);
        Add(document.Tokens, document.Percents, _percents, Marks.Percent);
        foreach (var (first, (_, last)) in _dates) for (var t = first; t < last; t++) _marks[t] |= Marks.InDate;
    }

    /// <summary>Whether a name ends right before a token.</summary>
    public bool EndsName(int token) => (_marks[token] & Marks.NameEnd) != 0;

    /// <summary>Whether a token belongs to a date.</summary>
    public bool IsDate(int token) => (_marks[token] & Marks.InDate) != 0;

    public (int Index, int Last)? NameAt(int token) => At(token, Marks.Name, _names);

    public (int Index, int Last)? AmountAt(int token) => At(token, Marks.Amount, _amounts);

    public (int Index, int Last)? DateAt(int token) => At(token, Marks.Date, _dates);

    public (int Index, int Last)? PercentAt(int token) => At(token, Marks.Percent, _percents);

    (int Index, int Last)? At(int token, Marks mark, Dictionary<int, (int Index, int Last)> index) => (_marks[token] & mark) != 0 ? index[token] : null;

    /// <summary>Both the tokens and the mentions stand in the order of the text.</summary>
    void Add<T>(Token[] tokens, ImmutableArray<T> mentions, Dictionary<int, (int, int)> index, Marks mark) where T : Mention
    {
        var first = 0;
        for (var i = 0; i < mentions.Length; i++)
        {
            while (first < tokens.Length && tokens[first].Start < mentions[i].Start) first++;
            if (first == tokens.Length || tokens[first].Start != mentions[i].Start) continue;
            var last = first;
            while (last < tokens.Length && tokens[last].Start < mentions[i].End) last++;
            if (index.TryAdd(first, (i, last))) _marks[first] |= mark;
        }
    }
}

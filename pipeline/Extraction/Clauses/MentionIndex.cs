namespace TechMoves;

/// <summary>Finds the mention that starts at a token: names, amounts, dates and per cents of a document, by token.</summary>
public sealed class MentionIndex
{
    readonly HashSet<int> _nameEnds = [], _dateTokens = [];
    readonly Dictionary<int, (int Index, int Last)> _names = [], _amounts = [], _dates = [], _percents = [];

    public MentionIndex(Document document)
    {
        var starts = new Dictionary<int, int>();
        for (var t = 0; t < document.Tokens.Length; t++) starts[document.Tokens[t].Start] = t;
        for (var i = 0; i < document.Names.Length; i++)
        {
            if (document.EntityOfName[i] < 0) continue;
            _names.TryAdd(document.Names[i].First, (i, document.Names[i].Last));
            _nameEnds.Add(document.Names[i].Last);
        }
        Add(document.Amounts, _amounts);
        Add(document.Dates, _dates);
        Add(document.Percents, _percents);
        foreach (var (first, (_, last)) in _dates) for (var t = first; t < last; t++) _dateTokens.Add(t);

        void Add<T>(ImmutableArray<T> mentions, Dictionary<int, (int, int)> index) where T : Mention
        {
            for (var i = 0; i < mentions.Length; i++)
            {
                if (!starts.TryGetValue(mentions[i].Start, out var first)) continue;
                var last = first;
                while (last < document.Tokens.Length && document.Tokens[last].Start < mentions[i].End) last++;
                index.TryAdd(first, (i, last));
            }
        }
    }

    /// <summary>Whether a name ends right before a token.</summary>
    public bool EndsName(int token) => _nameEnds.Contains(token);

    /// <summary>Whether a token belongs to a date.</summary>
    public bool IsDate(int token) => _dateTokens.Contains(token);

    public (int Index, int Last)? NameAt(int token) => _names.TryGetValue(token, out var found) ? found : null;

    public (int Index, int Last)? AmountAt(int token) => _amounts.TryGetValue(token, out var found) ? found : null;

    public (int Index, int Last)? DateAt(int token) => _dates.TryGetValue(token, out var found) ? found : null;

    public (int Index, int Last)? PercentAt(int token) => _percents.TryGetValue(token, out var found) ? found : null;
}

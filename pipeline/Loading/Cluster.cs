namespace TechMoves;

/// <summary>A move in the making: what its tellings so far say of it. Owned by Clusters, never published.</summary>
sealed class Cluster
{
    // What is told fifty times in fifty ways needs no fifty-first to compare with.
    const int MostVariants = 24;

    readonly HashSet<ulong> _articles = [];
    readonly HashSet<ulong> _voices = [];
    readonly List<ulong> _keys = [];

    /// <param name="founder">The index of the first telling.</param>
    /// <param name="number">Which one it is in the order of their beginnings.</param>
    public Cluster(int founder, int number) => (Founder, Number) = (founder, number);

    public int Founder { get; }

    public int Number { get; }

    /// <summary>All parties, each with whether it has been the one that acts.</summary>
    public List<(PartyHash Party, bool Acts, bool Sells)> Parties { get; } = [];

    public List<Sum> Sums { get; } = [];

    public List<float> Stakes { get; } = [];

    /// <summary>The companies that get the money.</summary>
    public List<PartyHash> Raisers { get; } = [];

    /// <summary>The words of its products, each with the language that first used it and the number of products that hold it.</summary>
    public List<(uint Word, uint Language, int Count)> Words { get; } = [];

    /// <summary>How many products with a name were told.</summary>
    public int Names { get; private set; }

    /// <summary>Bits, by type.</summary>
    public int Types { get; private set; }

    /// <summary>The days of its main tellings and of what they tell; 0 where there are none.</summary>
    public int First { get; private set; }

    public int Last { get; private set; }

    /// <summary>The days that its retellings date it by, the narrowest; 0 where there are none.</summary>
    public (int First, int Last) Dated { get; private set; }

    /// <summary>The first day on which it was told.</summary>
    public int Before { get; private set; } = int.MaxValue / 2;

    /// <summary>The furthest that a main telling has it.</summary>
    public Status Status { get; private set; }

    /// <summary>The last day on which a main telling told a step that ends it; 0 where none did.</summary>
    public int Over { get; private set; }

    public bool HasMain => First > 0;

    public bool HasArticle(ulong article) => _articles.Contains(article);

    public bool HasVoice(ulong voice) => _voices.Contains(voice);

    public bool HasDigits => Words.Exists(w => ProductWords.HasDigit(w.Word));

    /// <summary>Whether common words of a language are among those of its products.</summary>
    public bool HasWords(uint language) => Words.Exists(w => w.Language == language && !ProductWords.IsName(w.Word));

    public bool Knows(uint word) => Words.Exists(w => ProductWords.AreSame(w.Word, word));

    /// <summary>Whether most of its named products share a name that is not among these words.</summary>
    public bool HasOtherName(ReadOnlySpan<uint> words)
    {
        foreach (var (word, _, count) in Words)
            if (ProductWords.IsName(word) && count * 2 > Names && !Holds(words, word)) return true;
        return false;

        static bool Holds(ReadOnlySpan<uint> words, uint word)
        {
            foreach (var own in words) if (ProductWords.AreSame(own, word)) return true;
            return false;
        }
    }

    /// <summary>Notes a key of its blocks; false if it was known.</summary>
    public bool Enters(ulong key)
    {
        if (_keys.Contains(key)) return false;
        _keys.Add(key);
        return true;
    }

    public void Take(in Gist gist)
    {
        _articles.Add(gist.Article);
        _voices.Add(gist.Voice);
        Types |= 1 << (int)gist.Type;
        for (var i = 0; i < gist.Parties.Length; i++) Add(gist.Parties[i], i == 0 && gist.Type != MoveType.Divestiture, i == gist.Seller);
        foreach (var sum in (ReadOnlySpan<Sum>)[gist.Sum, gist.Restated])
            if (sum.Told > 0 && Sums.Count < MostVariants && !Sums.Contains(sum)) Sums.Add(sum);
        if (gist.Stake > 0 && Stakes.Count < MostVariants && !Stakes.Contains(gist.Stake)) Stakes.Add(gist.Stake);
        var named = false;
        foreach (var word in gist.Words)
        {
            named |= ProductWords.IsName(word);
            Add(word, gist.Language);
        }
        if (named) Names++;
        if (gist.Raiser is { } raiser && !Raisers.Contains(raiser)) Raisers.Add(raiser);
        if (gist.First > 0 && (Dated.First == 0 || gist.Last - gist.First < Dated.Last - Dated.First)) Dated = (gist.First, gist.Last);
        if (gist.Published > 0) Before = Math.Min(Before, gist.Published);
        if (gist.Background || gist.Published == 0 && gist.First == 0) return;
        var day = gist.Published > 0 ? gist.Published : gist.First;
        First = First == 0 ? day : Math.Min(First, day);
        Last = Math.Max(Last, day);
        if (gist.Status > Status) Status = gist.Status;
        if (gist.Status is Status.Completed or Status.Rejected) Over = Math.Max(Over, day);
    }

    void Add(uint word, uint language)
    {
        var at = Words.FindIndex(w => w.Word == word && (w.Language == language || ProductWords.IsName(word)));
        if (at >= 0) Words[at] = Words[at] with { Count = Words[at].Count + 1 };
        else if (Words.Count < MostVariants) Words.Add((word, language, 1));
    }

    void Add(PartyHash party, bool acts, bool sells)
    {
        var at = Parties.FindIndex(p => p.Party == party);
        if (at >= 0) Parties[at] = (party, Parties[at].Acts || acts, Parties[at].Sells || sells);
        else if (Parties.Count < MostVariants) Parties.Add((party, acts, sells));
    }
}

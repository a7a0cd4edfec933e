namespace TechMoves;

/// <summary>An index from hashes (never 0) to numbers: open addressing in one array, at most half full.</summary>
public sealed class HashIndex
{
    readonly (uint Key, int Value)[] _places;
    readonly int _shift;

    public HashIndex(int count)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(count * 2, 16));
        _places = new (uint, int)[size];
        _shift = 32 - BitOperations.Log2((uint)size);
    }

    public void Add(uint key, int value)
    {
        var i = (int)(key >> _shift);
        while (_places[i].Key != 0) i = (i + 1) & (_places.Length - 1);
        _places[i] = (key, value);
    }

    /// <summary>The number of a hash, or -1.</summary>
    public int Find(uint key)
    {
        var places = _places;
        for (var i = (int)(key >> _shift); ; i = (i + 1) & (places.Length - 1))
        {
            if (places[i].Key == key) return places[i].Value;
            if (places[i].Key == 0) return -1;
        }
    }
}

/// <summary>The words that the training data shows often enough, by hash, each with the set of its tags: one bit per tag.</summary>
public sealed class TaggerLexicon
{
    /// <summary>Set where the word is frequent and had one tag only: it is not weighed.</summary>
    const uint Sure = 1u << 31;

    readonly HashIndex _index;

    public TaggerLexicon(ImmutableArray<uint> words, ImmutableArray<uint> tags)
    {
        (Words, Tags) = (words, tags);
        _index = new(words.Length);
        for (var i = 0; i < words.Length; i++) _index.Add(words[i], i);
    }

    public static TaggerLexicon Empty { get; } = new([], []);

    public ImmutableArray<uint> Words { get; }

    public ImmutableArray<uint> Tags { get; }

    /// <summary>The tags of a word, 0 if it is not known.</summary>
    public uint Find(uint word) => _index.Find(word) is >= 0 and var place ? Tags[place] : 0;

    public static uint Surely(Tag tag) => Sure | (1u << (int)tag);

    /// <summary>The same tags, to be weighed.</summary>
    public static uint Unsure(uint tags) => tags & ~Sure;

    /// <summary>The only tag of a frequent word, Unknown for any other.</summary>
    public static Tag SureTag(uint tags) => (tags & Sure) == 0 ? TechMoves.Tag.Unknown : (Tag)BitOperations.TrailingZeroCount(tags);

    /// <summary>The set of the tags that a word had more than rarely.</summary>
    public static uint TagsOf(ReadOnlySpan<int> counts)
    {
        var (total, best, tags) = (0, 0, 0u);
        foreach (var count in counts) (total, best) = (total + count, Math.Max(best, count));
        for (var tag = 0; tag < counts.Length; tag++)
            if (counts[tag] * 50 > total) tags |= 1u << tag;
        return total >= 20 && best == total ? tags | Sure : tags;
    }
}

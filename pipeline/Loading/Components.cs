namespace TechMoves;

/// <summary>Which bucket a source goes to when moves are found: sources that share a block key, directly or through others, go to the same.</summary>
/// <remarks>A forest of keys with union by size: 16 bytes a key, the only thing of load that grows with all its input.</remarks>
public sealed class Components(Spill spill)
{
    readonly Lock _lock = new();
    ulong[] _keys = new ulong[1 << 10];
    // The place of the parent; of a root minus the number of its keys; 0 where there is no key.
    int[] _parents = new int[1 << 10];
    int _count;

    /// <summary>Joins what the keys of a source join.</summary>
    public void Add(Source source, LedgerRow entry)
    {
        if (spill.Buckets == 1) return;
        Span<ulong> keys = stackalloc ulong[BlockKeys.Most];
        keys = keys[..BlockKeys.Of(new Gist(0, source, entry), keys)];
        lock (_lock)
        {
            // Growing moves all places: room is made before any is looked up.
            while ((_count + keys.Length) * 3 > _keys.Length * 2) Grow();
            var root = Root(Place(keys[0]));
            foreach (var key in keys[1..])
            {
                var other = Root(Place(key));
                if (other == root) continue;
                if (_parents[other] < _parents[root]) (root, other) = (other, root);
                _parents[root] += _parents[other];
                _parents[other] = root + 1;
            }
        }
    }

    /// <summary>The bucket of a source, when all were added.</summary>
    public int Bucket(Telling telling)
    {
        if (spill.Buckets == 1) return 0;
        Span<ulong> keys = stackalloc ulong[BlockKeys.Most];
        BlockKeys.Of(new Gist(0, telling.Source, telling.Article), keys);
        return (int)(_keys[Root(Find(keys[0]))] % (uint)spill.Buckets);
    }

    int Place(ulong key)
    {
        var place = Find(key);
        if (_parents[place] != 0) return place;
        (_keys[place], _parents[place]) = (key, -1);
        _count++;
        return place;
    }

    int Find(ulong key)
    {
        var place = (int)(key >> 20) & (_keys.Length - 1);
        while (_parents[place] != 0 && _keys[place] != key) place = (place + 1) & (_keys.Length - 1);
        return place;
    }

    int Root(int place)
    {
        while (_parents[place] > 0) place = _parents[place] - 1;
        return place;
    }

    void Grow()
    {
        var (keys, parents) = (_keys, _parents);
        (_keys, _parents) = (new ulong[keys.Length * 2], new int[keys.Length * 2]);
        for (var i = 0; i < keys.Length; i++)
            if (parents[i] != 0 && Find(keys[i]) is var place) (_keys[place], _parents[place]) = (keys[i], -1);
        for (var i = 0; i < keys.Length; i++)
            if (parents[i] != 0) _parents[Find(keys[i])] = parents[i] < 0 ? parents[i] : Find(keys[parents[i] - 1]) + 1;
    }
}

namespace TechMoves;

/// <summary>A few entities of an article, by index: a word of bits, and a set for those beyond it. Sets are made for each pair of tellings, so that they must cost nothing.</summary>
public sealed class EntitySet
{
    const int Bits = 64;

    ulong _first;
    HashSet<int>? _rest;

    public int Count => BitOperations.PopCount(_first) + (_rest?.Count ?? 0);

    public static EntitySet Of(int entity)
    {
        var set = new EntitySet();
        set.Add(entity);
        return set;
    }

    /// <summary>The partners of a candidate.</summary>
    public static EntitySet OfPartners(Candidate candidate)
    {
        var set = new EntitySet();
        foreach (var partner in candidate.Partners) set.Add(partner.Entity);
        return set;
    }

    /// <summary>The company of a candidate, if there is one, and its partners.</summary>
    public static EntitySet OfParties(Candidate candidate)
    {
        var set = OfPartners(candidate);
        if (candidate.Company is { } company) set.Add(company.Entity);
        return set;
    }

    /// <summary>Whether the entity was not there before.</summary>
    public bool Add(int entity)
    {
        if (entity is < 0 or >= Bits) return (_rest ??= []).Add(entity);
        var isNew = !Contains(entity);
        _first |= 1ul << entity;
        return isNew;
    }

    /// <summary>A copy with one more.</summary>
    public EntitySet With(int entity)
    {
        var set = new EntitySet { _first = _first, _rest = _rest is null ? null : [.. _rest] };
        set.Add(entity);
        return set;
    }

    public bool Contains(int entity) => entity is >= 0 and < Bits ? (_first >> entity & 1) != 0 : _rest is not null && _rest.Contains(entity);

    public bool IsSubsetOf(EntitySet other) => (_first & ~other._first) == 0 && (_rest is null || other._rest is not null && _rest.IsSubsetOf(other._rest));

    public bool SetEquals(EntitySet other) => Count == other.Count && IsSubsetOf(other);
}

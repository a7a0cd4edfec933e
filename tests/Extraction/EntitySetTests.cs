using CsCheck;

namespace TechMoves.Tests;

public class EntitySetTests
{
    // Around the word of bits, and beyond it.
    static readonly Gen<int[]> Entities = Gen.OneOf(Gen.Int[0, 5], Gen.Int[58, 70]).Array[0, 8];

    [Test]
    public void A_set_of_entities_answers_as_any_set() => Gen.Select(Entities, Entities).Sample((a, b) =>
    {
        var (set, other, of, and) = (Of(a), Of(b), a.ToHashSet(), b.ToHashSet());
        return set.Count == of.Count && set.SetEquals(other) == of.SetEquals(and) && set.IsSubsetOf(other) == of.IsSubsetOf(and) && Enumerable.Range(0, 80).All(i => set.Contains(i) == of.Contains(i));
    });

    [Test]
    public void An_entity_is_new_once()
    {
        var set = new EntitySet();
        bool[] isNew = [set.Add(3), set.Add(64), set.Add(3), set.Add(64)];
        Assert.That(isNew, Is.EqualTo([true, true, false, false]));
    }

    static EntitySet Of(int[] entities)
    {
        var set = new EntitySet();
        foreach (var entity in entities) set.Add(entity);
        return set;
    }
}

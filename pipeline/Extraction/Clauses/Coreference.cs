namespace TechMoves;

/// <summary>Resolves descriptions, nationalities and pronouns to the company that they stand for: only where the registry's trade and country fit.</summary>
public sealed class Coreference
{
    readonly Document _document;
    readonly int[] _firstNameOfSentence;
    readonly HashSet<int> _titled = [];

    public Coreference(Document document)
    {
        _document = document;
        _firstNameOfSentence = new int[document.Sentences.Length + 1];
        for (int s = 0, n = 0; s < document.Sentences.Length; s++)
        {
            while (n < document.Names.Length && document.Names[n].First < document.Sentences[s].First) n++;
            _firstNameOfSentence[s] = n;
            if (document.Blocks[document.Sentences[s].Block].Kind == BlockKind.Title)
                for (var i = n; i < document.Names.Length && document.Names[i].First < document.Sentences[s].Last; i++) _titled.Add(document.EntityOfName[i]);
        }
        _firstNameOfSentence[^1] = document.Names.Length;
    }

    /// <summary>The company that the title names, if it names just one.</summary>
    public Entity? TitledCompany => _titled.Where(e => e >= 0 && _document.Entities[e].Kind == NameKind.Company).ToList() is [var only] ? _document.Entities[only] : null;

    /// <summary>The company that the title names first: it acts, where the title is about a thing of somebody's.</summary>
    public Entity? FirstTitled => _titled.Where(e => e >= 0 && _document.Entities[e].Kind == NameKind.Company).Select(e => _document.Entities[e]).FirstOrDefault();

    /// <summary>The one other company of a title that names two, an entity among them; null otherwise.</summary>
    public Entity? OtherTitled(int entity) => _titled.Contains(entity) && _titled.Where(e => e >= 0 && e != entity && _document.Entities[e].Kind is NameKind.Company or NameKind.Unknown).ToList() is [var only] ? _document.Entities[only] : null;

    /// <summary>Whether the title names no company or more than two, as roundups' titles do.</summary>
    public bool IsRoundup => _titled.Count(e => e >= 0 && _document.Entities[e].Kind is NameKind.Company or NameKind.Unknown) is 0 or > 2;

    /// <summary>Whether the title names the entity.</summary>
    public bool IsTitled(int entity) => _titled.Contains(entity);

    /// <summary>The entity that a description or pronoun stands for, or null; entities of other roles are left out.</summary>
    /// <param name="city">The place that the description names, "the Redmond company": who has its head office there is meant, if the article names one.</param>
    public Entity? Resolve(Chunk chunk, int sentence, EntitySet others, string? city = null)
    {
        Entity? best = null;
        // What the sentence before begins with is what it is about.
        var opening = chunk.First == _document.Sentences[sentence].First && sentence > 0 ? Opening(sentence - 1) : -1;
        var (bestScore, bestLast) = (0, -1);
        var seen = new Dictionary<int, (int Count, int Last)>();
        for (var n = 0; n < _document.Names.Length && _document.Names[n].First < chunk.First; n++)
            if (_document.EntityOfName[n] is >= 0 and var e) seen[e] = (seen.GetValueOrDefault(e).Count + 1, n);
        var isOfCity = city is not null && seen.Keys.Any(e => _document.Entities[e].Company?.City == city);
        foreach (var (index, (count, last)) in seen)
        {
            var entity = _document.Entities[index];
            if (others.Contains(index) || isOfCity && entity.Company?.City != city || entity.Kind is not (NameKind.Company or NameKind.Unknown) || !Fits(entity, chunk)) continue;
            var distance = SentencesBack(last, sentence);
            var score = Math.Min(count, 4) + (distance == 0 ? 6 : distance == 1 ? 4 : distance == 2 ? 2 : 0) + (index == opening ? 2 : 0) + (IsSameBlock(last, sentence) ? 2 : 0) + (_titled.Contains(index) ? 3 : 0) + (entity.Kind == NameKind.Company ? 2 : 0) + Specific(entity, chunk);
            // Of equals the last mentioned is meant.
            if (score > bestScore || score == bestScore && last > bestLast) (best, bestScore, bestLast) = (entity, score, last);
        }
        return best;
    }

    /// <summary>The entity whose name stands at the head of a sentence, behind no more than its description; -1 if there is none.</summary>
    int Opening(int sentence)
    {
        const int Longest = 3;
        var name = _firstNameOfSentence[sentence];
        return name < _firstNameOfSentence[sentence + 1] && _document.Names[name].First - _document.Sentences[sentence].First <= Longest ? _document.EntityOfName[name] : -1;
    }

    /// <summary>"The two companies": the only two that the sentence so far and the one before name, or the title; null where there are more or less.</summary>
    public (Entity First, Entity Second)? Pair(Chunk chunk, int sentence)
    {
        var near = new List<int>();
        for (var n = _firstNameOfSentence[Math.Max(0, sentence - 1)]; n < _document.Names.Length && _document.Names[n].First < chunk.First; n++)
            if (_document.EntityOf(n) is { Kind: NameKind.Company } entity && !near.Contains(entity.Index)) near.Add(entity.Index);
        if (near.Count != 2) near = [.. _titled.Where(e => e >= 0 && _document.Entities[e].Kind == NameKind.Company)];
        return near is [var first, var second] ? (_document.Entities[first], _document.Entities[second]) : null;
    }

    static bool Fits(Entity entity, Chunk chunk)
    {
        if (chunk.Nationality is { Length: > 0 } country && entity.Country is { } home && home != country) return false;
        if (chunk.Nationality is { Length: > 0 } && entity.Country is null && entity.Company is not null) return false;
        return chunk.Description is not { Classes.Count: > 0 } description || entity.Company is not { } company || company.Classes.Any(c => description.Classes.Contains(c, StringComparer.Ordinal));
    }

    /// <summary>A trade or country that is known to fit weighs more than one that is not known.</summary>
    static int Specific(Entity entity, Chunk chunk) =>
        (chunk.Description is { Classes.Count: > 0 } && entity.Company is not null ? 3 : 0) + (chunk.Nationality is { Length: > 0 } country && entity.Country == country ? 3 : 0);

    bool IsSameBlock(int name, int sentence) => _document.Names[name].Start >= _document.Blocks[_document.Sentences[sentence].Block].Start;

    int SentencesBack(int name, int sentence)
    {
        for (var back = 0; back <= sentence; back++) if (name >= _firstNameOfSentence[sentence - back]) return back;
        return int.MaxValue;
    }
}

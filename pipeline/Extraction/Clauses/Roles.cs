namespace TechMoves;

/// <summary>Turns the chunks that syntax finds for a role into parties: by name, apposition, office (the head of X) or coreference.</summary>
public sealed partial class Roles(Syntax syntax, Coreference coreference, int sentence)
{
    readonly Document _document = syntax.Document;

    /// <summary>The party of a chunk in a role; null where it names none. Taken: the entities of the other roles.</summary>
    public Party? PartyOf(int index, bool acts, EntitySet taken)
    {
        if (index < 0) return null;
        var chunk = syntax.Chunks[index];
        if (chunk.Kind != ChunkKind.Noun) return null;
        if (chunk.Name >= 0) return IsPersonOf(index) ? null : Named(chunk.Name, acts);
        if (chunk.Determination == Determination.Pronoun && Speaker(index) is >= 0 and var speaker && PartyOf(speaker, acts, taken) is { } said) return said with { IsNamed = false };
        if (acts && chunk.Determination == Determination.Pronoun && Actor(index) is >= 0 and var actor && PartyOf(actor, acts, taken) is { IsNamed: true } own && _document.Entities[own.Entity].Kind is NameKind.Company or NameKind.Unknown) return own with { IsNamed = false };
        if (ShareOf(index) is >= 0 and var owned) return PartyOf(owned, acts, taken);
        if (Office(index) is { } headed) return headed;
        if (MakerBy(index) is { } maker) return maker;
        if (Apposed(index) is { } apposed) return apposed;
        var city = CityOf(index);
        if (chunk.Modifier >= 0 && city is null && !(chunk.Description is { Kind: DescriptionKind.Company } && _document.EntityOf(chunk.Modifier) is { Kind: NameKind.Person }) && (chunk.Description is { Kind: DescriptionKind.Company } || acts && chunk is { Determination: Determination.Possessive, Description: null })) return Named(chunk.Modifier, acts);
        if (IsSomebodys(index)) return null;
        // "Sells the search business": a part that is sold is no company named before.
        if (!acts && _document.Language.Things.IsPart(chunk.Noun)) return null;
        var isDescription = chunk.Description is { Kind: DescriptionKind.Company, IsPlural: false } && (chunk.Determination is Determination.Definite || IsListed(index));
        if (!isDescription && chunk.Determination != Determination.Pronoun || IsSeveral(chunk)) return null;
        return coreference.Resolve(chunk, sentence, taken, city) is { } entity && !taken.Contains(entity.Index)
            ? new(entity.Name, entity.Index, entity.Company?.Name, _document.Tokens[chunk.First].Start, _document.Tokens[chunk.Last - 1].End, false) : null;
    }

    /// <summary>"The smartphone and headset maker": the article stands before the first of the list.</summary>
    bool IsListed(int index) =>
        index >= 2 && syntax.Chunks[index] is { Determination: Determination.Bare, Preposition: null } && syntax.Chunks[index - 1].Kind == ChunkKind.Coordinator
        && syntax.Chunks[index - 2] is { Kind: ChunkKind.Noun, Determination: Determination.Definite, Name: < 0, Description: null };

    /// <summary>The party that a possessive determiner or a possessor stands for.</summary>
    public Party? OwnerOf(int index, EntitySet taken)
    {
        var chunk = syntax.Chunks[index];
        if (chunk.Modifier >= 0) return Named(chunk.Modifier, true);
        if (chunk.Determination != Determination.Possessive) return null;
        if (ClauseSubject(index) is >= 0 and var subject && PartyOf(subject, true, taken) is { } own && _document.Entities[own.Entity].Kind != NameKind.Person && !taken.Contains(own.Entity)) return own with { IsNamed = false };
        var pronoun = chunk with { Determination = Determination.Pronoun, Description = null, Nationality = null };
        return coreference.Resolve(pronoun, sentence, taken) is { } entity
            ? new(entity.Name, entity.Index, entity.Company?.Name, _document.Tokens[chunk.First].Start, _document.Tokens[chunk.First].End, false) : null;
    }

    /// <summary>The subject of the finite verb before a noun group, or behind one that opens the sentence: what "its" stands for, most often. The chunk, or -1.</summary>
    int ClauseSubject(int index)
    {
        for (var i = index - 1; i >= 0; i--) if (syntax.Chunks[i].IsFinite) return syntax.SubjectOf(i) is var subject && subject < i ? subject : -1;
        for (var i = index + 1; i < syntax.Chunks.Length && syntax.Chunks[i].Kind != ChunkKind.Stop; i++) if (syntax.Chunks[i].IsFinite) return syntax.SubjectOf(i) is var subject && subject > index ? subject : -1;
        return -1;
    }

    /// <summary>An entity that a chunk stands for without naming it.</summary>
    public Party Told(int index, Entity entity) => new(entity.Name, entity.Index, entity.Company?.Name, _document.Tokens[syntax.Chunks[index].First].Start, _document.Tokens[syntax.Chunks[index].Last - 1].End, false);

    /// <summary>Who makes a named product that is told of without its maker: the company of the tables if the article names it, else the one company of the title.</summary>
    public Party? MakerOf(int index)
    {
        var chunk = syntax.Chunks[index];
        if (chunk.Modifier >= 0 && Named(chunk.Modifier, true) is { } maker) return maker;
        // "La fusée Starship de SpaceX": whose the thing is.
        if (chunk.Name >= 0 && index + 1 < syntax.Chunks.Length && syntax.Chunks[index + 1] is { Kind: ChunkKind.Noun, Preposition.IsGenitive: true, Name: >= 0 and var of } && _document.EntityOf(of) is { Kind: NameKind.Company } && Named(of, true) is { } owner) return owner;
        if (chunk.Determination == Determination.Pronoun) return null;
        if (chunk.Determination == Determination.Possessive) return OwnerOf(index, new EntitySet());
        var product = _document.EntityOf(chunk.Name);
        // A company of the tables is nobody's product.
        if (product is { Kind: NameKind.Company, Company: not null, Owner: null }) return null;
        if (product is not (null or { Kind: NameKind.Product or NameKind.Unknown or NameKind.Company }) || product is null && chunk.Description is not null) return null;
        var entity = product?.Owner is not null ? OwnerOf(product) : coreference.TitledCompany ?? (product is not null && coreference.IsTitled(product.Index) ? coreference.FirstTitled : null);
        return entity is null || entity.Index == product?.Index ? null : new(entity.Name, entity.Index, entity.Company?.Name, _document.Tokens[chunk.First].Start, _document.Tokens[chunk.Last - 1].End, false);
    }

    /// <summary>Whether a noun group names a product of the tables whose maker the article names.</summary>
    public bool IsKnownProduct(int index) => _document.EntityOf(syntax.Chunks[index].Name) is { Owner: not null, Kind: not NameKind.Company } product && OwnerOf(product) is not null;

    Entity? OwnerOf(Entity product) => product.Owner is { } owner ? _document.Entities.FirstOrDefault(e => e.Index != product.Index && e.Company?.Name == owner) : null;

    public Party? Named(int name, bool acts)
    {
        if (_document.EntityOf(name) is not { } entity) return null;
        // A product that acts stands for its maker, where the article names it: ChatGPT, OpenAI.
        if (acts && entity is { Kind: NameKind.Product } && OwnerOf(entity) is { } owner) return new(owner.Name, owner.Index, owner.Company?.Name, _document.Names[name].Start, _document.Names[name].End, false);
        if (acts ? !entity.CanAct && entity.Kind != NameKind.Institution : entity.Kind is NameKind.Place or NameKind.Person or NameKind.Product) return null;
        var mention = _document.Names[name];
        return new(entity.Name, entity.Index, entity.Company?.Name, mention.Start, mention.End, true);
    }

    /// <summary>The other parties of a symmetric move whose company is one of several named together: in the same subject, or by the last list before a pronoun.</summary>
    public IEnumerable<Party> AlliesOf(Party company, int companyChunk, int trigger)
    {
        if (companyChunk >= 0 && company.IsNamed && syntax.Coordinated(companyChunk).Count() > 1) return Members(companyChunk, company);
        if (company.IsNamed) return [];
        for (var i = trigger - 1; i >= 0; i--)
            if (syntax.Chunks[i] is { Kind: ChunkKind.Noun, Name: >= 0 } && syntax.Coordinated(i).Count() > 1 && (Named(syntax.Chunks[i].Name, true)?.Entity == company.Entity || !company.IsNamed)) return Members(i, company);
        return [];
    }

    IEnumerable<Party> Members(int first, Party company) =>
        syntax.Coordinated(first).Select(m => PartyOf(m, true, new())).OfType<Party>().Where(p => p.Entity != company.Entity);

    /// <summary>"X said on Monday it would ...": the pronoun under a verb of saying is who says it. The chunk of X, or -1.</summary>
    int Speaker(int pronoun)
    {
        for (var i = pronoun - 1; i >= 0; i--)
        {
            if (syntax.Chunks[i].Kind == ChunkKind.Verb) return syntax.Chunks[i].IsFinite && syntax.GovernorAt(i) is { Kind: GovernorKind.Report or GovernorKind.Denial } ? syntax.SubjectOf(i) : -1;
            if (syntax.Chunks[i].Kind is not (ChunkKind.Date or ChunkKind.Other or ChunkKind.Subordinator) && syntax.Chunks[i] is not { Kind: ChunkKind.Noun, Preposition: not null }) return -1;
        }
        return -1;
    }

    /// <summary>"X has paid millions since it launched ...": the pronoun that opens a later clause is who acts in the clause before. The chunk of X, or -1.</summary>
    int Actor(int pronoun)
    {
        for (var i = pronoun - 1; i >= 0 && syntax.Chunks[i].Kind != ChunkKind.Stop; i--)
            if (syntax.Chunks[i].IsFinite) return syntax.SubjectOf(i) is var subject && subject < i && (subject < 0 || syntax.Chunks[subject].Name >= 0) ? subject : -1;
        return -1;
    }

    /// <summary>"Les deux groupes" are not one of them.</summary>
    public bool IsSeveral(Chunk chunk)
    {
        for (var t = chunk.First; t < chunk.Head; t++) if (_document.Tags[t] == Tag.Number) return true;
        return false;
    }

    /// <summary>"51 % du capital de Y", "a stake in Y": what is bought is Y. The chunk of Y, or -1.</summary>
    int ShareOf(int index)
    {
        if (!_document.Language.Things.IsShare(syntax.Chunks[index].Noun)) return -1;
        for (var i = index + 1; i < syntax.Chunks.Length && i <= index + 3; i++)
        {
            if (syntax.Chunks[i] is { Kind: ChunkKind.Noun, Preposition: not null }) return i;
            // "La part qu'il détient dans Y"
            if (syntax.Chunks[i].Kind == ChunkKind.Relative) return BehindVerb(i);
            if (syntax.Chunks[i].Kind is not (ChunkKind.Percent or ChunkKind.Amount)) return -1;
        }
        return -1;
    }

    /// <summary>The noun group with a preposition right behind the verb of a relative clause, or -1.</summary>
    int BehindVerb(int relative)
    {
        for (var i = relative + 1; i + 1 < syntax.Chunks.Length && i <= relative + 3; i++)
            if (syntax.Chunks[i].Kind == ChunkKind.Verb) return syntax.Chunks[i + 1] is { Kind: ChunkKind.Noun, Preposition: not null, Name: >= 0 } ? i + 1 : -1;
        return -1;
    }
}

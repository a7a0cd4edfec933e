namespace TechMoves;

/// <summary>Looks for the fillers of a role: the places that a line of frames.csv names, in the order that it names them.</summary>
public sealed partial class Frames
{
    Party? Fill(int trigger, ImmutableArray<string> places, bool passive, bool acts, EntitySet taken, out int at)
    {
        var first = -1;
        Party? person = null;
        foreach (var place in places)
        {
            at = ChunkAt(trigger, place, passive, acts);
            if (first < 0) first = at;
            if (place is "poss" or "mod")
            {
                if (place == "poss" ? _roles.OwnerOf(trigger, taken) is { } owner : syntax.Chunks[trigger].Modifier >= 0 && _roles.Named(syntax.Chunks[trigger].Modifier, acts) is { } modifier && (owner = modifier) is not null)
                    if (!taken.Contains(owner.Entity)) return owner;
                continue;
            }
            if (at < 0 || _roles.PartyOf(at, acts, taken) is not { } party || taken.Contains(party.Entity)) continue;
            // A person who speaks of a step is not its company, where another place has one.
            if (person is null && _document.Entities[party.Entity].Kind == NameKind.Person && place is "gov" or "subj" && places.Length > 1)
            {
                (person, first) = (party, at);
                continue;
            }
            return party;
        }
        at = first;
        return person;
    }

    int ChunkAt(int trigger, string place, bool passive, bool acts)
    {
        var isVerb = syntax.Chunks[trigger].Kind == ChunkKind.Verb;
        return place switch
        {
            "subj" => !isVerb ? -1 : passive ? syntax.AgentOf(trigger) : syntax.SubjectOf(trigger),
            "obj" => !isVerb ? -1 : passive ? Undergoer(trigger) : syntax.ObjectOf(trigger),
            "agent" => syntax.AgentOf(trigger),
            "gov" => isVerb ? -1 : syntax.OwnerOf(trigger),
            "poss" or "mod" or "rest" => -1,
            _ => Complement(trigger, place, acts) is >= 0 and var complement ? complement : isVerb ? -1 : ComplementBefore(trigger, place) is >= 0 and var before ? before : ComplementOfPassive(trigger, place, acts),
        };
    }

    int Complement(int trigger, string preposition, bool acts) =>
        syntax.ComplementOf(trigger, preposition, acts ? static c => c.Name >= 0 || c.Description is not null : static c => c.Name >= 0 || c.Description is not null || c.Determination != Determination.Pronoun);

    /// <summary>"A pact has been made between X and Y": what stands behind the passive verb of which the noun is the subject.</summary>
    int ComplementOfPassive(int trigger, string preposition, bool acts) =>
        syntax.Chunks[trigger].Preposition is null && NounLines(syntax.Chunks[trigger]) is [{ Type: MoveType.Partnership or MoveType.JointVenture or MoveType.Merger or MoveType.Contract or MoveType.Licensing }, ..] && trigger + 1 < syntax.Chunks.Length && syntax.Chunks[trigger + 1] is { Kind: ChunkKind.Verb, IsPassive: true, IsFinite: true } && Complement(trigger + 1, preposition, acts) is >= 0 and var found && syntax.Chunks[found].Preposition is { IsAgent: false } ? found : -1;

    /// <summary>"X has signed with Y the contract": what stands between the verb and its object.</summary>
    int ComplementBefore(int trigger, string preposition)
    {
        if (syntax.Chunks[trigger].Preposition is { IsGenitive: true } or { IsAgent: true }) return -1;
        for (var i = trigger - 1; i > 0 && (syntax.Chunks[i].Kind is ChunkKind.Date or ChunkKind.Close || syntax.Chunks[i] is { Kind: ChunkKind.Noun, Preposition: { IsGenitive: false, IsAgent: false } }); i--)
        {
            if (syntax.Chunks[i].Kind == ChunkKind.Close) while (i > 0 && syntax.Chunks[i].Kind != ChunkKind.Open) i--;
            else if (syntax.Chunks[i] is { Kind: ChunkKind.Noun, Name: >= 0 } complement && complement.Preposition!.Name == preposition && (syntax.Chunks[i - 1].Kind is ChunkKind.Verb or ChunkKind.Date || syntax.Chunks[i - 1].Kind == ChunkKind.Noun && syntax.IsGoverningNoun(i - 1))) return i;
        }
        return -1;
    }

    (int Chunk, Filler? Product) Product(int trigger, FrameLine line, bool passive)
    {
        foreach (var place in line.Product)
        {
            var at = ChunkAt(trigger, place, passive, false);
            if (at < 0 || syntax.Chunks[at].Kind != ChunkKind.Noun || syntax.Chunks[at].Determination == Determination.Pronoun) continue;
            // "Le Xiaomi YU7": the name behind the maker's.
            if (_document.EntityOf(syntax.Chunks[at].Name) is { Kind: NameKind.Company } && at + 1 < syntax.Chunks.Length && syntax.Chunks[at + 1] is { Kind: ChunkKind.Noun, Preposition: null, Determination: Determination.Bare, Name: >= 0 } model && _document.EntityOf(model.Name) is { Kind: not NameKind.Company }) at++;
            return (at, _attachments.PhraseOf(at));
        }
        return (-1, null);
    }
}

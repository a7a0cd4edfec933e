namespace TechMoves;

/// <summary>The kinds of pieces into which a sentence is cut. Other: adverbs, quotes and all that clauses look through.</summary>
public enum ChunkKind : byte { Noun, Verb, Amount, Date, Percent, Coordinator, Comma, Open, Close, Stop, Relative, Subordinator, Other }

/// <summary>What a noun group's determiner says: a, the, this, its, or nothing.</summary>
public enum Determination : byte { Bare, Indefinite, Definite, Possessive, Pronoun }

/// <summary>
/// A piece of a sentence: a noun group with its preposition, a verb group, a mention, a mark. Tokens are a half-open range of the document's.
/// </summary>
/// <param name="Head">The token of the head noun, name or verb.</param>
/// <param name="Preposition">The preposition before a noun group, infinitive or mention; it stands before First.</param>
/// <param name="Name">The index of the name that a noun group is headed by or ends with, or -1.</param>
/// <param name="Modifier">The index of a name that only modifies the head (the Google deal) or owns it (Google's deal), or -1.</param>
/// <param name="Mention">The index of the amount, date or per cent that the chunk is or holds, or -1.</param>
public sealed record Chunk(ChunkKind Kind, int First, int Last, int Head)
{
    public Preposition? Preposition { get; internal set; }

    public int Name { get; init; } = -1;

    public int Modifier { get; init; } = -1;

    public int Mention { get; init; } = -1;

    public Determination Determination { get; init; }

    /// <summary>The noun's lexeme, where the chunk is headed by a common noun; else 0.</summary>
    public int Noun { get; init; }

    public Description? Description { get; init; }

    /// <summary>The country of an adjective of nationality in the group, or null.</summary>
    public string? Nationality { get; init; }

    /// <summary>The verb's infinitive as a lexeme id; 0 for a verb that the lexicon does not know.</summary>
    public int Lemma { get; init; }

    public VerbForms Form { get; init; }

    public bool IsPassive { get; init; }

    public bool IsPerfect { get; init; }

    public bool IsProgressive { get; init; }

    public bool IsNegated { get; init; }

    public bool IsReflexive { get; init; }

    /// <summary>The lemma of a modal or other verb that governs inside the group (will, may, aller, venir de), or 0.</summary>
    public int Modal { get; init; }

    public VerbForms ModalForm { get; init; }

    public bool IsFinite => Kind == ChunkKind.Verb && (Form & VerbForms.Finite) != 0;
}

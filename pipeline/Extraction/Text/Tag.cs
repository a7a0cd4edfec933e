namespace TechMoves;

/// <summary>The part of speech of a token, as the Universal Dependencies name them.</summary>
public enum Tag : byte
{
    Unknown, Noun, Name, Verb, Auxiliary, Adjective, Adverb, Pronoun, Determiner, Preposition, Coordinator, Subordinator, Number, Particle, Interjection, Punctuation, Symbol, Other,
}

namespace TechMoves;

/// <summary>The part of speech of a token: the seventeen of Universal Dependencies under their own names; Unknown is never given by a tagger.</summary>
/// <remarks>The numbers stand in the weight files: a change of this list needs a new training of every language.</remarks>
public enum Tag : byte
{
    Unknown, Noun, Name, Verb, Auxiliary, Adjective, Adverb, Pronoun, Determiner, Preposition, Coordinator, Subordinator, Number, Particle, Interjection, Punctuation, Symbol, Other,
}

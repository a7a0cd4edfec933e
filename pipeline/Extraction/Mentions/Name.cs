namespace TechMoves;

/// <summary>A name as it stands in the text: half-open token range (its legal form included), the form without legal form, and what the tables know of it.</summary>
/// <param name="IsSure">False where the capital may be due to the place: the first word of a sentence, a headline in title case.</param>
public sealed record NameMention(int First, int Last, int Start, int End, string Form, KnownName? Known, bool HasLegalForm, bool IsSure) : Mention(Start, End);

/// <summary>Who or what a document's names stand for: Name is the fullest form used; Votes tell how strongly each kind is supported.</summary>
public sealed record Entity(int Index, string Name, NameKind Kind, Company? Company, string? Country, string? Owner, ImmutableArray<string> Forms, int Score, int Mentions)
{
    /// <summary>Whether it may act in a move: a company, a person who buys, or a name of which nothing is known.</summary>
    public bool CanAct => Kind is NameKind.Company or NameKind.Person or NameKind.Unknown;
}

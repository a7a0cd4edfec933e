namespace TechMoves;

/// <summary>Finds the words that say that a price is not told: "for an undisclosed sum", "Terms were not disclosed".</summary>
public static class Undisclosed
{
    /// <summary>So many sentences behind the one that tells the deal may say so.</summary>
    const int Reach = 3;

    /// <summary>The words in the sentence of a deal or in one shortly behind it, in its block or the next; null if none say so.</summary>
    public static Span? Of(Document document, int sentence)
    {
        for (var s = sentence; s < document.Sentences.Length && s <= sentence + Reach; s++) if (In(document, document.Sentences[s]) is { } said) return said;
        return null;
    }

    static Span? In(Document document, Sentence sentence)
    {
        var terms = false;
        for (var t = sentence.First; t < sentence.Last; t++)
        {
            if (document.Language.Amounts.Undisclosed.Match(document.Tokens.AsSpan(t..sentence.Last), out var parts) is not (> 0 and var length)) continue;
            if (parts[0] == UndisclosedPart.Terms) terms = true;
            else if (terms || parts[0] == UndisclosedPart.Sum) return new(document.Tokens[t].Start, document.Tokens[t + length - 1].End);
        }
        return null;
    }
}

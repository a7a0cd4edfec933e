namespace TechMoves;

/// <summary>Tells whether a name stands where a verb of deals has its company or its target, before any clause is read.</summary>
public static class Deals
{
    const string Subject = "subj", Object = "obj";

    /// <summary>How many tokens an auxiliary and adverbs take before the verb: X lève, X a levé, X has just bought.</summary>
    const int Reach = 3;

    /// <summary>Whether a verb follows that has its company as the subject.</summary>
    public static bool Acts(Token[] tokens, NameMention name, Language language)
    {
        for (var i = name.Last; i < tokens.Length && i < name.Last + Reach; i++)
        {
            var readings = language.Grammar.VerbsOf(tokens[i]);
            foreach (var reading in readings)
                foreach (var line in language.Frames.VerbFrames(reading.Lemma)) if (line.Company.Contains(Subject) || line.Seller.Contains(Subject)) return true;
            if (readings.Length == 0 && !language.Grammar.IsLink(tokens[i]) && language.Grammar.ClassOf(tokens[i]) != WordClass.Adverb) return false;
        }
        return false;
    }

    /// <summary>Whether a verb stands before that has a company as its object, and no product: X rachète Y, X invests in Y.</summary>
    public static bool Suffers(Token[] tokens, NameMention name, Language language)
    {
        var (verb, function) = (name.First - 1, Object);
        if (verb > 0 && language.Grammar.Prepositions.Match([tokens[verb]], out var prepositions) == 1) (verb, function) = (verb - 1, prepositions[0].Name);
        if (verb < 0) return false;
        var isTarget = false;
        foreach (var reading in language.Grammar.VerbsOf(tokens[verb]))
            foreach (var line in language.Frames.VerbFrames(reading.Lemma))
            {
                if (line.Type is MoveType.ProductLaunch or MoveType.Development or MoveType.Trial && line.Product.Contains(function)) return false;
                isTarget |= line.Tail.Length == 0 && line.Partner.Contains(function);
            }
        return isTarget;
    }
}

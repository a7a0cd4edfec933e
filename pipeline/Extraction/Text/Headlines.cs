namespace TechMoves;

/// <summary>Rewrites treebank sentences the way headlines are set: without the last dot, in title case, in capitals with or without accents.</summary>
public static class Headlines
{
    /// <summary>The copies of a sentence, by its number, so that each kind gets its share of a corpus.</summary>
    public static IEnumerable<TreebankSentence> Of(TreebankSentence sentence, int number)
    {
        if (sentence.Spans.Count < 4) yield break;
        var headline = WithoutDot(sentence);
        if (number % 4 == 0) yield return headline;
        if (number % 4 == 1) yield return Recase(headline, (_, span, first) => !first || IsSmall(span) ? null : char.ToUpperInvariant);
        if (number % 16 == 2) yield return Recase(headline, (_, _, first) => first ? char.ToUpperInvariant : null);
        if (number % 8 == 3) yield return Recase(headline, (_, _, _) => char.ToUpperInvariant);
        if (number % 8 == 7) yield return Recase(headline, (_, _, _) => c => char.ToUpperInvariant(WithoutAccent(c)));
    }

    static TreebankSentence WithoutDot(TreebankSentence sentence) =>
        sentence.Spans[^1] is { Tag: Tag.Punctuation } last && sentence.Text.EndsWith('.')
            ? new(sentence.Text[..last.Start].TrimEnd(), [.. sentence.Spans.Take(sentence.Spans.Count - 1)])
            : sentence;

    static bool IsSmall(TaggedSpan span) => span.Start > 0 && span.End - span.Start <= 3
        && span.Tag is Tag.Determiner or Tag.Preposition or Tag.Coordinator or Tag.Particle or Tag.Subordinator;

    static TreebankSentence Recase(TreebankSentence sentence, Func<char, TaggedSpan, bool, Func<char, char>?> change)
    {
        var text = sentence.Text.ToCharArray();
        foreach (var span in sentence.Spans)
            for (var i = span.Start; i < span.End; i++)
                if (change(text[i], span, i == 0 || text[i - 1] is ' ' or '-' or '(' or '"') is { } changed) text[i] = changed(text[i]);
        return sentence with { Text = new(text) };
    }

    static char WithoutAccent(char c) => c < 128 ? c : c.ToString().Normalize(NormalizationForm.FormD)[0];
}

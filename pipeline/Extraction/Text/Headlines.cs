namespace TechMoves;

/// <summary>Rewrites treebank sentences the way headlines are set: without the last dot, telegraphic, in title case, in capitals with or without accents.</summary>
public static class Headlines
{
    /// <summary>The copies of a sentence, by its number, so that each kind gets its share of a corpus.</summary>
    public static IEnumerable<TreebankSentence> Of(TreebankSentence sentence, int number)
    {
        if (sentence.Spans.Count < 4) yield break;
        var headline = WithoutDot(sentence);
        if (Telegraphic(headline, number) is { } telegraphic) yield return number % 3 == 0 ? Title(telegraphic) : telegraphic;
        if (number % 4 == 0) yield return headline;
        if (number % 4 == 1) yield return Title(headline);
        if (number % 16 == 2) yield return Recase(headline, (_, first) => first ? char.ToUpperInvariant : null);
        if (number % 8 == 3) yield return Recase(headline, (_, _) => char.ToUpperInvariant);
        if (number % 8 == 7) yield return Recase(headline, (_, _) => c => char.ToUpperInvariant(WithoutAccent(c)));
    }

    static TreebankSentence WithoutDot(TreebankSentence sentence) =>
        sentence.Spans[^1] is { Tag: Tag.Punctuation } last && sentence.Text.EndsWith('.')
            ? new(sentence.Text[..last.Start].TrimEnd(), [.. sentence.Spans.Take(sentence.Spans.Count - 1)])
            : sentence;

    /// <summary>The sentence with a name of no language as its subject, and every second time without articles; null if it does not begin with a short subject.</summary>
    static TreebankSentence? Telegraphic(TreebankSentence sentence, int number)
    {
        var verb = 0;
        while (verb < sentence.Spans.Count && sentence.Spans[verb].Tag is Tag.Determiner or Tag.Adjective or Tag.Noun or Tag.Name or Tag.Pronoun) verb++;
        if (verb is 0 or > 4 || verb == sentence.Spans.Count || sentence.Spans[verb].Tag is not (Tag.Verb or Tag.Auxiliary)) return null;
        if (sentence.Spans[verb - 1].Tag is not (Tag.Noun or Tag.Name or Tag.Pronoun)) return null;
        var text = new StringBuilder(MadeUpName(number));
        var spans = new List<TaggedSpan> { new(0, text.Length, Tag.Name) };
        for (var i = verb; i < sentence.Spans.Count; i++)
        {
            var span = sentence.Spans[i];
            if (number % 2 == 0 && span.Tag == Tag.Determiner) continue;
            if (sentence.Spans[i - 1].End < span.Start || spans.Count == 1) text.Append(' ');
            var start = text.Length;
            text.Append(sentence.Text, span.Start, span.End - span.Start);
            spans.Add(new(start, text.Length, span.Tag));
        }
        return new(text.ToString(), spans);
    }

    /// <summary>A capitalised word of two to four syllables, never the same for neighbours, so that only its place and shape can be learnt.</summary>
    static string MadeUpName(int number)
    {
        var name = new StringBuilder();
        var rest = (uint)(number + 1) * 2654435761;
        for (var syllables = 2 + (number % 3); syllables > 0; syllables--, rest = (rest * 1664525) + 1013904223)
            name.Append("bcdfghjklmnprstvwxz"[(int)(rest >> 8) % 19]).Append("aeiouy"[(int)(rest >> 16) % 6]);
        if (number % 5 < 3) name.Append("bcdfgklmnprstxz"[(int)(rest >> 12) % 15]);
        name[0] = char.ToUpperInvariant(name[0]);
        return name.ToString();
    }

    static TreebankSentence Title(TreebankSentence sentence) => Recase(sentence, (span, first) => !first || IsSmall(span) ? null : char.ToUpperInvariant);

    static bool IsSmall(TaggedSpan span) => span.Start > 0 && span.End - span.Start <= 3
        && span.Tag is Tag.Determiner or Tag.Preposition or Tag.Coordinator or Tag.Particle or Tag.Subordinator;

    static TreebankSentence Recase(TreebankSentence sentence, Func<TaggedSpan, bool, Func<char, char>?> change)
    {
        var text = sentence.Text.ToCharArray();
        foreach (var span in sentence.Spans)
            for (var i = span.Start; i < span.End; i++)
                if (change(span, i == 0 || text[i - 1] is ' ' or '-' or '(' or '"') is { } changed) text[i] = changed(text[i]);
        return sentence with { Text = new(text) };
    }

    static char WithoutAccent(char c) => c < 128 || char.IsSurrogate(c) ? c : c.ToString().Normalize(NormalizationForm.FormD)[0];
}

namespace TechMoves;

/// <summary>A stretch of a treebank's sentence with its part of speech there.</summary>
public readonly record struct TaggedSpan(int Start, int End, Tag Tag);

/// <summary>A sentence of a treebank: its text as written, and the tags of its words.</summary>
public sealed record TreebankSentence(string Text, IReadOnlyList<TaggedSpan> Spans)
{
    /// <summary>The project's own tokens of the sentence, each with the tag of the word that it shares most letters with.</summary>
    public (Token[] Tokens, Tag[] Tags) Project(Language language)
    {
        var tokens = Tokenizer.Read(Text, language).ToArray();
        var tags = new Tag[tokens.Length];
        for (int i = 0, span = 0; i < tokens.Length; i++)
        {
            while (span + 1 < Spans.Count && Spans[span].End <= tokens[i].Start) span++;
            var shared = 0;
            for (var s = span; s < Spans.Count && Spans[s].Start < tokens[i].End; s++)
            {
                var overlap = Math.Min(Spans[s].End, tokens[i].End) - Math.Max(Spans[s].Start, tokens[i].Start);
                if (overlap > shared) (shared, tags[i]) = (overlap, Spans[s].Tag);
            }
        }
        return (tokens, tags);
    }
}

/// <summary>Reads a treebank in the CoNLL-U format of Universal Dependencies; only words and parts of speech are kept.</summary>
public static class Treebank
{
    public static IEnumerable<TreebankSentence> Read(string path)
    {
        if (!File.Exists(path)) throw new ConfigurationException($"{path}: treebank not found");
        var words = new List<string[]>();
        var number = 0;
        foreach (var line in File.ReadLines(path).Append(""))
        {
            number++;
            if (line.StartsWith('#')) continue;
            if (line.Length > 0)
            {
                if (line.Split('\t') is not { Length: 10 } fields) throw new ConfigurationException($"{path}:{number}: a word of CoNLL-U has ten fields");
                // 8.1 is a word that the text leaves out.
                if (!fields[0].Contains('.', StringComparison.Ordinal)) words.Add(fields);
            }
            else if (words.Count > 0)
            {
                yield return Sentence(words);
                words.Clear();
            }
        }
    }

    static TreebankSentence Sentence(List<string[]> words)
    {
        var text = new StringBuilder();
        var spans = new List<TaggedSpan>();
        for (var i = 0; i < words.Count; i++)
        {
            var start = text.Length;
            var word = words[i];
            text.Append(word[1]);
            if (word[0].Split('-') is [var first, var last])
            {
                var parts = words.GetRange(i + 1, int.Parse(last, CultureInfo.InvariantCulture) - int.Parse(first, CultureInfo.InvariantCulture) + 1);
                i += parts.Count;
                AddParts(word[1], start, parts, spans);
            }
            // Sequoia calls the per cent sign a noun, the others a symbol.
            else spans.Add(new(start, text.Length, word[3] == "NOUN" && word[1] is [var sign] && !char.IsLetterOrDigit(sign) ? Tag.Symbol : TagOf(word[3])));
            if (!word[9].Contains("SpaceAfter=No", StringComparison.Ordinal)) text.Append(' ');
        }
        return new(text.ToString().TrimEnd(), spans);
    }

    /// <summary>Two words written as one: cut where their letters are those of the whole; else one span, an article giving way to the preposition before it.</summary>
    static void AddParts(string whole, int start, List<string[]> parts, List<TaggedSpan> spans)
    {
        if (string.Concat(parts.Select(p => p[1])).Length == whole.Length)
        {
            foreach (var part in parts)
            {
                spans.Add(new(start, start + part[1].Length, TagOf(part[3])));
                start += part[1].Length;
            }
            return;
        }
        var tag = TagOf(parts[^1][3]);
        spans.Add(new(start, start + whole.Length, tag == Tag.Determiner ? TagOf(parts[0][3]) : tag));
    }

    static Tag TagOf(string tag) => tag switch
    {
        "NOUN" => Tag.Noun,
        "PROPN" => Tag.Name,
        "VERB" => Tag.Verb,
        "AUX" => Tag.Auxiliary,
        "ADJ" => Tag.Adjective,
        "ADV" => Tag.Adverb,
        "PRON" => Tag.Pronoun,
        "DET" => Tag.Determiner,
        "ADP" => Tag.Preposition,
        "CCONJ" => Tag.Coordinator,
        "SCONJ" => Tag.Subordinator,
        "NUM" => Tag.Number,
        "PART" => Tag.Particle,
        "INTJ" => Tag.Interjection,
        "PUNCT" => Tag.Punctuation,
        "SYM" => Tag.Symbol,
        _ => Tag.Other,
    };
}

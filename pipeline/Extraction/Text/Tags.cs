namespace TechMoves;

/// <summary>The parts of speech of an article's tokens. A sentence is tagged when one of its tokens is first asked for: of many sentences none ever is.</summary>
public sealed class Tags(string text, Token[] tokens, ImmutableArray<Sentence> sentences, Tagger tagger)
{
    // Unknown until the sentence is tagged: no tagger gives it.
    readonly Tag[] _tags = new Tag[tokens.Length];

    public Tag this[int token]
    {
        get
        {
            if (_tags[token] == Tag.Unknown) Read(token);
            return _tags[token];
        }
    }

    void Read(int token)
    {
        var (low, high) = (0, sentences.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (sentences[middle].First <= token) low = middle;
            else high = middle - 1;
        }
        var (first, last, _) = sentences[low];
        tagger.Tag(text, tokens.AsSpan(first..last), _tags.AsSpan(first..last));
    }
}

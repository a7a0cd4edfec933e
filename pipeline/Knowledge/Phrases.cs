namespace TechMoves;

/// <summary>An automaton over lexeme ids: finds the longest phrase of a lexicon that starts at a token, and what the lexicon says of it.</summary>
public sealed class Phrases<T>
{
    readonly Dictionary<long, int> _next = [];
    readonly List<ImmutableArray<T>> _values = [[]];
    Vocabulary? _vocabulary;
    ulong _mark;

    /// <summary>Adds a phrase, tokenised as running text is; unknown words enter the vocabulary.</summary>
    public void Add(string phrase, Language language, T value)
    {
        if (_vocabulary is null) (_vocabulary, _mark) = (language.Vocabulary, language.Vocabulary.NextPhrases());
        foreach (var part in phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries)) if (part.Contains('-', StringComparison.Ordinal)) _vocabulary.Add(part);
        var state = 0;
        foreach (var token in Tokenizer.Read(phrase, language))
        {
            var lexeme = _vocabulary.Add(phrase[token.Start..token.End]);
            if (state == 0) _vocabulary.Begin(lexeme, _mark);
            if (!_next.TryGetValue(Step(state, lexeme), out var next))
            {
                _next.Add(Step(state, lexeme), next = _values.Count);
                _values.Add([]);
            }
            state = next;
        }
        if (state != 0) _values[state] = _values[state].Add(value);
    }

    /// <summary>Whether a phrase may start at a token: it starts with this word.</summary>
    public bool Begins(Token token) => _vocabulary is not null && _vocabulary.Begins(token.Lexeme, _mark);

    /// <summary>The number of tokens of the longest phrase that starts at tokens[0], 0 if there is none; and its values.</summary>
    public int Match(ReadOnlySpan<Token> tokens, out ImmutableArray<T> values)
    {
        values = [];
        if (tokens.IsEmpty || !Begins(tokens[0])) return 0;
        var length = 0;
        for (int i = 0, state = 0; i < tokens.Length && _next.TryGetValue(Step(state, tokens[i].Lexeme), out state); i++)
        {
            if (_values[state].IsEmpty) continue;
            values = _values[state];
            length = i + 1;
        }
        return length;
    }

    static long Step(int state, int lexeme) => ((long)state << 32) | (uint)lexeme;
}

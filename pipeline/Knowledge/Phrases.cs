namespace TechMoves;

/// <summary>An automaton over lexeme ids: finds the longest phrase of a lexicon that starts at a token, and what the lexicon says of it.</summary>
public sealed class Phrases<T>
{
    readonly Dictionary<(int State, int Lexeme), int> _next = [];
    readonly Dictionary<int, List<T>> _values = [];
    int _states = 1;

    /// <summary>Adds a phrase, tokenised as running text is; unknown words enter the vocabulary.</summary>
    public void Add(string phrase, Language language, T value)
    {
        foreach (var part in phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries)) if (part.Contains('-', StringComparison.Ordinal)) language.Vocabulary.Add(part);
        var state = 0;
        foreach (var token in Tokenizer.Read(phrase, language))
        {
            var key = (state, language.Vocabulary.Add(phrase[token.Start..token.End]));
            if (!_next.TryGetValue(key, out state)) _next.Add(key, state = _states++);
        }
        if (state == 0) return;
        if (!_values.TryGetValue(state, out var values)) _values.Add(state, values = []);
        values.Add(value);
    }

    /// <summary>The number of tokens of the longest phrase that starts at tokens[0], 0 if there is none; and its values.</summary>
    public int Match(ReadOnlySpan<Token> tokens, out IReadOnlyList<T> values)
    {
        values = [];
        var length = 0;
        for (int i = 0, state = 0; i < tokens.Length && tokens[i].Lexeme != 0 && _next.TryGetValue((state, tokens[i].Lexeme), out state); i++)
        {
            if (!_values.TryGetValue(state, out var found)) continue;
            values = found;
            length = i + 1;
        }
        return length;
    }
}

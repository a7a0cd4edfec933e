namespace TechMoves;

/// <summary>An automaton over lexeme ids: finds the longest phrase of a lexicon that starts at a token, and what the lexicon says of it.</summary>
public sealed class Phrases<T>
{
    /// <summary>What the lexicon says where a phrase ends, and whether a longer one goes on from there: most do not, and no further token is looked up.</summary>
    readonly record struct State(ImmutableArray<T> Values, bool GoesOn);

    readonly List<Token> _tokens = [];

    // Open addressing, at most half full. No step has the key 0: words of the start are known ones, and only the start is the state 0.
    (long Key, int Next)[] _steps = new (long, int)[16];
    State[] _states = [new([], false)];
    int _count = 1;
    Vocabulary? _vocabulary;
    ulong _mark;

    /// <summary>Adds a phrase, tokenised as running text is; unknown words enter the vocabulary.</summary>
    public void Add(string phrase, Language language, T value)
    {
        if (_vocabulary is null) (_vocabulary, _mark) = (language.Vocabulary, language.Vocabulary.NextPhrases());
        foreach (var part in phrase.AsSpan().Split(' ')) if (phrase.AsSpan(part).Contains('-')) _vocabulary.Add(phrase.AsSpan(part));
        _tokens.Clear();
        Tokenizer.Read(phrase, 0, phrase.Length, language, _tokens);
        var state = 0;
        foreach (var token in _tokens)
        {
            var lexeme = _vocabulary.Add(token.In(phrase));
            if (state == 0) _vocabulary.Begin(lexeme, _mark);
            var next = Next(state, lexeme);
            state = next != 0 ? next : Grow(state, lexeme);
        }
        if (state != 0) _states[state] = _states[state] with { Values = _states[state].Values.Add(value) };
    }

    /// <summary>Whether a phrase may start at a token: it starts with this word.</summary>
    public bool Begins(Token token) => _vocabulary is not null && _vocabulary.Begins(token.Lexeme, _mark);

    /// <summary>The number of tokens of the longest phrase that starts at tokens[0], 0 if there is none; and its values.</summary>
    public int Match(ReadOnlySpan<Token> tokens, out ImmutableArray<T> values)
    {
        values = _states[0].Values;
        if (tokens.IsEmpty || !Begins(tokens[0])) return 0;
        var length = 0;
        for (int i = 0, state = 0; i < tokens.Length && (state = Next(state, tokens[i].Lexeme)) != 0; i++)
        {
            ref readonly var at = ref _states[state];
            if (!at.Values.IsEmpty) (values, length) = (at.Values, i + 1);
            if (!at.GoesOn) break;
        }
        return length;
    }

    /// <summary>The state that a lexeme leads to, or 0.</summary>
    int Next(int state, int lexeme)
    {
        var key = Key(state, lexeme);
        var steps = _steps;
        for (var i = Place(key, steps.Length); ; i = (i + 1) & (steps.Length - 1))
            if (steps[i].Next == 0 || steps[i].Key == key) return steps[i].Next;
    }

    int Grow(int state, int lexeme)
    {
        if (_count == _states.Length) Array.Resize(ref _states, _count * 2);
        if (_count * 2 > _steps.Length)
        {
            var old = _steps;
            _steps = new (long, int)[old.Length * 2];
            foreach (var (key, next) in old) if (next != 0) Put(key, next);
        }
        _states[state] = _states[state] with { GoesOn = true };
        _states[_count] = new([], false);
        Put(Key(state, lexeme), _count);
        return _count++;
    }

    void Put(long key, int next)
    {
        var i = Place(key, _steps.Length);
        while (_steps[i].Next != 0) i = (i + 1) & (_steps.Length - 1);
        _steps[i] = (key, next);
    }

    static int Place(long key, int size) => (int)(((ulong)key * 0x9E3779B97F4A7C15) >> (64 - BitOperations.Log2((uint)size)));

    static long Key(int state, int lexeme) => ((long)state << 32) | (uint)lexeme;
}

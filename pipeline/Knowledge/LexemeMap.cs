namespace TechMoves;

/// <summary>What is known of each lexeme, by its id: ids are dense, so an array finds it in one step. Of a lexeme that was never set the default is known.</summary>
public sealed class LexemeMap<T>
{
    T[] _values = [];

    public T? this[int lexeme]
    {
        get => (uint)lexeme < (uint)_values.Length ? _values[lexeme] : default;
        set
        {
            if (lexeme >= _values.Length) Array.Resize(ref _values, (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(lexeme + 1, 256)));
            _values[lexeme] = value!;
        }
    }
}

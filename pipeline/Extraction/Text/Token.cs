namespace TechMoves;

/// <summary>Word: letters, with inner apostrophe, dot or hyphen where the language has it so. Number: a run of digits. Mark: any other character.</summary>
public enum TokenKind : byte { Word, Number, Mark }

/// <summary>The letter case of a word: lower, Capitalised, UPPER (two capitals or more), MiXed; None for numbers and marks.</summary>
public enum Casing : byte { None, Lower, Capitalised, Upper, Mixed }

/// <summary>A word, number or mark of the text: half-open UTF-16 offsets and the lexeme id of its folded form (0: unknown to the lexicons).</summary>
public readonly record struct Token(int Start, int End, int Lexeme, TokenKind Kind, Casing Casing)
{
    public int Length => End - Start;

    /// <summary>Whether the next token follows without a space.</summary>
    public bool Touches(Token next) => End == next.Start;

    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, End - Start);
}

namespace TechMoves;

/// <summary>Converts UTF-16 offsets of a text into Unicode code points, as Python and SQL count them.</summary>
public sealed class CodePoints
{
    // The offsets of the second halves of surrogate pairs, ascending.
    readonly List<int> _lowSurrogates = [];

    public CodePoints(string text)
    {
        for (var i = 1; i < text.Length; i++) if (char.IsLowSurrogate(text[i]) && char.IsHighSurrogate(text[i - 1])) _lowSurrogates.Add(i);
    }

    public int At(int offset)
    {
        var before = _lowSurrogates.BinarySearch(offset);
        return offset - (before < 0 ? ~before : before);
    }
}

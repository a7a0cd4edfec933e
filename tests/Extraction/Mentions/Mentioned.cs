namespace TechMoves.Tests;

/// <summary>A text of one block, read up to its mentions.</summary>
static class Mentioned
{
    public static Document Document(string text, string code, DateOnly? published = null) =>
        TechMoves.Document.Of(new Article("", "", 0, null, null, code, published, 0, text), Given.Language(code), [new Block(0, text.Length, BlockKind.Body)]);
}

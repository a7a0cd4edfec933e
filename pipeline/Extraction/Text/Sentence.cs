namespace TechMoves;

/// <summary>A sentence: a half-open range of the document's tokens, and the block it stands in.</summary>
public readonly record struct Sentence(int First, int Last, int Block)
{
    public int Length => Last - First;
}

/// <summary>Cuts the tokens of a block into sentences.</summary>
public static class Sentences
{
    /// <summary>Longer sentences (lists, tables, hostile text) are cut, so that what is quadratic in a sentence stays bounded.</summary>
    public const int Longest = 250;

    public static void Read(string text, List<Token> tokens, int first, int block, Language language, ImmutableArray<Sentence>.Builder sentences)
    {
        for (var i = first; i < tokens.Count; i++)
        {
            var end = i + 1;
            if (EndsSentence(text, tokens, i, language))
                while (end < tokens.Count && IsClosing(text[tokens[end].Start]) && (tokens[end - 1].Touches(tokens[end]) || text[tokens[end].Start] == '»')) end++;
            else if (end - first < Longest && end < tokens.Count) continue;
            sentences.Add(new(first, end, block));
            first = end;
            i = end - 1;
        }
    }

    static bool EndsSentence(string text, List<Token> tokens, int i, Language language)
    {
        var token = tokens[i];
        if (token.Kind == TokenKind.Word) return text[token.End - 1] == '.' && i + 1 < tokens.Count && StartsSentence(text, tokens, i + 1) && token.Length > 4;
        if (token.Length != 1 || text[token.Start] is not ('.' or '!' or '?' or '…')) return false;
        if (i + 1 == tokens.Count) return true;
        if (token.Touches(tokens[i + 1]) && !IsClosing(text[tokens[i + 1].Start]) && !(tokens[i + 1] is { Kind: TokenKind.Word, Casing: Casing.Capitalised, Length: > 1 } && i > 0 && tokens[i - 1].Casing == Casing.Lower)) return false;
        if (text[token.Start] == '.' && i > 0 && tokens[i - 1].Touches(token) && tokens[i - 1].Kind == TokenKind.Word)
        {
            var word = tokens[i - 1].In(text);
            // An abbreviation ends no sentence, nor does an initial (J. Ma); Inc. may, before a new sentence: rarely, so it is taken not to.
            if (language.IsAbbreviation(word) || (word.Length == 1 && char.IsUpper(word[0]) && (i + 1 == tokens.Count || language.Grammar.ClassOf(tokens[i + 1]) == WordClass.None))) return false;
        }
        return StartsSentence(text, tokens, i + 1);
    }

    static bool StartsSentence(string text, List<Token> tokens, int i)
    {
        while (i < tokens.Count && IsClosing(text[tokens[i].Start])) i++;
        if (i >= tokens.Count) return true;
        var c = text[tokens[i].Start];
        return char.IsUpper(c) || char.IsDigit(c) || c is '"' or '“' or '«' or '(' or '[' or '-' or '–' or '—' or '\'' or '‘' or '•' || (tokens[i].Kind == TokenKind.Word && tokens[i].Casing == Casing.Mixed);
    }

    static bool IsClosing(char c) => c is '"' or '”' or '»' or ')' or ']' or '’';
}

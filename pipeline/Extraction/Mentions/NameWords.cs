namespace TechMoves;

/// <summary>Looks up what single tokens do in names: legal forms, words that end company names, particles, first names.</summary>
public static class NameWords
{
    const int Longest = 24;

    public static CompanyWord Of(string text, Token token, World world)
    {
        if (token.Kind != TokenKind.Word || token.Length > Longest) return CompanyWord.None;
        Span<char> folded = stackalloc char[token.Length];
        return world.CompanyWords.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(Fold(text, token, folded), out var word) ? word : CompanyWord.None;
    }

    /// <summary>Whether a word ends names: Capital, Motors, Association; a legal form does not.</summary>
    public static bool Ends(string text, Token token, World world) => Of(text, token, world) is CompanyWord.Word or CompanyWord.Arm or CompanyWord.Institution;

    public static bool IsHead(string text, Token token, World world) => Contains(world.NameHeads, text, token);

    public static bool IsFirstName(string text, Token token, World world) => Contains(world.FirstNames, text, token);

    /// <summary>What ends a name of several words.</summary>
    public static CompanyWord EndOf(string form, World world) =>
        form.LastIndexOf(' ') is > 0 and var space && world.CompanyWords.TryGetValue(Vocabulary.Fold(form[(space + 1)..]), out var word) ? word : CompanyWord.None;

    static bool Contains(FrozenSet<string> words, string text, Token token)
    {
        if (token.Kind != TokenKind.Word || token.Length > Longest) return false;
        Span<char> folded = stackalloc char[token.Length];
        return words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(Fold(text, token, folded));
    }

    static ReadOnlySpan<char> Fold(string text, Token token, Span<char> folded)
    {
        for (var i = 0; i < folded.Length; i++) folded[i] = Vocabulary.Fold(text[token.Start + i]);
        return folded;
    }
}

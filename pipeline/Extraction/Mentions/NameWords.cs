namespace TechMoves;

/// <summary>Looks up what single tokens do in names: legal forms, words that end company names, particles, first names.</summary>
public static class NameWords
{
    const int Longest = 24;

    public static CompanyWord Of(string text, Token token, World world) => token.Kind == TokenKind.Word ? Of(token.In(text), world) : CompanyWord.None;

    static CompanyWord Of(ReadOnlySpan<char> word, World world)
    {
        if (word.Length > Longest) return CompanyWord.None;
        Span<char> folded = stackalloc char[word.Length];
        return world.CompanyWords.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(Fold(word, folded), out var found) ? found : CompanyWord.None;
    }

    /// <summary>Whether a word ends names: Capital, Motors, Association; a legal form does not.</summary>
    public static bool Ends(string text, Token token, World world) => Of(text, token, world) is CompanyWord.Word or CompanyWord.Arm or CompanyWord.Institution;

    public static bool IsHead(string text, Token token, World world) => token.Kind == TokenKind.Word && Contains(world.NameHeads, token.In(text));

    public static bool IsFirstName(string text, Token token, World world) => token.Kind == TokenKind.Word && Contains(world.FirstNames, token.In(text));

    /// <summary>What ends a name of several words.</summary>
    public static CompanyWord EndOf(string form, World world) =>
        form.LastIndexOf(' ') is > 0 and var space ? Of(form.AsSpan(space + 1), world) : CompanyWord.None;

    /// <summary>Whether a word of institutions stands inside a name: Technical University of Braunschweig.</summary>
    public static bool IsHeaded(string form, World world)
    {
        var inside = form.AsSpan(0, Math.Max(form.LastIndexOf(' '), 0));
        foreach (var word in inside.Split(' ')) if (Contains(world.NameHeads, inside[word]) && Of(inside[word], world) == CompanyWord.Institution) return true;
        return false;
    }

    static bool Contains(FrozenSet<string> words, ReadOnlySpan<char> word)
    {
        if (word.Length > Longest) return false;
        Span<char> folded = stackalloc char[word.Length];
        return words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(Fold(word, folded));
    }

    static ReadOnlySpan<char> Fold(ReadOnlySpan<char> word, Span<char> folded)
    {
        for (var i = 0; i < folded.Length; i++) folded[i] = Vocabulary.Fold(word[i]);
        return folded;
    }
}

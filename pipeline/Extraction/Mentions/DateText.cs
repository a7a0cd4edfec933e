using System.Runtime.InteropServices;

namespace TechMoves;

/// <summary>A word, phrase, number or mark of a block, with what the date lexicon says of it. Value is -1 where there is no number of four digits at most, or of eight.</summary>
public readonly record struct DateSymbol(int Start, int End, TokenKind Kind, Casing Casing, char Mark, int Value, int Digits, ImmutableArray<DateWord> Words);

/// <summary>A block as the grammar of dates sees it: phrases of the lexicon are one symbol, hyphenated words that it does not know are taken apart.</summary>
public sealed class DateText
{
    static readonly DateSymbol Nothing = new(0, 0, TokenKind.Mark, Casing.None, '\0', -1, 0, []);
    static readonly ImmutableArray<DateWord> CliticWords = [new RoleWord(DateRole.Modifying)];

    /// <summary>Where a thread reads its blocks, one after the other: a text is of no use once the next is read.</summary>
    [ThreadStatic]
    static List<DateSymbol>? Reading;

    readonly List<DateSymbol> _symbols;
    readonly int _pivot;

    DateText(List<DateSymbol> symbols, DateLexicon lexicon, DateOnly? published)
    {
        _symbols = symbols;
        Lexicon = lexicon;
        _pivot = (published?.Year ?? 2035) + 15;
    }

    public DateLexicon Lexicon { get; }

    public int Count => _symbols.Count;

    /// <summary>The symbol at a place; outside the block one that is nothing.</summary>
    public ref readonly DateSymbol this[int i] => ref (uint)i < (uint)_symbols.Count ? ref CollectionsMarshal.AsSpan(_symbols)[i] : ref Nothing;

    public static DateText Read(string text, ReadOnlySpan<Token> tokens, DateOnly? published, Language language)
    {
        var symbols = Reading ??= [];
        symbols.Clear();
        var parts = Parts(text, tokens, language);
        for (var i = 0; i < parts.Length;)
        {
            var symbol = Symbol(text, parts[i..], language, out var length);
            symbols.Add(symbol);
            i += length;
        }
        return new(symbols, language.Dates, published);
    }

    static DateSymbol Symbol(string text, ReadOnlySpan<Token> parts, Language language, out int length)
    {
        var first = parts[0];
        var phrase = language.Dates.Words.Match(parts, out var words);
        if (phrase < 2 && Clitic(text, parts, language) is var clitic and > 0)
        {
            length = clitic;
            return new(first.Start, parts[clitic - 1].End, TokenKind.Word, Casing.Lower, '\0', -1, 0, CliticWords);
        }
        var number = first.Kind == TokenKind.Number;
        // 24/7 is a phrase and no date, but 24/7/2014 is.
        if (number && phrase > 1 && parts.Length > phrase + 1 && parts[phrase - 1].Touches(parts[phrase]) && parts[phrase].Touches(parts[phrase + 1]) && parts[phrase + 1].Kind == TokenKind.Number)
            (phrase, words) = (0, []);
        length = Math.Max(phrase, 1);
        return new(first.Start, parts[length - 1].End, first.Kind, first.Casing,
            first.Kind == TokenKind.Mark && length == 1 ? Fold(text[first.Start]) : '\0',
            number && first.Length is <= 4 or 8 ? int.Parse(first.In(text), CultureInfo.InvariantCulture) : -1, number ? first.Length : 0, words);
    }

    public T? Word<T>(int i) where T : DateWord
    {
        foreach (var word in this[i].Words) if (word is T found) return found;
        return null;
    }

    public bool Is(int i, DateRole role)
    {
        foreach (var word in this[i].Words) if (word is RoleWord { Role: var found } && found == role) return true;
        return false;
    }

    public bool Is(int i, DateRole role, DateRole or) => Is(i, role) || Is(i, or);

    public bool IsMark(int i, char mark) => this[i].Mark == mark;

    public bool IsDash(int i) => this[i].Mark == '-';

    /// <summary>Whether no space stands between this symbol and the next.</summary>
    public bool Touches(int i) => (uint)i < (uint)Count && i + 1 < Count && _symbols[i].End == _symbols[i + 1].Start;

    /// <summary>Whether a clause may end before this place: at the block's end or at a mark of punctuation that is no decimal sign.</summary>
    public bool Ends(int i) => i >= Count || (this[i] is { Kind: TokenKind.Mark, Mark: var mark } && char.IsPunctuation(mark)
        && mark is not ('%' or '&' or '#' or '*' or '@' or '/' or '\'') && !IsDecimal(i) && !(mark == '-' && Touches(i - 1) && Touches(i)));

    /// <summary>Whether a number goes on at this place: a decimal, a group of thousands, a per cent sign, or letters.</summary>
    public bool GoesOn(int i) => IsDecimal(i) || IsMark(i, '%') || (Touches(i - 1) && this[i].Kind != TokenKind.Mark && !Is(i, DateRole.Modifying))
        || (this[i] is { Kind: TokenKind.Number, Digits: 3 } && !Touches(i - 1));

    bool IsDecimal(int i) => this[i].Mark is '.' or ',' && Touches(i - 1) && Touches(i) && this[i - 1].Kind == TokenKind.Number && this[i + 1].Kind == TokenKind.Number
        && !(IsMark(i, ',') && this[i + 1].Digits == 4);

    /// <summary>Whether a number that starts here is the rest of another, of a price or of a name: 1.5, $5, A320.</summary>
    public bool IsInside(int i) => Touches(i - 1) && (this[i - 1].Kind == TokenKind.Number || (this[i - 1].Kind == TokenKind.Word && this[i - 1].Words.Length == 0)
        || this[i - 1].Mark is '$' or '\u20ac' or '\u00a3' or '#' or '_' or ':' or '\u00a9'
        || (this[i - 1].Mark is '.' or ',' or '/' or '-' && Touches(i - 2) && (this[i - 2].Kind == TokenKind.Number || this[i - 2] is { Kind: TokenKind.Word, Words.Length: 0 })));

    /// <summary>Whether the words before this place lead to a period: in, since the, early, the end of the.</summary>
    public bool IsLed(int i)
    {
        if (Is(i - 1, DateRole.Introducer) || (Is(i - 1, DateRole.Article) && Is(i - 2, DateRole.Introducer))) return true;
        var before = i - 1;
        for (var skipped = 0; skipped < 3 && (IsDash(before) || Is(before, DateRole.Of) || Is(before, DateRole.Article)); skipped++) before--;
        return Is(before, DateRole.Part);
    }

    /// <summary>Two figures as a year: of the century that ends 15 years after the publication.</summary>
    public int Century(int figures) => 2000 + figures > _pivot ? 1900 + figures : 2000 + figures;

    /// <summary>The number of tokens of a clitic ('s), which no table can spell; behind a figure it is two.</summary>
    static int Clitic(string text, ReadOnlySpan<Token> tokens, Language language) => Fold(text[tokens[0].Start]) != '\'' ? 0
        : tokens[0].Kind == TokenKind.Word ? 1
        : tokens.Length > 1 && tokens[0].Touches(tokens[1]) && tokens[1].Kind == TokenKind.Word && language.IsClitic(text.AsSpan(tokens[0].Start, tokens[1].End - tokens[0].Start)) ? 2 : 0;

    static ReadOnlySpan<Token> Parts(string text, ReadOnlySpan<Token> tokens, Language language)
    {
        List<Token>? parts = null;
        for (var i = 0; i < tokens.Length; i++)
        {
            var token = tokens[i];
            var joined = token.Kind == TokenKind.Word && token.In(text).IndexOfAny('-', '\u2010', '\u2011') > 0 && !language.Dates.Joined.Contains(token.Lexeme);
            if (joined && parts is null) { parts = new(tokens.Length + 8); parts.AddRange(tokens[..i]); }
            if (joined) Split(text, token, language, parts!);
            else parts?.Add(token);
        }
        return parts is null ? tokens : CollectionsMarshal.AsSpan(parts);
    }

    static void Split(string text, Token token, Language language, List<Token> parts)
    {
        for (int start = token.Start, i = start; i <= token.End; i++)
        {
            if (i < token.End && Fold(text[i]) != '-') continue;
            if (i > start) parts.Add(new(start, i, language.Vocabulary.Find(text.AsSpan(start, i - start)), TokenKind.Word, start == token.Start ? token.Casing : Casing.Lower));
            if (i < token.End) parts.Add(new(i, i + 1, language.Vocabulary.Find(text.AsSpan(i, 1)), TokenKind.Mark, Casing.None));
            start = i + 1;
        }
    }

    static char Fold(char c) => c switch
    {
        '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212' => '-',
        '\u2019' or '\u02bc' or '\u2018' => '\'',
        _ => c,
    };
}

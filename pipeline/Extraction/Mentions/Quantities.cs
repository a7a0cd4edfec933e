namespace TechMoves;

/// <summary>A number with the currency that stands beside it, if any: tokens [First, End). IsAbbreviated: without currency, its scale is but a letter (25M).</summary>
public readonly record struct Quantity(int First, int End, decimal Value, decimal Scale, CurrencyName? Currency, bool Rounded, bool IsPrefixed, bool IsAbbreviated = false);

/// <summary>Reads one number and its currency: $1.5bn, 1,5 Md€, EUR 12,5 millions, 75 USD million, 3 dollars 50 cents.</summary>
public static class Quantities
{
    /// <param name="besideCurrency">Whether a currency stands before it all the same: the 60k of $50-60k.</param>
    public static Quantity? Read(string text, ReadOnlySpan<Token> tokens, int at, AmountLexicon lexicon, bool besideCurrency = false)
    {
        if (at >= tokens.Length) return null;
        var before = Before(text, tokens, at, lexicon, out var first);
        if (before is null && Digits.Continues(text, tokens, at)) return null;
        if (Numbers.Read(text, tokens, first, lexicon.Numbers) is not { } number) return null;
        var (end, value, scale, rounded, spelled) = number;
        if (scale == 1 && Abbreviation(text, tokens, end, before is not null || besideCurrency, lexicon) is (var letter, var afterLetter)) (scale, value, end) = (letter, value * letter, afterLetter);
        var currency = before;
        if (After(text, tokens, end, scale > 1 || rounded || value >= 1_000_000, before, lexicon) is (var name, var afterName)) (currency, end) = (name, afterName);
        if (currency is null) return besideCurrency ? new(at, end, value, scale, null, rounded, false) : Bare(tokens, number, at, lexicon);
        if (scale == 1 && Numbers.Word(tokens, end, lexicon.Numbers, out var length) is { Kind: NumberKind.Scale } late) (scale, value, end) = (late.Value, value * late.Value, end + length);
        if (scale == 1 && value % 1 == 0 && currency.Value.Factor == 1 && Cents(text, tokens, end, before is not null, lexicon) is (var cents, var afterCents)) (value, end) = (value + cents, afterCents);
        return new(at, end, value * currency.Value.Factor, scale * Math.Max(1, currency.Value.Factor), currency, rounded, before is not null);
    }

    /// <summary>A number without currency; a capital M or B that touches it may be its scale.</summary>
    static Quantity Bare(ReadOnlySpan<Token> tokens, Numeral number, int first, AmountLexicon lexicon)
    {
        var quantity = new Quantity(first, number.End, number.Value, number.Scale, null, number.Rounded, false);
        if (number.Scale > 1 || number.Spelled || number.End >= tokens.Length || !tokens[number.End - 1].Touches(tokens[number.End]) || tokens[number.End].Casing != Casing.Capitalised) return quantity;
        return Numbers.Word(tokens, number.End, lexicon.Numbers, out var length) is { Kind: NumberKind.Abbreviation, Value: 1_000_000 or 1_000_000_000 } letter
            ? quantity with { End = number.End + length, Value = number.Value * letter.Value, Scale = letter.Value, IsAbbreviated = true } : quantity;
    }

    /// <summary>The currency name or sign at tokens[at]. A sign of letters must be spelled exactly (TRY); letters beside a symbol in any case, but without a space (A$).</summary>
    public static CurrencyName? Name(string text, ReadOnlySpan<Token> tokens, int at, AmountLexicon lexicon, out int length)
    {
        length = 0;
        if (at >= tokens.Length || (length = lexicon.Currencies.Names.Match(tokens[at..], out var names)) == 0) return null;
        var spelling = text.AsSpan(tokens[at].Start, tokens[at + length - 1].End - tokens[at].Start);
        foreach (var name in names) if (name.Sign is not { } sign || IsSpelled(spelling, sign)) return name;
        return null;
    }

    static bool IsSpelled(ReadOnlySpan<char> spelling, string sign)
    {
        if (spelling.Length != sign.Length) return false;
        var exact = char.IsLetter(sign[^1]) || sign.Contains(' ', StringComparison.Ordinal);
        for (var i = 0; i < sign.Length; i++)
            if (sign[i] == ' ' ? !char.IsWhiteSpace(spelling[i]) : exact ? spelling[i] != sign[i] : char.ToUpperInvariant(spelling[i]) != char.ToUpperInvariant(sign[i])) return false;
        return true;
    }

    static CurrencyName? Before(string text, ReadOnlySpan<Token> tokens, int at, AmountLexicon lexicon, out int number)
    {
        number = at;
        if (Name(text, tokens, at, lexicon, out var length) is not { Place: CurrencyPlace.Both } name || at + length >= tokens.Length) return null;
        // R50m are rands, the R of "series R 50" are not.
        if (tokens[at] is { Length: 1, Kind: TokenKind.Word } && length == 1 && !tokens[at].Touches(tokens[at + 1])) return null;
        number = at + length;
        return name;
    }

    /// <summary>The currency after a number: euros, d'euros, -yuan, Canadian dollars; after one before the number, only what says the same more exactly.</summary>
    static (CurrencyName Name, int End)? After(string text, ReadOnlySpan<Token> tokens, int at, bool scaled, CurrencyName? before, AmountLexicon lexicon)
    {
        if (at >= tokens.Length) return null;
        var start = Numbers.Hyphen(text, tokens, at);
        var found = Name(text, tokens, start, lexicon, out var length);
        if (found is null && scaled && Numbers.Word(tokens, at, lexicon.Numbers, out var link) is { Kind: NumberKind.Link }) found = Name(text, tokens, start = at + link, lexicon, out length);
        // The dot of an abbreviated scale: 12.5 mln. euros.
        if (found is null && scaled && text[tokens[at].Start] == '.' && tokens[at - 1].Touches(tokens[at])) found = Name(text, tokens, start = at + 1, lexicon, out length);
        // 25.- CHF, 25,- €: a price without cents.
        if (found is null && at + 2 < tokens.Length && text[tokens[at].Start] is '.' or ',' && tokens[at - 1].Touches(tokens[at]) && tokens[at].Touches(tokens[at + 1])
            && text[tokens[at + 1].Start] is '-' or '–' or '—') found = Name(text, tokens, start = at + 2, lexicon, out length);
        if (found is not { } name) return null;
        var end = start + length;
        var touches = tokens[start - 1].Touches(tokens[start]);
        if (tokens[start] is { Length: 1, Kind: TokenKind.Word } && length == 1 && !(touches && tokens[start - 1].Kind == TokenKind.Number)) return null;
        var numberFollows = end < tokens.Length && tokens[end].Kind == TokenKind.Number;
        if (name.Place == CurrencyPlace.Both && numberFollows && (before is not null || (tokens[end - 1].Touches(tokens[end]) && !touches))) return null;
        if (before is { } sign && (name.Factor != 1 || name.Sign == sign.Sign || !(name.Code == sign.Code || sign.Sign?.Length == 1))) return null;
        return (name, end);
    }

    /// <summary>A scale that counts only beside a currency: the k of 350 k€, the m of $5m.</summary>
    static (decimal Factor, int End)? Abbreviation(string text, ReadOnlySpan<Token> tokens, int at, bool hasCurrency, AmountLexicon lexicon)
    {
        if (Numbers.Word(tokens, at, lexicon.Numbers, out var length) is not { Kind: NumberKind.Abbreviation } word) return null;
        var end = at + length;
        // "$20 t-shirt" tells no trillions.
        if (!tokens[at - 1].Touches(tokens[at]) && end < tokens.Length && tokens[at].Casing == Casing.Lower && tokens[end - 1].Touches(tokens[end]) && text[tokens[end].Start] is '-' or '\'' or '’') return null;
        return hasCurrency || After(text, tokens, end, true, null, lexicon) is not null ? (word.Value, end) : null;
    }

    /// <summary>The cents after a whole number of units: [50 cents], [et 15], [forty-five].</summary>
    static (decimal Value, int End)? Cents(string text, ReadOnlySpan<Token> tokens, int at, bool isPrefixed, AmountLexicon lexicon)
    {
        var joined = Numbers.Word(tokens, at, lexicon.Numbers, out var join) is { Kind: NumberKind.Join };
        var start = joined ? at + join : at;
        if (Numbers.Read(text, tokens, start, lexicon.Numbers) is not { Scale: 1, Rounded: false } number || number.Value >= 100 || number.Value % 1 != 0) return null;
        if (Name(text, tokens, number.End, lexicon, out var length) is { } name) return name.Factor < 1 ? (number.Value * name.Factor, number.End + length) : null;
        if (number.Spelled ? isPrefixed && !joined : isPrefixed || tokens[start].Length != 2) return null;
        var ends = number.End >= tokens.Length || Numbers.Word(tokens, number.End, lexicon.Numbers, out _) is { Kind: NumberKind.Join }
            || text[tokens[number.End].Start] is '.' or ',' or ';' or ')' or '!' or '?';
        return ends ? (number.Value / 100, number.End) : null;
    }
}

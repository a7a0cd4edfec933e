namespace TechMoves;

/// <summary>A number with its scales: its value, the scale it ends on (1: none), whether it is rounded (une centaine) or spelled, and the token after it.</summary>
public readonly record struct Numeral(int End, decimal Value, decimal Scale, bool Rounded, bool Spelled);

/// <summary>Reads numbers in digits and words: 1,5 milliard, trois cent cinquante millions, half a billion, un milliard et demi.</summary>
public static class Numbers
{
    /// <summary>Above this, a product with a scale could leave the range of decimal.</summary>
    const decimal Largest = 1e13m;

    /// <summary>The longest number that starts at tokens[at], of a scale below the given one; null if there is none.</summary>
    public static Numeral? Read(string text, ReadOnlySpan<Token> tokens, int at, NumberLexicon numbers, decimal below = decimal.MaxValue)
    {
        if (Group(text, tokens, at, numbers) is not { } group) return null;
        var (end, value, needsScale, rounded, spelled) = group;
        var scale = 1m;
        while (Scale(text, tokens, end, rounded && scale == 1, numbers) is (var factor, var next))
        {
            if (value > Largest || scale > Largest) return null;
            value *= factor;
            scale *= factor;
            end = next;
        }
        if (scale >= below || (needsScale && scale == 1)) return null;
        if (scale == 1) return new(end, value, scale, rounded, spelled);
        if (Word(tokens, end, numbers, out var length) is { Kind: NumberKind.Addend } addend) return new(end + length, value + addend.Value * scale, scale, rounded, spelled);
        return Rest(text, tokens, end, scale, spelled, numbers) is { } rest ? new(rest.End, value + rest.Value, scale, rounded, spelled) : new(end, value, scale, rounded, spelled);
    }

    /// <summary>What follows a scale and adds to it: deux millions [cinq cent mille], 1 milliard [200 millions].</summary>
    static Numeral? Rest(string text, ReadOnlySpan<Token> tokens, int at, decimal scale, bool spelled, NumberLexicon numbers)
    {
        var joined = Word(tokens, at, numbers, out var length) is { Kind: NumberKind.Join };
        if (Read(text, tokens, Hyphen(text, tokens, joined ? at + length : at), numbers, scale) is not { } rest || rest.Value >= scale || rest.Rounded) return null;
        return (rest.Scale > 1 && !joined) || (spelled && rest.Spelled && (rest.Scale == 1 || !joined)) ? rest : null;
    }

    readonly record struct Units(int End, decimal Value, bool NeedsScale, bool Rounded, bool Spelled);

    static Units? Group(string text, ReadOnlySpan<Token> tokens, int at, NumberLexicon numbers)
    {
        if (Digits.Read(text, tokens, at, numbers) is not (var digits, var after)) return Spelled(text, tokens, at, numbers);
        return digits % 1 == 0 && Word(tokens, after, numbers, out var length) is { Kind: NumberKind.Addend } addend
            ? new(after + length, digits + addend.Value, false, false, false) : new(after, digits, false, false, false);
    }

    static Units? Spelled(string text, ReadOnlySpan<Token> tokens, int at, NumberLexicon numbers)
    {
        if (Word(tokens, at, numbers, out var length) is not { } first) return null;
        if (first is { Kind: NumberKind.Scale, Alone: true }) return new(at, 1, false, false, true);
        if (first.Kind is not (NumberKind.Unit or NumberKind.Article or NumberKind.Fraction) && first is not { Kind: NumberKind.Hundred or NumberKind.About, Alone: true }) return null;
        var units = new Units(at + length, first.Value, first.Kind is NumberKind.Article or NumberKind.Fraction, first.Kind == NumberKind.About, true);
        while (Add(text, tokens, units, numbers) is { } longer) units = longer;
        return units.NeedsScale || units.Rounded ? units : Decimals(tokens, units, numbers);
    }

    /// <summary>Spelled decimals: trente-deux [virgule cinq], one [point two five].</summary>
    static Units Decimals(ReadOnlySpan<Token> tokens, Units units, NumberLexicon numbers)
    {
        if (Word(tokens, units.End, numbers, out var length) is not { Kind: NumberKind.Point }) return units;
        var end = units.End + length;
        var (value, place) = (units.Value, 1m);
        while (place > 0.001m && Word(tokens, end, numbers, out length) is { Kind: NumberKind.Unit, Value: < 100 } digit && (digit.Value < 10 || place == 1))
        {
            value += digit.Value * (place /= digit.Value < 10 ? 10 : 100);
            end += length;
        }
        return place == 1 ? units : units with { End = end, Value = value };
    }

    /// <summary>The number with the next word taken in: vingt [et un], two [hundred], one [and a half], une [centaine].</summary>
    static Units? Add(string text, ReadOnlySpan<Token> tokens, Units units, NumberLexicon numbers)
    {
        if (Word(tokens, units.End, numbers, out var length) is { Kind: NumberKind.Addend } addend)
            return units.NeedsScale || units.Rounded ? null : units with { End = units.End + length, Value = units.Value + addend.Value };
        var at = Hyphen(text, tokens, units.End);
        var joined = Word(tokens, at, numbers, out length) is { Kind: NumberKind.Join };
        if (joined) at = Hyphen(text, tokens, at + length);
        if (Word(tokens, at, numbers, out length) is not { } word) return null;
        var end = at + length;
        return word.Kind switch
        {
            NumberKind.Unit when word.Value < Room(units) && !(units.Value >= 100 && Word(tokens, Hyphen(text, tokens, end), numbers, out _) is { Kind: NumberKind.Hundred })
                => units with { End = end, Value = units.Value + word.Value },
            NumberKind.Hundred when !joined && units.Value is >= 1 and < 20 && units.Value % 1 == 0 => units with { End = end, Value = units.Value * word.Value, NeedsScale = false },
            NumberKind.Article when !joined && units is { NeedsScale: true, Value: < 1 } => units with { End = end },
            NumberKind.Fraction when !joined && units is { NeedsScale: true, Value: 1 } => units with { End = end, Value = word.Value },
            NumberKind.About when !joined && !units.Rounded && units.Value < 100 => units with { End = end, Value = units.Value * word.Value, NeedsScale = false, Rounded = true },
            _ => null,
        };
    }

    /// <summary>What may still be added to a spelled number must be less than this: 10 to vingt, 100 to trois cents.</summary>
    static decimal Room(Units units) => units.NeedsScale || units.Rounded || units.Value % 10 != 0 || units.Value == 10 ? 0 : units.Value % 100 != 0 ? 10 : 100;

    static (decimal Factor, int End)? Scale(string text, ReadOnlySpan<Token> tokens, int at, bool linked, NumberLexicon numbers)
    {
        if (linked && Word(tokens, at, numbers, out var link) is { Kind: NumberKind.Link }) at += link;
        at = Hyphen(text, tokens, at);
        return Word(tokens, at, numbers, out var length) is { Kind: NumberKind.Scale } scale ? (scale.Value, at + length) : null;
    }

    /// <summary>The number word at tokens[at], or null.</summary>
    public static NumberWord? Word(ReadOnlySpan<Token> tokens, int at, NumberLexicon numbers, out int length)
    {
        length = 0;
        return at < tokens.Length && (length = numbers.Words.Match(tokens[at..], out var words)) > 0 ? words[0] : null;
    }

    /// <summary>The token after a hyphen that joins two words, else the token itself.</summary>
    public static int Hyphen(string text, ReadOnlySpan<Token> tokens, int at) => at > 0 && at + 1 < tokens.Length && tokens[at].Length == 1
        && text[tokens[at].Start] is '-' or '\u2010' or '\u2011' && tokens[at - 1].Touches(tokens[at]) && tokens[at].Touches(tokens[at + 1]) && tokens[at + 1].Kind == TokenKind.Word ? at + 1 : at;
}

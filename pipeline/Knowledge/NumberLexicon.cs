namespace TechMoves;

/// <summary>What a number word does; the schema of numbers.csv says how each kind combines.</summary>
public enum NumberKind : byte { Unit, Article, Hundred, Scale, Abbreviation, Fraction, Addend, About, Point, Join, Link }

/// <summary>A number word; Alone: it counts one where no number stands before it.</summary>
public readonly record struct NumberWord(NumberKind Kind, decimal Value, bool Alone);

/// <summary>The decimal mark of a language and the characters that group its digits; Loose: a space may follow the decimal mark by mistake.</summary>
public sealed record NumberFormat(char Decimal, string Groups, bool Loose)
{
    public bool IsGroup(char c) => Groups.Contains(c, StringComparison.Ordinal);

    public static NumberFormat Read(string folder, string schemas)
    {
        var path = Path.Combine(folder, "number-format.csv");
        var rows = Table.Read(path, schemas);
        var mark = rows.Find(r => r["role"] == "decimal") ?? throw new ConfigurationException($"{path}: no decimal mark");
        return new(Character(mark), string.Concat(rows.Where(r => r["role"] == "group").Select(Character)), mark["loose"] == "true");
    }

    static char Character(TableRow row) => row["mark"] is [var mark] ? mark
        : ushort.TryParse(row["mark"], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) ? (char)code
        : throw row.Fault($"'{row["mark"]}' is neither a character nor a hexadecimal code point");
}

/// <summary>How a language writes numbers, in digits and in words.</summary>
public sealed record NumberLexicon(Phrases<NumberWord> Words, NumberFormat Format, ImmutableArray<(string Form, decimal Value)> Letters)
{
    /// <summary>Whether a number may start at a token: at a figure, a number word, or the dot of decimals without a zero.</summary>
    public bool MayBegin(string text, Token token) => token.Kind == TokenKind.Number || token.Lexeme != 0 && (Words.Begins(token) || text[token.Start] == '.');

    public static NumberLexicon Read(string folder, string schemas, Language language)
    {
        var words = new Phrases<NumberWord>();
        var letters = ImmutableArray.CreateBuilder<(string, decimal)>();
        foreach (var row in Table.Read(Path.Combine(folder, "numbers.csv"), schemas))
        {
            var kind = Enum.Parse<NumberKind>(row["kind"], ignoreCase: true);
            var value = row.Optional("value") is null ? 0 : row.Number("value");
            if (value <= 0 && kind is not (NumberKind.Point or NumberKind.Join or NumberKind.Link)) throw row.Fault("column value must be above zero");
            words.Add(row["form"], language, new(kind, value, row["alone"] == "true"));
            if (kind == NumberKind.Abbreviation && row["form"].Length == 1) letters.Add((row["form"], value));
        }
        return new(words, NumberFormat.Read(folder, schemas), letters.ToImmutable());
    }
}

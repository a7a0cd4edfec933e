namespace TechMoves;

/// <summary>The place of a field in the canonical text, in code points: company=12:19. Several partners are partner, partner2, partner3.</summary>
public readonly record struct FieldSpan(string Name, int Start, int End);

/// <summary>Reads and orders the spans column: company=12:19|partner=40:50.</summary>
public static class Spans
{
    /// <summary>The names of spans, in their order; a number may follow.</summary>
    static readonly FrozenDictionary<string, int> Ranks = Columns.Sources.Select(c => c.Name)
        .TakeWhile(n => n != "company_id").Append("trigger").Select((name, i) => (name, i)).ToFrozenDictionary(p => p.name, p => p.i, StringComparer.Ordinal);

    static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> RankOfName = Ranks.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>One span; null if it is not well-formed, empty, or of no column.</summary>
    public static FieldSpan? Read(string span) => Parsed(span) is { } place ? new(span[..span.IndexOf('=', StringComparison.Ordinal)], place.Start, place.End) : null;

    /// <summary>The same spans in the order of the columns, whatever order they were found in; what cannot be read stays last, for the check to find.</summary>
    public static string Ordered(string spans) => AreSound(spans) ? spans : string.Join(Cell.Separator, spans.Split(Cell.Separator).OrderBy(Order));

    /// <summary>Whether all can be read and stand in the order of the columns, none twice.</summary>
    public static bool AreSound(ReadOnlySpan<char> spans)
    {
        var last = (-1, 0);
        foreach (var span in spans.Split(Cell.Separator))
        {
            if (Parsed(spans[span]) is not { } place || (place.Column, place.Number).CompareTo(last) <= 0) return false;
            last = (place.Column, place.Number);
        }
        return true;
    }

    /// <summary>What is wrong with spans that are not sound.</summary>
    public static IEnumerable<string> Faults(string spans)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var span in spans.Split(Cell.Separator))
        {
            if (Read(span) is not { } place) yield return $"'{span}' is not name=start:end with start before end and a known name";
            else if (!names.Add(place.Name)) yield return $"'{place.Name}' stands twice";
        }
        if (!spans.Split(Cell.Separator).Select(Order).SequenceEqual(spans.Split(Cell.Separator).Select(Order).Order())) yield return "are not in the order of the columns";
    }

    static (int, int) Order(string span) => Parsed(span) is { } place ? (place.Column, place.Number) : (int.MaxValue, 0);

    static (int Column, int Number, int Start, int End)? Parsed(ReadOnlySpan<char> span)
    {
        var equals = span.IndexOf('=');
        var colon = span.IndexOf(':');
        if (equals <= 0 || colon <= equals) return null;
        var name = span[..equals];
        var letters = name.TrimEnd("0123456789");
        var number = 1;
        if (letters.Length < name.Length && (!int.TryParse(name[letters.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out number) || number < 2)) return null;
        return RankOfName.TryGetValue(letters, out var column)
            && int.TryParse(span[(equals + 1)..colon], NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            && int.TryParse(span[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var end) && start < end ? (column, number, start, end) : null;
    }
}

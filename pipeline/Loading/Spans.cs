namespace TechMoves;

/// <summary>The place of a field in the canonical text, in code points: company=12:19. Several partners are partner, partner2, partner3.</summary>
public readonly record struct FieldSpan(string Name, int Start, int End);

/// <summary>Reads and orders the spans column: company=12:19|partner=40:50.</summary>
public static class Spans
{
    /// <summary>The names of spans, in their order; a number may follow.</summary>
    static readonly FrozenDictionary<string, int> Ranks = Columns.Sources.Select(c => c.Name)
        .TakeWhile(n => n != "company_id").Append("trigger").Select((name, i) => (name, i)).ToFrozenDictionary(p => p.name, p => p.i, StringComparer.Ordinal);

    /// <summary>One span; null if it is not well-formed, empty, or of no column.</summary>
    public static FieldSpan? Read(string span)
    {
        var equals = span.IndexOf('=', StringComparison.Ordinal);
        var colon = span.IndexOf(':', StringComparison.Ordinal);
        return equals > 0 && colon > equals && Rank(span[..equals]) is not null
            && int.TryParse(span.AsSpan(equals + 1, colon - equals - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            && int.TryParse(span.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var end) && start < end
            ? new(span[..equals], start, end) : null;
    }

    /// <summary>The same spans in the order of the columns, whatever order they were found in; what cannot be read stays last, for the check to find.</summary>
    public static string Ordered(string spans) => InOrder(spans) ? spans : string.Join(Cell.Separator, spans.Split(Cell.Separator).OrderBy(RankOf));

    public static bool InOrder(string spans)
    {
        var last = (0, 0);
        foreach (var span in spans.Split(Cell.Separator))
        {
            var rank = RankOf(span);
            if (rank.CompareTo(last) < 0) return false;
            last = rank;
        }
        return true;
    }

    static (int, int) RankOf(string span) => Read(span) is { } place && Rank(place.Name) is { } rank ? rank : (int.MaxValue, 0);

    static (int Column, int Number)? Rank(string name)
    {
        var letters = name.AsSpan().TrimEnd("0123456789");
        var number = 1;
        if (letters.Length < name.Length && (!int.TryParse(name.AsSpan(letters.Length), NumberStyles.None, CultureInfo.InvariantCulture, out number) || number < 2)) return null;
        return Ranks.TryGetValue(letters.ToString(), out var rank) ? (rank, number) : null;
    }
}

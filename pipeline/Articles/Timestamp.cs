namespace TechMoves;

/// <summary>A publication time as metadata writes it: the day that its own time zone gives it, and the instant where time and zone are told.</summary>
public readonly record struct Timestamp(DateOnly Day, DateTimeOffset? Instant)
{
    static readonly string[] Days = ["yyyy-MM-dd", "yyyy/MM/dd", "yyyyMMdd", "yyyy.MM.dd"];

    static readonly FrozenDictionary<string, string> Zones = new Dictionary<string, string>
    {
        ["UT"] = "+00:00",
        ["UTC"] = "+00:00",
        ["GMT"] = "+00:00",
        ["Z"] = "+00:00",
        ["EST"] = "-05:00",
        ["EDT"] = "-04:00",
        ["CST"] = "-06:00",
        ["CDT"] = "-05:00",
        ["MST"] = "-07:00",
        ["MDT"] = "-06:00",
        ["PST"] = "-08:00",
        ["PDT"] = "-07:00",
        ["BST"] = "+01:00",
        ["WEST"] = "+01:00",
        ["CET"] = "+01:00",
        ["CEST"] = "+02:00",
        ["EET"] = "+02:00",
        ["EEST"] = "+03:00",
        ["JST"] = "+09:00",
        ["IST"] = "+05:30",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the zone is a place's own, and not the universal time that servers keep.</summary>
    public bool IsLocal => Instant is { } instant && instant.Offset != TimeSpan.Zero;

    /// <summary>Reads ISO 8601 in its many dialects, RFC 822 and seconds since 1970; null for anything else and for days that no news has.</summary>
    public static Timestamp? Read(string? text) => text?.Trim() is not { Length: >= 8 and <= 80 } told ? null
        : (Iso(told) ?? Rfc822(told) ?? Unix(told)) is { Day.Year: >= 1900 and <= 2200 } read ? read : null;

    static Timestamp? Iso(string text)
    {
        foreach (var format in Days)
        {
            if (text.Length < format.Length || !DateOnly.TryParseExact(text.AsSpan(0, format.Length), format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) continue;
            var rest = text[format.Length..].TrimStart('T', 't', ' ', ',');
            if (rest.Length > 0 && char.IsAsciiDigit(rest[0]) && format == "yyyyMMdd" && text[8] is not ('T' or 't' or ' ')) continue;
            return new(day, Time(day, rest));
        }
        return null;
    }

    /// <summary>The instant of a time of day with a zone: 23:30, 23:30:00.123+0100, 23:30:00 GMT.</summary>
    static DateTimeOffset? Time(DateOnly day, string text)
    {
        var end = 0;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is ':' or '.')) end++;
        if (!TimeOnly.TryParse(text.AsSpan(0, end), CultureInfo.InvariantCulture, out var time) && !TimeOnly.TryParseExact(text.AsSpan(0, end), ["HHmmss", "HHmm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out time)) return null;
        return Offset(text[end..].Trim()) is { } offset && day.Year is > 1 and < 9999 ? new DateTimeOffset(day.ToDateTime(time), offset) : null;
    }

    static TimeSpan? Offset(string zone)
    {
        if (zone.Length == 0) return null;
        var written = Zones.GetValueOrDefault(zone, zone);
        if (written[0] is not ('+' or '-' or '\u2212')) return null;
        var digits = string.Concat(written.Where(char.IsAsciiDigit));
        if (digits.Length is not (2 or 4)) return null;
        var minutes = int.Parse(digits[..2], CultureInfo.InvariantCulture) * 60 + (digits.Length == 4 ? int.Parse(digits[2..], CultureInfo.InvariantCulture) : 0);
        return minutes > 14 * 60 ? null : TimeSpan.FromMinutes(written[0] == '+' ? minutes : -minutes);
    }

    /// <summary>Tue, 12 Mar 2024 23:30:00 EST; weekday, seconds and zone may be missing, the year may have two digits, the month may come first.</summary>
    static Timestamp? Rfc822(string text)
    {
        var parts = text.Split([' ', ',', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (parts is [[.., not (>= '0' and <= '9')] first, ..] && Month(first) == 0) parts = parts[1..];
        if (parts.Length < 3 && parts.FirstOrDefault()?.Contains('-', StringComparison.Ordinal) != true) return null;
        if (parts[0].Split('-') is [var d, var m, var y]) parts = [d, m, y, .. parts[1..]];
        if (parts.Length < 3) return null;
        var (day, month) = Month(parts[0]) is > 0 and var named ? (parts[1], named) : (parts[0], Month(parts[1]));
        if (month == 0 || !int.TryParse(day.TrimEnd('.'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || !int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var year)) return null;
        if (year < 100) year += year < 70 ? 2000 : 1900;
        if (year is < 1900 or > 2200 || number < 1 || number > DateTime.DaysInMonth(year, month)) return null;
        var date = new DateOnly(year, month, number);
        return new(date, parts.Length > 3 ? Time(date, string.Join(' ', parts[3..])) : null);
    }

    static int Month(string text) => text.Length < 3 ? 0 : 1 + Array.FindIndex(CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames, m => m.Length == 3 && text.StartsWith(m, StringComparison.OrdinalIgnoreCase));

    static Timestamp? Unix(string text) => text.Length is 10 or 13 && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && DateTimeOffset.UnixEpoch.AddSeconds(text.Length == 13 ? number / 1000 : number) is var instant
        ? new(DateOnly.FromDateTime(instant.DateTime), instant) : null;
}

namespace TechMoves;

/// <summary>A name as names are compared: its words without case, accents, possessive and legal form.</summary>
public sealed record NameKey(string Name, ImmutableArray<string> Parts)
{
    readonly string _joined = string.Concat(Parts);

    /// <summary>The key of a name without the ignored words; with them where nothing else would remain.</summary>
    public static NameKey Of(string name, IReadOnlySet<string> ignored)
    {
        var folded = new StringBuilder();
        foreach (var rune in Words.Fold(name).Normalize(NormalizationForm.FormKD).EnumerateRunes())
            if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark) folded.Append(rune.ToString());
        ImmutableArray<string> words = [.. Words.Of(Letters(WithoutPossessive(folded.ToString())))];
        return new(name, words.Any(w => !ignored.Contains(w)) ? [.. words.Where(w => !ignored.Contains(w))] : words);
    }

    /// <summary>The words to ignore, from data/name-forms.csv.</summary>
    public static FrozenSet<string> Ignored(Settings settings) =>
        Table.Read(Path.Combine(settings.Data, "name-forms.csv"), settings.Schemas).Select(r => r["word"]).ToFrozenSet(StringComparer.Ordinal);

    public bool IsEqualTo(NameKey other) => _joined == other._joined;

    /// <summary>Equal, or one is the head of the other: SAIC, SAIC Motor.</summary>
    public bool IsSameAs(NameKey other)
    {
        var (shorter, longer) = Parts.Length <= other.Parts.Length ? (this, other) : (other, this);
        return !shorter.Parts.IsEmpty && (IsEqualTo(other) || longer.Parts.AsSpan(0, shorter.Parts.Length).SequenceEqual(shorter.Parts.AsSpan()) && shorter._joined.EnumerateRunes().Count() > 2);
    }

    /// <summary>How many of the names find one of their own among the others; names that are equal to one choose first.</summary>
    public static int Agreeing(IReadOnlyList<NameKey> names, IReadOnlyList<NameKey> others)
    {
        var left = others.ToList();
        var count = 0;
        foreach (var name in names.OrderByDescending(n => others.Count(n.IsEqualTo)))
        {
            var found = left.FindIndex(name.IsEqualTo);
            if (found < 0) found = left.FindIndex(name.IsSameAs);
            if (found < 0) continue;
            left.RemoveAt(found);
            count++;
        }
        return count;
    }

    static string WithoutPossessive(string name)
    {
        var text = new StringBuilder(name.Length);
        for (var i = 0; i < name.Length; i++)
            if (name[i] is '\'' or '\u2019' && i + 1 < name.Length && name[i + 1] == 's' && (i + 2 == name.Length || !Words.IsPart(Rune.TryGetRuneAt(name, i + 2, out var next) ? next : Rune.ReplacementChar))) i++;
            else text.Append(name[i]);
        return text.ToString();
    }

    // Letters that Unicode does not take apart, and the underscore, which is no letter in a name.
    static string Letters(string name) => string.Concat(name.Select(c => c switch
    {
        '\u00f8' => "o",
        '\u00e6' => "ae",
        '\u0153' => "oe",
        '\u0142' => "l",
        '\u0111' or '\u00f0' => "d",
        '\u00fe' => "th",
        '\u0131' => "i",
        '_' => " ",
        _ => c.ToString(),
    }));
}

/// <summary>The words of a text, for comparison: runs of letters, digits and underscores, folded.</summary>
public static class Words
{
    public static string Fold(string text) => text.ToLowerInvariant().Replace("\u00df", "ss", StringComparison.Ordinal);

    public static IEnumerable<string> Of(string text)
    {
        var word = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsPart(rune)) word.Append(rune.ToString());
            else if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }
        if (word.Length > 0) yield return word.ToString();
    }

    public static bool IsPart(Rune rune) => Rune.IsLetterOrDigit(rune) || rune.Value == '_' || Rune.GetUnicodeCategory(rune) is UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;
}

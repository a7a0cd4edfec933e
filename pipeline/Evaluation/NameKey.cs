namespace TechMoves;

/// <summary>Compares the names that annotators and the program write: without case, accents, possessive and legal form; SAIC is the head of SAIC Motor.</summary>
public static class NameKey
{
    static readonly FrozenSet<string> Forms = new[]
    {
        "inc", "incorporated", "corp", "corporation", "company", "co", "ltd", "limited", "llc", "llp", "lp", "plc", "sa", "sas", "sarl", "sasu", "se", "ag", "gmbh", "kg", "nv", "bv",
        "ab", "as", "asa", "oy", "oyj", "spa", "srl", "group", "groupe", "holding", "holdings", "the", "le", "la", "les", "kk", "pte", "pty",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The words that count of a name; all words where none would remain.</summary>
    public static string[] Of(string? name)
    {
        var folded = new StringBuilder();
        foreach (var rune in Words.Fold(name ?? "").Normalize(NormalizationForm.FormKD).EnumerateRunes())
            if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark) folded.Append(rune.ToString());
        var words = Words.Of(Letters(WithoutPossessive(folded.ToString()))).ToArray();
        return words.Where(w => !Forms.Contains(w)).ToArray() is { Length: > 0 } rest ? rest : words;
    }

    public static bool AreEqual(string? a, string? b) => string.Concat(Of(a)) == string.Concat(Of(b));

    /// <summary>Equal, or one is the head of the other.</summary>
    public static bool AreSame(string? a, string? b)
    {
        var (shorter, longer) = (Of(a), Of(b));
        if (shorter.Length > longer.Length) (shorter, longer) = (longer, shorter);
        return shorter.Length > 0 && (AreEqual(a, b) || longer.AsSpan(0, shorter.Length).SequenceEqual(shorter) && shorter.Sum(w => w.EnumerateRunes().Count()) > 2);
    }

    /// <summary>How many of the names find one of their own among the others; names that are equal to one choose first.</summary>
    public static int Agreeing(IReadOnlyList<string> names, IReadOnlyList<string> others)
    {
        var left = others.ToList();
        var count = 0;
        foreach (var name in names.OrderByDescending(n => others.Count(o => AreEqual(n, o))))
        {
            var found = left.FindIndex(o => o.Length > 0 && AreEqual(name, o));
            if (found < 0) found = left.FindIndex(o => AreSame(name, o));
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

using CsCheck;

namespace TechMoves.Tests;

/// <summary>Whatever the text, names are found without an exception and are stretches of it.</summary>
public sealed class NamesFuzzTests
{
    const int Texts = 50_000;

    static readonly string[] Joints = [" ", " ", " ", "", "-", "'", "’", "&", ".", ", ", " (", ") ", ": ", "\n", "*", "+", "!", "\u00a0", "\ud83d", "\ud83d\ude80", "\u0301", "’s ", " d’", " Inc.", " SA ", " $5M", "3", "8", "A", "ÉÇ", "(NASDAQ: X) ", " ABC.N "];

    [TestCase("fr")]
    [TestCase("en")]
    public void Any_text_is_read_without_fault(string code)
    {
        var language = Given.Language(code);
        var known = Given.World.Names.Select(n => n.Form).ToArray();
        var cases = Given.Cases("companies").Select(c => (string)c.Arguments[1]!).ToArray();
        var part = Gen.Frequency(
            (3, Gen.Int[1, language.Vocabulary.Count - 1].Select(i => language.Vocabulary[i])),
            (2, Gen.Int[1, language.Vocabulary.Count - 1].Select(i => Capital(language.Vocabulary[i]))),
            (3, OneOf(known)),
            (3, OneOf(cases).SelectMany(c => Gen.Int[0, c.Length].SelectMany(a => Gen.Int[a, c.Length].Select(b => c[a..b])))),
            (5, OneOf(Joints)),
            (1, Gen.String[0, 6]));
        part.Array[0, 16].Sample(parts => Check(string.Concat(parts), code), iter: Texts);
    }

    static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    static Gen<string> OneOf(string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    static bool Check(string text, string code)
    {
        var document = Mentioned.Document(text, code);
        var end = 0;
        foreach (var name in document.Names)
        {
            if (name.Start < end || name.End > text.Length || name.End <= name.Start) return false;
            if (name.Form.Length == 0 || !text.AsSpan(name.Start, name.End - name.Start).StartsWith(name.Form, StringComparison.Ordinal)) return false;
            if (document.Tokens[name.First].Start != name.Start || document.Tokens[name.Last - 1].End != name.End) return false;
            end = name.End;
        }
        return document.EntityOfName.All(e => e >= -1 && e < document.Entities.Length);
    }
}

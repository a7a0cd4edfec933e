using CsCheck;

namespace TechMoves.Tests;

public sealed class DatesFuzzTests
{
    static readonly string[] Joints = [" ", " ", " ", "", "-", "/", ".", ",", ", ", "'", " (", ") ", ":", "\n", "\u2013", "%", " 2015", " 12", "31", "1er", "\ud83d", "\u0301"];

    static readonly string[] Cases = [.. DateCases.Rows("dates").Select(r => (string)r.Arguments[1]!)];

    /// <summary>Texts of known words, parts of the cases, figures, marks and any characters.</summary>
    static readonly Gen<(string Code, string Text, DateOnly? Published)> Articles =
        from code in OneOf(DateCases.Codes)
        let language = DateCases.Language(code)
        from words in Gen.Frequency(
            (3, Gen.Int[1, language.Vocabulary.Count - 1].Select(i => language.Vocabulary[i])),
            (6, OneOf(Cases).SelectMany(c => Gen.Int[0, c.Length].SelectMany(a => Gen.Int[a, c.Length].Select(b => c[a..b])))),
            (2, Gen.Int[0, 99999].Select(n => n.ToString(CultureInfo.InvariantCulture))),
            (2, OneOf(Joints)),
            (1, Gen.String[0, 6])).Array[0, 30]
        from joints in OneOf(Joints).Array[30]
        from day in Gen.Int[0, DateOnly.MaxValue.DayNumber]
        from told in Gen.Bool
        select (code, string.Concat(words.Select((w, i) => w + joints[i])), told ? DateOnly.FromDayNumber(day) : (DateOnly?)null);

    [Test]
    public void Never_throws_and_stays_inside_the_text() => Articles.Sample(article =>
    {
        var language = DateCases.Language(article.Code);
        var tokens = DateCases.Tokens(article.Text, language);
        PublicationDate.Find(article.Text, tokens, language);
        var end = 0;
        foreach (var mention in Dates.Find(article.Text, tokens, article.Published, language))
        {
            if (mention.Start < end || mention.End <= mention.Start || mention.End > article.Text.Length || mention.Last < mention.First) return false;
            end = mention.End;
        }
        return true;
    }, iter: 100_000);

    static Gen<string> OneOf(string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}

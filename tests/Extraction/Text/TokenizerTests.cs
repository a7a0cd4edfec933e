using CsCheck;

namespace TechMoves.Tests;

public sealed class TokenizerTests
{
    static readonly string[] Pieces =
        ["a", "É", "ß", "qu", "l", "d", "U", "S", "s", "t", "bn", "Nvidia", "'", "’", "\u02bc", ".", ",", "-", "\u2011", " ", "\u00a0", "\u202f", "\u200b", "\u00ad", "\n", "7", "2015", "٣", "$", "€", "\u0301", "\ud83d", "\ude80", "元", "\0"];

    public static Gen<string> Texts { get; } = Gen.Frequency((4, Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 40].Select(string.Concat)), (1, Gen.String[0, 60]));

    static IEnumerable<TestCaseData> Cases() => Given.Cases("tokens");

    [TestCaseSource(nameof(Cases))]
    public void Splits_where_the_language_does(string language, string text, string expected) =>
        Assert.That(string.Join('|', Given.Tokens(text, language).Select(t => text[t.Start..t.End])), Is.EqualTo(expected));

    [TestCase("Apple", TokenKind.Word, Casing.Capitalised)]
    [TestCase("IBM", TokenKind.Word, Casing.Upper)]
    [TestCase("iPhone", TokenKind.Word, Casing.Mixed)]
    [TestCase("X", TokenKind.Word, Casing.Capitalised)]
    [TestCase("élan", TokenKind.Word, Casing.Lower)]
    [TestCase("2015", TokenKind.Number, Casing.None)]
    [TestCase("€", TokenKind.Mark, Casing.None)]
    public void Tells_kind_and_case(string text, TokenKind kind, Casing casing)
    {
        var token = Given.Tokens(text, "fr").Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(token.Kind, Is.EqualTo(kind));
            Assert.That(token.Casing, Is.EqualTo(casing));
        }
    }

    [Test]
    public void Word_has_the_same_lexeme_in_any_case_and_with_any_apostrophe()
    {
        var lexemes = Given.Tokens("l' L’ Lʼ", "fr").Select(t => t.Lexeme).Distinct().ToArray();
        Assert.That(lexemes, Has.Length.EqualTo(1).And.None.Zero);
    }

    [Test]
    public void Hyphenated_word_is_one_token_only_if_the_vocabulary_knows_it()
    {
        var vocabulary = Given.Language("en").Vocabulary;
        var known = Enumerable.Range(1, vocabulary.Count - 1).Select(i => vocabulary[i]).First(w => w.Contains('-', StringComparison.Ordinal) && w.All(c => c == '-' || char.IsAsciiLetterLower(c)) && char.IsLetter(w[^1]));
        Assert.That(Given.Tokens($"{known}, x{known}", "en").Take(2).Select(t => t.Length), Is.EqualTo(new[] { known.Length, 1 }));
    }

    [Test]
    public void Reads_no_further_than_its_end()
    {
        const string text = "Uber's U.S. d'Alibaba";
        foreach (var language in new[] { "fr", "en" })
            for (var end = 0; end <= text.Length; end++)
            {
                var tokens = new List<Token>();
                Tokenizer.Read(text, 0, end, Given.Language(language), tokens);
                Assert.That(tokens, Has.All.Matches<Token>(t => t.End <= end));
            }
    }

    [TestCase("fr")]
    [TestCase("en")]
    public void Covers_any_text_but_its_white_space_once_and_in_order(string language) => Texts.Sample(
        text =>
        {
            var end = 0;
            foreach (var token in Given.Tokens(text, language))
            {
                if (token.Start < end || token.Length <= 0 || !IsBlank(text[end..token.Start])) return false;
                if (text[token.Start..token.End].Any(char.IsWhiteSpace)) return false;
                end = token.End;
            }
            return IsBlank(text[end..]);
        },
        iter: 20_000);

    static bool IsBlank(string text) => text.All(c => char.IsWhiteSpace(c) || c is '\u200b' or '\ufeff' or '\u00ad');
}

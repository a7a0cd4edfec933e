using CsCheck;

namespace TechMoves.Tests;

public sealed class TaggerTests
{
    static IEnumerable<TestCaseData> Cases() => Given.Cases("tags");

    /// <summary>The tags are those of the tokens in brackets.</summary>
    [TestCaseSource(nameof(Cases))]
    public void Tells_nouns_from_verbs(string language, string marked, string expected)
    {
        var (text, starts) = Unmark(marked);
        var tokens = Given.Tokens(text, language);
        var tags = Tag(text, tokens, language);
        Assert.That(string.Join(' ', starts.Select(s => tags[Array.FindIndex(tokens, t => t.Start == s)])), Is.EqualTo(expected));
    }

    [TestCase("fr")]
    [TestCase("en")]
    public void Gives_every_token_of_any_text_a_tag(string language) => TokenizerTests.Texts.Sample(
        text => Tag(text, Given.Tokens(text, language), language).All(t => t is > TechMoves.Tag.Unknown and <= TechMoves.Tag.Other),
        iter: 10_000);

    [Test]
    public void Sentence_longer_than_any_is_tagged_too()
    {
        var text = string.Join(' ', Enumerable.Repeat("Zynga", 2000));
        Assert.That(Tag(text, Given.Tokens(text, "en"), "en"), Has.None.EqualTo(TechMoves.Tag.Unknown));
    }

    [Test]
    public void Empty_sentence_has_no_tags() => Assert.That(Tag("", [], "fr"), Is.Empty);

    [Test]
    public void Missing_weights_are_a_fault_of_the_configuration() =>
        Assert.That(() => Tagger.Read("none.bin"), Throws.TypeOf<ConfigurationException>().With.Message.Contains("none.bin"));

    [TestCase(0, -1, Description = "cut short")]
    [TestCase(0, 7, Description = "wrong signature")]
    [TestCase(15, 200, Description = "too many clues")]
    [TestCase(12, 9, Description = "one clue more")]
    public void Damaged_weights_are_a_fault_of_the_configuration(int place, int value)
    {
        var bytes = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "data", "languages", "fr", "tagger.bin"));
        if (value < 0) bytes = bytes[..^1];
        else bytes[place] ^= (byte)value;
        var path = Path.Combine(Repository.Scratch($"tagger-{place}-{value}"), "tagger.bin");
        File.WriteAllBytes(path, bytes);
        Assert.That(() => Tagger.Read(path), Throws.TypeOf<ConfigurationException>().With.Message.Contains(path));
    }

    static Tag[] Tag(string text, Token[] tokens, string language)
    {
        var tags = new Tag[tokens.Length];
        Given.Language(language).Tagger.Tag(text, tokens, tags);
        return tags;
    }

    static (string Text, List<int> Starts) Unmark(string marked)
    {
        var starts = new List<int>();
        for (int i = 0, marks = 0; i < marked.Length; i++)
        {
            if (marked[i] == '[') starts.Add(i - marks);
            if (marked[i] is '[' or ']') marks++;
        }
        return (marked.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal), starts);
    }
}

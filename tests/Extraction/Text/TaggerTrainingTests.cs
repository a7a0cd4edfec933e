namespace TechMoves.Tests;

public sealed class TaggerTrainingTests
{
    static readonly string Treebank = string.Join('\n',
        "# text = Zorg didn't buy it.",
        Word("1", "Zorg", "PROPN"), Word("2-3", "didn't", "_"), Word("2", "did", "AUX"), Word("3", "n't", "PART"),
        Word("4", "buy", "VERB"), Word("4.1", "left", "VERB"), Word("5", "it", "PRON", "SpaceAfter=No"), Word("6", ".", "PUNCT"),
        "",
        "# text = 1.5m fell",
        Word("1", "1.5m", "NUM"), Word("2", "fell", "VERB"),
        "");

    [Test]
    public void Words_of_a_treebank_give_their_tags_to_the_tokens_that_they_hold()
    {
        var sentences = TechMoves.Treebank.Read(Write("words")).Select(s => s.Project(Given.Language("en")).Tags).ToArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(sentences[0], Is.EqualTo(new[] { Tag.Name, Tag.Auxiliary, Tag.Particle, Tag.Verb, Tag.Pronoun, Tag.Punctuation }));
            Assert.That(sentences[1], Is.EqualTo(new[] { Tag.Number, Tag.Number, Tag.Number, Tag.Number, Tag.Verb }));
        }
    }

    [Test]
    public void Contraction_of_a_preposition_and_an_article_is_a_preposition()
    {
        var path = Path.Combine(Repository.Scratch("contraction"), "fr.conllu");
        File.WriteAllText(path, string.Join('\n', Word("1-2", "du", "_"), Word("1", "de", "ADP"), Word("2", "le", "DET"), Word("3", "client", "NOUN"), ""));
        var (_, tags) = TechMoves.Treebank.Read(path).Single().Project(Given.Language("fr"));
        Assert.That(tags, Is.EqualTo(new[] { Tag.Preposition, Tag.Noun }));
    }

    [Test]
    public void Same_treebank_gives_the_same_bytes_and_is_learnt()
    {
        var (language, treebank) = (Given.Language("en"), Write("training"));
        var outputs = new[] { treebank + ".1", treebank + ".2" };
        foreach (var output in outputs) TaggerTraining.Train(Enumerable.Repeat(treebank, 20), language, output);
        const string text = "Zorg didn't buy it.";
        var tokens = Given.Tokens(text, "en");
        var tags = new Tag[tokens.Length];
        Tagger.Read(outputs[0]).Tag(text, tokens, tags);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(File.ReadAllBytes(outputs[0]), Is.EqualTo(File.ReadAllBytes(outputs[1])));
            Assert.That(tags, Is.EqualTo(new[] { Tag.Name, Tag.Auxiliary, Tag.Particle, Tag.Verb, Tag.Pronoun, Tag.Punctuation }));
        }
    }

    [Test]
    public void Line_without_ten_fields_is_named()
    {
        var path = Path.Combine(Repository.Scratch("fields"), "broken.conllu");
        File.WriteAllText(path, "# text = Zorg\n1\tZorg\tPROPN\n");
        Assert.That(() => TechMoves.Treebank.Read(path).ToList(), Throws.TypeOf<ConfigurationException>().With.Message.Contains($"{path}:2"));
    }

    static string Write(string name)
    {
        var path = Path.Combine(Repository.Scratch(name), "en.conllu");
        File.WriteAllText(path, Treebank);
        return path;
    }

    static string Word(string id, string form, string tag, string misc = "_") => $"{id}\t{form}\t_\t{tag}\t_\t_\t_\t_\t_\t{misc}";
}

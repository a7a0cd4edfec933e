namespace TechMoves;

/// <summary>An article with all that the layers below the clauses have found in it; offsets index Article.Text, token ranges the Tokens.</summary>
public sealed record Document(
    Article Article, Language Language, ImmutableArray<Block> Blocks, Token[] Tokens, Tag[] Tags, ImmutableArray<Sentence> Sentences,
    ImmutableArray<NameMention> Names, int[] EntityOfName, ImmutableArray<Entity> Entities,
    ImmutableArray<AmountMention> Amounts, ImmutableArray<DateMention> Dates, ImmutableArray<PercentMention> Percents)
{
    public string Text => Article.Text;

    /// <summary>The entity of a name, or null where the name was found to be none.</summary>
    public Entity? EntityOf(int name) => name >= 0 && EntityOfName[name] is >= 0 and var entity ? Entities[entity] : null;

    public string TextOf(int first, int last) => Text[Tokens[first].Start..Tokens[last - 1].End];

    /// <summary>Reads an article up to its mentions. Published falls back on the date printed in the text.</summary>
    public static Document Of(Article article, Language language) => Of(article, language, TechMoves.Blocks.Of(article, language));

    /// <summary>Reads text whose blocks are known.</summary>
    public static Document Of(Article article, Language language, ImmutableArray<Block> blocks)
    {
        if (article.Published is null && PublicationDate.Find(article.Text, Head(article.Text, language), language) is { } printed) article = article with { Published = printed };
        var tokens = new List<Token>(article.Text.Length / 4);
        var sentences = ImmutableArray.CreateBuilder<Sentence>();
        var amounts = ImmutableArray.CreateBuilder<AmountMention>();
        var dates = ImmutableArray.CreateBuilder<DateMention>();
        var percents = ImmutableArray.CreateBuilder<PercentMention>();
        var found = new List<NameMention>();
        var tags = new List<Tag>(tokens.Capacity);
        for (var b = 0; b < blocks.Length; b++)
        {
            if (!blocks[b].IsStory && blocks[b].Kind != BlockKind.Caption) continue;
            var first = tokens.Count;
            Tokenizer.Read(article.Text, blocks[b].Start, blocks[b].End, language, tokens);
            var span = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(tokens)[first..];
            amounts.AddRange(TechMoves.Amounts.Find(article.Text, span, language));
            percents.AddRange(TechMoves.Percents.Find(article.Text, span, language));
            dates.AddRange(TechMoves.Dates.Find(article.Text, span, article.Published, language));
            var from = sentences.Count;
            TechMoves.Sentences.Read(article.Text, tokens, first, b, language, sentences);
            var titleCase = blocks[b].Kind is BlockKind.Title or BlockKind.Heading && TechMoves.Names.IsTitleCase(span);
            tags.AddRange(Enumerable.Repeat(Tag.Unknown, tokens.Count - first));
            for (var s = from; s < sentences.Count; s++)
            {
                var sentence = sentences[s];
                var words = span[(sentence.First - first)..(sentence.Last - first)];
                var tagged = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(tags)[sentence.First..sentence.Last];
                language.Tagger.Tag(article.Text, words, tagged);
                TechMoves.Names.Find(article.Text, words, tagged, sentence.First, titleCase, language, found);
            }
        }
        // A word that belongs to a date (August, Mars) names nothing. Both stand in the order of the text.
        var d = 0;
        found.RemoveAll(n =>
        {
            while (d < dates.Count && dates[d].End < n.End) d++;
            return d < dates.Count && dates[d].Start <= n.Start;
        });
        var (entities, of) = TechMoves.Entities.Of(article.Text, tokens, found, article.Outlet, language);
        return new(article, language, blocks, [.. tokens], [.. tags], sentences.ToImmutable(), [.. found], of, entities, amounts.ToImmutable(), dates.ToImmutable(), percents.ToImmutable());
    }

    /// <summary>The tokens of the first lines, where a publication date is printed.</summary>
    static Token[] Head(string text, Language language)
    {
        const int Longest = 1500;
        var tokens = new List<Token>();
        Tokenizer.Read(text, 0, Math.Min(text.Length, Longest), language, tokens);
        return [.. tokens];
    }
}

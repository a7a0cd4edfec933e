namespace TechMoves;

/// <summary>An article with all that the layers below the clauses have found in it; offsets index Article.Text, token ranges the Tokens.</summary>
public sealed record Document(
    Article Article, Language Language, ImmutableArray<Block> Blocks, Token[] Tokens, Tags Tags, ImmutableArray<Sentence> Sentences,
    ImmutableArray<NameMention> Names, int[] EntityOfName, ImmutableArray<Entity> Entities,
    ImmutableArray<AmountMention> Amounts, ImmutableArray<DateMention> Dates, ImmutableArray<PercentMention> Percents)
{
    /// <summary>Where a thread cuts texts: the tokens of one are copied before those of the next are read.</summary>
    [ThreadStatic]
    static List<Token>? Cutting;

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
        var (tokens, sentences, ranges) = Cut(article.Text, language, blocks);
        var amounts = ImmutableArray.CreateBuilder<AmountMention>();
        var dates = ImmutableArray.CreateBuilder<DateMention>();
        var percents = ImmutableArray.CreateBuilder<PercentMention>();
        var found = new List<NameMention>();
        var tags = new Tags(article.Text, tokens, sentences, language.Tagger);
        foreach (var range in ranges)
        {
            var span = tokens.AsSpan(range);
            amounts.AddRange(TechMoves.Amounts.Find(article.Text, span, language));
            percents.AddRange(TechMoves.Percents.Find(article.Text, span, language));
            dates.AddRange(TechMoves.Dates.Find(article.Text, span, article.Published, language));
        }
        foreach (var sentence in sentences)
        {
            var titleCase = blocks[sentence.Block].Kind is BlockKind.Title or BlockKind.Heading && TechMoves.Names.IsTitleCase(tokens.AsSpan(ranges[sentence.Block]));
            TechMoves.Names.Find(article.Text, tokens.AsSpan(sentence.First..sentence.Last), tags, sentence.First, titleCase, language, found);
        }
        var headline = sentences.LastOrDefault(s => blocks[s.Block].Kind == BlockKind.Title);
        ShoutedNames.Settle(article.Text, tokens, headline.First, headline.Last, language, found);
        // A word that belongs to a date (August, Mars) names nothing. Both stand in the order of the text.
        var d = 0;
        found.RemoveAll(n =>
        {
            while (d < dates.Count && dates[d].End < n.End) d++;
            return d < dates.Count && dates[d].Start <= n.Start;
        });
        var (entities, of) = TechMoves.Entities.Of(article.Text, tokens, found, article.Outlet, language);
        return new(article, language, blocks, tokens, tags, sentences, [.. found], of, entities, amounts.ToImmutable(), dates.ToImmutable(), percents.ToImmutable());
    }

    /// <summary>The tokens and sentences of the blocks that are read, and the tokens of each block: none of the others.</summary>
    static (Token[] Tokens, ImmutableArray<Sentence> Sentences, Range[] OfBlock) Cut(string text, Language language, ImmutableArray<Block> blocks)
    {
        var tokens = Cutting ??= [];
        tokens.Clear();
        var sentences = ImmutableArray.CreateBuilder<Sentence>();
        var ranges = new Range[blocks.Length];
        for (var b = 0; b < blocks.Length; b++)
        {
            var first = tokens.Count;
            if (blocks[b].IsStory || blocks[b].Kind == BlockKind.Caption)
            {
                Tokenizer.Read(text, blocks[b].Start, blocks[b].End, language, tokens);
                TechMoves.Sentences.Read(text, tokens, first, b, language, sentences);
            }
            ranges[b] = first..tokens.Count;
        }
        return ([.. tokens], sentences.ToImmutable(), ranges);
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

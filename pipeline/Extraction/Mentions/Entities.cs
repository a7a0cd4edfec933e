namespace TechMoves;

/// <summary>Groups the names of a document and decides, once per name, what it names: one vote over all its contexts.</summary>
public static class Entities
{
    const int Sure = 6, Strong = 4, Weak = 1;

    /// <summary>The entities, and for each name the index of its entity, or -1 where it is taken for no name at all.</summary>
    public static (ImmutableArray<Entity> Entities, int[] Of) Of(string text, IReadOnlyList<Token> tokens, IReadOnlyList<NameMention> names, string? outlet, Language language)
    {
        var groups = Group(names, language.Names.World, out var of);
        var entities = ImmutableArray.CreateBuilder<Entity>(groups.Count);
        foreach (var group in groups)
        {
            var mentions = group.ConvertAll(i => names[i]);
            entities.Add(Decide(text, tokens, mentions, entities.Count, outlet, language));
            if (!IsName(text, mentions, entities[^1], language)) foreach (var i in group) of[i] = -1;
        }
        return (entities.ToImmutable(), of);
    }

    /// <summary>Names of one form, forms of one registered company, and short forms of one longer name are one group.</summary>
    static List<List<int>> Group(IReadOnlyList<NameMention> names, World world, out int[] of)
    {
        var byKey = new Dictionary<string, int>(StringComparer.Ordinal);
        var groups = new List<List<int>>();
        of = new int[names.Count];
        // Longer forms first, so that a short one finds its full name wherever it stands.
        foreach (var i in Enumerable.Range(0, names.Count).OrderByDescending(i => names[i].Last - names[i].First).ThenBy(i => i))
        {
            var name = names[i];
            var form = Vocabulary.Fold(name.Form);
            var key = name.Known is { } known ? $"{known.Kind}:{Vocabulary.Fold(known.Name)}" : form;
            if (!byKey.TryGetValue(key, out var group))
            {
                group = groups.Count;
                groups.Add([]);
                byKey[key] = group;
                // "Medidata" stands for "Medidata Solutions"; "Musk" for "Elon Musk". A known company's name begins no other's.
                if (name.Known is not { Kind: NameKind.Company or NameKind.Product }) AddShortForms(form, name, group, byKey);
                // "Medidata" of the registry is "Medidata Solutions"; "Google" is not "Google Maps".
                if (name.Known is null or { Kind: NameKind.Company } && form.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space && form[(space + 1)..].Split(' ').All(world.CompanyWords.ContainsKey)) byKey.TryAdd($"{NameKind.Company}:{form[..space]}", group);
            }
            byKey.TryAdd(form, group);
            groups[group].Add(i);
            of[i] = group;
        }
        return groups;
    }

    static void AddShortForms(string form, NameMention name, int group, Dictionary<string, int> byKey)
    {
        var words = form.Split(' ');
        if (words.Length < 2) return;
        if (words[0].Length > 2) byKey.TryAdd(words[0], group);
        if (words.Length > 2) byKey.TryAdd($"{words[0]} {words[1]}", group);
        if (name.Known is null or { Kind: NameKind.Person } && words[^1].Length > 2) byKey.TryAdd(words[^1], group);
    }

    static Entity Decide(string text, IReadOnlyList<Token> tokens, List<NameMention> mentions, int index, string? outlet, Language language)
    {
        var votes = new int[Enum.GetValues<NameKind>().Length];
        var known = mentions.Find(m => m.Known is not null)?.Known;
        var lexicon = language.Names;
        foreach (var mention in mentions) Vote(text, tokens, mention, votes, lexicon);
        if (known is not null) votes[(int)known.Kind] += known.IsCommonWord ? Strong : 2 * Sure;
        var fullest = Fullest(mentions, lexicon);
        foreach (var part in (ReadOnlySpan<NameMention>)[fullest])
        {
            var words = part.Form.Split(' ');
            if (words.Length > 1 && words.Length < 5 && lexicon.World.FirstNames.Contains(Vocabulary.Fold(words[0])) && known is null) votes[(int)NameKind.Person] += Strong;
            if (words.Length > 1 && lexicon.World.CompanyWords.ContainsKey(Vocabulary.Fold(words[^1]))) votes[(int)NameKind.Company] += Strong;
            if (words.Length == 1 && part.Form.Skip(1).Any(char.IsUpper) && part.Form.Any(char.IsLower)) votes[(int)NameKind.Company] += Weak;
        }
        if (outlet is not null && Vocabulary.Fold(outlet) == Vocabulary.Fold(fullest.Form)) votes[(int)NameKind.Outlet] += Sure;
        var best = 0;
        for (var kind = 1; kind < votes.Length; kind++) if (votes[kind] > votes[best]) best = kind;
        var company = known?.Company ?? (known?.Owner is { } owner && best == (int)NameKind.Company && lexicon.World.Companies.TryGetValue(owner, out var c) ? c : null);
        return new(index, fullest.Known is { IsNickname: true } nickname ? nickname.Name : fullest.Form, (NameKind)best, company, known?.Country, known?.Owner, [.. mentions.Select(m => m.Form).Distinct(StringComparer.Ordinal)], votes[best], mentions.Count);
    }

    /// <summary>The fullest form of a person or known company; of an unknown name the most frequent form, or a longer one that ends in a word of company names.</summary>
    static NameMention Fullest(List<NameMention> mentions, NameLexicon lexicon)
    {
        var forms = mentions.GroupBy(m => m.Form, StringComparer.Ordinal).Select(g => (First: g.First(), Count: g.Count(), Words: g.Key.Count(c => c == ' ') + 1)).ToList();
        bool IsProper((NameMention First, int Count, int Words) form) => form.First.Known is not null || form.Words == 1 || form.Count > 1
            || lexicon.World.CompanyWords.ContainsKey(Vocabulary.Fold(form.First.Form[(form.First.Form.LastIndexOf(' ') + 1)..])) || lexicon.World.FirstNames.Contains(Vocabulary.Fold(form.First.Form[..form.First.Form.IndexOf(' ', StringComparison.Ordinal)]));
        return forms.OrderBy(f => f.First.Known is { IsNickname: true }).ThenByDescending(IsProper).ThenByDescending(f => f.Words).ThenByDescending(f => f.Count).ThenBy(f => f.First.Start).First().First;
    }

    static void Vote(string text, IReadOnlyList<Token> tokens, NameMention mention, int[] votes, NameLexicon lexicon)
    {
        if (mention.HasLegalForm) votes[(int)NameKind.Company] += Sure;
        Span<Token> near = stackalloc Token[8];
        var count = 0;
        for (var i = mention.Last; i < tokens.Count && count < 8; i++) near[count++] = tokens[i];
        if (lexicon.After.Match(near[..count], out var after) > 0) foreach (var cue in after) votes[(int)cue.Kind] += cue.Weight;
        for (var back = 1; back <= 4 && mention.First - back >= 0; back++)
        {
            for (var j = 0; j < back; j++) near[j] = tokens[mention.First - back + j];
            if (lexicon.Before.Match(near[..back], out var before) == back) foreach (var cue in before) votes[(int)cue.Kind] += cue.Weight;
            if (lexicon.Descriptions.Match(near[..back], out var described) == back)
                foreach (var description in described) votes[(int)(description.Kind is DescriptionKind.Person or DescriptionKind.Office ? NameKind.Person : NameKind.Company)] += 2;
        }
        // (NASDAQ: XYZ), (UBER.N): a ticker follows a company.
        if (mention.Last + 2 < tokens.Count && text[tokens[mention.Last].Start] == '(' && tokens[mention.Last + 1].Casing == Casing.Upper && IsTicker(text, tokens, mention.Last + 1)) votes[(int)NameKind.Company] += Sure;
    }

    static bool IsTicker(string text, IReadOnlyList<Token> tokens, int i)
    {
        for (var j = i; j < i + 6 && j < tokens.Count; j++)
        {
            if (text[tokens[j].Start] == ')') return j > i + 1 || tokens[i].In(text).Contains('.');
            if (tokens[j].Casing is not (Casing.Upper or Casing.None or Casing.Mixed or Casing.Capitalised)) return false;
        }
        return false;
    }

    /// <summary>A capital that only its place explains makes no name; nor does a common word without the context of a company.</summary>
    static bool IsName(string text, List<NameMention> mentions, Entity entity, Language language)
    {
        if (mentions.Exists(m => m.IsSure)) return true;
        if (entity.Kind is not NameKind.Unknown && entity.Score >= Strong) return true;
        return mentions.Count > 1 && mentions[0].Known is null && entity.Kind != NameKind.Unknown && !mentions.TrueForAll(m => language.Vocabulary.Find(m.Form) != 0);
    }
}

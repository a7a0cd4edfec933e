namespace TechMoves;

/// <summary>Groups the names of a document and decides, once per name, what it names: one vote over all its contexts.</summary>
public static class Entities
{
    const int Sure = 6, Strong = 4, Listed = 3, Acting = 2, Weak = 1;

    /// <summary>No product costs so much as a round in brackets.</summary>
    const decimal LeastRound = 500_000;

    /// <summary>The entities, and for each name the index of its entity, or -1 where it is taken for no name at all.</summary>
    public static (ImmutableArray<Entity> Entities, int[] Of) Of(string text, Token[] tokens, IReadOnlyList<NameMention> names, string? outlet, Language language)
    {
        var groups = NameGroups.Of(text, tokens, names, language.Names.World, out var of);
        var entities = ImmutableArray.CreateBuilder<Entity>(groups.Count);
        foreach (var group in groups)
        {
            var mentions = group.ConvertAll(i => names[i]);
            var listed = group.Count(i => NameLists.HoldsCompany(text, tokens, names, i, language));
            entities.Add(Decide(text, tokens, mentions, listed, entities.Count, outlet, language));
            if (!IsName(text, mentions, entities[^1], language)) foreach (var i in group) of[i] = -1;
        }
        return (entities.ToImmutable(), of);
    }

    static Entity Decide(string text, Token[] tokens, List<NameMention> mentions, int listed, int index, string? outlet, Language language)
    {
        var votes = new int[(int)NameKind.Product + 1];
        var known = mentions.Find(m => m.Known is not null)?.Known;
        var lexicon = language.Names;
        foreach (var mention in mentions) Vote(text, tokens, mention, votes, language);
        var fullest = Fullest(mentions, lexicon.World);
        VoteOnShape(fullest, known, votes, lexicon.World);
        if (listed > 0) votes[(int)NameKind.Company] += Listed;
        if (mentions.Exists(m => Deals.Acts(tokens, m, language) || Deals.Suffers(tokens, m, language))) votes[(int)NameKind.Company] += Acting;
        // "à Netflix": one weak word among many mentions makes no place.
        if (known is null && (votes[(int)NameKind.Place] < mentions.Count || !IsPlain(fullest.Form))) votes[(int)NameKind.Place] = 0;
        if (known is { IsOutlet: true }) votes[(int)NameKind.Outlet] += Strong - 1;
        if (known is not null) votes[(int)known.Kind] += known.IsCommonWord || known.IsOutlet ? Strong : known.Kind == NameKind.Outlet && votes[(int)NameKind.Company] >= Sure ? 1 : 2 * Sure;
        if (outlet is not null && Vocabulary.Fold(outlet) == Vocabulary.Fold(fullest.Form)) votes[(int)NameKind.Outlet] += Sure;
        var best = 0;
        for (var kind = 1; kind < votes.Length; kind++) if (votes[kind] > votes[best]) best = kind;
        var company = known?.Company ?? Registered(fullest.Form, lexicon.World) ?? (known?.Owner is { } owner && best == (int)NameKind.Company && lexicon.World.Companies.TryGetValue(owner, out var c) ? c : null);
        return new(index, fullest.Known is { IsNickname: true } nickname ? nickname.Name : fullest.Form, (NameKind)best, company, known?.Country, known?.Owner, mentions.TrueForAll(m => m.Form == mentions[0].Form) ? [mentions[0].Form] : [.. mentions.Select(m => m.Form).Distinct(StringComparer.Ordinal)], votes[best], mentions.Count);
    }

    static void VoteOnShape(NameMention name, KnownName? known, int[] votes, World world)
    {
        var space = name.Form.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0)
        {
            if (name.Form.Contains('.', StringComparison.Ordinal) || IsBrand(name.Form)) votes[(int)NameKind.Company] += Weak;
            return;
        }
        if (known is null && name.Form.Count(' ') < 4 && world.FirstNames.Contains(Vocabulary.Fold(name.Form[..space]))) votes[(int)NameKind.Person] += Strong + 1;
        // Galaxy S10
        if (known is null && name.Form.AsSpan(name.Form.LastIndexOf(' ')).ContainsAnyInRange('0', '9')) votes[(int)NameKind.Product] += Strong - 1;
        var end = NameWords.EndOf(name.Form, world);
        if (end == CompanyWord.Institution || end is CompanyWord.None && NameWords.IsHeaded(name.Form, world)) votes[(int)NameKind.Institution] += Strong;
        else if (end is not (CompanyWord.None or CompanyWord.Particle)) votes[(int)NameKind.Company] += name.IsSure ? Strong : Strong - 1;
    }

    /// <summary>The company of the registry of which a longer name is told: TD Ameritrade Holding.</summary>
    static Company? Registered(string form, World world)
    {
        while (NameWords.EndOf(form, world) is CompanyWord.Legal or CompanyWord.Word)
            if (world.Companies.TryGetValue(form = form[..form.LastIndexOf(' ')], out var company) && !company.IsCommonWord) return company;
        return null;
    }

    /// <summary>One capital and small letters: a shape that names of all kinds have.</summary>
    static bool IsPlain(string form) => !form.AsSpan(1).ContainsAnyInRange('A', 'Z') && !form.AsSpan().ContainsAnyInRange('0', '9');

    /// <summary>Capitals inside a word (YouTube, eBay, BlackRock); not in a compound of names (Paris-Londres), the plural of an abbreviation (GANs) or after a figure.</summary>
    static bool IsBrand(string form) => !IsPlain(form) && form.Any(char.IsLower) && !form.Contains('-', StringComparison.Ordinal) && !char.IsDigit(form[0]) && !(form[^1] == 's' && form.AsSpan(0, form.Length - 1).IndexOfAnyInRange('a', 'z') < 0) && form.Length > 3;

    /// <summary>The registry's own name of a company where it stands in the text, or a longer form; of an unknown name the most frequent form, or a longer one that ends as names of companies do.</summary>
    static NameMention Fullest(List<NameMention> mentions, World world)
    {
        if (mentions.TrueForAll(m => m.Form == mentions[0].Form)) return mentions[0];
        var forms = mentions.GroupBy(m => m.Form, StringComparer.Ordinal).Select(g => (First: g.First(), Count: g.Count(), Words: g.Key.Count(c => c == ' ') + 1)).ToList();
        bool IsProper((NameMention First, int Count, int Words) form) => form.First.Known is not null || form.Words == 1 || form.Count > 1 || form.First.Start == mentions[0].Start
            || NameWords.EndOf(form.First.Form, world) != CompanyWord.None || world.FirstNames.Contains(Vocabulary.Fold(form.First.Form[..form.First.Form.IndexOf(' ', StringComparison.Ordinal)]));
        // A headline's capitals before the name as the text writes it.
        bool IsShout(string form) => !form.Any(char.IsLower) && forms.Exists(f => f.First.Form != form && f.First.Form.Equals(form, StringComparison.OrdinalIgnoreCase));
        var most = forms.Max(f => f.Count);
        int Rank((NameMention First, int Count, int Words) form) => form.First.Known switch
        {
            { IsNickname: true } => 3,
            // "Meta" before "Facebook" where the text tells both; "Twitter" before a stray "X"; "Verizon Communications" before both.
            { Kind: NameKind.Company } known => NameGroups.Abbreviates(form.First.Form, known.Name) || forms.Exists(f => NameGroups.Abbreviates(form.First.Form, f.First.Known?.Form ?? f.First.Form)) ? 2
                : NameGroups.Abbreviates(known.Name, form.First.Form) || IsOwnName(form.First.Form, known.Name) && 3 * form.Count >= (form.Words > 1 ? 1 : most) ? 0 : 1,
            null => form.Words > 1 && IsProper(form) ? 0 : 2,
            _ => 0,
        };
        return forms.OrderBy(Rank).ThenBy(f => IsShout(f.First.Form)).ThenByDescending(IsProper).ThenByDescending(f => f.First.Known is { Kind: NameKind.Company } && Rank(f) == 1 ? 0 : f.Words).ThenByDescending(f => f.Count).ThenBy(f => f.First.Start).First().First;
    }

    /// <summary>Whether a form is the registry's name of a company, alone, with more words, or without its last ones.</summary>
    static bool IsOwnName(string form, string name) => form.Length < name.Length ? IsOwnName(name, form)
        : form.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (form.Length == name.Length || form[name.Length] is ' ' or '.');

    static void Vote(string text, Token[] tokens, NameMention mention, int[] votes, Language language)
    {
        var lexicon = language.Names;
        if (mention.HasLegalForm) votes[(int)NameKind.Company] += Sure;
        var near = tokens.AsSpan(mention.Last, Math.Min(8, tokens.Length - mention.Last));
        if (lexicon.After.Match(near, out var after) > 0) Count(after, mention, votes);
        else if (IsSized(text, near, language)) votes[(int)NameKind.Company] += Listed;
        if (!VoteBefore(tokens, mention.First, mention, votes, language) && IsQualifier(tokens, mention.First - 1, language))
        {
            // l'américain X, le chinois X: a nationality that stands for a company.
            if (mention.First > 1 && lexicon.NationalityOf(tokens[mention.First - 1]) is not null && language.Grammar.IsDefinite(tokens[mention.First - 2])) votes[(int)NameKind.Company] += Listed;
            else VoteBefore(tokens, mention.First - 1, mention, votes, language);
        }
        // (NASDAQ: XYZ), (UBER.N): a ticker follows a company.
        if (mention.Last + 2 < tokens.Length && text[tokens[mention.Last].Start] == '(' && tokens[mention.Last + 1].Casing == Casing.Upper && IsTicker(text, tokens, mention.Last + 1)) votes[(int)NameKind.Company] += Sure;
    }

    /// <summary>Adds the cues and descriptions that end before a token; whether there are any.</summary>
    static bool VoteBefore(Token[] tokens, int end, NameMention mention, int[] votes, Language language)
    {
        var isFound = false;
        for (var back = 1; back <= 4 && end - back >= 0; back++)
        {
            var near = tokens.AsSpan(end - back, back);
            var isCue = language.Names.Before.Match(near, out var before) == back;
            if (isCue) Count(before, mention, votes);
            var isDescribed = language.Names.Descriptions.Match(near, out var described) == back;
            isFound |= isCue || isDescribed;
            if (!isDescribed) continue;
            foreach (var description in described) votes[(int)(description.Kind is DescriptionKind.Person or DescriptionKind.Office ? NameKind.Person : NameKind.Company)] += 2;
        }
        return isFound;
    }

    /// <summary>Whether a word may stand between a trade and a name: la marque française X, le groupe minier X.</summary>
    static bool IsQualifier(Token[] tokens, int i, Language language) => i > 0 && tokens[i] is { Kind: TokenKind.Word, Casing: Casing.Lower, Length: > 3 }
        && language.Grammar.ClassOf(tokens[i]) == WordClass.None && !language.Grammar.IsFunctionWord(tokens[i].Lexeme) && language.Grammar.VerbsOf(tokens[i]).Length == 0;

    /// <summary>Whether a sum that no product costs follows in brackets: Tolvane (30 millions d'euros).</summary>
    static bool IsSized(string text, ReadOnlySpan<Token> after, Language language) => after.Length > 2 && text[after[0].Start] == '('
        && Quantities.Read(text, after, 1, language.Amounts) is { Currency: not null, Value: >= LeastRound };

    /// <summary>Adds cues to the votes; what is done by outlets is done by others too, so that only one that is known is made sure by it.</summary>
    static void Count(ImmutableArray<NameCue> cues, NameMention mention, int[] votes)
    {
        foreach (var cue in cues)
            if (cue.Kind != NameKind.Outlet || mention.Known is { IsOutlet: true } or { Kind: NameKind.Outlet }) votes[(int)cue.Kind] += cue.Weight;
    }

    static bool IsTicker(string text, Token[] tokens, int i)
    {
        for (var j = i; j < i + 6 && j < tokens.Length; j++)
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
        if (entity.Kind is not NameKind.Unknown && entity.Score >= (mentions.TrueForAll(m => m.Known is { IsCommonWord: true }) ? Strong + Acting : Strong)) return true;
        return mentions.Count > 1 && mentions[0].Known is null && entity.Kind != NameKind.Unknown && !mentions.TrueForAll(m => language.Vocabulary.Find(m.Form) != 0);
    }
}

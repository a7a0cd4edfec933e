namespace TechMoves;

/// <summary>Groups the names of a document: names of one form, forms of one registered company, and short forms of one longer name.</summary>
public sealed class NameGroups
{
    /// <summary>A short name says too little to stand for a longer one.</summary>
    const int ShortestName = 3, ShortestAcronym = 2, LongestAcronym = 8;

    readonly string _text;
    readonly Token[] _tokens;
    readonly IReadOnlyList<NameMention> _names;
    readonly World _world;
    readonly Dictionary<string, int> _byKey = new(StringComparer.Ordinal);

    /// <summary>Where each form stands first and second: the full name comes first, or right after a headline.</summary>
    readonly Dictionary<string, (int First, int Second)> _places = new(StringComparer.Ordinal);

    NameGroups(string text, Token[] tokens, IReadOnlyList<NameMention> names, World world) => (_text, _tokens, _names, _world) = (text, tokens, names, world);

    /// <summary>The indices of the names of each group, and for each name the index of its group.</summary>
    public static List<List<int>> Of(string text, Token[] tokens, IReadOnlyList<NameMention> names, World world, out int[] of) => new NameGroups(text, tokens, names, world).Group(out of);

    List<List<int>> Group(out int[] of)
    {
        var forms = new string[_names.Count];
        for (var i = 0; i < forms.Length; i++)
        {
            forms[i] = Vocabulary.Fold(_names[i].Form);
            _places[forms[i]] = _places.TryGetValue(forms[i], out var place) ? (place.First, Math.Min(place.Second, i)) : (i, int.MaxValue);
        }
        var groups = new List<List<int>>();
        of = new int[_names.Count];
        // Longer forms first, so that a short one finds its full name wherever it stands.
        foreach (var i in Enumerable.Range(0, _names.Count).OrderByDescending(i => _names[i].Last - _names[i].First).ThenBy(i => i))
        {
            var key = _names[i].Known is { } known ? $"{known.Kind}:{Vocabulary.Fold(known.Name)}" : forms[i];
            if (!_byKey.TryGetValue(key, out var group))
            {
                group = groups.Count;
                groups.Add([]);
                _byKey[key] = group;
                AddShortForms(forms[i], i, group);
            }
            _byKey.TryAdd(forms[i], group);
            groups[group].Add(i);
            of[i] = group;
        }
        return groups;
    }

    void AddShortForms(string form, int name, int group)
    {
        var known = _names[name].Known;
        if (known is { Kind: NameKind.Place or NameKind.Outlet or NameKind.Institution or NameKind.Product }) return;
        var words = form.Split(' ');
        if (words.Length < 2) return;
        if (Acronym(name) is { } acronym) _byKey.TryAdd(acronym, group);
        if (known is { Kind: NameKind.Person } || known is null && _world.FirstNames.Contains(words[0]))
        {
            // "Musk" stands for "Elon Musk".
            if (words[^1].Length >= ShortestName) _byKey.TryAdd(words[^1], group);
            return;
        }
        // "Terhorst", behind "Maaike Terhorst".
        if (words.Length == 2 && known is null && words[1].Length >= ShortestName && !_world.CompanyWords.ContainsKey(words[1]) && IsFullName(form, words[1], words[1])) _byKey.TryAdd(words[1], group);
        for (var length = words.Length - 1; length > 0; length--)
        {
            var prefix = string.Join(' ', words[..length]);
            if (prefix.Length < ShortestAcronym) break;
            // "Medidata", of the registry or not, is "Medidata Solutions"; "Intel" is not "Intel Capital".
            if (words[length..].All(w => _world.CompanyWords.GetValueOrDefault(w) is CompanyWord.Legal or CompanyWord.Word))
            {
                _byKey.TryAdd(prefix, group);
                _byKey.TryAdd($"{NameKind.Company}:{prefix}", group);
            }
            else if (known is null && prefix.Length >= ShortestName && IsFullName(form, prefix, words[^1])) _byKey.TryAdd(prefix, group);
        }
    }

    /// <summary>Whether a longer name is the full name of a shorter one, by its place; "Xiaomi YU7" is what Xiaomi makes.</summary>
    bool IsFullName(string form, string prefix, string last) => !last.Any(char.IsDigit)
        && _places.TryGetValue(prefix, out var place) && _places[form].First < place.Second;

    /// <summary>The acronym in brackets right behind a name whose letters begin its words: National Football League (NFL).</summary>
    string? Acronym(int name)
    {
        if (name + 1 >= _names.Count || _names[name + 1] is not { Known: null } next || next.First != _names[name].Last + 1 || next.Last != next.First + 1 || next.Last >= _tokens.Length) return null;
        if (_text[_tokens[next.First - 1].Start] != '(' || _text[_tokens[next.Last].Start] != ')') return null;
        return Abbreviates(next.Form, _names[name].Form) ? Vocabulary.Fold(next.Form) : null;
    }

    /// <summary>Whether the letters of an acronym are capitals or first letters of a longer name, in order: HP, Hewlett-Packard.</summary>
    public static bool Abbreviates(string acronym, string name)
    {
        if (acronym.Length < ShortestAcronym || acronym.Length > LongestAcronym || name.Length <= 2 * acronym.Length) return false;
        var letter = 0;
        for (var i = 0; i < name.Length && letter < acronym.Length; i++)
            if (char.IsUpper(acronym[letter]) && char.ToUpperInvariant(name[i]) == acronym[letter] && (char.IsUpper(name[i]) || i == 0 || name[i - 1] is ' ' or '-')) letter++;
        return letter == acronym.Length;
    }
}

namespace TechMoves;

/// <summary>A line of frames.csv: a predicate, the type of move it tells, and where it carries each role.</summary>
/// <param name="Id">How the dataset names the line: lemma, part of speech, type.</param>
/// <param name="Tail">Fixed words after a verb (mettre "la main"), as lexeme ids.</param>
public sealed record FrameLine(
    string Id, int Lemma, ImmutableArray<int> Tail, bool IsReflexive, MoveType Type,
    ImmutableArray<string> Company, ImmutableArray<string> Partner, ImmutableArray<string> Seller, ImmutableArray<string> Product,
    Status Status, Status Done, ImmutableArray<string> Needs, AmountKind? Amount)
{
    public bool Requires(string need) => Needs.Contains(need, StringComparer.Ordinal);
}

/// <summary>What a governor does with what it governs.</summary>
public enum GovernorKind : byte { Report, Support, Plan, Phase, Attempt, Refusal, Denial, Negotiation, Possibility, Control }

/// <summary>A line of governors.csv. Negated: the status under negation; null: no row.</summary>
public sealed record Governor(string Id, int Lemma, ImmutableArray<int> Tail, bool IsReflexive, GovernorKind Kind, string Passes, Status? Status, StatusDetail? Detail, Status? Negated);

/// <summary>The predicates of one language and the words that govern them, found by lemma (verbs) or by phrase (nouns, adjectives).</summary>
public sealed class FrameLexicon
{
    readonly LexemeMap<ImmutableArray<FrameLine>> _verbs = new();
    readonly LexemeMap<ImmutableArray<Governor>> _governors = new();
    readonly LexemeMap<bool> _plurals = new();

    FrameLexicon(string folder, string schemas, Language language)
    {
        var verbs = new Dictionary<int, List<FrameLine>>();
        var governors = new Dictionary<int, List<Governor>>();
        foreach (var row in Table.Read(Path.Combine(folder, "frames.csv"), schemas))
        {
            var (lemma, tail, reflexive) = Predicate(row, language);
            var line = new FrameLine(
                $"{row["lemma"]}:{row["pos"]}:{row["type"]}", lemma, tail, reflexive, Terms.Read<MoveType>(row["type"]),
                [.. row.List("company")], [.. row.List("partner")], [.. row.List("seller")], [.. row.List("product")],
                Terms.Read<Status>(row["status"]), Terms.Read<Status>(row["done"]), [.. row.List("needs")], row.Optional("amount") is { } kind ? Terms.Read<AmountKind>(kind) : null);
            if (row["pos"] == "verb") AddTo(verbs, lemma, line);
            else foreach (var form in language.Grammar.FormsOf(row["lemma"]))
            {
                Nouns.Add(form, language, line);
                if (form != row["lemma"] && !form.Contains(' ', StringComparison.Ordinal)) _plurals[language.Vocabulary.Find(form)] = true;
            }
        }
        foreach (var row in Table.Read(Path.Combine(folder, "governors.csv"), schemas))
        {
            var (lemma, tail, reflexive) = Predicate(row, language);
            var governor = new Governor(
                row["lemma"], lemma, tail, reflexive, Terms.Read<GovernorKind>(row["kind"]), row["passes"],
                row.Optional("status") is { } status ? Terms.Read<Status>(status) : null, row.Optional("detail") is { } detail ? Terms.Read<StatusDetail>(detail) : null,
                row["negated"] is { Length: > 0 } negated and not "none" ? Terms.Read<Status>(negated) : null);
            if (row["pos"] == "verb") AddTo(governors, lemma, governor);
            else foreach (var form in language.Grammar.FormsOf(row["lemma"])) (row["pos"] == "noun" ? GovernorNouns : Adjectives).Add(form, language, governor);
        }
        // The longest fixed words first.
        foreach (var (lemma, lines) in verbs)
        {
            lines.Sort((a, b) => b.Tail.Length.CompareTo(a.Tail.Length) is not 0 and var order ? order : string.CompareOrdinal(a.Id, b.Id));
            _verbs[lemma] = [.. lines];
        }
        foreach (var (lemma, lines) in governors)
        {
            lines.Sort((a, b) => b.Tail.Length.CompareTo(a.Tail.Length) is not 0 and var order ? order : string.CompareOrdinal(a.Id, b.Id));
            _governors[lemma] = [.. lines];
        }
    }

    public Phrases<FrameLine> Nouns { get; } = new();

    public Phrases<Governor> GovernorNouns { get; } = new();

    public Phrases<Governor> Adjectives { get; } = new();

    public static FrameLexicon Read(string folder, string schemas, Language language) => new(folder, schemas, language);

    /// <summary>Whether a deal noun is in the plural: offers.</summary>
    public bool IsPlural(int noun) => _plurals[noun];

    public ImmutableArray<FrameLine> VerbFrames(int lemma) => _verbs[lemma] is { IsDefault: false } lines ? lines : [];

    public ImmutableArray<Governor> VerbGovernors(int lemma) => _governors[lemma] is { IsDefault: false } lines ? lines : [];

    /// <summary>How many tokens of fixed words of a frame or governor follow its verb: 2 for "la main" after "mettre"; 0 if none do.</summary>
    public int TailAfter(int lemma, ReadOnlySpan<Token> after)
    {
        foreach (var line in VerbFrames(lemma)) if (line.Tail.Length > 0 && StartsWith(after, line.Tail)) return line.Tail.Length;
        foreach (var line in VerbGovernors(lemma)) if (line.Tail.Length > 0 && StartsWith(after, line.Tail)) return line.Tail.Length;
        return 0;
    }

    public static bool StartsWith(ReadOnlySpan<Token> tokens, ImmutableArray<int> tail)
    {
        if (tokens.Length < tail.Length) return false;
        for (var i = 0; i < tail.Length; i++) if (tokens[i].Lexeme != tail[i]) return false;
        return true;
    }

    static (int Lemma, ImmutableArray<int> Tail, bool IsReflexive) Predicate(TableRow row, Language language)
    {
        var tokens = Tokenizer.Read(row["lemma"], language);
        foreach (var token in tokens) language.Vocabulary.Add(token.In(row["lemma"]));
        tokens = Tokenizer.Read(row["lemma"], language);
        var reflexive = row["pos"] == "verb" && language.Grammar.ClassOf(tokens[0]) == WordClass.Reflexive;
        var head = reflexive ? 1 : 0;
        if (row["pos"] == "verb" && (tokens.Count <= head || !IsInfinitive(tokens[head], language))) throw row.Fault($"'{row["lemma"]}': the verb is not in verbs.csv");
        return (tokens[head].Lexeme, [.. tokens.Skip(head + 1).Select(t => t.Lexeme)], reflexive);
    }

    static bool IsInfinitive(Token token, Language language)
    {
        foreach (var reading in language.Grammar.VerbsOf(token)) if (reading.Lemma == token.Lexeme) return true;
        return false;
    }

    static void AddTo<T>(Dictionary<int, List<T>> table, int lemma, T line)
    {
        if (!table.TryGetValue(lemma, out var list)) table.Add(lemma, list = []);
        list.Add(line);
    }
}

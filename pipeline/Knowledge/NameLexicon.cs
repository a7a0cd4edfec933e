namespace TechMoves;

/// <summary>A vote on what a name names, from the words beside it.</summary>
public readonly record struct NameCue(NameKind Kind, int Weight);

/// <summary>A noun that stands for a company or describes the one named next to it, with the trades that it fits (empty: any).</summary>
public sealed record Description(string Noun, DescriptionKind Kind, IReadOnlyList<string> Classes, bool IsPlural = false);

/// <summary>Company: the group. Person: the billionaire, who acts for himself. Office: the chief executive, who acts for the company. Pair: the two companies.</summary>
public enum DescriptionKind : byte { Company, Person, Office, Pair }

/// <summary>What one language knows of names: the registry tokenised its way, the words beside names, descriptions, nationalities.</summary>
public sealed class NameLexicon
{
    readonly LexemeMap<bool> _commonWords = new();
    readonly LexemeMap<string> _nationalities = new();

    NameLexicon(string folder, string schemas, Language language, World world)
    {
        World = world;
        foreach (var row in Read("common-words")) _commonWords[language.Vocabulary.Add(row["word"])] = true;
        foreach (var name in world.Names) Known.Add(name.Form, language, IsCommonForm(name, language) is var common && common == name.IsCommonWord ? name : name with { IsCommonWord = common });
        foreach (var row in Read("nicknames"))
            if (world.Companies.TryGetValue(row["company"], out var company)) Known.Add(row["phrase"], language, new(company.Name, row["phrase"], NameKind.Company, company, company.Country, null, false, true));
            else throw row.Fault($"'{row["company"]}' is not in companies.csv");
        foreach (var row in Read("name-cues"))
            (row["side"] == "before" ? Before : After).Add(row["phrase"], language, new(Terms.Read<NameKind>(row["kind"]), (int)row.Number("weight")));
        foreach (var row in Read("descriptions"))
            foreach (var form in language.Grammar.FormsOf(row["noun"]))
                Descriptions.Add(form, language, new(row["noun"], Terms.Read<DescriptionKind>(row["kind"]), row.List("classes"), form != row["noun"]));
        foreach (var row in Read("nationalities")) _nationalities[language.Vocabulary.Add(row["form"])] = row["country"];

        List<TableRow> Read(string table) => Table.Read(Path.Combine(folder, table + ".csv"), schemas);
    }

    public World World { get; }

    public Phrases<KnownName> Known { get; } = new();

    public Phrases<NameCue> Before { get; } = new();

    public Phrases<NameCue> After { get; } = new();

    public Phrases<Description> Descriptions { get; } = new();

    public static NameLexicon Read(string folder, string schemas, Language language, World world) => new(folder, schemas, language, world);

    /// <summary>Of a company whose name is a word (Meta), not each other name is one (Facebook); the short form of a longer name is (Fortress), and so is a word of the language.</summary>
    bool IsCommonForm(KnownName name, Language language) => name.Kind == NameKind.Company && _commonWords[language.Vocabulary.Find(name.Form)] && !name.Form.All(char.IsUpper)
        || name.IsCommonWord && (name.Form == name.Name || name.Name.StartsWith(name.Form, StringComparison.Ordinal) || World.FirstNames.Contains(Vocabulary.Fold(name.Form)));

    /// <summary>Whether a word often begins sentences or headlines with a capital without being a name.</summary>
    public bool IsCommon(Token token) => _commonWords[token.Lexeme];

    /// <summary>The country of a word of nationality ("chinois": CN; empty for one of no single country), or null.</summary>
    public string? NationalityOf(Token token) => _nationalities[token.Lexeme];
}

namespace TechMoves;

/// <summary>A currency of ISO 4217 that a business desk meets: its code, the units it is called by (dollar), the countries whose adjective selects it, its signs.</summary>
/// <param name="Order">Its place in the table: of two currencies that share a sign, the first has it.</param>
public sealed record Currency(string Code, IReadOnlyList<string> Units, IReadOnlyList<string> Countries, IReadOnlyList<string> Signs, int Decimals, int Order);

/// <summary>What a name stands for. Unknown: a capitalised name of which nothing has told what it is.</summary>
public enum NameKind : byte { Unknown, Company, Person, Place, Outlet, Institution, Product }

/// <summary>What a word does in a name. Legal: Inc. Word: Motors, left out in the short name. Arm: Capital, a subsidiary's. Institution: Association. Particle: the von of a person's name.</summary>
public enum CompanyWord : byte { None, Legal, Word, Arm, Institution, Particle }

/// <summary>A name that the tables of data/ know. Owner: the company that a product or person stands for; IsOutlet: a company that is also cited as a source.</summary>
public sealed record KnownName(string Name, string Form, NameKind Kind, Company? Company, string? Country, string? Owner, bool IsCommonWord, bool IsNickname = false, bool IsOutlet = false);

/// <summary>The language-neutral facts of data/: currencies, companies, places, outlets, people; loaded once.</summary>
/// <remarks>The large tables are plain dictionaries: to freeze one takes longer than the lookups of a night would win.</remarks>
public sealed class World
{
    World(string folder, string schemas)
    {
        Currencies = Read("currencies").ToFrozenDictionary(r => r["code"], r => new Currency(r["code"], r.List("units"), r.List("countries"), r.List("signs"), (int)r.Number("decimals"), r.Line), StringComparer.Ordinal);
        Companies = Read("companies").Select(Company.Of).ToDictionary(c => c.Name, StringComparer.Ordinal);
        Confidence = ConfidenceModel.Of(Read("confidence"));
        TechnologyClasses = Read("scope").Where(r => r["technology"] == "true").Select(r => r["class"]).ToFrozenSet(StringComparer.Ordinal);
        ReleasedSectors = Read("sectors").Where(r => r["launch"] == "released").Select(r => r["sector"]).ToFrozenSet(StringComparer.Ordinal);
        FirstNames = Read("first-names").Select(r => Vocabulary.Fold(r["name"])).ToFrozenSet(StringComparer.Ordinal);
        var words = Read("company-words");
        CompanyWords = words.ToFrozenDictionary(r => Vocabulary.Fold(r["word"]), r => Terms.Read<CompanyWord>(r["kind"]), StringComparer.Ordinal);
        NameHeads = words.Where(r => r["heads"] == "true").Select(r => Vocabulary.Fold(r["word"])).ToFrozenSet(StringComparer.Ordinal);
        Slugs = BySlug(Companies.Values);
        var institutions = Read("scope").Where(r => r["institution"] == "true").Select(r => r["class"]).ToHashSet(StringComparer.Ordinal);
        var outlets = Read("outlets");
        var cited = outlets.SelectMany(r => r.List("aliases").Prepend(r["name"])).ToHashSet(StringComparer.Ordinal);
        Names = [
            .. Companies.Values.OrderBy(c => c.Name, StringComparer.Ordinal).SelectMany(c => Forms(c, c.Classes.All(institutions.Contains) ? NameKind.Institution : NameKind.Company, cited)),
            .. Read("places").SelectMany(r => Forms(r, NameKind.Place)),
            .. outlets.SelectMany(r => Forms(r, NameKind.Outlet)),
            .. Read("institutions").SelectMany(r => Forms(r, NameKind.Institution)),
            .. Read("people").SelectMany(r => Forms(r, NameKind.Person, r.Optional("company"))),
            .. Read("products").SelectMany(r => Forms(r, NameKind.Product, r.Optional("company"))),
        ];

        List<TableRow> Read(string table) => Table.Read(Path.Combine(folder, table + ".csv"), schemas);
    }

    public FrozenDictionary<string, Currency> Currencies { get; }

    /// <summary>The registry, by name.</summary>
    public IReadOnlyDictionary<string, Company> Companies { get; }

    /// <summary>The registry by the slugs of all its names, but for those that two companies share or that are common words.</summary>
    public IReadOnlyDictionary<string, Company> Slugs { get; }

    /// <summary>What turns the features of a candidate into its confidence.</summary>
    public ConfidenceModel Confidence { get; }

    /// <summary>The classes of firms that are technology companies.</summary>
    public FrozenSet<string> TechnologyClasses { get; }

    /// <summary>The sectors in which what is launched is there at once.</summary>
    public FrozenSet<string> ReleasedSectors { get; }

    /// <summary>First names of people, folded.</summary>
    public FrozenSet<string> FirstNames { get; }

    /// <summary>Words that names are made of, folded.</summary>
    public FrozenDictionary<string, CompanyWord> CompanyWords { get; }

    /// <summary>Words before of and the rest of a name (Bank of America), folded.</summary>
    public FrozenSet<string> NameHeads { get; }

    public ImmutableArray<KnownName> Names { get; }

    public static World Read(string folder, string schemas) => new(folder, schemas);

    static Dictionary<string, Company> BySlug(IEnumerable<Company> companies)
    {
        var slugs = new Dictionary<string, Company>(StringComparer.Ordinal);
        var shared = new HashSet<string>(StringComparer.Ordinal);
        foreach (var company in companies.Where(c => !c.IsCommonWord).OrderBy(c => c.Name, StringComparer.Ordinal))
        {
            Add(company.Id, company);
            foreach (var alias in company.Aliases) Add(Company.Slug(alias), company);
            if (company.LegalName is { } legal) Add(Company.Slug(legal), company);
        }
        foreach (var slug in shared) slugs.Remove(slug);
        return slugs;

        void Add(string slug, Company company)
        {
            if (slug.Length > 1 && !slugs.TryAdd(slug, company) && slugs[slug].Id != company.Id) shared.Add(slug);
        }
    }

    static IEnumerable<KnownName> Forms(Company company, NameKind kind, HashSet<string> cited)
    {
        yield return Of(company.Name);
        foreach (var alias in company.Aliases) yield return Of(alias);

        KnownName Of(string form) => new(company.Name, form, kind, company, company.Country, null, company.IsCommonWord, false, cited.Contains(form));
    }

    static IEnumerable<KnownName> Forms(TableRow row, NameKind kind, string? owner = null)
    {
        var (name, country) = (row["name"], row.Columns.ContainsKey("country") ? row.Optional("country") : null);
        yield return new(name, name, kind, null, country, owner, false);
        if (!row.Columns.ContainsKey("aliases")) yield break;
        foreach (var alias in row.List("aliases")) yield return new(name, alias, kind, null, country, owner, false);
    }
}

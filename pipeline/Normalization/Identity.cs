using System.Text.Json.Serialization;

namespace TechMoves;

/// <summary>Who a party is. Id: the registry's, else x- and the normalised name. Kin: the top of its group, or the first word of a name that no registry knows; it makes two parties comparable, never the same.</summary>
public sealed record Identity(string Id, string Kin)
{
    /// <summary>The mark of ids that no registry vouches for.</summary>
    const string Unregistered = "x-";

    /// <summary>The normalised name alone.</summary>
    [JsonIgnore]
    public string Name => IsRegistered ? Id : Id[Unregistered.Length..];

    [JsonIgnore]
    public bool IsRegistered => !Id.StartsWith(Unregistered, StringComparison.Ordinal);

    /// <summary>The registry's company that a party is, or null.</summary>
    public static Company? Registered(Party party, World world) =>
        party.Registered is { } name && world.Companies.TryGetValue(name, out var company) ? company
        : WithoutForms(party.Name, world) is { Length: > 0 } slug && world.Slugs.TryGetValue(slug, out company) ? company : null;

    public static Identity Of(Party party, World world) => Of(party.Name, Registered(party, world), world);

    /// <summary>The identity of a name that stands alone.</summary>
    public static Identity Of(string name, World world) =>
        Of(name, world.Companies.TryGetValue(name, out var company) || world.Slugs.TryGetValue(WithoutForms(name, world), out company) ? company : null, world);

    static Identity Of(string name, Company? company, World world)
    {
        if (company is not null) return new(company.Id, Root(company, world).Id);
        var slug = WithoutForms(name, world) is { Length: > 0 } own ? own : "unnamed";
        return new(Unregistered + slug, slug.Split('-')[0]);
    }

    /// <summary>The top of the chain of parents.</summary>
    static Company Root(Company company, World world)
    {
        const int Deepest = 8;
        for (var i = 0; i < Deepest && company.Parent is { } name && world.Companies.TryGetValue(name, out var parent); i++) company = parent;
        return company;
    }

    /// <summary>The slug of a name without the legal forms that end it; the whole of it where nothing else would remain.</summary>
    public static string WithoutForms(string name, World world)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var last = words.Length;
        while (last > 1 && world.CompanyWords.GetValueOrDefault(Vocabulary.Fold(words[last - 1].TrimEnd(','))) == CompanyWord.Legal) last--;
        return Company.Slug(string.Join(' ', words.AsSpan(0, last)!));
    }
}

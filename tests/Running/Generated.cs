using System.Text.Json;

namespace TechMoves.Tests.Running;

/// <summary>Articles without end, each by its number: stories told by three outlets, in two languages, as rumour and as done; now and then one without news, and a record that cannot be read.</summary>
static class Generated
{
    static readonly string[] Syllables = ["bra", "cel", "dor", "fen", "gal", "hov", "jin", "kal", "lum", "mer", "nor", "pel", "quo", "ras", "sel", "tan", "vor", "wex", "yar", "zel"];

    public static string Line(int number)
    {
        var (story, telling) = (number / 3, number % 3);
        if (number % 499 == 498) return "{\"id\": \"cut off";
        var (company, other, thing) = ($"{Name(story)} Software", Name(story + 4_000_000), Name(story + 6_000_000));
        var (millions, day) = (3 + story % 900, new DateOnly(2015, 1, 1).AddDays(story % 2000 + telling));
        var (title, text) = (story % 7 == 6 ? 9 : story % 3 * 3 + telling) switch
        {
            0 => ($"{company} in talks to buy {other}", $"{company} is in talks to acquire the cloud start-up {other}, people familiar with the matter said. The price could reach ${millions} million."),
            1 => ($"{company} buys {other}", $"The software company {company} said on {day:MMMM d, yyyy} it had acquired {other}, a cloud start-up, for ${millions} million in cash."),
            2 => ($"{company} rachète {other}", $"L'éditeur de logiciels {company} a annoncé l'acquisition de la start-up {other}, pour {millions} millions de dollars."),
            3 => ($"{other} raises ${millions} million", $"{other}, a cloud start-up, said it had raised ${millions} million in a Series B round led by {company}."),
            4 => ($"{other} lève {millions} millions", $"La start-up {other}, spécialiste du cloud, a levé {millions} millions de dollars auprès de {company}."),
            5 => ($"Investors back {other}", $"The start-up {other} has closed a ${millions} million funding round, it said on Tuesday."),
            6 => ($"{company} launches {thing}", $"{company} today launched {thing}, a smartphone application for developers."),
            7 => ($"{company} lance {thing}", $"{company} a lancé {thing}, une application mobile destinée aux développeurs."),
            8 => ($"{company} and {other} team up", $"{company} and {other} announced a partnership to develop cloud software."),
            _ => ($"The weather in {other}", $"It rained for {millions} hours in {other}, and nobody in the town of {thing} was surprised by it."),
        };
        return JsonSerializer.Serialize(new { id = $"g{number}", outlet = $"Outlet {number % 40}", lang = title.Contains(" rach", StringComparison.Ordinal) || title.Contains(" lève", StringComparison.Ordinal) || title.Contains(" lance ", StringComparison.Ordinal) ? "fr" : "en", published = day, title, text });
    }

    /// <summary>Writes so many articles into a number of files.</summary>
    public static void Write(string folder, int articles, int files)
    {
        for (var file = 0; file < files; file++)
            File.WriteAllLines(Path.Combine(folder, $"part-{file:000}.jsonl"), Enumerable.Range(0, articles).Where(i => i % files == file).Select(Line));
    }

    // A number as a name: no two have the same.
    static string Name(int number)
    {
        var name = "";
        for (; number > 0 || name.Length < 6; number /= Syllables.Length) name += Syllables[number % Syllables.Length];
        return char.ToUpperInvariant(name[0]) + name[1..];
    }
}

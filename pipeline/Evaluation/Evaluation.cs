namespace TechMoves;

/// <summary>The measure of a dataset against annotated articles.</summary>
/// <remarks>
/// Rows of one article are aligned one to one, as well as can be. party: aligned. move: aligned, the type equal, a partner found where one is needed.
/// six: a move whose parties, sector, amount with currency and date are all right. A row found besides counts against precision.
/// In the main figures, annotated background rows are optional: neither missed nor found they count, but found wrong they count against precision.
/// Shares are of the aligned main rows. A date that is the day of publication counts as none.
/// </remarks>
public sealed class Evaluation
{
    /// <summary>What a row must have right to count, by level.</summary>
    public static readonly ImmutableArray<(string Name, Func<ToldMove, ToldMove, bool> IsRight)> Levels = [("party", (_, _) => true), ("move", Agreement.OfMove), ("six", Agreement.OfSix)];

    readonly Dictionary<(string Level, bool Main), Tally> _levels = [];
    readonly Dictionary<string, (int Right, int All)> _shares = new(StringComparer.Ordinal);
    readonly Dictionary<(string Field, string? Type), Tally> _fields = [];
    readonly SortedDictionary<string, Tally> _types = new(StringComparer.Ordinal);

    public int Articles { get; private set; }

    public int MainMoves { get; private set; }

    public int Moves { get; private set; }

    /// <summary>Annotated articles without a move, and how many of them the dataset leaves without one.</summary>
    public (int Right, int All) Silent { get; private set; }

    public IReadOnlyDictionary<string, Tally> Types => _types;

    public Tally Level(string level, bool main) => _levels.GetValueOrDefault((level, main));

    public (int Right, int All) Share(string field) => _shares.GetValueOrDefault(field);

    /// <summary>Precision and recall of a field over all rows, or over those of a type.</summary>
    public Tally Field(string field, string? type = null) => _fields.GetValueOrDefault((field, type));

    public static Evaluation Of(IEnumerable<GoldArticle> articles, ILookup<string, ToldMove> found)
    {
        var evaluation = new Evaluation();
        foreach (var article in articles) evaluation.Add(article.Moves, [.. found[article.Id]]);
        return evaluation;
    }

    void Add(ImmutableArray<ToldMove> gold, ToldMove[] found)
    {
        Articles++;
        Moves += gold.Length;
        MainMoves += gold.Count(g => !g.Background);
        if (gold.IsEmpty) Silent = (Silent.Right + (found.Length == 0 ? 1 : 0), Silent.All + 1);
        var alignment = Alignment.Of(gold, found);
        foreach (var (told, row) in alignment.Pairs) Add(told, row);
        foreach (var stray in alignment.Strays) AddStray(stray);
    }

    void Add(ToldMove gold, ToldMove? found)
    {
        foreach (var (name, isRight) in Levels)
            foreach (var main in (ReadOnlySpan<bool>)[true, false])
                Count((name, main), Told(found is not null && isRight(gold, found), main && gold.Background, true, found is not null));
        foreach (var field in ComparedField.All)
        {
            var right = found is not null && field.Has(gold) && field.IsRight(gold, found);
            var told = Told(right, gold.Background, field.Has(gold), found is not null && field.Has(found));
            Count(field.Name, null, told);
            Count(field.Name, gold.Type, told);
            if (gold.Background || found is null || !field.Has(gold)) continue;
            var (sum, all) = Share(field.Name);
            _shares[field.Name] = (sum + (right ? 1 : 0), all + 1);
        }
        var isMove = found is not null && Agreement.OfMove(gold, found);
        if (!gold.Background) Count(gold.Type, isMove ? new(1, 0, 0) : new(0, 0, 1));
        if (found is not null && !isMove) Count(found.Type, new(0, 1, 0));
    }

    void AddStray(ToldMove found)
    {
        var wrong = new Tally(0, 1, 0);
        foreach (var (name, _) in Levels)
        {
            Count((name, true), wrong);
            Count((name, false), wrong);
        }
        foreach (var field in ComparedField.All.Where(f => f.Has(found)))
        {
            Count(field.Name, null, wrong);
            Count(field.Name, found.Type, wrong);
        }
        Count(found.Type, wrong);
    }

    static Tally Told(bool right, bool optional, bool wanted, bool found) => right ? new(optional ? 0 : 1, 0, 0) : new(0, found ? 1 : 0, wanted && !optional ? 1 : 0);

    void Count((string, bool) level, Tally told) => _levels[level] = _levels.GetValueOrDefault(level) + told;

    void Count(string field, string? type, Tally told) => _fields[(field, type)] = _fields.GetValueOrDefault((field, type)) + told;

    void Count(string type, Tally told) => _types[type] = _types.GetValueOrDefault(type) + told;
}

namespace TechMoves;

/// <summary>Why a source does or does not tell a move that is known: points for and against, by what is compared. One that cannot be (other parties, other years, an article that tells both) counts Never.</summary>
public readonly record struct Affinity(int Parties, int Type, int Time, int Money, int Product, int Stake, int Wire)
{
    /// <summary>So many points join.</summary>
    public const int Enough = 4;

    public const int Never = -100;

    public int Total => Parties + Type + Time + Money + Product + Stake + Wire;

    public bool Joins => Total >= Enough;

    static readonly Affinity Apart = new(Never, 0, 0, 0, 0, 0, 0);

    internal static Affinity Of(in Gist gist, Cluster move)
    {
        if (move.HasArticle(gist.Article)) return Apart;
        var parties = Comparison.Parties(gist, move);
        if (parties == Never) return Apart;
        var (type, product) = (Comparison.Type(gist, move), Comparison.Product(gist, move));
        var time = Comparison.Time(gist, move, product);
        if (type == Never || time == Never) return Apart;
        return new(parties, type, time, Comparison.Money(gist, move), product, Comparison.Stake(gist, move), move.HasVoice(gist.Voice) ? 3 : 0);
    }
}

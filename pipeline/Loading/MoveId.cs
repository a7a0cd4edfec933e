namespace TechMoves;

/// <summary>The ids of moves: m and twelve hexadecimal digits that hang on the oldest article that tells it and on the place there.</summary>
public static class MoveId
{
    /// <summary>The id that a new move takes. Several moves may hang on one trigger (two bidders, one verb): rank tells them apart. Two hashes may agree by chance: then the later one attempts again.</summary>
    public static string Of(Anchor oldest, int attempt = 0)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"{oldest.ArticleId}\n{oldest.Trigger}{(oldest.Rank > 0 ? $"\n{oldest.Rank}" : "")}{(attempt > 0 ? $"\n\n{attempt}" : "")}");
        return "m" + Article.Fingerprint(key)[..12];
    }

    /// <summary>The bucket of an id: those of a bucket come before those of the next.</summary>
    public static int Bucket(string id, int count) => id.Length >= 5 && int.TryParse(id.AsSpan(1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var head) ? (int)((long)head * count >> 16) : 0;
}

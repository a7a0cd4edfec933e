namespace TechMoves;

/// <summary>How much of the input is held or followed: what is larger, deeper or wider becomes a rejected reading.</summary>
/// <param name="LargestArticle">Bytes of an article's text.</param>
/// <param name="LargestRecord">Bytes of a page, a feed or a record of an archive, decompressed.</param>
/// <param name="DeepestHtml">Open elements of a page.</param>
public sealed record Bounds(int LargestArticle, int LargestRecord, int DeepestHtml);

namespace TechMoves;

/// <summary>Reads what a sum is (a valuation, a turnover, a price per share) from the nearest words around it in its sentence.</summary>
public static class AmountUses
{
    /// <summary>How far words may stand from the sum, in tokens; a comma counts as three.</summary>
    const int Window = 18, Comma = 3;

    /// <summary>Nothing dearer is a retail price or a price per share: "vendu 25 millions", "shares for $5m".</summary>
    const decimal DearestUnit = 1_000_000;

    /// <summary>The use of the sum in tokens [first, end), looked for within [from, to); null if no words tell.</summary>
    public static AmountUse? Of(string text, ReadOnlySpan<Token> tokens, int first, int end, int from, int to, decimal amount, Language language)
    {
        var before = Before(text, tokens, first, Math.Max(from, first - Window), amount, language);
        var after = After(text, tokens, end, Math.Min(to, end + Window), amount, language);
        return (before, after) switch
        {
            ({ Use: AmountUse.Total }, _) => AmountUse.Total,
            ({ } b, { } a) => Rank(a) <= Rank(b) ? a.Use : b.Use,
            _ => before?.Use ?? after?.Use,
        };
    }

    readonly record struct Found(AmountUse Use, int Distance);

    // Of two cues as near, the one that refuses the sum knows more ("paid $31.50 a share"); but what is named after "including" says what it is itself.
    static int Rank(Found found) => (2 * found.Distance) + found.Use switch { AmountUse.Move => 3, AmountUse.Share => 4, _ => 0 };

    static Found? Before(string text, ReadOnlySpan<Token> tokens, int first, int from, decimal amount, Language language)
    {
        Found? best = null;
        for (var start = Boundary(text, tokens, first, from, language); start < first; start++)
        {
            var length = language.Amounts.UsesBefore.Match(tokens[start..first], out var cues);
            if (length == 0 || Best(cues, amount) is not { } cue) continue;
            var distance = Distance(text, tokens, start + length, first);
            // "Prior to now, X had raised N": what says that a sum adds up rounds says more than the verb.
            if (distance <= cue.Reach && (best is null || distance < best.Value.Distance && (best.Value.Use, cue.Use) is not (AmountUse.Total, AmountUse.Move) || (best.Value.Use, cue.Use) is (AmountUse.Move, AmountUse.Total))) best = new(cue.Use, distance);
        }
        return best;
    }

    static Found? After(string text, ReadOnlySpan<Token> tokens, int end, int to, decimal amount, Language language)
    {
        for (var start = end; start < to && !EndsSentence(text, tokens, start, language); start++)
        {
            if (language.Amounts.UsesAfter.Match(tokens[start..to], out var cues) == 0 || Best(cues, amount) is not { } cue) continue;
            var distance = Distance(text, tokens, end, start);
            if (distance <= cue.Reach) return new(cue.Use, distance);
        }
        return null;
    }

    static UseCue? Best(ImmutableArray<UseCue> cues, decimal amount) => cues[0].Use is AmountUse.RetailPrice or AmountUse.PerShare && amount >= DearestUnit ? null : cues[0];

    static int Distance(string text, ReadOnlySpan<Token> tokens, int from, int to)
    {
        var distance = 0;
        for (var i = from; i < to; i++)
            distance += text[tokens[i].Start] switch
            {
                '-' or '"' or '«' or '»' => 0,
                // 4,4 % is two steps away, not five.
                ',' or '.' => i + 1 < tokens.Length && tokens[i].Touches(tokens[i + 1]) ? -1 : Comma,
                _ => 1,
            };
        return distance;
    }

    /// <summary>The first token of the sentence that tokens[first] stands in, but not before from.</summary>
    static int Boundary(string text, ReadOnlySpan<Token> tokens, int first, int from, Language language)
    {
        for (var i = first - 1; i >= from; i--) if (EndsSentence(text, tokens, i, language)) return i + 1;
        return from;
    }

    public static bool EndsSentence(string text, ReadOnlySpan<Token> tokens, int at, Language language)
    {
        if (tokens[at].Kind != TokenKind.Mark || text[tokens[at].Start] is not ('.' or '!' or '?' or ';' or '…')) return false;
        if (at + 1 < tokens.Length && tokens[at].Touches(tokens[at + 1])) return false;
        return !(text[tokens[at].Start] == '.' && at > 0 && tokens[at - 1].Touches(tokens[at]) && tokens[at - 1].Kind == TokenKind.Word && language.IsAbbreviation(tokens[at - 1].In(text)));
    }
}

namespace TechMoves;

/// <summary>Finds the sums of money of a block. A number alone is none; a number with a scale but no currency is one where no counted noun follows.</summary>
public static class Amounts
{
    /// <summary>Smaller scales without a currency count things: two thousand.</summary>
    const decimal SmallestBareScale = 100_000;

    const int CountReach = 25, SpendReach = 3, RestateReach = 8, SeriesReach = 4, QuoteReach = 9;

    /// <summary>A sum in tokens [First, End).</summary>
    readonly record struct Sum(int First, int End, decimal Amount, decimal? Max, CurrencyName? Currency, Qualifier Qualifier);

    public static List<AmountMention> Find(string text, ReadOnlySpan<Token> tokens, Language language)
    {
        var sums = new List<Sum>();
        for (var at = 0; at < tokens.Length;) at = Next(text, tokens, at, language, sums);
        return sums.Count == 0 ? [] : Mentions(text, tokens, sums, language);
    }

    /// <summary>Adds the sum that starts at tokens[at], if one does, and returns the token to go on from.</summary>
    static int Next(string text, ReadOnlySpan<Token> tokens, int at, Language language, List<Sum> sums)
    {
        var lexicon = language.Amounts;
        if (!lexicon.Numbers.MayBegin(text, tokens[at]) && !lexicon.Currencies.Names.Begins(tokens[at])) return at + 1;
        if (Quantities.Read(text, tokens, at, lexicon) is not { } quantity) return at + 1;
        if (Ranges.Read(text, tokens, quantity, lexicon) is not var (low, high, isChange))
        {
            if (IsSum(text, tokens, quantity.First, quantity, language)) sums.Add(Of(tokens, quantity, lexicon));
            return quantity.End;
        }
        if (!IsSum(text, tokens, low.First, high, language)) return high.End;
        if (isChange) sums.AddRange([Of(tokens, low, lexicon), Of(tokens, high, lexicon)]);
        else sums.Add(new(low.First, high.End, low.Value, high.Value, high.Currency, Qualifier.Range));
        return high.End;
    }

    static Sum Of(ReadOnlySpan<Token> tokens, Quantity quantity, AmountLexicon lexicon) => new(quantity.First, quantity.End, quantity.Value, null, quantity.Currency,
        Qualifiers.Of(tokens, quantity.First, quantity.End, lexicon) ?? (quantity.Rounded ? Qualifier.About : Qualifier.Exact));

    static bool IsSum(string text, ReadOnlySpan<Token> tokens, int first, Quantity quantity, Language language)
    {
        if (quantity.Currency is { } currency) return currency.Place != CurrencyPlace.Weak || quantity.Scale > 1 || quantity.Value >= 1000;
        if (quantity.Scale < SmallestBareScale) return false;
        if (quantity.IsAbbreviated) return IsSpent(text, tokens, first, quantity, language);
        if (quantity.End < tokens.Length && language.Amounts.Marker(MarkerRole.Follower, tokens, quantity.End) == 0
            && (tokens[quantity.End].Kind != TokenKind.Mark || text[tokens[quantity.End].Start] is '-' or '%' or '°' or '/' or '#')) return false;
        return !Counts(text, tokens, first, quantity, language);
    }

    /// <summary>Whether the sentence counts something before a number without currency ("users grew to 5 million"), and nobody spends it ("raised 5 million").</summary>
    static bool Counts(string text, ReadOnlySpan<Token> tokens, int first, Quantity quantity, Language language)
    {
        for (var at = first - 1; at >= Math.Max(0, first - CountReach) && !AmountUses.EndsSentence(text, tokens, at, language); at--)
            if (language.Amounts.Marker(MarkerRole.Count, tokens, at) > 0)
                return !IsSpent(text, tokens, first, quantity, language);
        return false;
    }

    static bool IsSpent(string text, ReadOnlySpan<Token> tokens, int first, Quantity quantity, Language language) =>
        AmountUses.Of(text, tokens, first, quantity.End, Math.Max(0, first - SpendReach), quantity.End, quantity.Value, language) is AmountUse.Move;

    static List<AmountMention> Mentions(string text, ReadOnlySpan<Token> tokens, List<Sum> sums, Language language)
    {
        var mentions = new List<AmountMention>(sums.Count);
        var codes = Codes(tokens, sums, language.Amounts.Currencies);
        for (var i = 0; i < sums.Count; i++)
        {
            var sum = sums[i];
            var restates = i > 0 && codes[i] is not null && codes[i - 1] is not null && codes[i] != codes[i - 1]
                && (Restates(text, tokens, sums[i - 1].End, sum.First, language.Amounts) || (mentions[i - 1].Restates is not null && IsList(text, tokens, sums[i - 1].End, sum.First)));
            var restated = i + 1 < sums.Count && Restates(text, tokens, sum.End, sums[i + 1].First, language.Amounts);
            var use = restates ? mentions[i - 1].Use : Use(text, tokens, sums, i, restated, mentions, language);
            var end = sum.End - 1;
            mentions.Add(new(tokens[sum.First].Start, tokens[end].End, Plain(sum.Amount), sum.Max is { } max ? Plain(max) : null, codes[i], sum.Qualifier, use,
                restates ? mentions[i - 1].Restates ?? mentions[i - 1].Start : null));
        }
        return mentions;
    }

    static AmountUse Use(string text, ReadOnlySpan<Token> tokens, List<Sum> sums, int i, bool restated, List<AmountMention> mentions, Language language)
    {
        var sum = sums[i];
        var from = i == 0 ? 0 : sums[i - 1].End;
        var to = i + 1 == sums.Count ? tokens.Length : sums[i + 1].First;
        var use = AmountUses.Of(text, tokens, sum.First, sum.End, from, to, sum.Amount, language);
        if (use is null or AmountUse.Move && restated)
        {
            var next = sums[i + 1];
            var beyond = next.End < tokens.Length && text[tokens[next.End].Start] is ')' or ']' ? next.End + 1 : next.End;
            var other = AmountUses.Of(text, tokens, beyond, beyond, beyond, i + 2 == sums.Count ? tokens.Length : sums[i + 2].First, sum.Amount, language);
            use = other ?? use;
        }
        if (use is not null) return use.Value;
        // "from $5m to $7m", "5 M€ contre 4 M€ un an plus tôt": the second is what the first is.
        if (i == 0 || sum.First - sums[i - 1].End > (mentions[i - 1].Use == AmountUse.PerShare && sum.Amount < 1000 ? QuoteReach : SeriesReach)) return AmountUse.Move;
        for (var between = sums[i - 1].End; between < sum.First; between++) if (AmountUses.EndsSentence(text, tokens, between, language)) return AmountUse.Move;
        return mentions[i - 1].Use;
    }

    /// <summary>Whether nothing but a parenthesis or words of restating stands between two sums: "1 Md de yuans (150 M€)", "or", "soit".</summary>
    static bool Restates(string text, ReadOnlySpan<Token> tokens, int from, int to, AmountLexicon lexicon)
    {
        if (to - from is < 1 or > RestateReach) return false;
        var told = false;
        for (var at = from; at < to;)
        {
            var length = lexicon.Marker(MarkerRole.Restate, tokens[..to], at);
            told |= length > 0;
            if (length == 0) length = lexicon.Marker(MarkerRole.Filler, tokens[..to], at);
            if (length == 0 && text[tokens[at].Start] is not ('(' or ')' or '[' or ']' or ',' or '–' or '—' or '-' or '/')) return false;
            told |= text[tokens[at].Start] is '(' or '[' or '/';
            at += Math.Max(1, length);
        }
        return told;
    }

    /// <summary>Whether the second of two restatings follows: ($2.2bn; €2bn).</summary>
    static bool IsList(string text, ReadOnlySpan<Token> tokens, int from, int to) => to == from + 1 && text[tokens[from].Start] is ';' or ',' or '/';

    /// <summary>The currency of each sum: what its name means in this block; of a sum without one, that of the nearest sum before, else after.</summary>
    static string?[] Codes(ReadOnlySpan<Token> tokens, List<Sum> sums, CurrencyLexicon currencies)
    {
        Dictionary<string, string>? contexts = null;
        var codes = new string?[sums.Count];
        for (var i = 0; i < sums.Count; i++)
        {
            codes[i] = sums[i].Currency?.Code;
            if (sums[i].Currency?.Shared is not { } shared || !currencies.Contested.Contains(shared)) continue;
            contexts ??= Contexts(tokens, currencies);
            if (contexts.TryGetValue(shared, out var code)) codes[i] = code;
            // No word of the block makes it a currency: the p of 1080p.
            else if (codes[i] is null) sums.RemoveAt(i--);
        }
        for (var i = 1; i < sums.Count; i++) codes[i] ??= codes[i - 1];
        for (var i = sums.Count - 2; i >= 0; i--) codes[i] ??= codes[i + 1];
        return codes;
    }

    static Dictionary<string, string> Contexts(ReadOnlySpan<Token> tokens, CurrencyLexicon currencies)
    {
        var contexts = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var at = 0; at < tokens.Length; at++)
            if (currencies.Contexts.Match(tokens[at..], out var found) > 0)
                foreach (var (shared, code) in found) contexts.TryAdd(shared, code);
        return contexts;
    }

    // Dividing drops trailing zeros: 2.5 million must print as 2500000, not 2500000.0.
    static decimal Plain(decimal value) => value / 1.0000000000000000000000000000m;
}

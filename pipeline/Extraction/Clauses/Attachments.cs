namespace TechMoves;

/// <summary>Attaches sums, shares and dates to the predicate that they belong to, and cuts the evidence out of the sentence.</summary>
public sealed partial class Attachments(Syntax syntax)
{
    /// <summary>The dataset quotes at most so many characters.</summary>
    const int LongestEvidence = 300;

    /// <summary>What costs less, but the symbolic unit, is priced by the share or by the piece.</summary>
    const decimal LeastPrice = 1_000;

    readonly Document _document = syntax.Document;

    /// <summary>The sum of a predicate: its own modifier, else the nearest to its right, else to its left, that no word makes something else.</summary>
    public (AmountMention? Amount, AmountMention? Restated) MoneyOf(int trigger)
    {
        var own = syntax.Chunks[trigger].Kind == ChunkKind.Noun ? syntax.Chunks[trigger].Mention : -1;
        var index = own >= 0 && IsMoney(own) ? own : Nearest(trigger);
        if (index < 0) return (null, null);
        var amount = _document.Amounts[index];
        var restated = _document.Amounts.FirstOrDefault(a => a.Restates == amount.Start);
        return (amount, restated);
    }

    /// <summary>Whether the only sums of the sentence are totals over several rounds.</summary>
    public bool TellsTotal() => syntax.Chunks.Any(c => c.Mention >= 0 && c.Kind is ChunkKind.Amount or ChunkKind.Noun && _document.Amounts[c.Mention].Use == AmountUse.Total);

    /// <summary>"Invests billions in X", "des centaines de millions d'euros": money without a figure right behind the predicate.</summary>
    public bool TellsVagueSum(int trigger)
    {
        for (var i = trigger + 1; i < syntax.Chunks.Length && i <= trigger + 3 && syntax.Chunks[i].Kind == ChunkKind.Noun; i++)
            for (var t = syntax.Chunks[i].First; t < syntax.Chunks[i].Last; t++)
                if (_document.Language.Amounts.Numbers.Words.Match(_document.Tokens.AsSpan(t..syntax.Sentence.Last), out var words) > 0 && words[0] is { Kind: NumberKind.Scale, Value: >= Million }) return true;
        return false;
    }

    const decimal Million = 1_000_000;

    int Nearest(int trigger)
    {
        for (var i = trigger + 1; i < syntax.Chunks.Length && !Blocks(trigger, i); i++) if (Money(i) is >= 0 and var right) return IsListed(trigger, i) ? -1 : right;
        // "N that were raised": the sum is what the relative pronoun stands for.
        if (syntax.Chunks[trigger].IsPassive && trigger > 1 && syntax.Chunks[trigger - 1].Kind == ChunkKind.Relative) return SumBefore(trigger - 1);
        for (var i = trigger - 1; i >= 0 && syntax.Chunks[i].Kind is not (ChunkKind.Stop or ChunkKind.Relative); i--)
        {
            // "Its 5 million euro bid to buy Y": the noun that governs the predicate has the money of both.
            if (syntax.Chunks[i].Kind == ChunkKind.Noun && HasFrame(i)) return i == trigger - 1 && syntax.Chunks[trigger].Form.HasFlag(VerbForms.Infinitive) ? Money(i) : -1;
            // "A raises N, B buys C, D cancels its listing": N is A's.
            if (syntax.Chunks[i].IsFinite && i < trigger - 1 && HasFrame(i)) return -1;
            if (Money(i) is >= 0 and var left) return i > 0 && i < trigger - 1 && syntax.Chunks[i - 1].Kind == ChunkKind.Noun && HasFrame(i - 1) ? -1 : left;
        }
        return -1;
    }

    int SumBefore(int relative)
    {
        var i = relative - 1;
        if (syntax.Chunks[i].Kind == ChunkKind.Close) while (i > 0 && syntax.Chunks[i].Kind != ChunkKind.Open) i--;
        return i > 0 && syntax.Chunks[i].Kind == ChunkKind.Open ? Money(i - 1) : Money(i);
    }

    /// <summary>"L'accord entre X et Y, le financement de 3 millions de Z": the sum is that of a definite noun which a comma sets apart.</summary>
    bool IsListed(int trigger, int money) => syntax.Chunks[money] is { Kind: ChunkKind.Amount, Preposition.IsGenitive: true } && money - 2 > trigger
        && syntax.Chunks[money - 1] is { Kind: ChunkKind.Noun, Determination: Determination.Definite, Preposition: null } && syntax.Chunks[money - 2].Kind is ChunkKind.Comma or ChunkKind.Coordinator;

    int Money(int chunk) => syntax.Chunks[chunk] is { Mention: >= 0 and var mention, Kind: ChunkKind.Amount or ChunkKind.Noun } && IsMoney(mention) ? mention : -1;

    /// <summary>A sum without a currency is money in a headline alone: in the body it counts shares.</summary>
    bool IsMoney(int mention) => _document.Amounts[mention] is { Use: AmountUse.Move, Restates: null, Amount: 1 or >= LeastPrice } sum && (sum.Currency is not null || _document.Blocks[syntax.Sentence.Block].Kind is BlockKind.Title or BlockKind.Heading or BlockKind.Lede);

    /// <summary>Another predicate that takes money of its own ends the search.</summary>
    bool Blocks(int trigger, int i) => syntax.Chunks[i].Kind == ChunkKind.Stop || i > trigger + 1 && syntax.Chunks[i].IsFinite && syntax.Chunks[i].Kind == ChunkKind.Verb && HasFrame(i);

    bool HasFrame(int chunk) => syntax.Chunks[chunk].Kind == ChunkKind.Verb
        ? _document.Language.Frames.VerbFrames(syntax.Chunks[chunk].Lemma).Any(f => f.Amount is not null)
        : syntax.Chunks[chunk].Noun != 0 && _document.Language.Frames.Nouns.Match(_document.Tokens.AsSpan(syntax.Chunks[chunk].Head..syntax.Sentence.Last), out _) > 0;

    /// <summary>The sum right behind a chunk, in brackets or not: what a member of a list cost.</summary>
    public AmountMention? SumBeside(int chunk)
    {
        for (var i = chunk + 1; i < syntax.Chunks.Length && i <= chunk + 2; i++)
        {
            if (Money(i) is >= 0 and var money) return _document.Amounts[money];
            if (syntax.Chunks[i].Kind != ChunkKind.Open) return null;
        }
        return null;
    }

    public PercentMention? StakeOf(int trigger)
    {
        for (var i = trigger; i < syntax.Chunks.Length && i <= trigger + 5; i++)
        {
            var chunk = syntax.Chunks[i];
            if (i > trigger && chunk.Kind is ChunkKind.Stop or ChunkKind.Relative) return null;
            foreach (var percent in _document.Percents)
                if (percent.Start >= _document.Tokens[chunk.First].Start && percent.End <= _document.Tokens[chunk.Last - 1].End) return percent;
        }
        return null;
    }

    /// <summary>The tokens of a noun group with the genitives that hang on it; at most 80 characters.</summary>
    public Range RangeOf(int chunk)
    {
        var last = syntax.Chunks[chunk].Last;
        for (var i = chunk + 1; i < syntax.Chunks.Length && syntax.Chunks[i] is { Kind: ChunkKind.Noun, Preposition.IsGenitive: true } next && _document.Tokens[next.Last - 1].End - _document.Tokens[syntax.Chunks[chunk].First].Start <= 80; i++) last = next.Last;
        return syntax.Chunks[chunk].First..last;
    }

    /// <summary>The noun group of a chunk with its genitives, as a product column quotes it: without its determiner; a name alone where it has one.</summary>
    public Filler PhraseOf(int chunk)
    {
        var first = syntax.Chunks[chunk].First;
        var last = syntax.Chunks[chunk].Last;
        if (syntax.Chunks[chunk].Determination is not Determination.Bare && last - first > 1) first++;
        // "Norvia's new tablet": not whose it is.
        if (syntax.Chunks[chunk] is { Determination: Determination.Possessive, Modifier: >= 0 and var owner } && _document.Names[owner].Last is var mark && mark < last - 1 && mark >= first) first = _document.Language.IsPossessive(_document.Tokens[mark].In(_document.Text)) ? mark + 1 : mark;
        if (syntax.Chunks[chunk].Name < 0) last = RangeOf(chunk).End.Value;
        else
        {
            var name = _document.Names[syntax.Chunks[chunk].Name];
            if (_document.EntityOf(syntax.Chunks[chunk].Name) is { Kind: NameKind.Product or NameKind.Unknown }) (first, last) = (name.First, name.Last < last && _document.Tokens[name.Last].Kind == TokenKind.Number ? name.Last + 1 : name.Last);
        }
        var (start, end) = (_document.Tokens[first].Start, _document.Tokens[last - 1].End);
        return new(_document.Text[start..end].ReplaceLineEndings(" "), start, end);
    }

    /// <summary>The whole sentence if it is short enough, else the words around the predicate, its parties and its money.</summary>
    public Span EvidenceOf(int trigger, Party? company, List<Party> partners, AmountMention? amount)
    {
        var (start, end) = (_document.Tokens[syntax.Sentence.First].Start, _document.Tokens[syntax.Sentence.Last - 1].End);
        if (end - start <= LongestEvidence) return new(start, end);
        var (from, to) = (_document.Tokens[syntax.Chunks[trigger].First].Start, _document.Tokens[syntax.Chunks[trigger].Last - 1].End);
        foreach (var span in partners.Append(company).OfType<Party>().Select(p => (p.Start, p.End)).Append((amount?.Start ?? from, amount?.End ?? to)))
            if (span.Item1 >= start && span.Item2 <= end && Math.Max(to, span.Item2) - Math.Min(from, span.Item1) <= LongestEvidence) (from, to) = (Math.Min(from, span.Item1), Math.Max(to, span.Item2));
        // Widen to whole tokens on both sides as far as room is.
        for (var grown = true; grown;)
        {
            grown = false;
            var left = Array.FindLastIndex(_document.Tokens, syntax.Sentence.Last - 1, syntax.Sentence.Length, t => t.End <= from);
            if (left >= 0 && to - _document.Tokens[left].Start <= LongestEvidence) (from, grown) = (_document.Tokens[left].Start, true);
            var right = Array.FindIndex(_document.Tokens, syntax.Sentence.First, syntax.Sentence.Length, t => t.Start >= to);
            if (right >= 0 && _document.Tokens[right].End - from <= LongestEvidence) (to, grown) = (_document.Tokens[right].End, true);
        }
        return new(from, to);
    }
}

namespace TechMoves;

/// <summary>Cuts a sentence into chunks in one pass: noun groups, verb groups, mentions, marks (shallow parsing after Abney's chunks).</summary>
public sealed class Chunker
{
    readonly Document _document;
    readonly Sentence _sentence;
    /// <summary>Where a thread collects the chunks of a sentence, before their number is known.</summary>
    [ThreadStatic]
    static List<Chunk>? Cutting;

    readonly List<Chunk> _chunks = Cutting ??= [];
    readonly NounGroups _nouns;
    readonly VerbGroups _verbs;

    Chunker(Document document, Sentence sentence, MentionIndex mentions)
    {
        (_document, _sentence) = (document, sentence);
        _verbs = new(document, sentence, mentions);
        _nouns = new(document, sentence, mentions, _verbs);
        Mentions = mentions;
    }

    MentionIndex Mentions { get; }

    public static ImmutableArray<Chunk> Of(Document document, Sentence sentence, MentionIndex mentions)
    {
        var chunker = new Chunker(document, sentence, mentions);
        chunker._chunks.Clear();
        chunker.Read();
        return [.. chunker._chunks];
    }

    void Read()
    {
        Preposition? preposition = null;
        for (var t = _sentence.First; t < _sentence.Last;)
        {
            if (_document.Language.Grammar.Locutions.Match(_document.Tokens.AsSpan(t.._sentence.Last), out _) is > 1 and var words && Mentions.NameAt(t) is null)
            {
                _chunks.Add(new(ChunkKind.Other, t, t + words, t));
                t += words;
                continue;
            }
            if (preposition is null && PrepositionAt(t, out var length) is { } found)
            {
                // "After it completed": before a subject and its verb the word opens a clause.
                if (OpensClause(t + length))
                {
                    _chunks.Add(new(ChunkKind.Subordinator, t, t + length, t));
                    t += length;
                    continue;
                }
                preposition = found;
                t += length;
                continue;
            }
            var chunk = Next(t, preposition);
            // No other sees the chunk yet: a copy would be a third of all that is allocated here.
            if (chunk.Kind != ChunkKind.Other) chunk.Preposition = preposition;
            _chunks.Add(chunk);
            JoinAuxiliary();
            // An adverb between a preposition and what it governs is looked through.
            if (chunk.Kind != ChunkKind.Other) preposition = null;
            t = Math.Max(chunk.Last, t + 1);
        }
    }

    /// <summary>"X has this week secured a deal": a date between an auxiliary and its verb.</summary>
    void JoinAuxiliary()
    {
        if (_chunks is not [.., { Kind: ChunkKind.Verb, IsFinite: true } auxiliary, { Kind: ChunkKind.Date }, { Kind: ChunkKind.Verb, Preposition: null } verb] || auxiliary.Head + 1 != auxiliary.Last) return;
        var (has, isBe) = (_document.Language.Grammar.Is(auxiliary.Lemma, Auxiliaries.Have), _document.Language.Grammar.Is(auxiliary.Lemma, Auxiliaries.Be));
        var isParticiple = verb.Form.HasFlag(VerbForms.PastParticiple);
        if (!(has && isParticiple) && !(isBe && (isParticiple || verb.Form.HasFlag(VerbForms.Gerund)))) return;
        _chunks[^3] = auxiliary with { Kind = ChunkKind.Other };
        _chunks[^1] = verb with { Form = auxiliary.Form, IsPerfect = has, IsPassive = isBe && isParticiple, IsProgressive = isBe && !isParticiple, IsNegated = auxiliary.IsNegated };
    }

    bool OpensClause(int subject)
    {
        if (subject + 1 >= _sentence.Last || _document.Language.Grammar.ClassOf(_document.Tokens[subject]) != WordClass.SubjectPronoun) return false;
        var verb = subject + 1;
        if (_document.Tags[verb] == Tag.Adverb && verb + 1 < _sentence.Last) verb++;
        return _document.Tags[verb] is Tag.Verb or Tag.Auxiliary && _document.Language.Grammar.VerbsOf(_document.Tokens[verb]) is [{ } reading, ..] && (reading.Forms & VerbForms.Finite) != 0;
    }

    Chunk Next(int t, Preposition? preposition)
    {
        if (Mentions.AmountAt(t) is { } amount && !_nouns.Continues(amount.Last)) return new(ChunkKind.Amount, t, amount.Last, t) { Mention = amount.Index };
        if (Mentions.DateAt(t) is { } date) return new(ChunkKind.Date, t, date.Last, t) { Mention = date.Index };
        if (Mentions.PercentAt(t) is { } percent && !_nouns.Continues(percent.Last)) return new(ChunkKind.Percent, t, percent.Last, t) { Mention = percent.Index };
        if (_verbs.At(t, preposition is not null) is { } verb) return verb;
        if (_nouns.At(t) is { } noun) return noun;
        return new(MarkKind(t), t, t + 1, t);
    }

    Preposition? PrepositionAt(int t, out int length)
    {
        length = _document.Language.Grammar.Prepositions.Match(_document.Tokens.AsSpan(t.._sentence.Last), out var values);
        if (length == 0 || Mentions.NameAt(t) is { } name && name.Last > t + length) return null;
        if (Mentions.DateAt(t) is not null || Mentions.AmountAt(t) is not null) return null;
        var preposition = values[0];
        // "X enters in ...": a verb that looks like a preposition stands before one.
        if (length == 1 && _verbs.IsVerbNotPreposition(t)) return null;
        // "des" after a verb, a comma or at the start is an article.
        if (length == 1 && _document.Language.Grammar.ClassOf(_document.Tokens[t]) == WordClass.Determiner && (_chunks.Count == 0 || _chunks[^1].Kind is ChunkKind.Verb or ChunkKind.Comma or ChunkKind.Stop or ChunkKind.Subordinator)) return null;
        if (t + length >= _sentence.Last) return null;
        // "Dévoile de nouveaux accessoires": before an adjective and its noun, "de" is the article of a plural object.
        if (length == 1 && preposition.IsGenitive && _document.Language.Grammar.HeadsFirst && _chunks is [.., { Kind: ChunkKind.Verb }] && _document.Tags[t + 1] == Tag.Adjective && t + 2 < _sentence.Last && _document.Tags[t + 2] == Tag.Noun) return null;
        return preposition;
    }

    ChunkKind MarkKind(int t)
    {
        var token = _document.Tokens[t];
        if (token.Kind == TokenKind.Word) return _document.Language.Grammar.ClassOf(token) switch
        {
            WordClass.Coordinator => ChunkKind.Coordinator,
            WordClass.Adversative => ChunkKind.Stop,
            WordClass.Relative => ChunkKind.Relative,
            WordClass.Subordinator => ChunkKind.Subordinator,
            // "that" opens a clause or stands for a noun, as the tagger says.
            WordClass.Complementizer => _document.Tags[t] is Tag.Pronoun ? ChunkKind.Relative : ChunkKind.Subordinator,
            _ => ChunkKind.Other,
        };
        return _document.Text[token.Start] switch
        {
            '&' => ChunkKind.Coordinator,
            ',' => ChunkKind.Comma,
            '(' or '[' => ChunkKind.Open,
            ')' or ']' => ChunkKind.Close,
            ';' or ':' or '.' or '!' or '?' or '…' or '|' or '•' => ChunkKind.Stop,
            '–' or '—' => ChunkKind.Comma,
            '-' => t > _sentence.First && !_document.Tokens[t - 1].Touches(token) ? ChunkKind.Comma : ChunkKind.Other,
            _ => ChunkKind.Other,
        };
    }
}

namespace TechMoves;

/// <summary>How the letters of a whole sentence are cased: where all words are capitalised, capitals tell nothing of names.</summary>
public enum Lettering : byte { Sentence, Lower, Title, Upper }

/// <summary>What the tagger looks at in one token, hashed: its word, endings, beginning, shape, and the tags that the training data knows for it.</summary>
public readonly record struct Look(uint Word, uint Suffix1, uint Suffix2, uint Suffix3, uint Suffix4, uint Prefix, uint Shape, uint Touch, uint Known)
{
    public static readonly Look Start = new(1, 1, 1, 1, 1, 1, 1, 1, 1);

    public static readonly Look End = new(2, 2, 2, 2, 2, 2, 2, 2, 2);
}

/// <summary>Turns tokens into looks, and the looks around a token into the clues (hashed features) that the tagger weighs.</summary>
public static class TaggerClues
{
    /// <summary>The number of clues of a token.</summary>
    public const int Count = 34;

    /// <summary>Looks stand two places after their token, so that the neighbours of the first and last tokens exist.</summary>
    public const int Margin = 2;

    const uint Seed = 2166136261;

    /// <summary>Fills looks (Margin places longer than the sentence at both ends).</summary>
    public static void Look(string text, ReadOnlySpan<Token> sentence, TaggerLexicon lexicon, Span<Look> looks)
    {
        var lettering = LetteringOf(sentence);
        looks[0] = looks[1] = TechMoves.Look.Start;
        looks[^1] = looks[^2] = TechMoves.Look.End;
        for (var i = 0; i < sentence.Length; i++)
        {
            var token = sentence[i];
            var starts = i == 0 || (sentence[i - 1].Kind == TokenKind.Mark && (token.Start > sentence[i - 1].End || i == 1));
            var before = i > 0 && sentence[i - 1].Touches(token) ? 1u + (uint)sentence[i - 1].Kind : 0;
            var after = i + 1 < sentence.Length && token.Touches(sentence[i + 1]) ? 1u + (uint)sentence[i + 1].Kind : 0;
            var shape = (((uint)token.Kind * 8 + (uint)token.Casing) * 4 + (uint)lettering) * 2 + (starts ? 1u : 0);
            var look = LookAt(token.Kind, token.In(text), shape, before * 4 + after, lexicon);
            // A capital where none is due may make a name of the most common word.
            var plain = token.Casing <= Casing.Lower || lettering >= Lettering.Title || (starts && token.Casing == Casing.Capitalised);
            looks[i + Margin] = plain ? look : look with { Known = TaggerLexicon.Unsure(look.Known) };
        }
    }

    static Look LookAt(TokenKind kind, ReadOnlySpan<char> word, uint shape, uint touch, TaggerLexicon lexicon)
    {
        if (kind == TokenKind.Number)
        {
            // The length tells a year from a count; the digits themselves tell nothing.
            var length = Mix(3, (uint)Math.Min(word.Length, 5), word.Length == 4 && word[0] is '1' or '2' ? 1u : 0);
            return new(length, 3, 3, 3, 3, 3, shape, touch, 3);
        }
        uint hash = Seed, prefix = 0;
        for (var i = 0; i < word.Length; i++)
        {
            hash = Step(hash, word[i]);
            if (i == 2) prefix = hash;
        }
        Span<uint> suffixes = stackalloc uint[4];
        var suffix = Seed;
        for (var i = 0; i < 4; i++)
            suffixes[i] = suffix = i < word.Length ? Step(suffix, word[^(i + 1)]) : suffix;
        var isCurrency = kind == TokenKind.Mark && char.GetUnicodeCategory(word[0]) == UnicodeCategory.CurrencySymbol;
        var known = isCurrency ? TaggerLexicon.Surely(Tag.Symbol) : lexicon.Find(hash);
        return new(hash, suffixes[0], suffixes[1], suffixes[2], suffixes[3], word.Length > 2 ? prefix : hash, shape, touch, known);
    }

    static Lettering LetteringOf(ReadOnlySpan<Token> sentence)
    {
        int words = 0, capitals = 0, uppers = 0, all = 0;
        for (var i = 0; i < sentence.Length; i++)
        {
            if (sentence[i].Casing is Casing.None) continue;
            var capital = sentence[i].Casing != Casing.Lower;
            if (capital) all++;
            // Short words are small in titles too; the first word is a capital anyway.
            if (sentence[i].Length < 4 || i == 0) continue;
            words++;
            if (capital) capitals++;
            if (sentence[i].Casing == Casing.Upper) uppers++;
        }
        return all == 0 ? Lettering.Lower
            : words < 2 ? Lettering.Sentence
            : uppers * 10 >= words * 7 ? Lettering.Upper
            : capitals * 10 >= words * 7 ? Lettering.Title
            : Lettering.Sentence;
    }

    /// <summary>Writes the clues of the token at a place of looks (margin counted), given the tags of the two tokens before it.</summary>
    public static void At(ReadOnlySpan<Look> looks, int place, Tag last, Tag beforeLast, Span<uint> clues)
    {
        ref readonly var here = ref looks[place];
        ref readonly var left = ref looks[place - 1];
        ref readonly var left2 = ref looks[place - 2];
        ref readonly var right = ref looks[place + 1];
        ref readonly var right2 = ref looks[place + 2];
        uint tag = (uint)last + 1, tags = tag * 32 + (uint)beforeLast + 1;
        clues[0] = Mix(10, here.Word, 0);
        clues[1] = Mix(11, here.Word, here.Shape);
        clues[2] = Mix(12, here.Suffix1, here.Shape);
        clues[3] = Mix(13, here.Suffix2, 0);
        clues[4] = Mix(14, here.Suffix3, 0);
        clues[5] = Mix(15, here.Suffix4, 0);
        clues[6] = Mix(16, here.Prefix, 0);
        clues[7] = Mix(17, here.Shape, here.Touch);
        clues[8] = Mix(18, here.Shape, here.Suffix3);
        clues[9] = Mix(19, tag, 0);
        clues[10] = Mix(20, tags, 0);
        clues[11] = Mix(21, tag, here.Word);
        clues[12] = Mix(22, tag, here.Suffix3);
        clues[13] = Mix(23, tag, here.Shape);
        clues[14] = Mix(24, left.Word, 0);
        clues[15] = Mix(25, left.Word, here.Word);
        clues[16] = Mix(26, left.Word, here.Suffix3);
        clues[17] = Mix(27, left2.Word, 0);
        clues[18] = Mix(28, right.Word, 0);
        clues[19] = Mix(29, right.Word, here.Word);
        clues[20] = Mix(30, right.Word, here.Suffix3);
        clues[21] = Mix(31, right2.Word, 0);
        clues[22] = Mix(32, left.Suffix3, tag);
        clues[23] = Mix(33, right.Suffix3, right.Shape);
        clues[24] = Mix(34, right.Suffix2, here.Suffix2);
        clues[25] = Mix(35, left.Word, right.Word);
        clues[26] = Mix(36, tag, right.Word);
        clues[27] = Mix(37, left.Shape * 256 + here.Shape, right.Shape);
        clues[28] = Mix(38, here.Word, here.Touch);
        clues[29] = Mix(39, here.Known, tag);
        clues[30] = Mix(40, here.Known, right.Known);
        clues[31] = Mix(41, tag, right.Known);
        clues[32] = Mix(42, Mix(0, here.Known, tag), right.Known);
        clues[33] = Mix(43, right.Known, right2.Known);
    }

    static uint Step(uint hash, char c) => (hash ^ Vocabulary.Fold(c)) * 16777619;

    static uint Mix(uint kind, uint a, uint b)
    {
        var hash = (kind * 0x9E3779B1) ^ (a * 0x85EBCA6B);
        hash = (BitOperations.RotateLeft(hash, 15) ^ (b * 0xC2B2AE35)) * 0x27D4EB2F;
        hash ^= hash >> 15;
        hash *= 0x2C1B3C6D;
        hash ^= hash >> 13;
        // Zero marks an empty place in the tables.
        return hash == 0 ? 1 : hash;
    }
}

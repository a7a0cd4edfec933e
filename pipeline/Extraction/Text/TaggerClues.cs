using System.Runtime.Intrinsics;

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

    /// <summary>The number of clues filled up to whole vectors of eight.</summary>
    public const int Padded = 40;

    /// <summary>Looks stand two places after their token, so that the neighbours of the first and last tokens exist.</summary>
    public const int Margin = 2;

    const uint Seed = 2166136261, KindFactor = 0x9E3779B1;

    static readonly uint[] Kinds = [.. Enumerable.Range(10, Padded).Select(kind => (uint)kind * KindFactor)];

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
    /// <param name="clues">As long as Padded; what stands behind Count is no clue.</param>
    public static void At(ReadOnlySpan<Look> looks, int place, Tag last, Tag beforeLast, Span<uint> clues)
    {
        ref readonly var here = ref looks[place];
        ref readonly var left = ref looks[place - 1];
        ref readonly var left2 = ref looks[place - 2];
        ref readonly var right = ref looks[place + 1];
        ref readonly var right2 = ref looks[place + 2];
        uint tag = (uint)last + 1, tags = tag * 32 + (uint)beforeLast + 1;
        // Clue i is made of its kind, 10 + i, and of the two values in the same place.
        ReadOnlySpan<uint> first =
        [
            here.Word, here.Word, here.Suffix1, here.Suffix2, here.Suffix3, here.Suffix4, here.Prefix, here.Shape,
            here.Shape, tag, tags, tag, tag, tag, left.Word, left.Word,
            left.Word, left2.Word, right.Word, right.Word, right.Word, right2.Word, left.Suffix3, right.Suffix3,
            right.Suffix2, left.Word, tag, left.Shape * 256 + here.Shape, here.Word, here.Known, here.Known, tag,
            Mix(0, here.Known, tag), right.Known, 0, 0, 0, 0, 0, 0,
        ];
        ReadOnlySpan<uint> second =
        [
            0, here.Shape, here.Shape, 0, 0, 0, 0, here.Touch,
            here.Suffix3, 0, 0, here.Word, here.Suffix3, here.Shape, 0, here.Word,
            here.Suffix3, 0, 0, here.Word, here.Suffix3, 0, tag, right.Shape,
            here.Suffix2, right.Word, right.Word, right.Shape, here.Touch, tag, right.Known, right.Known,
            right.Known, right2.Known, 0, 0, 0, 0, 0, 0,
        ];
        for (var i = 0; i < Padded; i += Vector256<uint>.Count)
            Mix(Vector256.Create<uint>(Kinds.AsSpan(i)), Vector256.Create(first[i..]), Vector256.Create(second[i..])).CopyTo(clues[i..]);
    }

    static uint Step(uint hash, char c) => (hash ^ Vocabulary.Fold(c)) * 16777619;

    static uint Mix(uint kind, uint a, uint b) => Mix(Vector256.Create(kind * KindFactor), Vector256.Create(a), Vector256.Create(b))[0];

    /// <summary>Eight hashes at once, of kinds that are multiplied already.</summary>
    static Vector256<uint> Mix(Vector256<uint> kinds, Vector256<uint> a, Vector256<uint> b)
    {
        var hash = kinds ^ (a * 0x85EBCA6B);
        hash = (((hash << 15) | (hash >>> 17)) ^ (b * 0xC2B2AE35)) * 0x27D4EB2F;
        hash ^= hash >>> 15;
        hash *= 0x2C1B3C6D;
        hash ^= hash >>> 13;
        // Zero marks an empty place in the tables.
        return Vector256.Max(hash, Vector256<uint>.One);
    }
}

using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace TechMoves;

/// <summary>The weights of a tagger as they stand in its file: the lexicon, and for each clue one small number per tag.</summary>
/// <remarks>
/// The file, little-endian: the signature; the numbers of words and clues (int32 each) and of weights (int32); the hashes of the words, then their tags (uint32 each);
/// the clues (uint32 each, ascending); per clue its number of weights (byte); the weights (a byte for the tag, a signed byte for the value).
/// </remarks>
public sealed record TaggerWeights(TaggerLexicon Lexicon, ImmutableArray<uint> Clues, ImmutableArray<byte> Counts, ImmutableArray<byte> Values)
{
    const int HeaderLength = 20;

    static ReadOnlySpan<byte> Signature => "TAGGER01"u8;

    public static TaggerWeights Read(string path)
    {
        if (!File.Exists(path)) throw new ConfigurationException($"{path}: weights not found; restore the data folder, or begin with the file of another language and train");
        var bytes = File.ReadAllBytes(path).AsSpan();
        if (bytes.Length < HeaderLength || !bytes.StartsWith(Signature)) throw Fault("not a weight file of this version; train it anew");
        int words = Number(bytes[8..]), clues = Number(bytes[12..]), values = Number(bytes[16..]);
        if (words < 0 || clues < 0 || values < 0 || HeaderLength + words * 8L + clues * 5L + values * 2L != bytes.Length) throw Fault("cut short or damaged; restore it");
        var rest = bytes[HeaderLength..];
        var weights = new TaggerWeights(
            new(Numbers(rest[..(words * 4)]), Numbers(rest.Slice(words * 4, words * 4))),
            Numbers(rest.Slice(words * 8, clues * 4)),
            rest.Slice((words * 8) + (clues * 4), clues).ToImmutableArray(),
            rest[^(values * 2)..].ToImmutableArray());
        return weights.IsSound ? weights : throw Fault("damaged; restore it");

        ConfigurationException Fault(string message) => new($"{path}: {message}");
    }

    public void Write(string path)
    {
        using var writer = new BinaryWriter(File.Create(path));
        writer.Write(Signature);
        writer.Write(Lexicon.Words.Length);
        writer.Write(Clues.Length);
        writer.Write(Values.Length / 2);
        foreach (var number in (ReadOnlySpan<uint>)[.. Lexicon.Words, .. Lexicon.Tags, .. Clues]) writer.Write(number);
        writer.Write(Counts.AsSpan());
        writer.Write(Values.AsSpan());
    }

    /// <summary>Whether the counts add up and every tag is one: what the tagger relies on when it reads rows without looking.</summary>
    bool IsSound
    {
        get
        {
            var total = 0;
            foreach (var count in Counts) total += count;
            for (var i = 0; i < Values.Length; i += 2)
                if (Values[i] is 0 or > (byte)Tag.Other) return false;
            return total * 2 == Values.Length;
        }
    }

    static int Number(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadInt32LittleEndian(bytes);

    static ImmutableArray<uint> Numbers(ReadOnlySpan<byte> bytes)
    {
        var numbers = MemoryMarshal.Cast<byte, uint>(bytes).ToArray();
        if (!BitConverter.IsLittleEndian) BinaryPrimitives.ReverseEndianness(numbers, numbers);
        return ImmutableCollectionsMarshal.AsImmutableArray(numbers);
    }
}

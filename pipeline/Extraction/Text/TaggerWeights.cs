using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace TechMoves;

/// <summary>The weights of a tagger as they stand in its file: the lexicon, and for each clue one small number per tag.</summary>
/// <remarks>
/// The file, little-endian: the signature; the numbers of words and clues (int32 each) and of weights (int32); per word its hash and tags (uint32 each);
/// the clues (uint32 each, ascending); per clue its number of weights (byte); the weights (a byte for the tag, a signed byte for the value).
/// </remarks>
public sealed record TaggerWeights(TaggerLexicon Lexicon, uint[] Clues, byte[] Counts, byte[] Values)
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
        var numbers = Numbers(rest[..(words * 8)]);
        var weights = new TaggerWeights(
            new([.. Enumerable.Range(0, words).Select(i => (numbers[2 * i], numbers[(2 * i) + 1]))]),
            Numbers(rest.Slice(words * 8, clues * 4)),
            rest.Slice((words * 8) + (clues * 4), clues).ToArray(),
            rest[^(values * 2)..].ToArray());
        if (weights.Counts.Sum(c => c) != values || weights.Tags.Any(t => t is 0 or > (byte)Tag.Other)) throw Fault("damaged; restore it");
        return weights;

        ConfigurationException Fault(string message) => new($"{path}: {message}");
    }

    public void Write(string path)
    {
        using var writer = new BinaryWriter(File.Create(path));
        writer.Write(Signature);
        writer.Write(Lexicon.Words.Count);
        writer.Write(Clues.Length);
        writer.Write(Values.Length / 2);
        foreach (var (word, tags) in Lexicon.Words)
        {
            writer.Write(word);
            writer.Write(tags);
        }
        foreach (var clue in Clues) writer.Write(clue);
        writer.Write(Counts);
        writer.Write(Values);
    }

    IEnumerable<byte> Tags => Values.Where((_, i) => i % 2 == 0);

    static int Number(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadInt32LittleEndian(bytes);

    static uint[] Numbers(ReadOnlySpan<byte> bytes)
    {
        var numbers = MemoryMarshal.Cast<byte, uint>(bytes).ToArray();
        if (!BitConverter.IsLittleEndian) BinaryPrimitives.ReverseEndianness(numbers, numbers);
        return numbers;
    }
}

using AngleSharp.Text;

namespace TechMoves;

/// <summary>Decodes documents: byte order mark, then what a header or the document itself names, where the bytes agree; else UTF-8, and what is no UTF-8 is Windows-1252.</summary>
public static class Charsets
{
    /// <summary>Declarations stand at the head of a document.</summary>
    const int Head = 4096;

    static readonly System.Buffers.SearchValues<char> LabelEnds = System.Buffers.SearchValues.Create(" \t\r\n\"'>/;?");

    static readonly Encoding Windows1252 = Register();

    /// <summary>The text of a document, without byte order mark, NUL and lone surrogates.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, string? header)
    {
        var text = bytes.StartsWith(Encoding.UTF8.Preamble) ? Utf8(bytes[3..])
            : Wide(bytes) is { } wide ? wide.GetString(bytes).TrimStart('\uFEFF')
            : Named(bytes, header);
        return text.Replace("\0", "", StringComparison.Ordinal);
    }

    static Encoding Register()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(1252);
    }

    /// <summary>UTF-16, by its mark or by the NUL bytes of its Latin letters.</summary>
    static Encoding? Wide(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xff, 0xfe, ..] or [(byte)'<', 0, _, 0, ..] => Encoding.Unicode,
        [0xfe, 0xff, ..] or [0, (byte)'<', 0, _, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    static string Named(ReadOnlySpan<byte> bytes, string? header)
    {
        var encoding = Labelled(header) ?? Labelled(Declared(bytes));
        // Templates declare what they like: bytes that are UTF-8 beyond ASCII are no other charset by chance.
        return encoding is null || encoding is UTF8Encoding || System.Text.Unicode.Utf8.IsValid(bytes) ? Utf8(bytes) : encoding.GetString(bytes);
    }

    /// <summary>The encoding of a label, as browsers take it: a declaration that could be read is not in UTF-16, and Latin-1 means Windows-1252.</summary>
    static Encoding? Labelled(string? label) => label is { Length: > 0 and < 40 } && TextEncoding.IsSupported(label.Trim()) && TextEncoding.Resolve(label.Trim()) is { } named
        ? named.CodePage switch { 1200 or 1201 or 65001 => Encoding.UTF8, 28591 or 20127 => Windows1252, _ => named } : null;

    /// <summary>The charset that a meta element or an XML declaration names.</summary>
    static string? Declared(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(Head, bytes.Length)]);
        foreach (var key in (ReadOnlySpan<string>)["charset", head.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) ? "encoding" : "charset"])
        {
            for (var at = head.IndexOf(key, StringComparison.OrdinalIgnoreCase); at >= 0; at = head.IndexOf(key, at + 1, StringComparison.OrdinalIgnoreCase))
            {
                var value = head.AsSpan(at + key.Length).TrimStart();
                if (value is not ['=', ..]) continue;
                value = value[1..].TrimStart(" \t\"'");
                var end = value.IndexOfAny(LabelEnds);
                if (end > 0) return value[..end].ToString();
            }
        }
        return null;
    }

    /// <summary>UTF-8; each byte that belongs to no character of it is one of Windows-1252, as in pages put together from two sources.</summary>
    static string Utf8(ReadOnlySpan<byte> bytes)
    {
        if (System.Text.Unicode.Utf8.IsValid(bytes)) return Encoding.UTF8.GetString(bytes);
        var text = new StringBuilder(bytes.Length);
        Span<char> chars = stackalloc char[2];
        while (!bytes.IsEmpty)
        {
            var ascii = bytes.IndexOfAnyExceptInRange((byte)0, (byte)127);
            if (ascii != 0)
            {
                text.Append(Encoding.ASCII.GetString(ascii < 0 ? bytes : bytes[..ascii]));
                if (ascii < 0) break;
                bytes = bytes[ascii..];
            }
            if (Rune.DecodeFromUtf8(bytes, out var rune, out var length) == System.Buffers.OperationStatus.Done) text.Append(chars[..rune.EncodeToUtf16(chars)]);
            else
            {
                length = 1;
                text.Append(Windows1252.GetString(bytes[..1]));
            }
            bytes = bytes[length..];
        }
        return text.ToString();
    }
}

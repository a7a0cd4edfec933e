namespace TechMoves;

/// <summary>Takes a WARC file (1.0, 1.1; plain or gzip) apart into the documents it holds. Every stretch that cannot be read is told, and the next record found.</summary>
public static class Warc
{
    const int LongestHeader = 1 << 16, LongestGap = 1 << 20;

    static ReadOnlySpan<byte> Mark => "WARC/"u8;

    /// <summary>The documents of response, resource and conversion records; Line counts all records, also those that hold no document, and each stretch that is none.</summary>
    public static IEnumerable<Record> Records(ByteWindow window, string name, Bounds bounds)
    {
        var isEmpty = true;
        for (var number = 1; ; number++)
        {
            PassBlank(window);
            var record = window.Length == 0 ? Fault(window, name, number)
                : IndexOfRecord(window.Bytes) == 0 ? Read(window, name, number, bounds)
                : Gap(window, name, number);
            isEmpty &= record is null;
            if (record is not null) yield return record;
            if (window.Length == 0 && window.Source.Pause != Pause.None && !window.Source.Next()) break;
        }
        if (isEmpty) yield return Record.Refused(name, 0, "empty");
    }

    /// <summary>Passes line ends and NUL bytes, which mean nothing.</summary>
    static void PassBlank(ByteWindow window)
    {
        while (window.FillAcross(1))
        {
            var blank = window.Bytes.IndexOfAnyExcept("\r\n\0 \t"u8);
            window.Pass(blank < 0 ? window.Length : blank);
            if (blank >= 0) break;
        }
        window.Fill(LongestHeader);
    }

    /// <summary>The row of a fault that no record has begun before.</summary>
    static Record? Fault(ByteWindow window, string name, int number) => window.Source.Pause switch
    {
        Pause.Damaged when !window.Source.IsSameFault => Record.Refused(name, number, "damaged"),
        Pause.Bomb => Record.Refused(name, number, "zip_bomb"),
        _ => null,
    };

    static Record? Gap(ByteWindow window, string name, int number)
    {
        var isSame = window.Source.IsSameFault;
        PassToRecord(window);
        return Fault(window, name, number) ?? (isSame ? null : Record.Refused(name, number, "no_warc_record"));
    }

    /// <summary>Reads the record that the window begins with, and passes it; null for one that holds no document.</summary>
    static Record? Read(ByteWindow window, string name, int number, Bounds bounds)
    {
        if (WarcHeader.Read(window.Bytes[..Math.Min(LongestHeader, window.Length)]) is not { } header) return Refuse(window, Mark.Length, name, number, "broken_warc_header");
        window.Pass(header.Length);
        if (header.Block > bounds.LargestRecord) return Refuse(window, 0, name, number, header.IsDocument ? "too_large" : null);
        var block = (int)header.Block;
        if (FillBlock(window, block) && Ends(window, block))
        {
            // What a damaged member ends with is not proved by its checksum.
            if (window.Source.Pause is Pause.Damaged or Pause.Bomb && IndexOfRecord(window.Bytes[block..].TrimStart("\r\n\0 \t"u8)) != 0) return Refuse(window, window.Length, name, number, null);
            var document = header.IsDocument ? WarcDocument.Of(header, window.Bytes[..block], name, number, bounds) : null;
            window.Pass(block);
            return document;
        }
        // The length is wrong: either the block goes on up to the next record, or it swallowed that.
        var isCut = window.Length < block;
        var within = IndexOfRecord(window.Bytes[..Math.Min(block, window.Length)]);
        return Refuse(window, within >= 0 ? within : block, name, number, isCut && within < 0 ? "truncated" : header.IsDocument ? "wrong_length" : null);
    }

    /// <summary>Passes so many bytes and what follows up to the next record; a fault of the file is the better reason.</summary>
    static Record? Refuse(ByteWindow window, int count, string name, int number, string? reason)
    {
        window.Pass(count);
        PassToRecord(window);
        return Fault(window, name, number) ?? (reason is null ? null : Record.Refused(name, number, reason));
    }

    /// <summary>Holds a block; one that goes on in the next gzip member is joined, unless a record begins there.</summary>
    static bool FillBlock(ByteWindow window, int length)
    {
        while (!window.Fill(length))
        {
            if (window.Source.Pause != Pause.Member || !window.Source.Next()) return false;
            var held = window.Length;
            window.Fill(held + 16);
            if (IndexOfRecord(window.Bytes[held..]) == 0) return false;
        }
        return true;
    }

    /// <summary>Whether after the block come line ends, and then a record or the end of the member. Asking for it also has the checksum of the member proved.</summary>
    static bool Ends(ByteWindow window, int length)
    {
        for (var wanted = 16; wanted < LongestGap; wanted *= 2)
        {
            var isMore = window.Fill(length + wanted);
            var next = window.Bytes[length..].TrimStart("\r\n\0 \t"u8);
            if (next.Length >= 16 || !isMore) return next.IsEmpty || IndexOfRecord(next) == 0;
        }
        return false;
    }

    /// <summary>Passes all bytes before the next record, across members; at a fault and at the end of the file, all.</summary>
    static void PassToRecord(ByteWindow window)
    {
        do
        {
            window.Fill(LongestHeader);
            if (IndexOfRecord(window.Bytes) is >= 0 and var at)
            {
                window.Pass(at);
                return;
            }
            window.Pass(window.Length >= LongestHeader ? window.Length - 16 : window.Length);
        }
        while (window.FillAcross(window.Length + 1));
        window.Pass(window.Length);
    }

    /// <summary>Where the next record begins: WARC/1.0 or the like, a line of its own; -1 if nowhere.</summary>
    static int IndexOfRecord(ReadOnlySpan<byte> bytes)
    {
        for (var from = 0; bytes[from..].IndexOf(Mark) is >= 0 and var at; from += at + 1)
        {
            var start = from + at;
            if ((start == 0 || bytes[start - 1] is (byte)'\n' or 0) && bytes[(start + Mark.Length)..] is [>= (byte)'0' and <= (byte)'9', (byte)'.', >= (byte)'0' and <= (byte)'9', ..]) return start;
        }
        return -1;
    }
}

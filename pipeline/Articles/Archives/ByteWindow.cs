namespace TechMoves;

/// <summary>What is held of a source: bytes that were read and not yet passed. It grows as far as it is asked to, and no further.</summary>
public sealed class ByteWindow(ByteSource source)
{
    byte[] _buffer = new byte[1 << 16];
    int _start, _end;

    public ByteSource Source => source;

    public int Length => _end - _start;

    public ReadOnlySpan<byte> Bytes => _buffer.AsSpan(_start, _end - _start);

    /// <summary>Reads until so many bytes are held; false where the source pauses before.</summary>
    public bool Fill(int wanted)
    {
        while (Length < wanted)
        {
            if (_end == _buffer.Length || _start > 0 && _buffer.Length - _end < 1 << 12) Compact();
            var read = source.Read(_buffer.AsSpan(_end));
            if (read == 0) return false;
            _end += read;
        }
        return true;
    }

    public void Pass(int count) => _start += Math.Min(count, Length);

    /// <summary>Reads until so many bytes are held, from one gzip member into the next; false at the end of the file and at a fault.</summary>
    public bool FillAcross(int wanted)
    {
        while (!Fill(wanted))
            if (source.Pause != Pause.Member || !source.Next()) return false;
        return true;
    }

    void Compact()
    {
        var buffer = Length > _buffer.Length / 2 ? new byte[Math.Min((long)_buffer.Length * 2, Array.MaxLength)] : _buffer;
        Bytes.CopyTo(buffer);
        (_buffer, _start, _end) = (buffer, 0, Length);
    }
}

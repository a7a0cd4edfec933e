using ICSharpCode.SharpZipLib;
using ICSharpCode.SharpZipLib.Checksum;
using ICSharpCode.SharpZipLib.Zip.Compression;

namespace TechMoves;

/// <summary>Why a source gives no more bytes: all read, the end of a gzip member, or a fault after which Next finds the next member.</summary>
public enum Pause : byte { None, End, Member, Damaged, Bomb }

/// <summary>The bytes of a file, plain or gzip. Every compressed byte is accounted for: a member that is cut, spoilt or a bomb is told, and the next one found.</summary>
public sealed class ByteSource : IDisposable
{
    /// <summary>No text is packed so tightly; a member that is, and is large, is a bomb.</summary>
    const long LargestRatio = 250, SmallestBomb = 64 << 20;

    /// <summary>The header of the next member is looked for from the start of a damaged one; from where reading stopped if that is farther on than this.</summary>
    const long Rescanned = 1 << 20;

    /// <summary>So many faults in a row without a whole member: the rest is no gzip.</summary>
    const int MostFaults = 1000;

    /// <summary>What looked like a header within a damaged member, and was none, gives no more bytes than this.</summary>
    const int ShortestMember = 64;

    readonly FileStream _file;
    readonly Inflater? _inflater;
    readonly Crc32 _crc = new();
    readonly byte[] _input = new byte[1 << 16], _chunk = new byte[1 << 16];
    int _at, _filled;
    long _memberStart, _out;
    int _faults;

    public ByteSource(string file, bool isGzip)
    {
        _file = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1);
        if (!isGzip) return;
        _inflater = new(noHeader: true);
        Pause = Open();
    }

    public Pause Pause { get; private set; }

    /// <summary>Whether this fault lies within the stretch of the one before: no member was found between.</summary>
    public bool IsSameFault => _faults > 0 && _out < ShortestMember;

    /// <summary>Where the next byte is taken from the file.</summary>
    long Position => _file.Position - _filled + _at;

    public void Dispose() => _file.Dispose();

    /// <summary>The next bytes; 0 where the source pauses.</summary>
    public int Read(Span<byte> buffer)
    {
        if (Pause != Pause.None || buffer.IsEmpty) return 0;
        try
        {
            if (_inflater is not null) return Inflate(buffer);
            var read = _file.Read(buffer);
            if (read == 0) Pause = Pause.End;
            return read;
        }
        catch (IOException)
        {
            Pause = Pause.Damaged;
            _faults = MostFaults;
        }
        // Of spoilt bytes the inflater makes tables that it then reads beyond, with exceptions of many kinds.
        catch (Exception e) when (e is SharpZipBaseException or SystemException and not OutOfMemoryException)
        {
            Pause = Pause.Damaged;
        }
        return 0;
    }

    /// <summary>Goes on after a pause; false at the end of the file.</summary>
    public bool Next()
    {
        Pause = Pause switch
        {
            Pause.Member => Open(),
            Pause.Damaged or Pause.Bomb => _inflater is null || _faults >= MostFaults ? Pause.End : Resume(),
            _ => Pause,
        };
        return Pause is not Pause.End;
    }

    int Inflate(Span<byte> buffer)
    {
        for (; ; )
        {
            var count = _inflater!.Inflate(_chunk, 0, Math.Min(_chunk.Length, buffer.Length));
            if (count > 0)
            {
                _chunk.AsSpan(0, count).CopyTo(buffer);
                _crc.Update(new ArraySegment<byte>(_chunk, 0, count));
                _out += count;
                if (_out > SmallestBomb && _out > LargestRatio * Math.Max(1, Position - _inflater.RemainingInput - _memberStart)) Pause = Pause.Bomb;
                return count;
            }
            if (_inflater.IsFinished)
            {
                _at = _filled - _inflater.RemainingInput;
                Pause = Trailer();
                return 0;
            }
            if (!Fill())
            {
                Pause = Pause.Damaged;
                return 0;
            }
            _inflater.SetInput(_input, 0, _filled);
            _at = _filled;
        }
    }

    Pause Trailer()
    {
        Span<byte> trailer = stackalloc byte[8];
        foreach (ref var b in trailer)
        {
            if (Byte() is not { } value) return Pause.Damaged;
            b = value;
        }
        if (BitConverter.ToUInt32(trailer) != (uint)_crc.Value || BitConverter.ToUInt32(trailer[4..]) != (uint)_out) return Pause.Damaged;
        _faults = 0;
        return Pause.Member;
    }

    /// <summary>Reads the header of a member; NUL bytes before it mean nothing.</summary>
    Pause Open()
    {
        byte? first;
        do first = Byte(); while (first == 0);
        if (first is null) return Pause.End;
        _memberStart = Position - 1;
        return first == 0x1f && Header() ? Begin() : Pause.Damaged;
    }

    Pause Begin()
    {
        _inflater!.Reset();
        _crc.Reset();
        _out = 0;
        if (_at < _filled) _inflater.SetInput(_input, _at, _filled - _at);
        _at = _filled;
        return Pause.None;
    }

    /// <summary>The rest of a header after its first byte: method, flags, time, system, and the fields that the flags tell.</summary>
    bool Header()
    {
        if (Byte() != 0x8b || Byte() != 8 || Byte() is not { } flags || (flags & 0xe0) != 0) return false;
        for (var i = 0; i < 6; i++) if (Byte() is null) return false;
        if ((flags & 4) != 0)
        {
            if (Byte() is not { } low || Byte() is not { } high) return false;
            for (var i = low | high << 8; i > 0; i--) if (Byte() is null) return false;
        }
        return ((flags & 8) == 0 || SkipText()) && ((flags & 16) == 0 || SkipText()) && ((flags & 2) == 0 || Byte() is not null && Byte() is not null);
    }

    bool SkipText()
    {
        byte? b;
        do b = Byte(); while (b > 0);
        return b == 0;
    }

    /// <summary>Looks for the next header after the start of the damaged member.</summary>
    Pause Resume()
    {
        _faults++;
        var stopped = Position;
        Seek(Pause != Pause.Bomb && stopped - _memberStart <= Rescanned ? _memberStart + 1 : Math.Max(stopped, _memberStart + 1));
        for (; ; )
        {
            var b = Byte();
            while (b is not null and not 0x1f) b = Byte();
            if (b is null) return Pause.End;
            _memberStart = Position - 1;
            if (Header()) return Begin();
            Seek(_memberStart + 1);
        }
    }

    void Seek(long position)
    {
        _file.Position = position;
        (_at, _filled) = (0, 0);
    }

    byte? Byte() => _at < _filled || Fill() ? _input[_at++] : null;

    bool Fill()
    {
        (_at, _filled) = (0, _file.Read(_input));
        return _filled > 0;
    }
}

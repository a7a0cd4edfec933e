using System.Runtime.InteropServices;

namespace TechMoves;

/// <summary>What .NET does not offer: the exchange of two folders in one step, and the flush of a folder's names to the disk.</summary>
static partial class FileSystem
{
    const int Here = -100, ExchangeOnLinux = 2, SwapOnMac = 2;

    /// <summary>Lets two paths change places; false where the system or the file system cannot.</summary>
    public static bool Exchange(string left, string right)
    {
        try
        {
            return OperatingSystem.IsLinux() ? RenameAt(Here, left, Here, right, ExchangeOnLinux) == 0 : OperatingSystem.IsMacOS() && RenameX(left, right, SwapOnMac) == 0;
        }
        catch (EntryPointNotFoundException)
        {
            return false; // a C library that is older than the call
        }
    }

    /// <summary>Makes the renames in a folder outlast a loss of power. Best effort: some file systems refuse it, and need it not.</summary>
    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows()) return;
        var handle = Open(folder, 0);
        if (handle < 0) return;
        _ = Sync(handle);
        _ = Close(handle);
    }

    [LibraryImport("libc", EntryPoint = "renameat2", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int RenameAt(int leftFolder, string left, int rightFolder, string right, uint flags);

    [LibraryImport("libc", EntryPoint = "renamex_np", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int RenameX(string left, string right, uint flags);

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync")]
    private static partial int Sync(int handle);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int handle);
}

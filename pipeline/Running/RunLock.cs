namespace TechMoves;

/// <summary>Lets one run at a time plan and publish. The lock is the operating system's: it ends with its process, however that ends.</summary>
public static class RunLock
{
    public static IDisposable Take(State state)
    {
        var path = state.At("lock");
        try
        {
            Directory.CreateDirectory(state.Folder);
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (IsHeld(e))
        {
            throw new ConfigurationException($"another run is at work on {state.Folder}; wait for its end and run again, or pass another --out");
        }
    }

    // EWOULDBLOCK of Linux and macOS, the sharing violation of Windows.
    static bool IsHeld(IOException e) => e.HResult is 11 or 35 or unchecked((int)0x80070020);
}

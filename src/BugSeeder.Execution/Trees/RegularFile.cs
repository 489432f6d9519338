using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace BugSeeder.Execution.Trees;

/// <summary>
/// Tells regular files from named pipes and sockets without opening them for good: an assistant may leave a pipe that blocks whoever reads it.
/// </summary>
internal static partial class RegularFile
{
    private const int ReadOnly = 0;

    private static int NonBlocking => OperatingSystem.IsMacOS() ? 0x4 : 0x800;

    public static bool IsOne(string path)
    {
        if (OperatingSystem.IsWindows())
            return true;
        using var handle = Open(path, ReadOnly | NonBlocking);
        if (handle.IsInvalid)
            return false;
        using var stream = new FileStream(handle, FileAccess.Read, bufferSize: 0);
        return stream.CanSeek;
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial SafeFileHandle Open(string path, int flags);
}

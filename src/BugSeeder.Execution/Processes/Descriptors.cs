using System.Runtime.InteropServices;

namespace BugSeeder.Execution.Processes;

/// <summary>Keeps files and pipes that we ourselves were started with, such as the lock of a script, from being handed on to what we start.</summary>
internal static partial class Descriptors
{
    private const uint FirstAfterTheStandardThree = 3;
    private const int CloseOnExec = 4;

    /// <summary>Marks every descriptor of ours as not to be inherited.</summary>
    /// <exception cref="InvalidOperationException">The kernel or the C library cannot.</exception>
    public static void KeepToUs()
    {
        if (!OperatingSystem.IsLinux())
            return;
        try
        {
            if (CloseRange(FirstAfterTheStandardThree, uint.MaxValue, CloseOnExec) == 0)
                return;
        }
        catch (EntryPointNotFoundException)
        {
            // An old C library; said below.
        }

        throw new InvalidOperationException("close_range is not available here: Linux 5.11 and glibc 2.34 or newer have it.");
    }

    [LibraryImport("libc", EntryPoint = "close_range", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int CloseRange(uint first, uint last, int flags);
}

using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace BugSeeder.Execution.Processes;

/// <summary>A file that lies in memory only, so that what another process is to read, such as a key, is never on a disk.</summary>
internal sealed partial class MemoryFile : IDisposable
{
    private const uint CloseOnExec = 1;
    private readonly SafeFileHandle handle;

    /// <summary>A file with this content.</summary>
    /// <exception cref="IOException">The kernel gave none.</exception>
    public MemoryFile(ReadOnlySpan<byte> content)
    {
        handle = Create("m", CloseOnExec);
        if (handle.IsInvalid)
            throw new IOException($"The kernel gave no file in memory: error {Marshal.GetLastPInvokeError()}.");
        RandomAccess.Write(handle, content, 0);
        Path = $"/proc/{Environment.ProcessId}/fd/{handle.DangerousGetHandle()}";
    }

    /// <summary>Where a process of the same user can open it, as long as this object lives.</summary>
    public string Path { get; }

    /// <inheritdoc/>
    public void Dispose() => handle.Dispose();

    [LibraryImport("libc", EntryPoint = "memfd_create", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial SafeFileHandle Create(string name, uint flags);
}

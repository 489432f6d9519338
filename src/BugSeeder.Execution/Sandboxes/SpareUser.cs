using System.Runtime.InteropServices;

namespace BugSeeder.Execution.Sandboxes;

/// <summary>
/// The user that boxes run as when we are root. Root in a box would still be root of this machine where the kernel asks: limits on processes
/// would not bind, and root's files would be its own.
/// </summary>
internal static partial class SpareUser
{
    /// <summary>A user id that neither distributions nor systemd hand out (systemd's list leaves 60706 to 61183 free).</summary>
    public const uint Id = 61001;

    /// <summary>Another one, which is root in a container of the spare user's.</summary>
    public const uint Root = 61002;

    /// <summary>Whether boxes run as this user instead of ours.</summary>
    public static bool IsNeeded => OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess;

    /// <summary>Gives a file, or a folder with all in it, to the spare user. Links are given, not followed.</summary>
    /// <param name="path">The file or folder.</param>
    /// <param name="user">Whom it is given to.</param>
    public static void Give(string path, uint user = Id)
    {
        Change(path, user);
        if (new DirectoryInfo(path) is not { Exists: true, LinkTarget: null } folder)
            return;
        foreach (var entry in folder.EnumerateFileSystemInfos("*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None, IgnoreInaccessible = true }))
            Change(entry.FullName, user);
    }

    /// <summary>Whether the spare user gets to a path: every folder on the way must let others through.</summary>
    public static bool CanReach(string path)
    {
        for (var folder = Path.GetDirectoryName(path); folder is { Length: > 1 }; folder = Path.GetDirectoryName(folder))
        {
            if (!OperatingSystem.IsWindows() && !File.GetUnixFileMode(folder).HasFlag(UnixFileMode.OtherExecute))
                return false;
        }

        return true;
    }

    private static void Change(string path, uint user)
    {
        if (ChangeOwner(path, user, user) != 0 && (File.Exists(path) || Directory.Exists(path)))
            throw new IOException($"'{path}' cannot be given to user {user}: error {Marshal.GetLastPInvokeError()}.");
    }

    [LibraryImport("libc", EntryPoint = "lchown", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int ChangeOwner(string path, uint user, uint group);
}

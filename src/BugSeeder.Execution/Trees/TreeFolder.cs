using BugSeeder.Model;

namespace BugSeeder.Execution.Trees;

/// <summary>Trees on disk.</summary>
public static class TreeFolder
{
    /// <summary>Who owns a folder may have locked it: what cannot be read is not there.</summary>
    private static readonly EnumerationOptions Readable = new() { IgnoreInaccessible = true, AttributesToSkip = FileAttributes.None };

    /// <summary>Folders that only tools write to; they are never part of a tree.</summary>
    private static readonly HashSet<string> ToolFolders = new(StringComparer.OrdinalIgnoreCase) { ".git", ".vs", ".idea", ".bugseeder", "TestResults", "node_modules" };

    /// <summary>Writes a whole tree into an empty or missing folder, in one pass, so that no file is conspicuously newer than the others.</summary>
    /// <exception cref="UserError">A path of the tree leads out of the folder.</exception>
    public static void Write(SourceTree tree, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var (path, file) in tree.Files)
            WriteFile(folder, path, file);
    }

    /// <summary>Brings a folder from one tree to another by touching only the files that differ.</summary>
    public static void Change(string folder, SourceTree from, SourceTree to)
    {
        var differing = from.DifferencesTo(to);
        foreach (var path in differing.Where(from.Files.ContainsKey))
            File.Delete(Path.Combine(folder, path));
        foreach (var path in differing.Where(to.Files.ContainsKey))
        {
            // A file may stand where a folder was, with output of a build still in it.
            if (Directory.Exists(Path.Combine(folder, path)))
                Directory.Delete(Path.Combine(folder, path), recursive: true);
            WriteFile(folder, path, to.Files[path]);
        }
    }

    /// <summary>Copies a folder as it is, links as links, with file times, since MSBuild decides by them what is up to date.</summary>
    public static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var entry in new DirectoryInfo(from).EnumerateFileSystemInfos())
        {
            var target = Path.Combine(to, entry.Name);
            if (entry.LinkTarget is { } link)
                File.CreateSymbolicLink(target, link);
            else if (entry is DirectoryInfo)
                Copy(entry.FullName, target);
            else
                File.Copy(entry.FullName, target);
        }
    }

    /// <summary>
    /// Reads a folder that somebody else may have written to: links are kept as links and never followed, and pipes, sockets and devices are passed over.
    /// </summary>
    /// <param name="folder">The folder.</param>
    /// <param name="isIgnored">Says of a relative path whether it is no part of the tree.</param>
    /// <param name="limits">How much is read; <see langword="null"/> for all there is.</param>
    public static SourceTree Read(string folder, Func<string, bool> isIgnored, ReadLimits? limits = null) =>
        SourceTree.Of(Enumerate(new DirectoryInfo(folder), "", isIgnored, limits));

    /// <summary>Reads one file of a folder.</summary>
    public static TreeFile ReadFile(FileInfo file, ReadLimits? limits = null)
    {
        if (file.LinkTarget is { } target)
            return new TreeFile([], false, target);
        var content = limits?.Allow(file.Length) == false ? System.Text.Encoding.ASCII.GetBytes($"\0{file.Length} bytes") : File.ReadAllBytes(file.FullName);
        return new TreeFile(content, !OperatingSystem.IsWindows() && file.UnixFileMode.HasFlag(UnixFileMode.UserExecute));
    }

    /// <summary>Whether a relative path lies in a folder that only tools write to, or in the output of a project beside it.</summary>
    /// <param name="path">The path, with forward slashes.</param>
    /// <param name="hasProject">Says of a relative folder whether a project file lies in it.</param>
    public static bool IsToolOutput(string path, Func<string, bool> hasProject)
    {
        var parts = path.Split('/');
        for (var index = 0; index < parts.Length - 1; index++)
        {
            if (ToolFolders.Contains(parts[index]))
                return true;
            if (parts[index] is "bin" or "obj" && hasProject(string.Join('/', parts.Take(index))))
                return true;
        }

        return false;
    }

    private static IEnumerable<KeyValuePair<string, TreeFile>> Enumerate(DirectoryInfo folder, string prefix, Func<string, bool> isIgnored, ReadLimits? limits)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos("*", Readable))
        {
            // A submodule or a worktree has a file of this name, which no tree can hold.
            if (entry.Name == ".git")
                continue;
            var path = prefix + entry.Name;
            if (entry is DirectoryInfo { LinkTarget: null } inner)
            {
                if (ToolFolders.Contains(entry.Name) || isIgnored(path + "/"))
                    continue;
                foreach (var file in Enumerate(inner, path + "/", isIgnored, limits))
                    yield return file;
            }
            else if (!isIgnored(path) && (entry.LinkTarget is not null || RegularFile.IsOne(entry.FullName)))
            {
                yield return new(path, ReadFile(new FileInfo(entry.FullName), limits));
            }
        }
    }

    private static void WriteFile(string folder, string path, TreeFile file)
    {
        var full = Path.GetFullPath(Path.Combine(folder, path));
        if (!full.StartsWith(Path.GetFullPath(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            throw new UserError($"The path '{path}' leads out of the target.", "Remove it from the repository.", ExitCode.TargetUnusable);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        if (file.LinkTarget is { } target)
        {
            // A workspace must not lead back to the original or to anything else of this machine.
            if (!Path.GetFullPath(Path.Combine(Path.GetDirectoryName(full)!, target)).StartsWith(Path.GetFullPath(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
                throw new UserError($"The link '{path}' leads out of the target, to '{target}'.", "Remove it from the repository, or replace it by the file it points at.", ExitCode.TargetUnusable);
            File.CreateSymbolicLink(full, target);
            return;
        }

        File.WriteAllBytes(full, file.Content);
        if (file.IsExecutable && !OperatingSystem.IsWindows())
            File.SetUnixFileMode(full, File.GetUnixFileMode(full) | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
    }
}

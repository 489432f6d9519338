using BugSeeder.Execution.Trees;
using BugSeeder.Model;
using BugSeeder.Model.Targets;
using LibGit2Sharp;

namespace BugSeeder.Execution.Git;

/// <summary>A target as it was read from disk.</summary>
/// <param name="Folder">Its full path.</param>
/// <param name="Identity">What it was.</param>
/// <param name="Tree">Its files: what git tracks or would offer to track; without git, everything but the output of tools.</param>
/// <param name="Notes">What the user should know about how it was read.</param>
public sealed record TargetSource(string Folder, TargetIdentity Identity, SourceTree Tree, IReadOnlyList<string> Notes);

/// <summary>Reads a target's files, with git's help where there is a repository.</summary>
public static class TargetReader
{
    /// <summary>Our own file in a target; it is configuration, not part of what is studied.</summary>
    public const string ConfigurationFile = "bugseeder.yml";

    /// <summary>Reads the target in this folder, which may be a repository, a folder in one, or neither.</summary>
    /// <exception cref="UserError">The folder does not exist, has no files, or has a submodule that is not checked out.</exception>
    public static TargetSource Read(string folder)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (!Directory.Exists(full))
            throw new UserError($"The target folder '{folder}' does not exist.", "Give an existing folder with --target.", ExitCode.Usage);
        GitLibrary.Isolate();
        var found = Repository.Discover(full);
        var source = found is null ? ReadPlain(full) : ReadRepository(full, found) ?? ReadPlain(full);
        return source.Tree.Files.Count > 0
            ? source
            : throw new UserError($"The target folder '{folder}' has no files.", "Give the folder of a C# repository with --target.", ExitCode.TargetUnusable);
    }

    private static TargetSource ReadPlain(string folder)
    {
        var tree = Filtered(TreeFolder.Read(folder, _ => false));
        var identity = new TargetIdentity(Path.GetFileName(folder), null, false, tree.Hash);
        return new(folder, identity, tree, ["The target is not in a git repository: every file but the output of tools belongs to it."]);
    }

    private static TargetSource? ReadRepository(string folder, string gitFolder)
    {
        using var repository = new Repository(gitFolder);
        if (repository.Info.IsBare || repository.Info.WorkingDirectory is null)
            return null;
        var prefix = PrefixOf(folder, repository.Info.WorkingDirectory);
        var tracked = repository.Index.Where(entry => entry.Path.StartsWith(prefix, StringComparison.Ordinal)).ToList();
        if (tracked.Count == 0 && prefix.Length > 0 && repository.Ignore.IsPathIgnored(prefix))
            return null;

        var status = repository.RetrieveStatus(new StatusOptions
        {
            PathSpec = prefix.Length > 0 ? [prefix.TrimEnd('/')] : null,
            DisablePathSpecMatch = true,
            IncludeUntracked = true,
            RecurseUntrackedDirs = true,
            IncludeIgnored = false,
        });
        var untracked = status.Untracked.Select(entry => entry.FilePath).Where(path => path.StartsWith(prefix, StringComparison.Ordinal)).ToList();
        var paths = tracked.Where(entry => entry.Mode != Mode.GitLink).Select(entry => entry.Path[prefix.Length..]).Concat(untracked.Select(path => path[prefix.Length..]));
        var files = FilesOf(folder, paths).Concat(tracked.Where(entry => entry.Mode == Mode.GitLink).SelectMany(entry => Submodule(folder, entry.Path[prefix.Length..])));
        var tree = Filtered(SourceTree.Of(files));
        var isDirty = status.Any(entry => entry.State is not (FileStatus.Unaltered or FileStatus.Ignored or FileStatus.Nonexistent) && tree.Files.ContainsKey(entry.FilePath[Math.Min(prefix.Length, entry.FilePath.Length)..]));
        var identity = new TargetIdentity(Path.GetFileName(folder), repository.Head.Tip?.Sha, isDirty, tree.Hash);
        return new(folder, identity, tree, isDirty ? ["The working tree has uncommitted changes; they belong to the target as it stands."] : []);
    }

    /// <summary>The path of a folder within a working tree, with a last slash; empty for the whole of it.</summary>
    internal static string PrefixOf(string folder, string workingDirectory)
    {
        var relative = Path.GetRelativePath(RealPath(workingDirectory), RealPath(folder)).Replace('\\', '/');
        return relative == "." ? "" : relative + "/";
    }

    /// <summary>Git reports real paths; the user may have come through a link.</summary>
    private static string RealPath(string folder) => new DirectoryInfo(folder).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? Path.GetFullPath(folder);

    private static IEnumerable<KeyValuePair<string, TreeFile>> FilesOf(string folder, IEnumerable<string> paths) =>
        paths.Distinct(StringComparer.Ordinal)
            .Select(path => (Path: path, File: new FileInfo(System.IO.Path.Combine(folder, path))))
            .Where(entry => entry.File.Exists || entry.File.LinkTarget is not null)
            .Select(entry => KeyValuePair.Create(entry.Path, TreeFolder.ReadFile(entry.File)));

    private static IEnumerable<KeyValuePair<string, TreeFile>> Submodule(string folder, string path)
    {
        var inner = Path.Combine(folder, path);
        if (!Directory.Exists(inner) || !Directory.EnumerateFileSystemEntries(inner).Any())
            throw new UserError($"The submodule '{path}' of the target is not checked out.", "Run: git submodule update --init --recursive", ExitCode.TargetUnusable);
        return Read(inner).Tree.Files.Select(file => KeyValuePair.Create($"{path}/{file.Key}", file.Value));
    }

    private static SourceTree Filtered(SourceTree tree)
    {
        var projectFolders = tree.Files.Keys.Where(path => path.EndsWith("proj", StringComparison.OrdinalIgnoreCase))
            .Select(path => path.LastIndexOf('/') is var slash and >= 0 ? path[..slash] : "")
            .ToHashSet(StringComparer.Ordinal);
        return tree.Without(tree.Files.Keys.Where(path => path == ConfigurationFile || TreeFolder.IsToolOutput(path, projectFolders.Contains)));
    }
}

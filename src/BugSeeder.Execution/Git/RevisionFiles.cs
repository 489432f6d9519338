using BugSeeder.Execution.Trees;
using BugSeeder.Model;
using LibGit2Sharp;

namespace BugSeeder.Execution.Git;

/// <summary>Reads files as they were at a revision, without touching the working tree.</summary>
public static class RevisionFiles
{
    /// <summary>A file, or the files of a folder, by path relative to the folder that was named; a file has the path "".</summary>
    /// <param name="folder">A folder in the repository; the path is relative to it.</param>
    /// <param name="path">The file or folder.</param>
    /// <param name="revision">A commit, branch or tag, or whatever git takes for one.</param>
    /// <exception cref="UserError">There is no repository, no such revision, or no such path at it.</exception>
    public static IReadOnlyDictionary<string, TreeFile> Read(string folder, string path, string revision)
    {
        using var repository = Open(folder) ?? throw new UserError($"'{path}@{revision}' names a git revision, and '{folder}' is in no git repository.", "Name a file that is on disk.");
        var commit = Peel(repository, revision) ?? throw new UserError($"The repository has no revision '{revision}'.", "Name a commit, branch or tag after '@'; `git log --oneline` lists the commits.");
        return commit[Within(repository, folder, path)] switch
        {
            { Target: Blob blob } => new Dictionary<string, TreeFile>(StringComparer.Ordinal) { [""] = FileOf(blob) },
            { Target: Tree tree } => FilesOf(tree, "").ToDictionary(file => file.Path, file => file.File, StringComparer.Ordinal),
            _ => throw new UserError($"There is no '{path}' at the revision '{revision}'.", "Correct the path or the revision."),
        };
    }

    /// <summary>Whether there is such a file or folder at the revision.</summary>
    public static bool Exists(string folder, string path, string revision)
    {
        using var repository = Open(folder);
        return repository is not null && Within(repository, folder, path) is var within && !within.StartsWith("../", StringComparison.Ordinal) && Peel(repository, revision)?[within] is not null;
    }

    private static Repository? Open(string folder)
    {
        GitLibrary.Isolate();
        return Repository.Discover(folder) is { } found ? new Repository(found) : null;
    }

    private static string Within(Repository repository, string folder, string path) =>
        Path.GetRelativePath(repository.Info.WorkingDirectory, Path.GetFullPath(Path.Combine(folder, path))).Replace('\\', '/').TrimEnd('/');

    private static Commit? Peel(Repository repository, string revision)
    {
        try
        {
            return repository.Lookup(revision)?.Peel<Commit>();
        }
        catch (LibGit2SharpException)
        {
            // No revision at all, or an ambiguous one.
            return null;
        }
    }

    private static IEnumerable<(string Path, TreeFile File)> FilesOf(Tree tree, string prefix) => tree.SelectMany(entry => entry.Target switch
    {
        Blob blob => [(prefix + entry.Name, FileOf(blob))],
        Tree inner => FilesOf(inner, $"{prefix}{entry.Name}/"),
        _ => [],
    });

    private static TreeFile FileOf(Blob blob)
    {
        using var content = blob.GetContentStream();
        using var copy = new MemoryStream();
        content.CopyTo(copy);
        return new(copy.ToArray());
    }
}

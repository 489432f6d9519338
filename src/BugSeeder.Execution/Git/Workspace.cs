using BugSeeder.Execution.Trees;
using LibGit2Sharp;

namespace BugSeeder.Execution.Git;

/// <summary>The folder an assistant works in: one tree, one commit, no remote, and no time that says when it was made.</summary>
public static class Workspace
{
    private static readonly DateTimeOffset CommitTime = new(2024, 1, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Writes the tree and commits it, with a neutral author, message and date.</summary>
    /// <param name="tree">The files.</param>
    /// <param name="folder">A folder that does not exist yet.</param>
    public static void Create(SourceTree tree, string folder)
    {
        GitLibrary.Isolate();
        TreeFolder.Write(tree, folder);
        // Written in one pass, and all of one age: which file was planted in, no clock tells.
        foreach (var path in tree.Files.Where(file => file.Value.LinkTarget is null).Select(file => file.Key))
            File.SetLastWriteTimeUtc(Path.Combine(folder, path), CommitTime.UtcDateTime);
        Repository.Init(folder);
        using var repository = new Repository(folder);
        // Nothing may be converted on its way into the commit, and nothing may be left out of it.
        repository.Config.Set("core.autocrlf", false, ConfigurationLevel.Local);
        foreach (var path in tree.Files.Keys)
            repository.Index.Add(path);
        repository.Index.Write();
        var author = new Signature("Developer", "developer@example.com", CommitTime);
        repository.Commit("Initial commit", author, author, new CommitOptions { AllowEmptyCommit = true });
        // The reflog has the time at which we made it.
        if (Path.Combine(folder, ".git", "logs") is var logs && Directory.Exists(logs))
            Directory.Delete(logs, recursive: true);
    }

    /// <summary>Reads what the assistant made of its workspace. Git is not asked: the assistant may have changed its configuration, filters and ignore rules.</summary>
    /// <param name="folder">The workspace.</param>
    /// <param name="given">The tree that was given.</param>
    /// <param name="isIgnored">Ignore rules of the tree that was given, so that build output does not count as a change.</param>
    public static SourceTree Harvest(string folder, SourceTree given, Func<string, bool> isIgnored)
    {
        var projectFolders = given.Files.Keys.Where(path => path.EndsWith("proj", StringComparison.OrdinalIgnoreCase))
            .Select(path => path.LastIndexOf('/') is var slash and >= 0 ? path[..slash] : "")
            .ToHashSet(StringComparer.Ordinal);
        return TreeFolder.Read(folder, path => !given.Files.ContainsKey(path) && (TreeFolder.IsToolOutput(path, projectFolders.Contains) || isIgnored(path)), ReadLimits.OfStrangers());
    }
}

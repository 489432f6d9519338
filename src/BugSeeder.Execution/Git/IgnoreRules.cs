using BugSeeder.Execution.Trees;
using LibGit2Sharp;

namespace BugSeeder.Execution.Git;

/// <summary>The ignore rules of a tree as it was given, out of the assistant's reach.</summary>
public sealed class IgnoreRules : IDisposable
{
    private readonly Repository repository;

    /// <summary>Takes the rules from a tree.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="folder">A folder of our own that does not exist yet; the rules are kept there.</param>
    public IgnoreRules(SourceTree tree, string folder)
    {
        GitLibrary.Isolate();
        TreeFolder.Write(SourceTree.Of(tree.Files.Where(file => file.Key == ".gitignore" || file.Key.EndsWith("/.gitignore", StringComparison.Ordinal))), folder);
        Repository.Init(folder);
        repository = new Repository(folder);
    }

    /// <summary>Whether the rules ignore this relative path; a folder's path ends with a slash.</summary>
    public bool Ignores(string path) => repository.Ignore.IsPathIgnored(path);

    /// <inheritdoc/>
    public void Dispose() => repository.Dispose();
}

using LibGit2Sharp;

namespace BugSeeder.Execution.Git;

/// <summary>Which commits last changed which lines of a target. Commits that changed many files say nothing about what belongs together, and are left out.</summary>
/// <param name="folder">The target's folder.</param>
public sealed class LineHistory(string folder)
{
    /// <summary>A commit of more files is an import or a clean-up.</summary>
    private const int MostFiles = 25;

    private readonly Dictionary<string, string?[]> lines = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> isSmall = new(StringComparer.Ordinal);

    /// <summary>The short names of the commits that last changed these lines; none where there is no history.</summary>
    /// <param name="path">A file, relative to the target.</param>
    /// <param name="first">The first line, from 1.</param>
    /// <param name="last">The last line, from 1.</param>
    public IReadOnlySet<string> CommitsOf(string path, int first, int last)
    {
        if (!lines.TryGetValue(path, out var commits))
            lines[path] = commits = Blame(path);
        return commits.Skip(first - 1).Take(last - first + 1).OfType<string>().ToHashSet(StringComparer.Ordinal);
    }

    private string?[] Blame(string path)
    {
        GitLibrary.Isolate();
        if (Repository.Discover(folder) is not { } found)
            return [];
        using var repository = new Repository(found);
        if (repository.Info.IsBare || repository.Head.Tip is null)
            return [];
        var relative = Path.GetRelativePath(repository.Info.WorkingDirectory, Path.GetFullPath(Path.Combine(folder, path))).Replace('\\', '/');
        try
        {
            var commits = new List<string?>();
            foreach (var hunk in repository.Blame(relative).OrderBy(hunk => hunk.FinalStartLineNumber))
                commits.AddRange(Enumerable.Repeat(IsSmall(repository, hunk.FinalCommit) ? hunk.FinalCommit.Sha[..10] : null, hunk.LineCount));
            return [.. commits];
        }
        catch (LibGit2SharpException)
        {
            // The file is not in the history yet, or its history is cut off.
            return [];
        }
    }

    private bool IsSmall(Repository repository, Commit commit)
    {
        if (isSmall.TryGetValue(commit.Sha, out var known))
            return known;
        var parent = commit.Parents.FirstOrDefault();
        return isSmall[commit.Sha] = parent is not null && repository.Diff.Compare<TreeChanges>(parent.Tree, commit.Tree).Count <= MostFiles;
    }
}

using BugSeeder.Execution.Trees;
using LibGit2Sharp;

namespace BugSeeder.Execution.Git;

/// <summary>A commit that says that it mends something.</summary>
/// <param name="Commit">Its id.</param>
/// <param name="Message">Its message.</param>
/// <param name="Files">The C# files that it changed, added or deleted, as paths relative to the target.</param>
public sealed record FixCommit(string Commit, string Message, IReadOnlyList<FileVersions> Files);

/// <summary>A file before and after a commit.</summary>
/// <param name="Path">Its path after the commit; before it, if the commit deleted it.</param>
/// <param name="Before">Its text before; <see langword="null"/> if the commit added it.</param>
/// <param name="After">Its text after; <see langword="null"/> if the commit deleted it.</param>
public sealed record FileVersions(string Path, string? Before, string? After);

/// <summary>What a walk through a target's past found.</summary>
/// <param name="Walked">How many commits were looked at.</param>
/// <param name="Fixes">Those whose message says that something was mended, newest first.</param>
/// <param name="IsCut">Whether the past goes on beyond the limit, or beyond a shallow clone.</param>
public sealed record PastWalk(int Walked, IReadOnlyList<FixCommit> Fixes, bool IsCut);

/// <summary>Walks through a target's past for commits that mended something.</summary>
public static class FixHistory
{
    /// <summary>From here on a commit is no fix of one fault, whatever it says; reading all its files would only take time.</summary>
    private const int MostFiles = 40;

    /// <summary>
    /// The commits that HEAD builds on, newest first. A merge is compared with its first parent: it holds a fix that its branch spread over
    /// several commits, and a squashed one is a plain commit.
    /// </summary>
    /// <param name="folder">The target's folder, in a repository or not.</param>
    /// <param name="limit">How many commits are looked at, at most.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    public static PastWalk Walk(string folder, int limit, CancellationToken cancellationToken)
    {
        GitLibrary.Isolate();
        if (Repository.Discover(folder) is not { } found)
            return new(0, [], false);
        using var repository = new Repository(found);
        if (repository.Head.Tip is null || repository.Info.WorkingDirectory is null)
            return new(0, [], false);
        var prefix = TargetReader.PrefixOf(folder, repository.Info.WorkingDirectory);
        var (walked, fixes, isCut) = (0, new List<FixCommit>(), false);
        foreach (var commit in repository.Commits.QueryBy(new CommitFilter { IncludeReachableFrom = repository.Head.Tip, SortBy = CommitSortStrategies.Topological | CommitSortStrategies.Time }))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (walked == limit)
            {
                isCut = true;
                break;
            }

            walked++;
            if (FixMessage.Says(commit.Message) && FilesOf(repository, commit, prefix) is { Count: > 0 } files)
                fixes.Add(new(commit.Sha, commit.Message.Trim(), files));
        }

        return new(walked, fixes, isCut || repository.Info.IsShallow);
    }

    private static List<FileVersions> FilesOf(Repository repository, Commit commit, string prefix)
    {
        // Without a parent it is the first commit, or the first that a shallow clone has: everything would look new.
        if (commit.Parents.FirstOrDefault() is not { } parent)
            return [];
        var options = new CompareOptions { Similarity = SimilarityOptions.Renames };
        var changes = repository.Diff.Compare<TreeChanges>(parent.Tree, commit.Tree, options)
            .Where(change => change.Path.StartsWith(prefix, StringComparison.Ordinal) && change.Path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase) && change.Mode != Mode.GitLink)
            .ToList();
        return changes.Count > MostFiles
            ? []
            : [.. changes.Select(change => new FileVersions(change.Path[prefix.Length..], TextOf(repository, change.OldOid), TextOf(repository, change.Oid))).Where(file => file.Before is not null || file.After is not null)];
    }

    private static string? TextOf(Repository repository, ObjectId id)
    {
        if (repository.Lookup<Blob>(id) is not { } blob)
            return null;
        using var content = blob.GetContentStream();
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return new TreeFile(bytes.ToArray()).Text;
    }
}

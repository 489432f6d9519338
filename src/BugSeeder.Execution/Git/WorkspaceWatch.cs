using System.Diagnostics.CodeAnalysis;
using BugSeeder.Execution.Trees;
using BugSeeder.Model.Text;
using BugSeeder.Model.Trials;

namespace BugSeeder.Execution.Git;

/// <summary>
/// Watches a workspace while an assistant works in it: which states it goes through, by content hashes. Whoever goes round in circles comes back to a state.
/// It looks twice a second, reads only files whose time or length changed, and never fails a trial: what cannot be read now is read at the next look.
/// </summary>
/// <param name="workspace">The folder.</param>
/// <param name="given">The tree as it was given.</param>
/// <param name="isIgnored">Ignore rules of that tree.</param>
public sealed class WorkspaceWatch(string workspace, SourceTree given, Func<string, bool> isIgnored)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private const long LargestFile = 4 * 1024 * 1024;

    private readonly Dictionary<string, (DateTime Written, long Length)> stamps = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> contents = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> differing = new(StringComparer.Ordinal);
    private readonly List<string> states = [""];
    private int reverted;

    /// <summary>Watches while the work goes on, and takes a last look when it is over.</summary>
    /// <param name="work">What to watch.</param>
    /// <param name="cancellationToken">Ends the watching; the work has its own.</param>
    /// <returns>What the work returned, and what the workspace went through.</returns>
    public async Task<(T Result, WorkspaceHistory History)> DuringAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        foreach (var (path, stamp) in Stamps())
            stamps[path] = stamp;
        var working = work();
        while (await Task.WhenAny(working, Task.Delay(Pause, cancellationToken)) != working && !cancellationToken.IsCancellationRequested)
            Look();
        var result = await working;
        Look();
        return (result, History);
    }

    /// <summary>What the workspace went through so far.</summary>
    public WorkspaceHistory History => new(states.Distinct(StringComparer.Ordinal).Count(), Revisits(), reverted);

    /// <summary>Looks at the workspace now.</summary>
    public void Look()
    {
        var now = Stamps();
        foreach (var (path, stamp) in now)
        {
            if ((!stamps.TryGetValue(path, out var before) || before != stamp) && TryHash(path, out var hash))
            {
                stamps[path] = stamp;
                See(path, hash);
            }
        }

        foreach (var gone in stamps.Keys.Except(now.Keys, StringComparer.Ordinal).ToList())
        {
            stamps.Remove(gone);
            See(gone, "");
        }

        var state = StableHash.Of(differing.SelectMany(static file => (string[])[file.Key, file.Value]));
        state = differing.Count == 0 ? "" : state;
        if (state != states[^1])
            states.Add(state);
    }

    private void See(string path, string hash)
    {
        var first = given.Files.TryGetValue(path, out var file) ? StableHash.Of(file.Content) : "";
        if (hash == first)
            differing.Remove(path);
        else
            differing[path] = hash;
        if (!contents.TryGetValue(path, out var seen))
            contents[path] = seen = [first];
        if (seen[^1] == hash)
            return;
        reverted += seen.Contains(hash) ? 1 : 0;
        seen.Add(hash);
    }

    private int Revisits()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return states.Count(state => !seen.Add(state));
    }

    private Dictionary<string, (DateTime Written, long Length)> Stamps()
    {
        var found = new Dictionary<string, (DateTime, long)>(StringComparer.Ordinal);
        var open = new Stack<DirectoryInfo>([new DirectoryInfo(workspace)]);
        while (open.TryPop(out var folder))
        {
            foreach (var entry in Entries(folder))
            {
                var path = Path.GetRelativePath(workspace, entry.FullName).Replace('\\', '/');
                if (entry.LinkTarget is not null || (!given.Files.ContainsKey(path) && isIgnored(path)))
                    continue;
                if (entry is DirectoryInfo inner && inner.Name is not (".git" or "bin" or "obj" or ".vs" or "node_modules"))
                    open.Push(inner);
                else if (entry is FileInfo { Exists: true } file && RegularFile.IsOne(file.FullName))
                    found[path] = (file.LastWriteTimeUtc, file.Length);
            }
        }

        return found;
    }

    private static IReadOnlyList<FileSystemInfo> Entries(DirectoryInfo folder)
    {
        try
        {
            return [.. folder.EnumerateFileSystemInfos()];
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private bool TryHash(string path, [NotNullWhen(true)] out string? hash)
    {
        try
        {
            var file = new FileInfo(Path.Combine(workspace, path));
            if (!RegularFile.IsOne(file.FullName))
                throw new IOException("A pipe would never end.");
            hash = file.Length > LargestFile ? $"{file.Length}" : StableHash.Of(File.ReadAllBytes(file.FullName));
            return true;
        }
        catch (Exception busy) when (busy is IOException or UnauthorizedAccessException)
        {
            hash = null;
            return false;
        }
    }
}

using System.Globalization;

namespace BugSeeder.Execution.Sandboxes;

/// <summary>The memory of a process and of all that it started.</summary>
internal static class ProcessMemory
{
    /// <summary>Bytes that belong to these processes alone: what several share, such as a program's code, is not counted again and again.</summary>
    public static long OfTree(int root)
    {
        var children = Parents().ToLookup(pair => pair.Parent, pair => pair.Process);
        var sum = 0L;
        var open = new Stack<int>([root]);
        while (open.TryPop(out var process))
        {
            sum += Own(process);
            foreach (var child in children[process])
                open.Push(child);
        }

        return sum;
    }

    private static IEnumerable<(int Process, int Parent)> Parents()
    {
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            // "pid (name) state parent …", and the name may hold anything.
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var process)
                && Read(Path.Combine(folder, "stat")) is { } status
                && status[(status.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, var parent, ..])
                yield return (process, int.Parse(parent, CultureInfo.InvariantCulture));
        }
    }

    private static long Own(int process) =>
        Read($"/proc/{process}/statm")?.Split(' ') is [_, var resident, var shared, ..]
            ? (long.Parse(resident, CultureInfo.InvariantCulture) - long.Parse(shared, CultureInfo.InvariantCulture)) * System.Environment.SystemPageSize
            : 0;

    private static string? Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}

using System.Globalization;

namespace BugSeeder.Execution.Processes;

/// <summary>What a process and all that it started use, by Linux's <c>/proc</c>, see proc(5).</summary>
internal static class ProcessUse
{
    /// <summary>USER_HZ, in which <c>/proc</c> counts, whatever the kernel's own clock is.</summary>
    private const int TicksPerSecond = 100;

    /// <summary>Bytes that belong to these processes alone: what several share, such as a program's code, is not counted again and again.</summary>
    public static long Memory(int root) => Members(root).Sum(member => OwnMemory(member.Process));

    /// <summary>Their processor time so far, with that of those that have ended and were waited for; <see langword="null"/> where it cannot be read.</summary>
    public static TimeSpan? Cpu(int root)
    {
        // utime, stime, cutime and cstime are fields 14 to 17; the list begins with the third.
        var members = Members(root).Select(member => member.Status).ToList();
        return members.Count == 0 ? null : TimeSpan.FromSeconds(members.Sum(status => status[11..15].Sum(field => long.Parse(field, CultureInfo.InvariantCulture))) / (double)TicksPerSecond);
    }

    private static List<(int Process, string[] Status)> Members(int root)
    {
        if (!OperatingSystem.IsLinux())
            return [];
        var all = All();
        var children = all.ToLookup(entry => int.Parse(entry.Status[1], CultureInfo.InvariantCulture));
        var members = all.Where(entry => entry.Process == root).ToList();
        for (var next = 0; next < members.Count; next++)
            members.AddRange(children[members[next].Process]);
        return members;
    }

    private static List<(int Process, string[] Status)> All()
    {
        var all = new List<(int, string[])>();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            // "pid (name) state parent …", and the name may hold anything.
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var process) && Read(Path.Combine(folder, "stat")) is { } status)
                all.Add((process, status[(status.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        }

        return all;
    }

    private static long OwnMemory(int process) =>
        Read($"/proc/{process}/statm")?.Split(' ') is [_, var resident, var shared, ..]
            ? (long.Parse(resident, CultureInfo.InvariantCulture) - long.Parse(shared, CultureInfo.InvariantCulture)) * Environment.SystemPageSize
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

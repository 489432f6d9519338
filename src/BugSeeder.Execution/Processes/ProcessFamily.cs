using System.Diagnostics;
using System.Text;

namespace BugSeeder.Execution.Processes;

/// <summary>
/// Finds and ends the descendants that ending a process tree misses: those that were forked twice or called <c>setsid</c>.
/// They all inherit one environment variable with a token that only this run has. Its name says nothing about us.
/// </summary>
internal static class ProcessFamily
{
    /// <summary>The inherited variable.</summary>
    public const string Variable = "SESSION_TOKEN";

    public static string NewToken() => Guid.NewGuid().ToString("N");

    /// <summary>Ends every process that carries the token. On systems without <c>/proc</c> the process tree's own end has to do.</summary>
    public static void EndAll(string token)
    {
        if (!OperatingSystem.IsLinux())
            return;
        var mark = Encoding.ASCII.GetBytes($"{Variable}={token}");
        // A survivor may be forking while it is looked for, so look again until nobody is left.
        for (var round = 0; round < 20 && EndRound(mark); round++)
        {
        }
    }

    private static bool EndRound(byte[] mark)
    {
        var found = false;
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), out var id) || id == Environment.ProcessId || !Carries(folder, mark))
                continue;
            found |= End(id);
        }

        return found;
    }

    private static bool Carries(string folder, byte[] mark)
    {
        try
        {
            return File.ReadAllBytes(Path.Combine(folder, "environ")).AsSpan().IndexOf(mark) >= 0;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool End(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
            return true;
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}

using System.Globalization;

namespace BugSeeder.Bench.Measuring;

/// <summary>Looks twice a second at how much memory this process and all that descend from it have (Linux; nothing is seen elsewhere).</summary>
internal sealed class MemoryWatch : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private readonly CancellationTokenSource stop = new();
    private readonly Task looking;

    public MemoryWatch() => looking = Task.Run(LookAsync);

    /// <summary>The most that this process had, in bytes: what the system says of it, so that nothing is missed.</summary>
    public static long PeakBytes => Status(Environment.ProcessId, "VmHWM:") ?? 0;

    /// <summary>The most that all had together, in bytes. Pages that several share count for each, so it is an upper bound of what was seen.</summary>
    public long TreePeakBytes { get; private set; }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await looking.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
    }

    private async Task LookAsync()
    {
        while (OperatingSystem.IsLinux())
        {
            TreePeakBytes = Math.Max(TreePeakBytes, OfTree());
            await Task.Delay(Pause, stop.Token);
        }
    }

    private static long OfTree()
    {
        var parents = Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(name => int.TryParse(name, CultureInfo.InvariantCulture, out _))
            .Select(name => int.Parse(name!, CultureInfo.InvariantCulture)).Select(id => (Id: id, Parent: Status(id, "PPid:"))).Where(entry => entry.Parent is not null)
            .ToLookup(entry => (int)entry.Parent!.Value, entry => entry.Id);
        long sum = 0;
        var open = new Queue<int>([Environment.ProcessId]);
        while (open.TryDequeue(out var id))
        {
            sum += Status(id, "VmRSS:") ?? 0;
            foreach (var child in parents[id])
                open.Enqueue(child);
        }

        return sum;
    }

    /// <summary>A line of proc(5)'s status; <see langword="null"/> where the process is gone. Memory is in bytes.</summary>
    private static long? Status(int process, string name)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal));
            var fields = line?.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
            return fields is null ? null : long.Parse(fields[1], CultureInfo.InvariantCulture) * (fields.Length > 2 ? 1024 : 1);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}

using BugSeeder.Execution.Sandboxes;
using BugSeeder.TestHost.Protocol;

namespace BugSeeder.Execution.Hosting;

/// <summary>How a worker is started.</summary>
/// <param name="TestAssembly">The full path of the built test assembly; the worker runs in its folder, as tests do.</param>
/// <param name="Kind">How the tests are reached.</param>
/// <param name="Adapter">The full path of the VSTest adapter; <see langword="null"/> where none is used.</param>
/// <param name="RollForward">Whether it runs on a newer runtime than it was built for.</param>
/// <param name="MemoryLimit">The most memory that the process may use, in bytes.</param>
public sealed record WorkerSetup(string TestAssembly, HostKind Kind, string? Adapter, bool RollForward, long MemoryLimit)
{
    /// <summary>Whether its tests run side by side as they do in a real run; otherwise one at a time.</summary>
    public bool SideBySide { get; init; }

    /// <summary>Makes the box that it runs in, given a folder of its own that can be written to inside; <see langword="null"/> for an ordinary process.</summary>
    public Func<string, Box?>? BoxWith { get; init; }
}

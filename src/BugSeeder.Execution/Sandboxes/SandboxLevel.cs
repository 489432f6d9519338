namespace BugSeeder.Execution.Sandboxes;

/// <summary>How well this machine can shut a process in. A smaller number is a stronger wall.</summary>
public enum SandboxLevel
{
    /// <summary>Bubblewrap: own processes, files, network and user. It hides, limits and ends.</summary>
    Bubblewrap = 1,

    /// <summary>A container of podman or docker: the same, by another engine.</summary>
    Container = 2,

    /// <summary>An ordinary process of this user: it is limited and ended, and nothing is hidden from it.</summary>
    Process = 3,
}

namespace BugSeeder.Model.Runs;

/// <summary>How well a machine can shut a process in. A smaller number is a stronger wall.</summary>
public enum SandboxLevel
{
    /// <summary>Bubblewrap: own processes, files, network and user. It hides, limits and ends.</summary>
    Bubblewrap = 1,

    /// <summary>A container of podman or docker: the same, by another engine.</summary>
    Container = 2,

    /// <summary>An ordinary process of this user: it is limited and ended, and nothing is hidden from it.</summary>
    Process = 3,
}

/// <summary>What shut the assistants of a run in.</summary>
/// <param name="Level">How strong it was.</param>
/// <param name="Text">What it was and did, in one sentence.</param>
/// <param name="NetworkIsOpen">Whether an assistant could reach whatever the machine reaches.</param>
/// <param name="Hosts">What it could reach beside its model's own hosts.</param>
/// <param name="Tests">What shut in the builds and tests of what the assistants wrote, in one sentence.</param>
public sealed record Confinement(SandboxLevel Level, string Text, bool NetworkIsOpen, IReadOnlyList<string> Hosts, string Tests)
{
    /// <summary>Whether the answer could not be seen: neither on this machine nor on the network.</summary>
    public bool Hides => Level < SandboxLevel.Process && !NetworkIsOpen;
}

using BugSeeder.Execution.Assistants;
using BugSeeder.Execution.Sandboxes;

namespace BugSeeder.Assisting;

/// <summary>How the user wants assistants to be shut in.</summary>
public sealed record ConfinementSettings
{
    /// <summary>Whether assistants are shut in where this machine can do it. Where they are not, nothing is hidden from them.</summary>
    public bool Boxed { get; init; } = true;

    /// <summary>Whether assistants may run where nothing can be hidden from them.</summary>
    public bool AllowUnsandboxed { get; init; }

    /// <summary>Whether they may reach whatever this machine reaches.</summary>
    public bool OpenNetwork { get; init; }

    /// <summary>What they may reach beside their model's own hosts.</summary>
    public IReadOnlyList<ApiHost> Hosts { get; init; } = [];

    /// <summary>What the processes of a trial may use together.</summary>
    public BoxLimits Limits { get; init; } = new();
}

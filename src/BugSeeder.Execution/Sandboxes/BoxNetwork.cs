using BugSeeder.Execution.Sandboxes.Network;

namespace BugSeeder.Execution.Sandboxes;

/// <summary>What a box can reach.</summary>
public abstract record BoxNetwork
{
    private protected BoxNetwork()
    {
    }
}

/// <summary>Nothing but its own loopback.</summary>
public sealed record NoNetwork : BoxNetwork;

/// <summary>The hosts that a proxy of ours lets through; all else is refused and noted.</summary>
/// <param name="Proxy">The proxy.</param>
public sealed record ProxiedNetwork(AllowListProxy Proxy) : BoxNetwork;

/// <summary>Whatever this machine can reach, itself included.</summary>
public sealed record OpenNetwork : BoxNetwork;

using BugSeeder.Model.Runs;

namespace BugSeeder.Execution.Tests.Sandboxes;

/// <summary>What podman hides.</summary>
public sealed class PodmanWallTests() : WallTests(SandboxLevel.Container);

/// <summary>What podman limits and ends.</summary>
public sealed class PodmanBoxLimitTests() : BoxLimitTests(SandboxLevel.Container);

/// <summary>What podman lets reach.</summary>
public sealed class PodmanNetworkTests() : NetworkTests(SandboxLevel.Container);

using BugSeeder.Model.Runs;

namespace BugSeeder.Execution.Tests.Sandboxes;

/// <summary>What bubblewrap hides.</summary>
public sealed class BubblewrapWallTests() : WallTests(SandboxLevel.Bubblewrap);

/// <summary>What bubblewrap limits and ends.</summary>
public sealed class BubblewrapBoxLimitTests() : BoxLimitTests(SandboxLevel.Bubblewrap);

/// <summary>What bubblewrap lets reach.</summary>
public sealed class BubblewrapNetworkTests() : NetworkTests(SandboxLevel.Bubblewrap);

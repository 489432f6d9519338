using BugSeeder.Hosting;
using BugSeeder.Model.Bugs;

namespace BugSeeder.Proving;

/// <summary>A seed that fresh processes have to try.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Before">How a warm worker's run of it ended.</param>
/// <param name="InBodies">Whether it changes nothing but method bodies.</param>
/// <param name="Covered">Of a seed that no warm worker noticed: whether any test ran it; <see langword="null"/> of others.</param>
internal sealed record ColdCase(Seed Seed, HostEnd Before, bool InBodies, bool? Covered = null);

using BugSeeder.Hosting;
using BugSeeder.Model.Bugs;

namespace BugSeeder.Proving;

/// <summary>A seed that fresh processes have to try.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Before">How a warm worker's run of it ended.</param>
/// <param name="InBodies">Whether it changes nothing but method bodies.</param>
/// <param name="Tests">The tests that run its code; <see langword="null"/> where any may.</param>
internal sealed record ColdCase(Seed Seed, HostEnd Before, bool InBodies, IReadOnlyList<CoveringTest>? Tests = null);

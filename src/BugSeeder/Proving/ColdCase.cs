using BugSeeder.Hosting;
using BugSeeder.Model.Bugs;

namespace BugSeeder.Proving;

/// <summary>What a fresh process has to try by itself.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Before">How a warm worker's run of it ended.</param>
/// <param name="InBodies">Whether it changes nothing but method bodies.</param>
internal sealed record ColdCase(Seed Seed, HostEnd Before, bool InBodies);

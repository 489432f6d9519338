using BugSeeder.Execution.Builds;
using BugSeeder.Execution.Sandboxes;

namespace BugSeeder.Hosting;

/// <summary>What holds for every worker of a target.</summary>
/// <param name="DotNet">What starts it.</param>
/// <param name="RollForward">Whether it runs on a newer runtime than it was built for.</param>
/// <param name="BoxFor">Makes the box that it runs in, of the folder of its place and of one for its socket; <see langword="null"/> for ordinary processes.</param>
internal sealed record HostConditions(DotNet DotNet, bool RollForward, Func<string, string, Box?>? BoxFor);

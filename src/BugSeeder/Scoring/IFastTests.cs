using BugSeeder.Execution.Trees;
using BugSeeder.Model.Targets;

namespace BugSeeder.Scoring;

/// <summary>Compiles and tests a tree without a build, where it can be sure to come to what the build would.</summary>
internal interface IFastTests
{
    /// <summary>What the tests say of a tree, in a process that ran nothing before.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The verdict, or none and why the real build has to say it.</returns>
    Task<(TreeVerdict? Verdict, string Reason)> TryAsync(SourceTree tree, CancellationToken cancellationToken);
}

using BugSeeder.Execution.Trees;
using BugSeeder.Model.Targets;

namespace BugSeeder.Execution.Builds;

/// <summary>Says what the target's own tests make of a tree. The same tree has the same verdict, unless it is asked for anew.</summary>
public interface ITreeJudge
{
    /// <summary>Compiles and tests a tree, unless it was judged before.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="cancellationToken">Ends it.</param>
    Task<TreeVerdict> JudgeAsync(SourceTree tree, CancellationToken cancellationToken);

    /// <summary>Compiles and tests a tree even if it was judged before: to see whether the tests waver.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="cancellationToken">Ends it.</param>
    Task<TreeVerdict> JudgeAnewAsync(SourceTree tree, CancellationToken cancellationToken);
}

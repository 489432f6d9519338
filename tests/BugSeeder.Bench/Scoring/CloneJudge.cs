using BugSeeder.Execution.Builds;
using BugSeeder.Execution.Processes;
using BugSeeder.Execution.Trees;
using BugSeeder.Model.Targets;

namespace BugSeeder.Bench.Scoring;

/// <summary>The slow way that everything is compared with: a clone of its own for every tree, restored, built and tested.</summary>
internal sealed class CloneJudge(TargetSettings settings, TargetLayout layout, string folder) : ITreeJudge
{
    private int clones;

    /// <inheritdoc/>
    public Task<TreeVerdict> JudgeAsync(SourceTree tree, CancellationToken cancellationToken) => JudgeAnewAsync(tree, cancellationToken);

    /// <inheritdoc/>
    public async Task<TreeVerdict> JudgeAnewAsync(SourceTree tree, CancellationToken cancellationToken)
    {
        var place = Path.Combine(folder, $"{Interlocked.Increment(ref clones)}");
        var slot = new BuildSlot(new DotNet(settings), tree, place);
        var built = await slot.PrepareAsync([.. layout.Tests.Select(test => new TestCandidate(test.Path, test.Framework, test.IsMultiTargeted, layout.RollForward, null))], cancellationToken);
        var verdict = built.Succeeded
            ? await slot.TestAsync(layout, settings.TestLimit, [], cancellationToken)
            : new(built.End == ProcessEnd.Exited ? TreeOutcome.BuildFailed : TreeOutcome.TestsTimedOut, [], new Dictionary<string, TestOutcome>(), new Dictionary<string, string>());
        Directory.Delete(place, recursive: true);
        return verdict;
    }
}

using System.Collections.Concurrent;
using BugSeeder.Execution.Builds;
using BugSeeder.Execution.Trees;
using BugSeeder.Model.Scores;
using BugSeeder.Model.Targets;

namespace BugSeeder.Scoring;

/// <summary>A fast judge for one trial, which remembers how the trees of this trial were judged.</summary>
internal sealed class WatchedJudge(FastJudge judge) : ITreeJudge
{
    private readonly ConcurrentQueue<FastJudge.Settled> settled = new();

    /// <summary>How the trees were judged so far: one that had to be built makes the trial one that was built.</summary>
    public Judging Judging => settled.FirstOrDefault(verdict => !verdict.IsFast) is { } built ? new(JudgingRoute.Build, built.Reason, null, [])
        : settled.TryPeek(out var first) ? new(JudgingRoute.Fast, first.Reason, null, [])
        : new(JudgingRoute.Nothing, "nothing had to be built or tested", null, []);

    /// <inheritdoc/>
    public async Task<TreeVerdict> JudgeAsync(SourceTree tree, CancellationToken cancellationToken) => Remember(await judge.JudgeAsync(tree, cancellationToken));

    /// <inheritdoc/>
    public async Task<TreeVerdict> JudgeAnewAsync(SourceTree tree, CancellationToken cancellationToken) => Remember(await judge.JudgeAnewAsync(tree, cancellationToken));

    private TreeVerdict Remember(FastJudge.Settled verdict)
    {
        settled.Enqueue(verdict);
        return verdict.Verdict;
    }
}

using BugSeeder.Execution.Builds;
using BugSeeder.Execution.Trees;
using BugSeeder.Model.Targets;
using BugSeeder.Scoring;

namespace BugSeeder.Bench.Scoring;

/// <summary>Judges every tree anew, so that a trial's time is its own and not that of one before it.</summary>
internal sealed class ForgetfulJudge(Func<SourceTree, CancellationToken, Task<TreeVerdict>> judge) : ITreeJudge
{
    public static ForgetfulJudge Of(FastJudge fast) => new(async (tree, token) => (await fast.JudgeAnewAsync(tree, token)).Verdict);

    public static ForgetfulJudge Of(Judge real) => new(real.JudgeAnewAsync);

    /// <inheritdoc/>
    public Task<TreeVerdict> JudgeAsync(SourceTree tree, CancellationToken cancellationToken) => judge(tree, cancellationToken);

    /// <inheritdoc/>
    public Task<TreeVerdict> JudgeAnewAsync(SourceTree tree, CancellationToken cancellationToken) => judge(tree, cancellationToken);
}

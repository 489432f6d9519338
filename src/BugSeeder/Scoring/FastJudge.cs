using System.Collections.Concurrent;
using BugSeeder.Execution.Builds;
using BugSeeder.Execution.Trees;
using BugSeeder.Model.Targets;

namespace BugSeeder.Scoring;

/// <summary>Judges trees fast, and by the real build what cannot be settled fast. Same bytes, same verdict.</summary>
internal sealed class FastJudge(ITreeJudge build, IFastTests fast)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<Settled>>> verdicts = new(StringComparer.Ordinal);

    /// <summary>A verdict and how it was come to.</summary>
    /// <param name="Verdict">What the tests say.</param>
    /// <param name="IsFast">Whether no build was needed.</param>
    /// <param name="Reason">Why it was judged that way.</param>
    public sealed record Settled(TreeVerdict Verdict, bool IsFast, string Reason);

    /// <summary>Judges a tree, unless it was judged before.</summary>
    public Task<Settled> JudgeAsync(SourceTree tree, CancellationToken cancellationToken) =>
        verdicts.GetOrAdd(tree.Hash, _ => new(() => SettleAsync(tree, build.JudgeAsync, cancellationToken))).Value;

    /// <summary>Judges a tree even if it was judged before.</summary>
    public Task<Settled> JudgeAnewAsync(SourceTree tree, CancellationToken cancellationToken) => SettleAsync(tree, build.JudgeAnewAsync, cancellationToken);

    private async Task<Settled> SettleAsync(SourceTree tree, Func<SourceTree, CancellationToken, Task<TreeVerdict>> slowly, CancellationToken cancellationToken)
    {
        var (verdict, reason) = await fast.TryAsync(tree, cancellationToken);
        return verdict is not null ? new(verdict, true, reason) : new(await slowly(tree, cancellationToken), false, reason);
    }
}

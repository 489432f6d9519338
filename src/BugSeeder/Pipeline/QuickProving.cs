using BugSeeder.Execution.Builds;
using BugSeeder.Hosting;
using BugSeeder.Proving;

namespace BugSeeder.Pipeline;

/// <summary>Gets proving ready for a target, by the fast path where the target lets it.</summary>
internal static class QuickProving
{
    /// <summary>Finds out how the tests run in workers and which of them run what, and says it.</summary>
    /// <param name="target">The target.</param>
    /// <param name="settings">How it is built and tested.</param>
    /// <param name="work">A folder of our own.</param>
    /// <param name="parallel">How much goes on at once.</param>
    /// <param name="realOnly">Whether the fast path is not wanted.</param>
    /// <param name="progress">Told the way of each test project.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public static async Task<QuickProver> OpenAsync(OpenTarget target, TargetSettings settings, WorkFolder work, int parallel, bool realOnly, IProgressSink progress, CancellationToken cancellationToken)
    {
        var prover = new Prover(target.Judge, target.Code, target.Baseline);
        if (realOnly)
            return new(prover, null);
        try
        {
            var host = await HostedTarget.OpenAsync(target.Judge, target.Code, target.Baseline, settings, work.Sub("h"), parallel, cancellationToken);
            foreach (var note in host.Notes())
                progress.Note(note);
            return new(prover, host.Suites.Count == 0 ? null : await FastScreen.OpenAsync(host, cancellationToken));
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            // Nothing is lost but time: the real build can do it all.
            progress.Warn($"no worker can be used here, so every seed is judged by the real build and tests: {problem.Message}");
            return new(prover, null);
        }
    }

    /// <summary>Says how often the fast path and the real build were both asked, and where they did not agree.</summary>
    public static void Report(QuickProver prover, IProgressSink progress)
    {
        if (prover.DoneAgain > 0)
            progress.Note($"{prover.Quick} seeds were screened in workers; {prover.DoneAgain} of them were judged by the real build and tests as well, and {prover.Disagreements.Count} not alike");
        if (prover.Breakdown is { } breakdown)
            progress.Warn($"the fast path broke down at some seeds, which the real build and tests have judged: {breakdown}");
        foreach (var disagreement in prover.Disagreements)
            progress.Warn($"the fast path was wrong, and the real build's word stands: {disagreement}");
    }
}

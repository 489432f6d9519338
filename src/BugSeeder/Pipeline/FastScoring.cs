using BugSeeder.Execution.Builds;
using BugSeeder.Execution.Hosting;
using BugSeeder.Hosting;
using BugSeeder.Model.Runs;
using BugSeeder.Model.Targets;
using BugSeeder.Scoring;

namespace BugSeeder.Pipeline;

/// <summary>Whether a run's trials can be scored fast on its target, found out by trying.</summary>
/// <param name="Tests">The fast way; <see langword="null"/> where there is none.</param>
/// <param name="WhyBuilt">Why there is none.</param>
/// <param name="Notes">How the trials are judged and why, for the user.</param>
internal sealed record FastScoring(IFastTests? Tests, string WhyBuilt, IReadOnlyList<string> Notes)
{
    /// <summary>Tries how the target's tests run in workers.</summary>
    public static async Task<FastScoring> OpenAsync(ConfirmPolicy confirm, OpenTarget target, Baseline baseline, TargetSettings settings, string folder, int parallel, CancellationToken cancellationToken)
    {
        if (confirm == ConfirmPolicy.All)
            return Built("--confirm all says so");
        try
        {
            var host = await HostedTarget.OpenAsync(target.Judge, new(target.Code), baseline, settings, folder, parallel, isBoxed: true, cancellationToken);
            if (HostedTests.Problem(host) is { } problem)
                return Built(problem);
            return new(new HostedTests(host, target.Judge.Original, target.Code), "", [.. host.Notes().Select(note => $"trials: {note}")]);
        }
        catch (Exception problem) when (problem is WorkerException or IOException or UnauthorizedAccessException)
        {
            return Built($"no worker runs its tests: {problem.Message}");
        }
    }

    private static FastScoring Built(string why) => new(null, why, [$"trials: by the real build, since {why}"]);
}

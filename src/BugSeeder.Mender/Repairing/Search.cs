using BugSeeder.Mender.Checking;

namespace BugSeeder.Mender.Repairing;

/// <summary>Tries patches in their order until one makes everything pass that fails, and nothing fail that passes.</summary>
/// <param name="bench">The workspace.</param>
/// <param name="departures">What fails and what passes.</param>
/// <param name="budget">When to stop.</param>
/// <param name="each">Whether each patch that is tried is told.</param>
/// <param name="progress">Told what goes on.</param>
internal sealed class Search(Bench bench, Departures departures, Budget budget, bool each, IProgress<string> progress) : IAsyncDisposable
{
    private const int Report = 200;
    private readonly WarmLane lane = new(bench);

    /// <summary>How many were tried.</summary>
    public int Tried { get; private set; }

    /// <summary>Whether the budget ended it before all were tried.</summary>
    public bool IsCutShort { get; private set; }

    /// <summary>The patches after which all passes, as they are found.</summary>
    public async IAsyncEnumerable<Candidate> FindAsync(IReadOnlyList<Candidate> candidates, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var candidate in candidates)
        {
            if (budget.IsOver)
            {
                IsCutShort = true;
                yield break;
            }

            if (++Tried % Report == 0)
                progress.Report($"{Tried} of {candidates.Count} patches tried");
            if (await TryAsync(candidate, cancellationToken))
                yield return candidate;
        }
    }

    public ValueTask DisposeAsync() => lane.DisposeAsync();

    private async Task<bool> TryAsync(Candidate candidate, CancellationToken cancellationToken)
    {
        var outcome = await OutcomeOfAsync(candidate, cancellationToken);
        if (each)
            progress.Report($"{outcome}: {candidate}{(outcome == TryOutcome.Failed ? $" [{lane.Failure}]" : "")}");
        return outcome == TryOutcome.Passed;
    }

    private async Task<TryOutcome> OutcomeOfAsync(Candidate candidate, CancellationToken cancellationToken)
    {
        var mutant = Mutant.Of(candidate, cancellationToken);
        var outcome = mutant.Bodies.Count == 0 || candidate.IsOnce ? TryOutcome.NeedsFreshProcess : await lane.ApplyAsync(mutant, cancellationToken);
        if (outcome == TryOutcome.Passed)
            outcome = await lane.RunAsync(departures.Failing, cancellationToken);
        if (outcome == TryOutcome.Passed)
            outcome = await lane.RunAsync(departures.Passing, cancellationToken);
        // A warm process has seen other patches, so what passes there is looked at once more.
        return outcome is TryOutcome.Passed or TryOutcome.NeedsFreshProcess
            ? await FreshRun.TryAsync(bench, mutant.Project, departures.Failing, departures.Passing, cancellationToken)
            : outcome;
    }
}

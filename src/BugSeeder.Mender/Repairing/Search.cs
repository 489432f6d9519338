using BugSeeder.Hosting;
using BugSeeder.Mender.Checking;
using Microsoft.CodeAnalysis;

namespace BugSeeder.Mender.Repairing;

/// <summary>
/// Tries patches in their order, until one reaches all goals and breaks nothing. A patch that reaches some of them is kept, and others are tried together with it:
/// the set of goals that are reached only grows. At the end so are patches after which something fails otherwise than before.
/// </summary>
/// <param name="bench">The workspace.</param>
/// <param name="departures">What fails and what passes.</param>
/// <param name="goals">What is to be reached.</param>
/// <param name="budget">When to stop.</param>
/// <param name="each">Whether each patch that is tried is told.</param>
/// <param name="progress">Told what goes on.</param>
internal sealed class Search(Bench bench, Departures departures, Goals goals, Budget budget, bool each, IProgress<string> progress) : IAsyncDisposable
{
    private const int Report = 200;

    /// <summary>So many patches are tried alone before others are tried together with what has been kept.</summary>
    private const int Alone = 100;

    /// <summary>So many are tried together with one that was kept before it is another's turn: it is not known which of them is a step to the whole.</summary>
    private const int AtOnce = 50;

    /// <summary>So many are tried together with one that was kept, and so many of those there are at most.</summary>
    private const int Together = 600;
    private const int MostKept = 6;

    /// <summary>So many tests run first that have failed on other patches.</summary>
    private const int MostKillers = 8;

    private readonly WarmLane lane = new(bench);
    private readonly LinkedList<CoveringTest> killers = [];
    private readonly List<Trial> kept = [];
    private readonly List<Trial> moving = [];

    /// <summary>Whatever reaches something, also where another that was kept reaches as much: with a third it may be the one that fits.</summary>
    private readonly List<Trial> reaching = [];
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    /// <summary>How many were tried.</summary>
    public int Tried { get; private set; }

    /// <summary>Whether the budget ended it before all were tried.</summary>
    public bool IsCutShort { get; private set; }

    /// <summary>The patch that reaches most of what it cannot reach all of; <see langword="null"/> where none reaches anything.</summary>
    public Trial? Best => kept.OrderByDescending(trial => trial.Met.Count).ThenBy(trial => trial.Candidate.Edits).FirstOrDefault();

    /// <summary>The patches that reach all goals, as they are found.</summary>
    public async IAsyncEnumerable<Candidate> FindAsync(IReadOnlyList<Candidate> candidates, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var candidate in Ordered(candidates))
        {
            if (budget.IsOver)
            {
                IsCutShort = true;
                yield break;
            }

            budget.Spend(1);
            if (++Tried % Report == 0)
                progress.Report($"{Tried} patches tried, of {candidates.Count} and their combinations");
            var trial = await TryAsync(candidate, cancellationToken);
            if (each)
                progress.Report($"{trial.Outcome}{(trial.Met.Count > 0 ? $" {trial.Met.Count} of {goals.Count}" : "")}: {candidate}{(trial.Why.Length > 0 ? $" [{trial.Why.ReplaceLineEndings(" ")}]" : "")}");
            if (trial.Outcome == TryOutcome.Passed && trial.Met.Count == goals.Count)
                yield return candidate;
            else if (trial.Outcome == TryOutcome.Passed)
                Note(trial);
            else if (trial.Moves && moving.Count < Together)
                moving.Add(trial);
        }
    }

    public ValueTask DisposeAsync() => lane.DisposeAsync();

    /// <summary>The patches alone and together, in an order that goes by what has been seen so far.</summary>
    private IEnumerable<Candidate> Ordered(IReadOnlyList<Candidate> candidates)
    {
        var grown = new HashSet<Candidate>(ReferenceEqualityComparer.Instance);
        foreach (var (number, candidate) in candidates.Index())
        {
            yield return candidate;
            foreach (var joint in Joined())
                yield return joint;
            if (number >= Alone && number % Alone == 0)
            {
                while (Next(grown) is { } start)
                {
                    foreach (var joint in With(start, candidates).Take(AtOnce))
                        yield return joint;
                }
            }
        }

        foreach (var start in grown.Count == 0 ? [] : kept.Where(trial => grown.Contains(trial.Candidate)).ToList())
        {
            foreach (var joint in With(start, candidates))
                yield return joint;
        }

        while (Next(grown) is { } start)
        {
            foreach (var joint in With(start, candidates))
                yield return joint;
        }

        // Mistakes that hide each other: the second shows only when the first is gone.
        foreach (var start in moving.OrderByDescending(trial => trial.Candidate.Score).ToList())
        {
            foreach (var joint in With(start, candidates))
                yield return joint;
        }
    }

    /// <summary>What was kept and not grown yet, the one that reaches most first.</summary>
    private Trial? Next(HashSet<Candidate> grown) => grown.Count >= MostKept ? null
        : kept.Where(trial => !grown.Contains(trial.Candidate)).OrderByDescending(trial => trial.Met.Count).ThenBy(trial => trial.Candidate.Edits).FirstOrDefault() is { } next && grown.Add(next.Candidate) ? next : null;

    /// <summary>The last that reached something with others that reach what it does not, those first with which it reaches most.</summary>
    private IEnumerable<Candidate> Joined()
    {
        if (reaching.Count < 2)
            yield break;
        var last = reaching[^1];
        foreach (var other in reaching.SkipLast(1).Where(other => !other.Met.IsSupersetOf(last.Met) && !last.Met.IsSupersetOf(other.Met)).OrderByDescending(other => other.Met.Union(last.Met).Count()).ThenBy(other => other.Candidate.Edits).Take(MostKept).ToList())
        {
            if (Candidate.Both(other.Candidate, last.Candidate) is { } joint && seen.Add(joint.ToString()))
                yield return joint;
        }
    }

    /// <summary>A patch together with others, those first that promise most for what it leaves.</summary>
    private IEnumerable<Candidate> With(Trial start, IReadOnlyList<Candidate> candidates)
    {
        var left = departures.Failing.Where((_, number) => !start.Met.Contains(number)).ToHashSet();
        var refuse = left.Count > 0 && left.All(test => bench.Code.Of(bench.Suites[test.Suite].Hosted.Tests[test.Test].Class) is { Example.Throws: true });
        return candidates.Where(other => !ReferenceEquals(other, start.Candidate))
            .Select(other => (Other: other, Promise: other.ScoreFor(left, departures.Failing.Count) * (refuse && other.Guards ? CandidateMaker.Guarding : 1))).Where(entry => entry.Promise > 0)
            .OrderByDescending(entry => entry.Promise).Take(Together)
            .Select(entry => Candidate.Both(start.Candidate, entry.Other)).OfType<Candidate>().Where(joint => seen.Add(joint.ToString()));
    }

    private void Note(Trial trial)
    {
        reaching.Add(trial);
        Keep(trial);
    }

    /// <summary>What reaches no more than something that was kept before it, which is no larger, is not kept.</summary>
    private void Keep(Trial trial)
    {
        if (kept.Exists(other => other.Met.IsSupersetOf(trial.Met) && (other.Met.Count > trial.Met.Count || other.Candidate.Edits <= trial.Candidate.Edits)))
            return;
        kept.Add(trial);
        progress.Report($"{trial.Met.Count} of {goals.Count} reached by {trial.Candidate}");
    }

    private async Task<Trial> TryAsync(Candidate candidate, CancellationToken cancellationToken)
    {
        var mutant = Mutant.Of(candidate, cancellationToken);
        if (goals.ReadIn(mutant.Project, candidate.Files, cancellationToken) is not { } read)
            return Trial.InVain(candidate, TryOutcome.Failed, "the code departs from the spec elsewhere");
        if (!goals.HaveTests && read.Count == 0)
            return Trial.InVain(candidate, TryOutcome.Failed, "the code still reads otherwise");
        if (mutant.Bodies.Count == 0 || candidate.IsOnce)
            return await TryFreshAsync(candidate, mutant, read, cancellationToken);
        var applied = await lane.ApplyAsync(mutant, cancellationToken);
        if (applied != TryOutcome.Passed)
            return applied == TryOutcome.NeedsFreshProcess ? await TryFreshAsync(candidate, mutant, read, cancellationToken) : Trial.InVain(candidate, applied, "");
        var failing = await lane.RunAsync(departures.Failing, stop: false, cancellationToken);
        var met = goals.Of(failing.Passed).Concat(read).ToHashSet();
        if (failing.Outcome == TryOutcome.NeedsFreshProcess)
            return await TryFreshAsync(candidate, mutant, read, cancellationToken);
        if (met.Count == 0)
            return Trial.InVain(candidate, failing.Outcome, failing.Why, Moves(failing));
        var broken = await BrokenAsync(candidate, cancellationToken);
        return broken.Outcome switch
        {
            // A warm process has seen other patches, so what passes there is looked at once more.
            TryOutcome.Passed when met.Count == goals.Count => await TryFreshAsync(candidate, mutant, read, cancellationToken),
            TryOutcome.Failed when met.Count == goals.Count && await PassNowAsync(broken, cancellationToken) => await TryFreshAsync(candidate, mutant, read, cancellationToken),
            TryOutcome.Passed => new(candidate, TryOutcome.Passed, met, Moves: false, failing.Why),
            TryOutcome.NeedsFreshProcess => await TryFreshAsync(candidate, mutant, read, cancellationToken),
            _ => Trial.InVain(candidate, broken.Outcome, broken.Why, moves: true),
        };
    }

    private async Task<Trial> TryFreshAsync(Candidate candidate, Mutant mutant, IReadOnlyList<int> read, CancellationToken cancellationToken)
    {
        var (failing, restPasses) = await RunFreshAsync(mutant, cancellationToken);
        if (!restPasses && Met(failing).Count == goals.Count)
            (failing, restPasses) = await RunFreshAsync(mutant, cancellationToken);
        var met = Met(failing);
        return met.Count > 0 && restPasses
            ? new(candidate, TryOutcome.Passed, met, Moves: false, failing.Why)
            : Trial.InVain(candidate, failing.Outcome == TryOutcome.DoesNotCompile ? failing.Outcome : TryOutcome.Failed, failing.Why, met.Count > 0 || Moves(failing));

        HashSet<int> Met(LaneRun run) => [.. goals.Of(run.Passed), .. read];
    }

    /// <summary>Whether what failed passes when it runs again: a test that wavers now and then must not cost a patch after which everything that failed passes.</summary>
    private async Task<bool> PassNowAsync(LaneRun run, CancellationToken cancellationToken) =>
        run.Failures.Count > 0 && (await lane.RunAsync([.. run.Failures.Keys], stop: true, cancellationToken)).Outcome == TryOutcome.Passed;

    private Task<(LaneRun First, bool RestPasses)> RunFreshAsync(Mutant mutant, CancellationToken cancellationToken)
    {
        budget.Spend(Budget.Fresh);
        return FreshRun.TryAsync(bench, mutant, departures.Failing, departures.Passing, cancellationToken);
    }

    /// <summary>Runs what passed before, what has failed on other patches first.</summary>
    private async Task<LaneRun> BrokenAsync(Candidate candidate, CancellationToken cancellationToken)
    {
        var covering = candidate.Covering?.ToHashSet();
        var first = killers.Where(test => covering?.Contains(test) != false).ToList();
        if (first.Count > 0 && await lane.RunAsync(first, stop: true, cancellationToken) is { Outcome: not TryOutcome.Passed } early)
            return early;
        var run = await lane.RunAsync([.. departures.Passing.Where(test => covering?.Contains(test) != false)], stop: true, cancellationToken);
        foreach (var test in run.Failures.Keys.Where(test => !killers.Contains(test)))
            killers.AddFirst(test);
        while (killers.Count > MostKillers)
            killers.RemoveLast();
        return run;
    }

    private bool Moves(LaneRun run) => run.Failures.Any(failure => bench.Suites[failure.Key.Suite].Failing.TryGetValue(failure.Key.Test, out var before) && before != failure.Value);
}

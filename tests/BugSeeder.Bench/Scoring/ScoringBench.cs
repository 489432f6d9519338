using System.Diagnostics;
using BugSeeder.Assisting;
using BugSeeder.Assisting.References;
using BugSeeder.Bench.Measuring;
using BugSeeder.Code;
using BugSeeder.Execution.Builds;
using BugSeeder.Model;
using BugSeeder.Model.Bugs;
using BugSeeder.Model.Runs;
using BugSeeder.Model.Scores;
using BugSeeder.Model.Statistics;
using BugSeeder.Model.Trials;
using BugSeeder.Pipeline;
using BugSeeder.Preparing;
using BugSeeder.Scoring;

namespace BugSeeder.Bench.Scoring;

/// <summary>Scores trials of reference assistants fast and by the real build, and compares what comes out and how long it takes.</summary>
internal sealed class ScoringBench(RunRequest request, RunSetup setup, OpenTarget target, WorkFolder work, IProgressSink progress)
{
    private readonly Preparer preparer = new(setup.Source.Tree, target.Code, [.. setup.LeftOut.Keys]);

    /// <summary>A trial that has ended, ready to be scored.</summary>
    private sealed record Ended(PlannedTrial Trial, Evidence Evidence);

    /// <summary>What both ways say of a trial.</summary>
    private sealed record Both(Ended Trial, Score Fast, Score Real, Judging Judging);

    /// <summary>Scores all trials both ways for agreement, and some of them again, one at a time and with nothing known, for their time.</summary>
    public async Task<ScoringReport> RunAsync(int timed, CancellationToken cancellationToken)
    {
        var fast = await FastScoring.OpenAsync(ConfirmPolicy.Sample, target, setup.Bank.Bank.Baseline, request.Settings, work.Sub("h"), request.Parallel, cancellationToken);
        foreach (var note in fast.Notes)
            progress.Note(note);
        if (fast.Tests is null)
            throw new UserError($"The target's trials cannot be scored fast: {fast.WhyBuilt}.", "Measure another target.", ExitCode.TargetUnusable);
        var ended = await TryAllAsync(cancellationToken);
        var times = await TimeAsync(new SeededRandom(request.SeedNumber).Shuffled(ended).Take(timed).ToList(), new(target.Judge, fast.Tests), cancellationToken);
        var scored = await ScoreAllAsync(ended, new(target.Judge, fast.Tests), cancellationToken);
        var settled = scored.Where(both => both.Judging.Route == JudgingRoute.Fast).ToList();
        var disagreements = settled.SelectMany(Differences).ToList();
        return new(
            setup.Source.Identity.Name, scored.Count, settled.Count, settled.Count(both => !Differences(both).Any()), target.Judge.Judged, disagreements,
            Spread.Of(times.Select(time => time.Prepare)), Spread.Of(times.Select(time => time.Fast)), Spread.Of(times.Select(time => time.Slow)), Spread.Of(times.Select(time => time.Warm)),
            Spread.Of(times.Select(time => (time.Prepare + time.Slow) / (time.Prepare + time.Fast))));
    }

    private async Task<IReadOnlyList<Ended>> TryAllAsync(CancellationToken cancellationToken)
    {
        using var desk = new WorkFolder();
        var trials = Planned(cancellationToken);
        var prepared = trials.ToDictionary(trial => trial.Key, trial => trial.Prepared);
        foreach (var reference in request.Assistants.OfType<ReferenceAssistant>())
            reference.Learn(key => RunPipeline.AnswerOf(prepared[key], target));
        var runner = new TrialRunner(desk.Path, request.Limits, confiner: null, retries: 0, new(TimeProvider.System, TimeSpan.Zero, progress.Warn), TimeProvider.System);
        var ended = new List<Ended>();
        foreach (var trial in trials)
        {
            var result = await runner.RunAsync(trial.Assistant, trial.Key, trial.Prepared, before: [], cancellationToken);
            var planted = Edits.Apply(target.Source.Tree, trial.Prepared.Bug.Seed.Edits);
            ended.Add(new(trial, new(trial.Prepared, target.Source.Tree, planted, result.Harvested, result.Observation, result.Run.Transcript, target.Judge.Layout)));
            progress.Advance("trials", ended.Count, trials.Count);
        }

        return ended;
    }

    private List<PlannedTrial> Planned(CancellationToken cancellationToken)
    {
        IEnumerable<(Bug Bug, SubjectKind Kind)> subjects = [.. setup.Bugs.Select(bug => (bug, SubjectKind.Bug)), .. setup.Controls.Select(bug => (bug, SubjectKind.CleanControl))];
        var challenges = subjects.SelectMany(subject => setup.Briefings.Select(briefing => preparer.Prepare(subject.Bug, subject.Kind, briefing, setup.Specs.GetValueOrDefault(briefing.Name), [], "", cancellationToken))).ToList();
        return
        [
            .. from repetition in Enumerable.Range(1, request.Repetitions)
               from challenge in challenges
               from assistant in request.Assistants
               select new PlannedTrial(new(assistant.Name, challenge.Challenge.Id, repetition), assistant, challenge),
        ];
    }

    private async Task<IReadOnlyList<Both>> ScoreAllAsync(IReadOnlyList<Ended> ended, FastJudge fast, CancellationToken cancellationToken)
    {
        var scored = new Both[ended.Count];
        var done = 0;
        await Parallel.ForAsync(0, ended.Count, new ParallelOptions { MaxDegreeOfParallelism = request.Parallel, CancellationToken = cancellationToken }, async (index, token) =>
        {
            var watched = new WatchedJudge(fast);
            var quick = await ScorerOn(watched).ScoreAsync(ended[index].Evidence, token);
            scored[index] = new(ended[index], quick, await ScorerOn(target.Judge).ScoreAsync(ended[index].Evidence, token), watched.Judging);
            progress.Advance("scored both ways", Interlocked.Increment(ref done), ended.Count);
        });
        return scored;
    }

    private async Task<IReadOnlyList<(double Prepare, double Fast, double Slow, double Warm)>> TimeAsync(IReadOnlyList<Ended> ended, FastJudge fast, CancellationToken cancellationToken)
    {
        var times = new List<(double, double, double, double)>();
        var clone = new CloneJudge(request.Settings, target.Judge.Layout, work.Sub("clones"));
        // What is compiled and loaded once in a process is no trial's own.
        if (ended.Count > 0)
            await ScorerOn(ForgetfulJudge.Of(fast)).ScoreAsync(ended[0].Evidence, cancellationToken);
        foreach (var trial in ended)
        {
            var challenge = trial.Trial.Prepared.Challenge;
            var prepare = await SecondsAsync(() => Task.FromResult(preparer.Prepare(trial.Trial.Prepared.Bug, challenge.Kind, challenge.Briefing, setup.Specs.GetValueOrDefault(challenge.Briefing.Name), [], "", cancellationToken)));
            times.Add((
                prepare,
                await SecondsAsync(() => ScorerOn(ForgetfulJudge.Of(fast)).ScoreAsync(trial.Evidence, cancellationToken)),
                await SecondsAsync(() => ScorerOn(clone).ScoreAsync(trial.Evidence, cancellationToken)),
                await SecondsAsync(() => ScorerOn(ForgetfulJudge.Of(target.Judge)).ScoreAsync(trial.Evidence, cancellationToken))));
            progress.Advance("timed", times.Count, ended.Count);
        }

        return times;
    }

    private static async Task<double> SecondsAsync<T>(Func<Task<T>> work)
    {
        var clock = Stopwatch.StartNew();
        await work();
        return clock.Elapsed.TotalSeconds;
    }

    private static IEnumerable<string> Differences(Both both) =>
        both.Fast.Measures.Keys.Union(both.Real.Measures.Keys)
            .Where(measure => both.Fast.Measures.GetValueOrDefault(measure)?.Value != both.Real.Measures.GetValueOrDefault(measure)?.Value)
            .Select(measure => $"{both.Trial.Trial.Key}: {measure}: fast {both.Fast.Measures.GetValueOrDefault(measure)?.Reason}; real build {both.Real.Measures.GetValueOrDefault(measure)?.Reason}");

    private Scorer ScorerOn(ITreeJudge judge) => new(judge, target.Code, setup.Bank.Bank.Baseline, request.MayChange);
}

using BugSeeder.Assisting;
using BugSeeder.Assisting.References;
using BugSeeder.Code;
using BugSeeder.Execution.Assistants;
using BugSeeder.Execution.Sandboxes;
using BugSeeder.Model;
using BugSeeder.Model.Runs;
using BugSeeder.Model.Targets;
using BugSeeder.Model.Text;
using BugSeeder.Model.Trials;
using BugSeeder.Preparing;
using BugSeeder.Proving;
using BugSeeder.Scoring;
using BugSeeder.Storage;

namespace BugSeeder.Pipeline;

/// <summary>From a bank to scores: preparing, assisting and scoring. What is finished is on disk before the next begins, so a run can be stopped and resumed.</summary>
public static class RunPipeline
{
    /// <summary>What a request comes to; nothing is built or spent.</summary>
    /// <exception cref="UserError">An input is missing or does not fit.</exception>
    public static RunPlan Plan(RunRequest request) => RunSetup.Read(request).Plan(request);

    /// <summary>Starts a run, or goes on with one.</summary>
    /// <param name="request">What to run.</param>
    /// <param name="resume">The run to go on with; <see langword="null"/> to start one.</param>
    /// <param name="clock">Tells the time that a new run is named after.</param>
    /// <param name="progress">Told what is going on.</param>
    /// <param name="cancellationToken">Stops the run; finished trials are kept.</param>
    /// <exception cref="UserError">The target, the bank, a spec or an assistant cannot be used.</exception>
    public static async Task<RunReport> RunAsync(RunRequest request, string? resume, TimeProvider clock, IProgressSink progress, CancellationToken cancellationToken)
    {
        var setup = RunSetup.Read(request);
        var assistants = await ProbeAsync(request.Assistants, cancellationToken);
        using var work = new WorkFolder();
        // Assistants work elsewhere, so that what is judged is not their neighbour.
        using var desk = new WorkFolder();
        var sandbox = await SandboxAsync(request, desk, progress, cancellationToken);
        using var target = await OpenTarget.OpenAsync(setup.Source, request.Settings with { Sandbox = sandbox }, work, baselineRuns: 1, request.Parallel, progress, cancellationToken);
        RefuseOtherBaseline(setup.Bank.Bank.Baseline, target.Judge.BaselineRuns[0]);
        await RefuseWhatIsNeededAsync(setup, target, cancellationToken);

        var fast = await FastScoring.OpenAsync(request.Confirm, target, setup.Bank.Bank.Baseline, request.Settings, work.Sub("h"), request.Parallel, cancellationToken);
        foreach (var note in fast.Notes)
            progress.Note(note);

        var confiner = OnlyReferences(request) ? null : ConfinerOf(sandbox, request, setup, target, desk);
        var store = new TargetStore(setup.Source.Folder);
        store.Create();
        var (folder, run) = await OpenAsync(store, setup, request, assistants, target, fast, confiner?.Record(target.Judge.Boxing), resume, clock, cancellationToken);
        progress.Note($"run {run.Id}");
        foreach (var (path, reason) in setup.LeftOut)
            progress.Note($"left out of every workspace: {path} ({reason})");
        await StudyAsync(folder, setup, request, target, store, progress, cancellationToken);
        var runner = new TrialRunner(desk.Path, request.Limits, confiner, request.Retries, new(clock, request.RateLimitPatience, progress.Warn), clock);
        var budget = new RunBudget(request.RunLimits, request.Limits.CostUsd, clock);
        foreach (var ended in folder.ReadTrials())
            budget.Seen(ended.CostUsd, TimeSpan.FromSeconds(ended.Observation.Seconds));
        var rounds = new RunRounds(setup, request, run, target, folder, (trials, token) => RunTrialsAsync(trials, folder, request, run, setup, target, fast, runner, budget, clock, progress, token));
        await rounds.RunAsync(progress, cancellationToken);
        var report = RunReports.Read(folder, store);
        if (budget.Stopped is { } why)
            progress.Warn($"stopped before the next trial: {why}. {report.Planned - report.Trials.Count} of {report.Planned} trials are left; `bugseeder run --resume` goes on, and may use as much again");
        if (request.RunLimits.CostUsd is not null && budget.IsBlind)
            progress.Warn("what some trials cost is not known, so the run's budget could not count them: give their model a price under `prices` in bugseeder.yml");
        return report;
    }

    private static async Task<IReadOnlyList<AssistantRecord>> ProbeAsync(IReadOnlyList<IAssistant> assistants, CancellationToken cancellationToken)
    {
        var records = new List<AssistantRecord>();
        foreach (var assistant in assistants)
        {
            var probe = await assistant.ProbeAsync(cancellationToken);
            if (!probe.Found)
                throw new UserError($"The assistant '{assistant.Name}' cannot be used.", probe.Remedy, ExitCode.AssistantUnusable);
            records.Add(new(assistant.Name, assistant.Kind, probe.Version));
        }

        return records;
    }

    private static bool OnlyReferences(RunRequest request) => request.Assistants.All(assistant => assistant is ReferenceAssistant);

    private static async Task<Sandbox> SandboxAsync(RunRequest request, WorkFolder desk, IProgressSink progress, CancellationToken cancellationToken)
    {
        var sandbox = request.Confinement.Boxed ? await Sandbox.FindAsync(desk.Sub("s"), cancellationToken) : Sandbox.None("Let the run use the sandbox that there is.");
        if (OnlyReferences(request))
            return sandbox;
        Confiner.RefuseUnlessAllowed(sandbox, request.Confinement, request.Assistants);
        progress.Note($"sandbox: {sandbox.Text}");
        if (!sandbox.Hides)
            progress.Warn($"the answer is not hidden: assistants run without a sandbox. {sandbox.Remedy}");
        else if (request.Confinement.OpenNetwork)
            progress.Warn("the network is open: assistants reach whatever this machine reaches");
        return sandbox;
    }

    private static Confiner ConfinerOf(Sandbox sandbox, RunRequest request, RunSetup setup, OpenTarget target, WorkFolder desk)
    {
        if (!sandbox.Hides)
            return new(sandbox, request.Confinement, packages: null, hidden: []);
        var packages = target.Judge.Packages ?? PackageFolder.Collect(target.Judge.OriginalFolder, desk.Sub("k"));
        packages.RefuseTheAnswer(target.Judge.Layout.Products.Select(product => Path.GetFileNameWithoutExtension(product.Path)));
        return new(sandbox, request.Confinement, packages, [setup.Source.Folder]);
    }

    private static void RefuseOtherBaseline(Baseline bank, TreeVerdict now)
    {
        var lost = bank.Oracle.Where(test => !now.Passed(test)).ToList();
        if (lost.Count > 0)
            throw new UserError(
                $"{lost.Count} of the {bank.Oracle.Count} tests that the bank rests on do not pass here, such as {lost[0]}.",
                "Make them pass, or make a new bank on this machine with `bugseeder seed`. If they need the network, set `target: boxed: false` in bugseeder.yml.",
                ExitCode.TargetUnusable);
    }

    /// <summary>A file that restates the spec may still be needed by the build or by a test.</summary>
    private static async Task RefuseWhatIsNeededAsync(RunSetup setup, OpenTarget target, CancellationToken cancellationToken)
    {
        if (setup.LeftOut.Count == 0)
            return;
        var without = await target.Judge.JudgeAsync(setup.Source.Tree.Without(setup.LeftOut.Keys), cancellationToken);
        if (without.Outcome != TreeOutcome.Tested || setup.Bank.Bank.Baseline.Oracle.Any(test => !without.Passed(test)))
            throw new UserError(
                $"The target's build or tests need a file that restates the spec: without {string.Join(", ", setup.LeftOut.Keys)} they fail.",
                "Move the spec out of the files that the build and the tests read, or narrow `leaveOut` in bugseeder.yml.",
                ExitCode.TargetUnusable);
    }

    private static async Task<(RunFolder Folder, RunRecord Run)> OpenAsync(TargetStore store, RunSetup setup, RunRequest request, IReadOnlyList<AssistantRecord> assistants, OpenTarget target, FastScoring fast, Confinement? confinement, string? resume, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (resume is not null)
        {
            var existing = new RunFolder(store.Run(resume));
            var stored = existing.Read();
            if (stored.BankHash != setup.Bank.Hash)
                throw new UserError($"The bank '{stored.Bank}' has changed since the run '{resume}' was started.", "Start a new run.");
            if (setup.Specs.Values.FirstOrDefault(spec => stored.Specs.GetValueOrDefault(spec.Path) != spec.Text) is { } changed)
                throw new UserError($"The spec '{changed.Path}' has changed since the run '{resume}' was started.", "Start a new run.");
            return (existing, stored);
        }

        var refactors = await RefactorsAsync(setup, target, cancellationToken);
        var now = clock.GetUtcNow();
        var run = new RunRecord
        {
            SchemaVersion = Json.SchemaVersion,
            Id = now.ToString("yyyyMMdd-HHmmss", System.Globalization.CultureInfo.InvariantCulture),
            ToolVersion = ToolVersion.Current,
            Started = now,
            Target = setup.Source.Identity,
            Bank = setup.Bank.Name,
            BankHash = setup.Bank.Hash,
            SeedNumber = request.SeedNumber,
            Bugs = [.. setup.Bugs.Select(bug => bug.Id)],
            Controls = [.. setup.Controls.Select(bug => bug.Id).Except(refactors.Select(refactor => refactor.Bug), StringComparer.Ordinal)],
            Refactors = refactors,
            Looks = request.Looks,
            Climbs = request.Climbs,
            Half = request.Half,
            Ablation = request.Ablation,
            Repetitions = request.Repetitions,
            Assistants = assistants,
            Briefings = setup.Briefings,
            Specs = setup.Specs.Values.ToDictionary(spec => spec.Path, spec => spec.Text, StringComparer.Ordinal),
            LeftOut = setup.LeftOut,
            Confinement = confinement,
            TestRoutes = [.. target.Judge.Layout.Tests.Select(test => $"{test.Path} ({test.Framework}) through {test.Route}: {test.RouteReason}"), .. fast.Notes],
            Limits = new(request.Limits.Time.TotalSeconds, request.Limits.Idle.TotalSeconds, request.Limits.OutputBytes, request.Limits.Turns, request.Limits.CostUsd) { Tokens = request.Limits.Tokens },
            RunLimits = request.RunLimits,
            LeaveOut = request.LeaveOut,
            MayChange = request.MayChange,
            Confirm = request.Confirm,
            Properties = request.Settings.Properties,
        };
        return Create(store, run);
    }

    /// <summary>Every second control carries a rewrite, where one beside its bug can be proven; the others stay clean.</summary>
    private static async Task<IReadOnlyList<Refactor>> RefactorsAsync(RunSetup setup, OpenTarget target, CancellationToken cancellationToken)
    {
        var prover = new RefactorProver(target.Judge, target.Code, setup.Bank.Bank.Baseline);
        var found = new List<Refactor>();
        foreach (var bug in setup.Controls.Where((_, place) => place % 2 == 1))
        {
            if (await prover.FindAsync(bug, cancellationToken) is { } refactor)
                found.Add(refactor);
        }

        return found;
    }

    /// <summary>Two runs may be started in the same second, so an id is taken by creating its record.</summary>
    private static (RunFolder Folder, RunRecord Run) Create(TargetStore store, RunRecord wanted)
    {
        var run = wanted;
        for (var number = 2; ; number++)
        {
            var folder = new RunFolder(store.Run(run.Id));
            if (folder.TryCreate(run))
                return (folder, run);
            run = wanted with { Id = $"{wanted.Id}-{number}" };
        }
    }

    /// <summary>What is known of the specs is written down before the first trial, so that no result can shape it.</summary>
    private static async Task StudyAsync(RunFolder folder, RunSetup setup, RunRequest request, OpenTarget target, TargetStore store, IProgressSink progress, CancellationToken cancellationToken)
    {
        if (setup.Specs.Count == 0)
            return;
        var known = folder.ReadStudies().Select(study => study.Briefing).ToHashSet(StringComparer.Ordinal);
        var desk = new SpecDesk(setup.Source, request.Settings, target.Judge, target.Code, SpecDesk.MatrixOf(setup.Source.Folder, request.Matrix), cancellationToken);
        foreach (var (briefing, variant) in setup.Specs.Where(spec => !known.Contains(spec.Key)))
        {
            var trace = desk.Trace(variant, setup.Bank);
            if (!variant.Parse().AllClauses.Any())
                progress.Warn($"no clause was recognised in '{variant.Path}', so nothing can be said of its sections; see `bugseeder spec check`");
            TraceFolder.Write(store, trace);
            folder.Keep(new(Json.SchemaVersion, briefing, variant.Parse(), trace, await desk.CheckAsync(variant, request.Severities, cancellationToken)));
        }
    }

    /// <summary>Whether all of them have been run; the run's budget may stop before.</summary>
    private static async Task<bool> RunTrialsAsync(IReadOnlyList<PlannedTrial> trials, RunFolder folder, RunRequest request, RunRecord run, RunSetup setup, OpenTarget target, FastScoring fast, TrialRunner runner, RunBudget budget, TimeProvider clock, IProgressSink progress, CancellationToken cancellationToken)
    {
        var judged = trials.Where(trial => trial.Prepared.Challenge.Kind != SubjectKind.CleanControl).Select(trial => trial.Key);
        var scorer = new TrialScorer(target.Judge, fast.Tests, fast.WhyBuilt, ConfirmSample.Of(judged, run.Confirm, run.SeedNumber), target.Code, setup.Bank.Bank.Baseline, request.MayChange) { Studies = folder.ReadStudies() };
        var prepared = trials.ToDictionary(trial => trial.Key, trial => trial.Prepared);
        foreach (var reference in request.Assistants.OfType<ReferenceAssistant>())
            reference.Learn(key => AnswerOf(prepared[key], target));
        var finished = folder.Finished;
        var (done, total) = (trials.Count(trial => finished.Contains(trial.Key.ToString())), trials.Count);
        progress.Advance("trials", done, total);
        async ValueTask RunOneAsync(PlannedTrial trial, CancellationToken token)
        {
            if (!budget.TryBegin())
                return;
            var began = clock.GetTimestamp();
            decimal? cost = null;
            try
            {
                cost = await RunTrialAsync(trial, runner, scorer, folder, target, progress, token);
            }
            finally
            {
                budget.End(trial.Assistant is ReferenceAssistant ? 0 : cost, clock.GetElapsedTime(began));
            }

            progress.Advance("trials", Interlocked.Increment(ref done), total);
        }

        var waiting = trials.Where(trial => !finished.Contains(trial.Key.ToString())).ToList();
        // What a trial costs is known only when one has ended, so that one goes alone.
        var first = budget.KnowsNothing ? Math.Min(1, waiting.Count) : 0;
        foreach (var trial in waiting.Take(first))
            await RunOneAsync(trial, cancellationToken);
        await Parallel.ForEachAsync(waiting.Skip(first), new ParallelOptions { MaxDegreeOfParallelism = request.Parallel, CancellationToken = cancellationToken }, RunOneAsync);
        return budget.Stopped is null;
    }

    private static async Task<decimal?> RunTrialAsync(PlannedTrial trial, TrialRunner runner, TrialScorer scorer, RunFolder folder, OpenTarget target, IProgressSink progress, CancellationToken cancellationToken)
    {
        var before = folder.TriedInVain(trial.Key);
        var ended = await runner.RunAsync(trial.Assistant, trial.Key, trial.Prepared, before, cancellationToken);
        var planted = Edits.Apply(target.Source.Tree, trial.Prepared.Bug.Seed.Edits);
        var score = ended.Observation.IsScored
            ? await scorer.ScoreAsync(new Evidence(trial.Prepared, target.Source.Tree, planted, ended.Harvested, ended.Observation, ended.Run.Transcript, target.Judge.Layout), cancellationToken)
            : null;
        if (score?.Judging is { Confirmed: false } contradicted)
            progress.Warn($"error: {trial.Key} was judged fast, and the real build says otherwise: {string.Join("; ", contradicted.Disagreements)}");
        var report = new TrialReport(trial.Prepared.Challenge, ended.Observation, score, ended.Patch, trial.Prepared.Prompt, ended.Run.Transcript);
        folder.Store(report, ended.Run);
        if (ended.Observation.Outcome == TrialOutcome.Unauthenticated)
            throw new UserError($"The assistant '{trial.Assistant.Name}' is not authenticated: {ended.Observation.OutcomeReason}.", "Log in or set its key, then go on with `bugseeder run --resume`.", ExitCode.AssistantUnusable);
        return report.CostSince(before.Count);
    }

    internal static AnswerKey AnswerOf(PreparedChallenge prepared, OpenTarget target)
    {
        var layout = target.Judge.Layout;
        var (given, original) = (prepared.Tree, target.Source.Tree);
        bool IsSource(string path) => path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase);
        var own = prepared.Bug.Seed.Edits.Select(edit => edit.File).ToHashSet(StringComparer.Ordinal);
        return new(
            prepared.Challenge.Kind, prepared.Bug, given, original,
            [.. given.DifferencesTo(original).Where(path => layout.IsTestFile(path) && original.Files.ContainsKey(path))],
            [.. given.Files.Keys.Where(path => target.Code.IsProductSource(path) && !own.Contains(path))],
            [.. given.Files.Keys.Where(path => layout.IsTestFile(path) && IsSource(path))]);
    }
}

using BugSeeder.Assisting;
using BugSeeder.Code;
using BugSeeder.Execution.Assistants;
using BugSeeder.Model.Bugs;
using BugSeeder.Model.Grades;
using BugSeeder.Model.Runs;
using BugSeeder.Model.Scores;
using BugSeeder.Model.Trials;
using BugSeeder.Preparing;
using BugSeeder.Preparing.Help;
using BugSeeder.Specs;
using BugSeeder.Storage;

namespace BugSeeder.Pipeline;

/// <summary>One trial that is to be run.</summary>
/// <param name="Key">Its name.</param>
/// <param name="Assistant">Who works on it.</param>
/// <param name="Prepared">What it is given.</param>
internal sealed record PlannedTrial(TrialKey Key, IAssistant Assistant, PreparedChallenge Prepared);

/// <summary>
/// Which trials a run has, and in which order: round by round, so that a run that is stopped has each challenge about equally often; then, where it is wanted, level
/// by level of help for what the spec did not solve, and with parts of the spec left out. What has been decided is read from disk, so a run that is resumed decides the same.
/// </summary>
internal sealed class RunRounds(RunSetup setup, RunRequest request, RunRecord run, OpenTarget target, RunFolder folder, Func<IReadOnlyList<PlannedTrial>, CancellationToken, Task<bool>> runAsync)
{
    private readonly Preparer preparer = new(setup.Source.Tree, target.Code, [.. setup.LeftOut.Keys]);

    /// <summary>Runs all rounds, or as many as it takes.</summary>
    public async Task RunAsync(IProgressSink progress, CancellationToken cancellationToken)
    {
        foreach (var (from, to) in Blocks())
        {
            // A round that the run's budget cut short is no look, and nothing follows it.
            if (!await runAsync(await PlannedAsync(from, to, cancellationToken), cancellationToken))
                return;
            if (!run.Looks.Contains(to) || !IsDecided())
                continue;
            progress.Note($"decided after round {to} of at most {run.Repetitions}");
            break;
        }

        if (run.Climbs && !await ClimbAsync(progress, cancellationToken))
            return;
        if (run.Ablation is { } ablation)
            await AblateAsync(ablation, progress, cancellationToken);
    }

    private IEnumerable<(int From, int To)> Blocks()
    {
        var from = 1;
        foreach (var to in run.Looks.Append(run.Repetitions).Distinct())
        {
            yield return (from, to);
            from = to + 1;
        }
    }

    private bool IsDecided()
    {
        var trials = folder.ReadTrials();
        var grade = Grading.Grade([.. trials.Select(trial => trial.Score).OfType<Score>()], [.. trials.Select(trial => trial.Observation)], setup.Bugs, Assistants.References, run.Looks);
        return grade.Lifts.Count > 0 && grade.Lifts.All(lift => lift.Figures.Look is { Decision: not LookDecision.GoOn });
    }

    private async Task<IReadOnlyList<PlannedTrial>> PlannedAsync(int first, int last, CancellationToken cancellationToken)
    {
        var challenges = new List<PreparedChallenge>();
        foreach (var (bug, kind) in Subjects())
        {
            foreach (var briefing in run.Briefings.Where(briefing => TrialCount.Rounds(briefing, kind, run.Repetitions) > 0))
                challenges.Add(await PrepareAsync(bug, kind, briefing, cancellationToken));
        }

        return
        [
            .. from repetition in Enumerable.Range(first, last - first + 1)
               from challenge in challenges
               where repetition <= TrialCount.Rounds(challenge.Challenge.Briefing, challenge.Challenge.Kind, run.Repetitions)
               from assistant in request.Assistants
               select Trial(assistant, challenge, repetition),
        ];
    }

    private IEnumerable<(Bug Bug, SubjectKind Kind)> Subjects() =>
    [
        .. setup.Bugs.Select(bug => (bug, SubjectKind.Bug)),
        .. run.Controls.Select(bug => (setup.Bank.Find(bug), SubjectKind.CleanControl)),
        .. run.Refactors.Select(refactor => (setup.Bank.Find(refactor.Bug), SubjectKind.RefactorControl)),
    ];

    private static PlannedTrial Trial(IAssistant assistant, PreparedChallenge challenge, int repetition) =>
        new(new(assistant.Name, challenge.Challenge.Id, repetition), assistant, challenge with { Prompt = challenge.Phrasings[Prompt.PhrasingOf(challenge.Bug.Id, repetition)] });

    private async Task<PreparedChallenge> PrepareAsync(Bug bug, SubjectKind kind, Briefing briefing, CancellationToken cancellationToken)
    {
        var refactor = kind == SubjectKind.RefactorControl ? run.Refactors.First(refactor => refactor.Bug == bug.Id) : null;
        return preparer.Prepare(bug, kind, briefing, SpecOf(briefing), refactor?.Edits ?? [], await HelpAsync(bug, briefing.Help, cancellationToken), cancellationToken);
    }

    private SpecVariant? SpecOf(Briefing briefing)
    {
        var spec = setup.Specs.Values.FirstOrDefault(spec => spec.Path == briefing.Spec);
        return spec is null ? null : briefing.Form switch
        {
            BriefingForm.AsWritten or BriefingForm.Again => spec,
            BriefingForm.Placebo => Placebo.Of(spec),
            BriefingForm.Ablated => spec.WithTexts(spec.Parse().TextsWithout(LeftOutOf(briefing))),
            BriefingForm.WithoutClause => spec.WithTexts(spec.Parse().TextsWithoutClauses(LeftOutOf(briefing))),
            _ => throw new InvalidOperationException($"No such form: {briefing.Form}"),
        };
    }

    private static HashSet<string> LeftOutOf(Briefing briefing) => (briefing.LeftOut ?? []).ToHashSet(StringComparer.Ordinal);

    private async Task<string> HelpAsync(Bug bug, HelpLevel level, CancellationToken cancellationToken)
    {
        if (level == HelpLevel.Spec)
            return "";
        // Judged before or soon: the same tree is what an assistant's work is compared with.
        var planted = await target.Judge.JudgeAsync(Edits.Apply(target.Source.Tree, bug.Seed.Edits), cancellationToken);
        return HelpText.Of(level, bug, planted.Messages, target.Code, cancellationToken);
    }

    /// <summary>One trial at each level for what was not solved below it; the spec alone once more beside them, since a second try alone improves.</summary>
    private async Task<bool> ClimbAsync(IProgressSink progress, CancellationToken cancellationToken)
    {
        foreach (var spec in run.Briefings.Where(briefing => Briefing.IsPlainSpec(briefing.Name)))
        {
            Briefing[] steps = [.. Briefing.Between.Select(level => spec with { Name = Briefing.HelpedOf(spec.Name, level), Help = level })];
            foreach (var (place, step) in steps.Index())
            {
                IReadOnlyList<string> below = [spec.Name, .. steps.Take(place).Select(each => each.Name)];
                var trials = new List<PlannedTrial>();
                foreach (var assistant in request.Assistants)
                {
                    var unsolved = Unsolved(assistant.Name, below);
                    if (place == 0)
                    {
                        progress.Note($"{assistant.Name} did not solve {unsolved.Count} of {setup.Bugs.Count} bugs with {spec.Name}; climbing levels of help for them");
                        trials.AddRange(await OnceAsync(assistant, unsolved, spec with { Name = Briefing.AgainOf(spec.Name), Form = BriefingForm.Again }, cancellationToken));
                    }

                    trials.AddRange(await OnceAsync(assistant, unsolved, step, cancellationToken));
                }

                if (!await runAsync(trials, cancellationToken))
                    return false;
            }
        }

        return true;
    }

    /// <summary>Trials with parts of each spec left out, all of them drawn from what was known before the first trial.</summary>
    private async Task AblateAsync(Ablation ablation, IProgressSink progress, CancellationToken cancellationToken)
    {
        foreach (var study in folder.ReadStudies())
        {
            var lots = AblationLots.Draw(ablation, study.Spec, study.Trace, run.Bugs, run.SeedNumber);
            if (lots.Count == 0)
                continue;
            progress.Note($"{study.Briefing}: leaving out {lots.Sections.Count} sections by lot, {lots.Lots.Count} trials of {lots.Lots.Select(lot => lot.Bug).Distinct().Count()} bugs; and the clauses behind {lots.WithoutClause.Count} bugs, once each");
            var spec = run.Briefings.First(briefing => briefing.Name == study.Briefing);
            var trials = new List<PlannedTrial>();
            foreach (var lot in lots.WithoutClause)
                trials.AddRange(await LeftOutAsync(lot, spec with { Name = Briefing.WithoutClauseOf(spec.Name), Form = BriefingForm.WithoutClause, LeftOut = lot.LeftOut }, cancellationToken));
            foreach (var lot in lots.Lots)
                trials.AddRange(await LeftOutAsync(lot, spec with { Name = Briefing.AblatedOf(spec.Name), Form = BriefingForm.Ablated, LeftOut = lot.LeftOut }, cancellationToken));
            if (!await runAsync(trials, cancellationToken))
                return;
        }
    }

    private async Task<IEnumerable<PlannedTrial>> LeftOutAsync(AblationLot lot, Briefing briefing, CancellationToken cancellationToken)
    {
        var challenge = await PrepareAsync(setup.Bank.Find(lot.Bug), SubjectKind.Bug, briefing, cancellationToken);
        return request.Assistants.Select(assistant => Trial(assistant, challenge, lot.Number));
    }

    private async Task<IReadOnlyList<PlannedTrial>> OnceAsync(IAssistant assistant, IReadOnlyList<Bug> bugs, Briefing briefing, CancellationToken cancellationToken)
    {
        var trials = new List<PlannedTrial>();
        foreach (var bug in bugs)
            trials.Add(Trial(assistant, await PrepareAsync(bug, SubjectKind.Bug, briefing, cancellationToken), repetition: 1));
        return trials;
    }

    /// <summary>The bugs that none of these arms has ever fixed cleanly.</summary>
    private List<Bug> Unsolved(string assistant, IReadOnlyList<string> arms)
    {
        var solved = folder.ReadTrials()
            .Where(trial => trial.Observation.Trial.Assistant == assistant && arms.Contains(trial.Challenge.Briefing.Name) && trial.Score?.Measures.GetValueOrDefault(MeasureId.CleanFix) is { IsYes: true })
            .Select(trial => trial.Challenge.Bug).ToHashSet(StringComparer.Ordinal);
        return [.. setup.Bugs.Where(bug => !solved.Contains(bug.Id))];
    }
}

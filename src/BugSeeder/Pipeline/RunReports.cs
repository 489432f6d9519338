using BugSeeder.Assisting;
using BugSeeder.Model;
using BugSeeder.Model.Grades;
using BugSeeder.Model.Runs;
using BugSeeder.Model.Scores;
using BugSeeder.Model.Specs;
using BugSeeder.Model.Trials;
using BugSeeder.Storage;

namespace BugSeeder.Pipeline;

/// <summary>Grading: everything a report shows, computed from what is on disk.</summary>
public static class RunReports
{
    /// <summary>Reads a run with its bank and grades it.</summary>
    /// <exception cref="UserError">The run or its bank cannot be read, or the bank has changed.</exception>
    /// <param name="folder">The run.</param>
    /// <param name="store">Where its bank is.</param>
    /// <param name="unsealed">Whether the bugs of the sealed half are shown one by one too.</param>
    public static RunReport Read(RunFolder folder, TargetStore store, bool unsealed = false)
    {
        var run = folder.Read();
        var bank = RunSetup.FindBank(store, run.Bank);
        if (bank.Hash != run.BankHash)
            throw new UserError($"The bank '{run.Bank}' has changed since the run '{run.Id}'.", "Restore the bank from version control.");
        var shown = run.Bugs.Union(run.Controls).Union(run.Refactors.Select(refactor => refactor.Bug)).Select(bank.Find).ToList();
        IReadOnlyList<Model.Bugs.Bug> bugs = [.. run.Bugs.Select(bank.Find)];
        var trials = folder.ReadTrials();
        var scores = trials.Select(trial => trial.Score).OfType<Score>().ToList();
        var observations = trials.Select(trial => trial.Observation).ToList();
        var studies = folder.ReadStudies();
        var lots = studies.ToDictionary(study => study.Briefing, study => run.Ablation is { } ablation ? AblationLots.Draw(ablation, study.Spec, study.Trace, run.Bugs, run.SeedNumber) : null, StringComparer.Ordinal);
        var grade = Grading.Grade(scores, observations, shown, Assistants.References, run.Looks);
        return new(
            run, bank.Bank,
            [.. shown.Select(bug => new BugReport(bug, File.ReadAllText(Path.Combine(store.Bank(run.Bank), "bugs", bug.Id, "bug.patch"))))],
            trials,
            Grading.Arms(scores, observations, [.. trials.Select(trial => trial.Challenge)], shown),
            grade,
            Planned(run, grade, trials, lots.Values.Sum(each => each?.Count ?? 0)))
        {
            Specs = [.. studies.Select(study => SpecReading.Of(study, bugs, Rates(study.Briefing, scores), IsAboutASpec(run) ? OpenOf(bugs) : []) with
            {
                Quoted = Quoted(study, bugs, scores, observations, run.Looks),
                Ablations = lots[study.Briefing] is { } drawn ? AblationReading.Of(drawn, study.Briefing, trials, shown) : [],
            })],
            Sealed = unsealed || !IsAboutASpec(run) ? new HashSet<string>(StringComparer.Ordinal) : shown.Select(bug => bug.Id).Except(OpenOf(shown)).ToHashSet(StringComparer.Ordinal),
        };
    }

    /// <summary>Reference assistants test the instrument, and without a spec there is none to write to single bugs.</summary>
    private static bool IsAboutASpec(RunRecord run) => run.Specs.Count > 0 && !run.Assistants.All(assistant => Assistants.References.Contains(assistant.Name));

    /// <summary>How much of the lift rests on bugs whose hidden tests the spec quotes.</summary>
    private static QuotedInputs Quoted(SpecStudy study, IReadOnlyList<Model.Bugs.Bug> bugs, List<Score> scores, List<Observation> observations, IReadOnlyList<int> looks)
    {
        var quoted = bugs.Select(bug => study.Trace.Of(bug.Id)).Where(trace => trace.QuotedBy is not null).Select(trace => trace.Bug).ToHashSet(StringComparer.Ordinal);
        IReadOnlyList<Lift> without = quoted.Count == 0 ? [] :
            [.. Grading.Grade([.. scores.Where(score => !quoted.Contains(score.Bug))], observations, bugs, Assistants.References, looks).Lifts.Where(lift => lift.Briefing == study.Briefing)];
        return new([.. quoted], Share.Of(quoted.Count, bugs.Count), without);
    }

    /// <summary>The ids of the bugs that advice may name: what a reference assistant leaves alone says nothing about what to write.</summary>
    private static HashSet<string> OpenOf(IReadOnlyList<Model.Bugs.Bug> bugs) => bugs.Where(bug => BankHalves.Of(bug) == BankHalf.Open).Select(bug => bug.Id).ToHashSet(StringComparer.Ordinal);

    /// <summary>The clean-fix rate of each bug under a spec. Reference assistants know the answers, so they count only where nobody else ran.</summary>
    private static Dictionary<string, double> Rates(string briefing, List<Score> scores)
    {
        var under = scores.Where(score => score.Briefing == briefing && score.Kind == SubjectKind.Bug && score.Measures.GetValueOrDefault(MeasureId.CleanFix)?.Value is not null).ToList();
        var real = under.Where(score => !Assistants.References.Contains(score.Trial.Assistant)).ToList();
        return (real.Count > 0 ? real : under).GroupBy(score => score.Bug, StringComparer.Ordinal).ToDictionary(bug => bug.Key, bug => bug.Average(score => score.Measures[MeasureId.CleanFix].Value!.Value), StringComparer.Ordinal);
    }

    /// <summary>A run that was decided at a look has no more rounds; trials of climbed levels were planned when they were run.</summary>
    private static int Planned(RunRecord run, Grade grade, IReadOnlyList<TrialReport> trials, int leavingOut)
    {
        var looks = grade.Lifts.Select(lift => lift.Figures.Look).ToList();
        var rounds = looks.Count > 0 && looks.All(look => look is { Decision: not LookDecision.GoOn }) ? looks.Max(look => look!.Round) : run.Repetitions;
        var climbed = trials.Count(trial => !Briefing.IsLeftOut(trial.Challenge.Briefing.Name) && !run.Briefings.Any(briefing => briefing.Name == trial.Challenge.Briefing.Name));
        return ((TrialCount.Of(run.Briefings, run.Bugs.Count, run.Controls.Count + run.Refactors.Count, rounds) + leavingOut) * run.Assistants.Count) + climbed;
    }
}

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
    public static RunReport Read(RunFolder folder, TargetStore store)
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
            Specs = [.. studies.Select(study => SpecReading.Of(study, bugs, Rates(study.Briefing, scores), OpenOf(bugs)) with
            {
                Ablations = lots[study.Briefing] is { } drawn ? AblationReading.Of(drawn, study.Briefing, trials, shown) : [],
            })],
        };
    }

    /// <summary>The ids of the bugs that advice may name.</summary>
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

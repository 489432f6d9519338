using BugSeeder.Model.Scores;
using BugSeeder.Model.Trials;

namespace BugSeeder.EndToEnd;

/// <summary>Every arm there is, on one bug, by an assistant that solves nothing and writes down what it is given.</summary>
public sealed class ArmTests(TinyTarget target)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_arm_is_given_what_its_level_explains_and_nothing_more()
    {
        var reader = TinyTarget.Script("reader", "cat > /dev/null");
        var request = target.Request([reader], bugs: 1, controls: 2, withSpec: true) with { Full = true, Climbs = true, HasPlacebo = true };

        var report = await TinyTarget.RunAsync(request, Cancel);

        var bug = report.Bugs.Single(bug => bug.Bug.Id == report.Run.Bugs[0]).Bug;
        var prompts = report.Trials.Where(trial => trial.Challenge.Kind == SubjectKind.Bug).ToDictionary(trial => trial.Challenge.Briefing.Name, trial => trial.Prompt, StringComparer.Ordinal);
        prompts.Keys.Order(StringComparer.Ordinal).ShouldBe(["full", "none", "spec", "spec+again", "spec+location", "spec+placebo", "spec+symptom", "spec+witness"]);
        prompts["spec+again"].ShouldBe(prompts["spec"]);

        var method = bug.Witnesses[0].Split('(')[0].Split('.')[^1];
        foreach (var (arm, hasSymptom, hasTest, hasPlace, hasMistake) in new[] { ("spec", false, false, false, false), ("spec+symptom", true, false, false, false), ("spec+witness", true, true, false, false), ("spec+location", true, true, true, false), ("full", true, true, true, true) })
        {
            prompts[arm].Contains("A user reports", StringComparison.Ordinal).ShouldBe(hasSymptom, arm);
            prompts[arm].Contains(method, StringComparison.Ordinal).ShouldBe(hasTest, arm);
            prompts[arm].Contains(bug.Seed.Place.File, StringComparison.Ordinal).ShouldBe(hasPlace, arm);
            prompts[arm].Contains(bug.Seed.Mistake, StringComparison.Ordinal).ShouldBe(hasMistake, arm);
            prompts[arm].Contains("SPEC.md", StringComparison.Ordinal).ShouldBe(arm != "full", arm);
        }

        report.Trials.Count.ShouldBe(report.Planned);
        report.Grade.Lifts.Single().Figures.Climb.Select(step => step.Level).ShouldBe([HelpLevel.Symptom, HelpLevel.Witness, HelpLevel.Location]);
    }

    [Fact]
    public async Task Every_second_control_carries_a_rewrite_that_the_tests_take_for_the_original()
    {
        var report = await TinyTarget.RunAsync(target.Request([TinyTarget.Reference("noop"), TinyTarget.Reference("alarmist")], bugs: 1, controls: 2), Cancel);

        (report.Run.Controls.Count + report.Run.Refactors.Count).ShouldBe(2);
        report.Run.Controls.Count.ShouldBeGreaterThanOrEqualTo(1);
        foreach (var refactor in report.Run.Refactors)
            report.Trials.Count(trial => trial.Challenge.Kind == SubjectKind.RefactorControl && trial.Challenge.Bug == refactor.Bug).ShouldBe(2);
        report.Arms.Single(arm => arm.Assistant == "noop").Measures[MeasureId.FalseAlarms].Value.ShouldBe(0);
        report.Arms.Single(arm => arm.Assistant == "alarmist").Measures[MeasureId.FalseAlarms].Value.ShouldBe(1);
        report.Arms.Single(arm => arm.Assistant == "alarmist").Measures[MeasureId.FalseAlarms].N.ShouldBe(2);
    }
}

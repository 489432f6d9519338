using BugSeeder.Execution.Assistants;
using BugSeeder.Model;
using BugSeeder.Model.Grades;
using BugSeeder.Model.Trials;
using BugSeeder.Pipeline;
using BugSeeder.Storage;

namespace BugSeeder.EndToEnd;

/// <summary>Sections left out of a spec, by an assistant that fixes a bug exactly where the sentence behind it is in the spec it was given.</summary>
public sealed class AblationTests(TinyTarget target)
{
    private const string Orders = "An order must cost its price times the count";
    private const string Fees = "Shipping must cost 5, and nothing from a total of 50 on";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_section_that_bugs_hang_on_helps_and_one_that_they_do_not_is_not_said_to()
    {
        var request = target.Request([Scripted()], bugs: 2, controls: 0) with { Specs = [Spec()], Ablation = new([], 20) };
        RunPipeline.Plan(request).AblationIsAtMost.ShouldBeTrue();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var before = target.Store.Runs;
        await Should.ThrowAsync<OperationCanceledException>(() => RunPipeline.RunAsync(request, null, TimeProvider.System, new StopAfter(12, stop), stop.Token));
        var begun = target.Store.Runs.Except(before).ShouldHaveSingleItem();
        var finished = new RunFolder(target.Store.Run(begun)).Finished;

        var report = await RunPipeline.RunAsync(request, begun, TimeProvider.System, new Silent(), Cancel);

        var plan = RunPipeline.Plan(request);
        (plan.AblationIsAtMost, plan.Trials, report.Planned).ShouldBe((false, report.Trials.Count, report.Trials.Count));
        report.Trials.Select(trial => trial.Observation.Trial.ToString()).ShouldBeUnique();
        finished.ShouldBeSubsetOf(report.Trials.Select(trial => trial.Observation.Trial.ToString()));
        report.Trials.Where(trial => trial.Challenge.Briefing.Form == BriefingForm.Ablated).ShouldAllBe(trial => trial.Score!.Measures[Model.Scores.MeasureId.CleanFix].IsYes == !trial.Challenge.Briefing.LeftOut!.Contains(SectionOf(trial.Challenge.Bug)));

        var reading = report.Specs.Single().Ablations.ShouldHaveSingleItem();
        (reading.Trials, reading.Planned, reading.Bugs).ShouldBe((40, 40, 2));
        reading.Sections.Select(section => section.Section).ShouldBe(["orders", "shipping", "colours"]);
        foreach (var bug in target.Bank.Bugs)
            reading.Sections.Single(section => section.Section == SectionOf(bug.Id)).Effect.ShouldBe(SectionEffect.Helps);
        reading.Sections.Single(section => section.Section == "colours").Effect.ShouldBe(SectionEffect.Unknown);
        reading.WithoutClause.Value.ShouldBe(-1);
        reading.NotMeasured.ShouldBeEmpty();
    }

    [Fact]
    public void A_section_that_no_spec_has_is_refused_and_those_that_there_are_named()
    {
        var request = target.Request([Scripted()], bugs: 2, controls: 0) with { Specs = [Spec()], Ablation = new(["orders", "fees"], 1) };

        var refused = Should.Throw<UserError>(() => RunPipeline.Plan(request));

        refused.Message.ShouldContain("'fees'");
        refused.Remedy.ShouldContain("orders, shipping, colours");
    }

    private string SectionOf(string bug) => target.Bank.Find(bug).Seed.Place.Member.Contains("Shipping", StringComparison.Ordinal) ? "shipping" : "orders";

    private string Spec()
    {
        var file = target.Outside("sections.md");
        File.WriteAllText(file, $"# Tiny\n\n## Orders\n\n- {Orders} (`Order.Total`); a count below one must be refused with `ArgumentOutOfRangeException`.\n\n## Shipping\n\n- {Fees} (`Shipping.Fee`).\n\n## Colours\n\n- The front page must be green.\n");
        return file;
    }

    /// <summary>It tells by which fix applies which bug it has, and looks whether the sentence behind it is there.</summary>
    private IAssistant Scripted()
    {
        var known = target.Bank.Bugs.SelectMany((bug, at) => new[]
        {
            ($"FIX{at}", File.ReadAllText(Path.Combine(target.Store.Bank("bank"), "bugs", bug.Id, "fix.patch"))),
            ($"SENTENCE{at}", SectionOf(bug.Id) == "shipping" ? Fees : Orders),
        });
        const string Script = """
            cat > /dev/null
            try() { printf '%s' "$1" | git apply --check 2> /dev/null && grep -q "$2" SPEC.md 2> /dev/null && printf '%s' "$1" | git apply; }
            try "$FIX0" "$SENTENCE0" || try "$FIX1" "$SENTENCE1" || true
            """;
        return TinyTarget.Script("reader", Script, [.. known]);
    }
}

using BugSeeder.Execution.Processes;
using BugSeeder.Model;
using BugSeeder.Model.Scores;
using BugSeeder.Pipeline;
using BugSeeder.Storage;

namespace BugSeeder.EndToEnd;

public sealed class PipelineTests(TinyTarget target)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_second_fresh_seeding_gives_the_same_bytes()
    {
        target.Bank.Bugs.Count.ShouldBe(2);

        var again = await target.SeedAsync(fresh: true, Cancel);

        again.Hash.ShouldBe(target.Bank.Hash);
    }

    [Fact]
    public async Task The_reference_assistants_get_the_scores_that_are_known_for_them()
    {
        var request = target.Request([.. Assisting.Assistants.References.Order(StringComparer.Ordinal).Select(TinyTarget.Reference)], bugs: 1, controls: 1, withSpec: true);

        var report = await TinyTarget.RunAsync(request, Cancel);

        Selfcheck.Check(report).Where(expectation => !expectation.Holds).Select(expectation => $"{expectation.Words}, found {string.Join(", ", expectation.Found)}").ShouldBeEmpty();
        report.Trials.Count.ShouldBe(report.Planned);
        var judged = report.Trials.Select(trial => trial.Score!.Judging!).Where(judging => judging.Route != JudgingRoute.Nothing).ToList();
        judged.ShouldAllBe(judging => judging.Route == JudgingRoute.Fast);
        judged.Count(judging => judging.Confirmed == true).ShouldBe((judged.Count + 9) / 10);
        var studied = report.Specs.ShouldHaveSingleItem();
        studied.Study.Trace.SpecHash.ShouldBe(studied.Study.Spec.Hash);
        studied.Study.Trace.Bugs.Select(bug => bug.Bug).ShouldBe(target.Bank.Bugs.Select(bug => bug.Id));
        studied.Sections.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_specs_examples_are_run_against_the_target()
    {
        var spec = target.Outside("examples.md");
        await File.WriteAllTextAsync(spec, "# Tiny\n\n```csharp\nstring.Concat(\"a\", \"b\") // => \"ab\"\n1 + 1 // => 3\nNothing.Here() // => 1\n```\n", Cancel);

        var result = (await SpecPipeline.CheckAsync(new(target.Path, new(), [spec], null, null, new Dictionary<string, Model.Specs.FindingSeverity>()), textOnly: false, new Silent(), Cancel)).Single();

        result.Findings.Select(finding => (finding.Rule, finding.Place.Line)).ShouldBe([("example-fails", 5), ("example-does-not-compile", 6)]);
        result.Findings[0].Message.ShouldBe("`1 + 1` is 2, not 3.");
    }

    [Fact]
    public async Task A_cancelled_run_goes_on_with_what_is_missing()
    {
        var log = target.Outside("resumed.log");
        var request = target.Request([TinyTarget.Script("logger", "echo x >> \"$LOG\"", ("LOG", log))], bugs: 2, controls: 0, repetitions: 2) with { Parallel = 1, Confinement = TinyTarget.Open };
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var before = target.Store.Runs;
        await Should.ThrowAsync<OperationCanceledException>(() => RunPipeline.RunAsync(request, null, TimeProvider.System, new StopAfter(2, stop), stop.Token));
        var run = target.Store.Runs.Except(before).ShouldHaveSingleItem();
        var finished = new RunFolder(target.Store.Run(run)).Finished;
        finished.Count.ShouldBe(2);
        var times = finished.ToDictionary(trial => trial, trial => File.GetLastWriteTimeUtc(Observation(run, trial)), StringComparer.Ordinal);

        var report = await RunPipeline.RunAsync(request, run, TimeProvider.System, new Silent(), Cancel);

        report.Trials.Count.ShouldBe(4);
        times.ShouldAllBe(entry => File.GetLastWriteTimeUtc(Observation(run, entry.Key)) == entry.Value);
        (await File.ReadAllLinesAsync(log, Cancel)).Length.ShouldBeInRange(4, 5);
    }

    [Fact]
    public async Task A_workspace_tells_nothing()
    {
        var copy = target.Outside("copied workspace");
        var report = await TinyTarget.RunAsync(target.Request([TinyTarget.Script("copier", "cp -a . \"$COPY\"; env > \"$COPY.env\"; pwd >> \"$COPY.env\"", ("COPY", copy))], bugs: 1, controls: 0) with { Confinement = TinyTarget.Open }, Cancel);

        var bug = report.Bugs.ShouldHaveSingleItem().Bug;
        (await GitAsync(copy, "rev-list", "--all", "--count")).ShouldBe("1");
        (await GitAsync(copy, "remote")).ShouldBeEmpty();
        (await GitAsync(copy, "status", "--porcelain")).ShouldBeEmpty();
        (await GitAsync(copy, "fsck", "--lost-found")).ShouldBeEmpty();
        var files = Directory.EnumerateFiles(copy, "*", SearchOption.AllDirectories).Select(file => (Path: Path.GetRelativePath(copy, file), Text: File.ReadAllText(file))).ToList();
        files.ShouldNotContain(file => file.Path.Split('/').Any(part => part == "bin" || part == "obj" || part == ".bugseeder"));
        files.ShouldNotContain(file => file.Text.Contains("bugseeder", StringComparison.OrdinalIgnoreCase) || file.Path.Contains("bugseeder", StringComparison.OrdinalIgnoreCase));
        (await File.ReadAllTextAsync(copy + ".env", Cancel)).Split('\n').Where(line => line.StartsWith("PWD", StringComparison.Ordinal) || line.StartsWith('/')).ShouldNotContain(line => line.Contains("bugseeder", StringComparison.OrdinalIgnoreCase) || line.Contains(bug.Id, StringComparison.Ordinal));
        foreach (var name in bug.Witnesses.Where(witness => !witness.Contains('(', StringComparison.Ordinal)).Select(witness => witness.Split('.')[^1]))
            files.ShouldNotContain(file => file.Text.Contains(name, StringComparison.Ordinal));
        foreach (var edit in bug.Seed.Edits)
        {
            var original = (await File.ReadAllLinesAsync(Path.Combine(target.Path, edit.File), Cancel))[bug.Seed.Place.Line - 1];
            files.Single(file => file.Path == edit.File).Text.Split('\n').ShouldNotContain(original);
        }
    }

    [Fact]
    public void A_bank_of_another_state_of_the_target_is_refused()
    {
        var file = Path.Combine(target.Path, "docs", "added.md");
        File.WriteAllText(file, "New.\n");
        try
        {
            Should.Throw<UserError>(() => RunPipeline.Plan(target.Request([TinyTarget.Reference("noop")], 1, 0))).Message.ShouldContain("another state");
        }
        finally
        {
            File.Delete(file);
        }
    }

    private string Observation(string run, string trial) => Path.Combine(target.Store.Run(run), "trials", trial, "observation.json");

    private static async Task<string> GitAsync(string folder, params string[] arguments)
    {
        var result = await ProcessRunner.RunAsync(new("git", arguments, folder) { TimeLimit = TimeSpan.FromMinutes(1) }, Cancel);
        result.Succeeded.ShouldBeTrue(result.ErrorText);
        return result.OutputText.Trim();
    }
}

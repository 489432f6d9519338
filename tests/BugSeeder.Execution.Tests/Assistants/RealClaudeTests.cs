using System.Globalization;
using BugSeeder.Execution.Assistants;
using BugSeeder.Model.Trials;

namespace BugSeeder.Execution.Tests.Assistants;

/// <summary>
/// The real command line against the stub model. Explicit, because it has to be installed first: <c>tests/real-claude.sh</c> does that, starts the
/// stub and runs these. CLAUDE is the program, STUB the stub's address, and TABLE a file that gets one line per case.
/// </summary>
public sealed class RealClaudeTests : IDisposable
{
    private static readonly AssistantLimits Ample = new(TimeSpan.FromSeconds(90), TimeSpan.FromSeconds(45), 20_000_000, 20, 5);

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact(Explicit = true)]
    public async Task It_says_its_version()
    {
        var probe = await Claude("text").ProbeAsync(TestContext.Current.CancellationToken);

        (probe.Found, probe.Remedy).ShouldBe((true, ""));
        probe.Version.ShouldNotBeNull().ShouldStartWith("2.");
    }

    [Fact(Explicit = true)]
    public async Task A_fix_edits_the_workspace()
    {
        // Longer than any command line: it has to come through standard input.
        var run = await RunAsync("fix", "fix", Claude("fix"), Ample, "Fix it. " + new string('.', 400_000));

        run.Outcome.ShouldBe(TrialOutcome.Completed, run.Reason);
        Calc().ShouldBe("a + b\n");
        run.Transcript.Entries.ShouldContain(entry => entry.Kind == EntryKind.Edit && entry.Text == "calc.txt" && entry.Failed == false);
        run.Transcript.Entries.ShouldContain(entry => entry.Kind == EntryKind.Command && entry.Output == "Exit code 3\na + b\nkey [redacted]" && entry.Failed == true && entry.ExitCode == 3);
        // Its common temporary folder would show the next trial this one's name.
        Directory.EnumerateFileSystemEntries(folder.File("private/home/tmp")).ShouldNotBeEmpty();
        ClaimReader.Read(run.Transcript.FinalText)!.Verdict.ShouldBe(ClaimVerdict.Defect);
        // Four requests, each of which the stub says cost 1000 + 300 + 200 in and 50 out.
        run.Transcript.Usage.ShouldNotBeNull().ShouldSatisfyAllConditions(
            usage => (usage.InputTokens, usage.CachedInputTokens, usage.CacheWriteTokens, usage.OutputTokens).ShouldBe((4000, 1200, 800, 200)),
            usage => usage.Turns.ShouldBe(4));
    }

    [Fact(Explicit = true)]
    public async Task What_it_leaves_running_is_ended()
    {
        var run = await RunAsync("left running", "fix", Claude("fix"), Ample, "Leave something running.");

        run.Outcome.ShouldBe(TrialOutcome.Completed, run.Reason);
        File.Exists(Id).ShouldBeTrue();
        Peer.Lives(Id).ShouldBeFalse();
    }

    [Theory(Explicit = true)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_targets_own_instructions_are_read_only_when_asked_for(bool read)
    {
        var word = Guid.NewGuid().ToString("N");
        var hooks = """{"hooks":{"SessionStart":[{"hooks":[{"type":"command","command":"touch hooked"}]}]}}""";
        var settings = folder.Folder("workspace/.claude");
        File.WriteAllText(Path.Combine(settings, "settings.json"), hooks);
        File.WriteAllText(folder.File("workspace/CLAUDE.md"), $"Always say {word}.");

        var run = await RunAsync(read ? "instructions" : "no instructions", "text", Claude("text", readProject: read), Ample);

        run.Outcome.ShouldBe(TrialOutcome.Completed, run.Reason);
        File.ReadAllText(Setting("STUB_LOG")).Contains(word, StringComparison.Ordinal).ShouldBe(read);
        File.Exists(folder.File("workspace/hooked")).ShouldBe(read);
    }

    [Fact(Explicit = true)]
    public async Task Without_permissions_nothing_changes_and_that_is_seen()
    {
        var run = await RunAsync("no permission", "fix", Claude("fix", skipPermissions: false), Ample);

        run.Outcome.ShouldBe(TrialOutcome.PermissionDenied, run.Reason);
        Calc().ShouldBe("a - b\n");
    }

    [Theory(Explicit = true)]
    [InlineData("loop", TrialOutcome.TurnLimit)]
    [InlineData("401", TrialOutcome.Unauthenticated)]
    [InlineData("404", TrialOutcome.Unauthenticated)]
    [InlineData("credit", TrialOutcome.Unauthenticated)]
    [InlineData("429", TrialOutcome.RateLimited)]
    [InlineData("500", TrialOutcome.InfrastructureFault)]
    [InlineData("529", TrialOutcome.InfrastructureFault)]
    [InlineData("overflow", TrialOutcome.ContextOverflow)]
    public async Task A_failure_is_classed_by_its_cause(string scenario, TrialOutcome expected)
    {
        var run = await RunAsync(scenario, scenario, Claude(scenario), Ample with { Turns = 3 });

        run.Outcome.ShouldBe(expected, run.Reason);
    }

    [Fact(Explicit = true)]
    public async Task A_budget_stops_a_loop()
    {
        var run = await RunAsync("budget", "loop", Claude("loop"), Ample with { Turns = null, CostUsd = 0.05m });

        run.Outcome.ShouldBe(TrialOutcome.OverBudget, run.Reason);
    }

    [Theory(Explicit = true)]
    [InlineData("stall")]
    [InlineData("hang")]
    public async Task A_stream_that_stops_is_ended_when_idle(string scenario)
    {
        var run = await RunAsync(scenario, scenario, Claude(scenario), Ample with { Idle = TimeSpan.FromSeconds(6) });

        run.Outcome.ShouldBe(TrialOutcome.TimedOut, run.Reason);
    }

    private string Id => folder.File("workspace/id");

    private static string Setting(string name) =>
        Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"{name} is not set; run tests/real-claude.sh.");

    private static IAssistant Claude(string scenario, bool skipPermissions = true, bool readProject = false) => Made.Claude(new("claude", "claude")
    {
        Command = [Setting("CLAUDE")],
        Model = "claude-sonnet-4-5",
        FullPermissions = skipPermissions,
        ReadProjectInstructions = readProject,
        RequestRetries = 1,
        Environment = new Dictionary<string, string>
        {
            ["ANTHROPIC_BASE_URL"] = $"{Setting("STUB")}/{scenario}",
            ["ANTHROPIC_API_KEY"] = "not-a-real-key",
        },
    });

    private async Task<AssistantRun> RunAsync(string name, string scenario, IAssistant assistant, AssistantLimits limits, string prompt = "Fix it.")
    {
        var workspace = folder.Folder("workspace");
        File.WriteAllText(Path.Combine(workspace, "calc.txt"), "a - b\n");
        var task = new AssistantTask(new("claude", scenario, 1), workspace, prompt, folder.Folder("private"), limits);
        var run = await assistant.RunAsync(task, TestContext.Current.CancellationToken);
        var usage = run.Transcript.Usage;
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"{name}\t{run.Outcome}\t{run.ExitCode}\t{run.Wall.TotalSeconds:F1} s\t{usage?.Turns}\t{usage?.InputTokens}/{usage?.OutputTokens}\t{Calc().Trim()}\t{run.Reason}\n");
        await File.AppendAllTextAsync(Setting("TABLE"), line, TestContext.Current.CancellationToken);
        return run;
    }

    private string Calc() => File.ReadAllText(Path.Combine(folder.Path, "workspace", "calc.txt"));
}

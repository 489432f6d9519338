using System.Diagnostics;
using System.Text;
using BugSeeder.Execution.Assistants;
using BugSeeder.Model;
using BugSeeder.Model.Trials;

namespace BugSeeder.Execution.Tests.Assistants;

public sealed class CommandAssistantTests : IDisposable
{
    private static readonly AssistantLimits Ample = new(TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(10), 1_000_000, null, null);

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_answer_file_is_the_final_text()
    {
        var run = await RunAsync(["answer", "{answer}", "{prompt}"]);

        (run.Outcome, run.ExitCode).ShouldBe((TrialOutcome.Completed, 0));
        run.Transcript.FinalText.ShouldBe("the answer");
        Encoding.UTF8.GetString(run.Output).ShouldBe("working\n");
    }

    [Fact]
    public async Task Without_an_answer_file_standard_output_is_the_final_text()
    {
        var run = await RunAsync(["fix", "{prompt}"], prompt: "Fix {workspace} – please");

        run.Transcript.FinalText.ShouldBe("Fix {workspace} – please");
        (await File.ReadAllTextAsync(Path.Combine(folder.Path, "workspace", "calc.txt"), TestContext.Current.CancellationToken)).ShouldBe("a + b\n");
    }

    [Fact]
    public async Task The_prompt_file_lies_outside_the_workspace_and_its_name_says_nothing()
    {
        var run = await RunAsync(["say", "{workspace}|{prompt}"]);

        var paths = run.Transcript.FinalText!.Split('|');
        paths[0].ShouldBe(Path.Combine(folder.Path, "workspace"));
        paths[1].ShouldBe(Path.Combine(folder.Path, "private", "prompt.md"));
        Directory.EnumerateFileSystemEntries(paths[0]).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_prompt_can_be_an_argument_and_its_placeholders_stay_as_they_are()
    {
        (await RunAsync(["say", "<{promptText}>"], prompt: "a {prompt} \"b\" $c")).Transcript.FinalText.ShouldBe("<a {prompt} \"b\" $c>");
    }

    [Fact]
    public async Task A_huge_prompt_reaches_standard_input()
    {
        var run = await RunAsync(["count"], standardInput: true, prompt: new string('x', 5_000_000));

        run.Transcript.FinalText.ShouldBe("5000000\n");
    }

    [Fact]
    public async Task A_prompt_too_long_for_an_argument_is_an_error_with_a_remedy()
    {
        var error = await Should.ThrowAsync<UserError>(RunAsync(["say", "{promptText}"], prompt: new string('x', 500_000)));

        error.Remedy.ShouldContain("{prompt}");
    }

    [Fact]
    public void A_command_that_never_gets_the_prompt_is_refused()
    {
        Should.Throw<UserError>(() => Made.Command(["say", "{workspace}"]));
    }

    [Fact]
    public async Task Variables_are_set_and_filled_in()
    {
        var assistant = Made.Command(["variable", "WHERE"], environment: new Dictionary<string, string> { ["WHERE"] = "{prompt}" });

        var run = await assistant.RunAsync(Task(Ample), TestContext.Current.CancellationToken);

        run.Transcript.FinalText.ShouldBe(Path.Combine(folder.Path, "private", "prompt.md"));
    }

    [Fact]
    public async Task An_exit_code_other_than_0_is_a_crash()
    {
        var run = await RunAsync(["fail", "{prompt}"]);

        (run.Outcome, run.ExitCode).ShouldBe((TrialOutcome.Crashed, 7));
        run.Reason.ShouldContain("something broke");
    }

    [Theory]
    [InlineData("silent", TrialOutcome.TimedOut)]
    [InlineData("stubborn", TrialOutcome.TimedOut)]
    [InlineData("endless", TrialOutcome.OverBudget)]
    public async Task What_does_not_end_by_itself_is_ended(string behaviour, TrialOutcome expected)
    {
        var limits = Ample with { Time = TimeSpan.FromSeconds(3), Idle = TimeSpan.FromSeconds(0.7), OutputBytes = 50_000 };

        var run = await RunAsync([behaviour, "{prompt}"], limits: limits);

        run.Outcome.ShouldBe(expected);
        run.ExitCode.ShouldBeNull();
        run.Wall.ShouldBeLessThan(TimeSpan.FromSeconds(6));
        run.Output.Length.ShouldBeLessThanOrEqualTo(50_000);
    }

    [Fact]
    public async Task A_grandchild_that_holds_the_output_is_ended_within_two_seconds()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only /proc tells a process of another session from a stranger.");
        var clock = Stopwatch.StartNew();

        var run = await RunAsync(["orphan", folder.File("id"), "{prompt}"]);

        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(3));
        run.Outcome.ShouldBe(TrialOutcome.Completed);
        Peer.Lives(folder.File("id")).ShouldBeFalse();
    }

    [Fact]
    public async Task Output_that_is_not_UTF_8_is_still_text()
    {
        (await RunAsync(["latin", "{prompt}"])).Transcript.FinalText.ShouldBe("caf\uFFFD \uFFFD\uFFFD\n");
    }

    [Fact]
    public async Task A_key_that_it_prints_is_redacted()
    {
        var assistant = Made.Command(["variable", "MY_API_KEY", "{prompt}"], environment: new Dictionary<string, string> { ["MY_API_KEY"] = "sk-0123456789" });

        var run = await assistant.RunAsync(Task(Ample), TestContext.Current.CancellationToken);

        run.Transcript.FinalText.ShouldBe("[redacted]");
        Encoding.UTF8.GetString(run.Output).ShouldBe("[redacted]");
    }

    [Fact]
    public async Task An_answer_that_is_a_link_is_not_followed()
    {
        File.WriteAllText(folder.File("elsewhere"), "not yours");
        File.CreateSymbolicLink(Path.Combine(folder.Folder("private"), "answer.txt"), folder.File("elsewhere"));

        (await RunAsync(["say", "plain", "{prompt}"])).Transcript.FinalText.ShouldBe("plain");
    }

    [Fact]
    public async Task A_program_that_is_not_there_stops_the_run_and_is_seen_by_the_probe()
    {
        var assistant = Made.Command(["{prompt}"], "no-such-program-anywhere");

        var error = await Should.ThrowAsync<UserError>(assistant.RunAsync(Task(Ample), TestContext.Current.CancellationToken));
        var probe = await assistant.ProbeAsync(TestContext.Current.CancellationToken);

        error.ExitCode.ShouldBe(ExitCode.AssistantUnusable);
        probe.Found.ShouldBeFalse();
        probe.Remedy.ShouldNotBeEmpty();
    }

    private Task<AssistantRun> RunAsync(string[] arguments, string prompt = "Fix it.", bool standardInput = false, AssistantLimits? limits = null)
    {
        if (!standardInput && !arguments.Any(argument => argument.Contains("{prompt", StringComparison.Ordinal)))
            throw new ArgumentException("A test's command needs the prompt too.", nameof(arguments));
        var assistant = Made.Command(arguments, standardInput: standardInput);
        return assistant.RunAsync(Task(limits ?? Ample, prompt), TestContext.Current.CancellationToken);
    }

    private AssistantTask Task(AssistantLimits limits, string prompt = "Fix it.") =>
        new(new("mine", "spec.b01", 1), folder.Folder("workspace"), prompt, folder.Folder("private"), limits);
}

using System.Diagnostics;
using BugSeeder.Execution.Processes;

namespace BugSeeder.Execution.Tests.Processes;

public sealed class ProcessRunnerTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_a_program_prints_comes_back_with_its_exit_code()
    {
        var result = await ProcessRunner.RunAsync(Request("fail"), Token);

        (result.End, result.ExitCode).ShouldBe((ProcessEnd.Exited, 7));
        result.OutputText.ShouldBe("half an answer\n");
        result.ErrorText.ShouldBe("something broke\n");
        result.Succeeded.ShouldBeFalse();
    }

    [Fact]
    public async Task A_program_that_is_not_there_is_an_outcome()
    {
        var result = await ProcessRunner.RunAsync(new("no-such-program-anywhere", [], folder.Path), Token);

        result.End.ShouldBe(ProcessEnd.NotStarted);
        result.ExitCode.ShouldBeNull();
        result.ErrorText.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Silence_ends_at_the_idle_limit()
    {
        var result = await ProcessRunner.RunAsync(Request("silent") with { IdleLimit = TimeSpan.FromSeconds(0.5) }, Token);

        result.End.ShouldBe(ProcessEnd.Idle);
        result.ExitCode.ShouldBeNull();
        result.Wall.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_program_that_keeps_talking_is_not_idle_but_runs_out_of_time()
    {
        var request = Request("chatty") with { IdleLimit = TimeSpan.FromSeconds(1), TimeLimit = TimeSpan.FromSeconds(2) };

        (await ProcessRunner.RunAsync(request, Token)).End.ShouldBe(ProcessEnd.TimedOut);
    }

    [Fact]
    public async Task Endless_output_is_kept_up_to_the_limit_and_ended()
    {
        var result = await ProcessRunner.RunAsync(Request("endless") with { OutputLimit = 100_000 }, Token);

        result.End.ShouldBe(ProcessEnd.TooMuchOutput);
        result.Output.Length.ShouldBe(100_000);
    }

    [Fact]
    public async Task A_program_that_ignores_SIGTERM_is_ended_at_its_time_limit()
    {
        var result = await ProcessRunner.RunAsync(Request("stubborn") with { TimeLimit = TimeSpan.FromSeconds(0.7) }, Token);

        result.End.ShouldBe(ProcessEnd.TimedOut);
        result.OutputText.ShouldBe("started\n");
        result.Wall.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_limit_of_work_lets_a_process_go_on_that_others_keep_from_the_cores()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only /proc tells what a tree of processes uses.");

        var result = await ProcessRunner.RunAsync(Request("starved") with { TimeLimit = TimeSpan.FromSeconds(3), LimitsWork = true }, Token);

        (result.End, result.OutputText).ShouldBe((ProcessEnd.Exited, "done\n"));
        result.Wall.ShouldBeGreaterThan(TimeSpan.FromSeconds(3));
    }

    [Theory]
    [InlineData("silent")]
    [InlineData("busy")]
    public async Task A_limit_of_work_ends_what_waits_and_what_has_used_it_up(string behaviour)
    {
        var result = await ProcessRunner.RunAsync(Request(behaviour) with { TimeLimit = TimeSpan.FromSeconds(4), LimitsWork = true }, Token);

        result.End.ShouldBe(ProcessEnd.TimedOut);
        // Long before a process that works would have to end.
        result.Wall.ShouldBeLessThan(TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task A_grandchild_in_another_session_neither_delays_the_end_nor_outlives_it()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only /proc tells a process of another session from a stranger.");
        var clock = Stopwatch.StartNew();

        var result = await ProcessRunner.RunAsync(Request("orphan", folder.File("id")), Token);

        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(3));
        (result.End, result.OutputText).ShouldBe((ProcessEnd.Exited, "left\n"));
        Peer.Lives(folder.File("id")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_grandchild_that_dropped_its_environment_is_missed_but_not_waited_for()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "setsid is Linux's.");

        var result = await ProcessRunner.RunAsync(Request("stranger"), Token);

        // Only a process namespace or a user of its own would end this one; the sandbox has those.
        result.Wall.ShouldBeLessThan(TimeSpan.FromSeconds(3));
        result.OutputText.ShouldBe("left\n");
    }

    [Fact]
    public async Task A_cancelled_call_throws_and_leaves_no_process()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var run = ProcessRunner.RunAsync(Request("child", folder.File("id")), cancel.Token);
        while (!File.Exists(folder.File("id")) || new FileInfo(folder.File("id")).Length == 0)
            await Task.Delay(20, Token);

        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(run);
        Peer.Lives(folder.File("id")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_call_that_is_cancelled_before_it_begins_starts_nothing()
    {
        var run = ProcessRunner.RunAsync(Request("answer", folder.File("started")), new CancellationToken(canceled: true));

        await Should.ThrowAsync<OperationCanceledException>(run);
        File.Exists(folder.File("started")).ShouldBeFalse();
    }

    [Fact]
    public async Task Output_that_is_not_UTF_8_is_kept_byte_for_byte()
    {
        var result = await ProcessRunner.RunAsync(Request("latin"), Token);

        result.Output.ShouldBe([.. "caf"u8, 0xE9, (byte)' ', 0xFF, 0xFE, (byte)'\n']);
        result.OutputText.ShouldStartWith("caf\uFFFD");
    }

    [Fact]
    public async Task Megabytes_reach_standard_input()
    {
        var result = await ProcessRunner.RunAsync(Request("count") with { Input = new string('ä', 1_500_000) }, Token);

        result.OutputText.ShouldBe("3000000\n");
    }

    [Fact]
    public async Task A_program_that_does_not_read_its_input_is_no_fault()
    {
        var result = await ProcessRunner.RunAsync(Request("deaf") with { Input = new string('x', 1_000_000) }, Token);

        result.Succeeded.ShouldBeTrue();
        result.OutputText.ShouldBe("did not listen\n");
    }

    [Theory]
    [InlineData("two words")]
    [InlineData("\"quoted\" 'twice' \\ $HOME `id` *")]
    [InlineData("Grüße, 世界\nand a second line")]
    [InlineData("")]
    public async Task An_argument_arrives_as_it_is(string argument)
    {
        (await ProcessRunner.RunAsync(Request("say", argument), Token)).OutputText.ShouldBe(argument);
    }

    [Fact]
    public async Task Only_what_is_allowed_is_inherited()
    {
        var request = Request("variable", "HOME") with { InheritOnly = new HashSet<string> { "PATH" } };

        (await ProcessRunner.RunAsync(request, Token)).OutputText.ShouldBeEmpty();
    }

    private ProcessRequest Request(params string[] arguments) => new(Peer.Path, arguments, folder.Path);
}

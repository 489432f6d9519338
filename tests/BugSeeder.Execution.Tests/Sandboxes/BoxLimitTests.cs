using System.Diagnostics;
using BugSeeder.Execution.Processes;
using BugSeeder.Execution.Sandboxes;
using BugSeeder.Model.Runs;

namespace BugSeeder.Execution.Tests.Sandboxes;

/// <summary>Processes that want to do harm, tamely: what they may use is bounded, and nothing of them is left.</summary>
public abstract class BoxLimitTests(SandboxLevel level)
{
    /// <summary>Writes the time into a file again and again, for at most a minute.</summary>
    private const string Beat = "i=0; while [ $i -lt 600 ]; do date +%s%N > heartbeat.$0; sleep 0.1; i=$((i+1)); done";

    /// <summary>The variable that tells another process of ours where to work.</summary>
    private const string Place = "BOX_WORKSPACE";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_fork_bomb_stops_at_the_limit_of_processes()
    {
        using var walled = await Walled.OpenAsync(level, Token);
        var box = walled.Box() with { Limits = new() { Processes = 40 } };

        var most = 0;
        // Where boxes share a user, what other boxes run at this moment counts too, so a single count may be low.
        for (var tries = 0; tries < 5 && most < 20; tries++)
        {
            File.Delete(Path.Combine(walled.Workspace, "started"));

            var seen = await walled.RunAsync("for i in $(seq 100); do ( echo x >> started; exec sleep 5 ) & done", Token, box);

            // The shell itself gives up with this, or it would have gone on to a hundred.
            seen.ShouldContain("fork", Case.Insensitive);
            most = File.ReadAllLines(Path.Combine(walled.Workspace, "started")).Length;
            most.ShouldBeLessThanOrEqualTo(40);
        }

        most.ShouldBeGreaterThanOrEqualTo(20);
    }

    [Fact]
    public async Task Memory_of_one_process_is_refused_beyond_its_limit()
    {
        using var walled = await Walled.OpenAsync(level, Token);
        var box = walled.Box() with { Limits = new() { ProcessMemory = 64 << 20 } };

        (await walled.RunAsync("head -c 100M /dev/zero | tail -c 100M | wc -c", Token, box)).ShouldNotStartWith("104857600");
    }

    [Fact]
    public async Task Memory_of_all_processes_together_ends_the_box_at_its_limit()
    {
        using var walled = await Walled.OpenAsync(level, Token);
        var box = walled.Box() with { Limits = new() { Memory = 64 << 20 } };
        var request = walled.Script("for i in 1 2 3; do (head -c 40M /dev/zero | tail -c 40M; sleep 20) | (sleep 20) & done; wait", box);

        (await ProcessRunner.RunAsync(request, Token)).End.ShouldBe(ProcessEnd.TooMuchMemory);
    }

    [Fact]
    public async Task A_disk_filler_is_ended_at_the_limit()
    {
        using var walled = await Walled.OpenAsync(level, Token);
        var box = walled.Box() with { Limits = new() { Disk = 20 << 20 } };

        var result = await ProcessRunner.RunAsync(walled.Script("for i in $(seq 200); do head -c 1M /dev/zero > f$i; sleep 0.05; done", box), Token);

        result.End.ShouldBe(ProcessEnd.TooMuchDisk);
        Directory.EnumerateFiles(walled.Workspace).Sum(file => new FileInfo(file).Length).ShouldBeLessThan(100 << 20);
    }

    [Fact]
    public async Task Two_hundred_megabytes_of_output_are_cut_off()
    {
        using var walled = await Walled.OpenAsync(level, Token);

        var result = await ProcessRunner.RunAsync(walled.Script("yes 'Passed!  - Failed: 0, Passed: 99999' | head -c 200M; echo '{\"type\":\"result\"}'") with { OutputLimit = 1 << 20 }, Token);

        result.End.ShouldBe(ProcessEnd.TooMuchOutput);
        result.Output.Length.ShouldBe(1 << 20);
    }

    [Fact]
    public async Task Left_behind_processes_of_every_kind_end_with_the_box()
    {
        using var walled = await Walled.OpenAsync(level, Token);
        var script = $$"""
            beat='{{Beat}}'
            sh -c "$beat" background &
            nohup sh -c "$beat" nohup >/dev/null 2>&1 &
            setsid sh -c "$beat" setsid &
            ( setsid sh -c "sh -c '$beat' doublefork & exit 0" & )
            setsid sh -c "trap '' TERM INT HUP QUIT; $beat" deaf >/dev/null 2>&1 &
            ( setsid env -i PATH="$PATH" sh -c "sh -c '$beat' noenv >/dev/null 2>&1 & exit 0" & )
            sleep 1; ls heartbeat.* | wc -l
            """;
        var clock = Stopwatch.StartNew();

        (await walled.RunAsync(script, Token)).ShouldBe("6\n");

        // Not even the pipe that they hold delays the end.
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
        await NothingBeatsAsync(walled);
    }

    [Fact]
    public async Task One_that_ignores_signals_is_ended_with_its_box_at_the_time_limit()
    {
        using var walled = await Walled.OpenAsync(level, Token);
        var request = walled.Script($"trap '' TERM INT HUP QUIT PIPE; setsid sh -c '{Beat}' deaf & while :; do :; done") with { TimeLimit = TimeSpan.FromSeconds(1.5) };

        (await ProcessRunner.RunAsync(request, Token)).End.ShouldBe(ProcessEnd.TimedOut);

        await NothingBeatsAsync(walled);
    }

    [Fact]
    public async Task A_cancelled_call_leaves_nothing()
    {
        using var walled = await Walled.OpenAsync(level, Token);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var run = ProcessRunner.RunAsync(walled.Script($"setsid sh -c '{Beat}' one & sleep 60"), cancel.Token);
        while (!File.Exists(Path.Combine(walled.Workspace, "heartbeat.one")))
            await Task.Delay(20, Token);

        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(run);
        await NothingBeatsAsync(walled);
    }

    [Fact]
    public async Task A_box_ends_when_we_are_killed_with_9()
    {
        using var walled = await Walled.OpenAsync(level, Token);
        var script = $"""
            dotnet '{typeof(BoxLimitTests).Assembly.Location}' -explicit only -method '{GetType().FullName}.{nameof(Beats_in_a_box_until_somebody_kills_us)}' > log 2>&1 &
            tries=0; until [ -e heartbeat.one ] || [ $tries -gt 600 ]; do sleep 0.1; tries=$((tries + 1)); done
            kill -9 $!
            """;

        var result = await ProcessRunner.RunAsync(new("sh", ["-c", script], walled.Workspace) { Environment = new Dictionary<string, string?> { [Place] = walled.Workspace } }, Token);

        result.Succeeded.ShouldBeTrue(result.ErrorText);
        await NothingBeatsAsync(walled);
    }

    /// <summary>Plays the BugSeeder that is killed by the test above.</summary>
    [Fact(Explicit = true)]
    public async Task Beats_in_a_box_until_somebody_kills_us()
    {
        var workspace = Environment.GetEnvironmentVariable(Place)!;
        var sandbox = await Sandbox.FindAsync(Path.Combine(Path.GetDirectoryName(workspace)!, "s2"), level, Token);

        await ProcessRunner.RunAsync(new("sh", ["-c", $"setsid sh -c '{Beat}' one & sleep 60"], workspace) { Box = sandbox.Box([new(workspace, "/workspace", IsWritable: true)]) }, Token);
    }

    private static async Task NothingBeatsAsync(Walled walled)
    {
        string[] Beats() => [.. Directory.EnumerateFiles(walled.Workspace, "heartbeat.*").Order(StringComparer.Ordinal).Select(File.ReadAllText)];
        var before = Beats();
        await Task.Delay(500, Token);
        Beats().ShouldBe(before);
        before.ShouldNotBeEmpty();
    }
}

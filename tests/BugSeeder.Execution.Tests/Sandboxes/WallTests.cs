using System.Runtime.InteropServices;
using BugSeeder.Execution.Processes;
using BugSeeder.Execution.Sandboxes;
using BugSeeder.Model.Runs;

namespace BugSeeder.Execution.Tests.Sandboxes;

/// <summary>What a process in a box can see and change; each trap that was found by running has its test.</summary>
public abstract partial class WallTests(SandboxLevel level)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_process_in_a_box_is_root_neither_inside_nor_outside()
    {
        using var walled = await Walled.OpenAsync(level, Token);

        var seen = await walled.RunAsync("id -u; stat -c %u /usr/bin/env; touch own; grep CapEff /proc/self/status; grep CapBnd /proc/self/status; grep NoNewPrivs /proc/self/status", Token);

        var lines = seen.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToList();
        lines[0].ShouldBe(["1000"]);
        lines[1][0].ShouldBeOneOf("65534", "0");
        lines[2][1].ShouldBe("0000000000000000");
        lines[3][1].ShouldBe("0000000000000000");
        lines[4][1].ShouldBe("1");
        // Its files would be root's if its user were.
        (await ProcessRunner.RunAsync(new("stat", ["-c", "%u", Path.Combine(walled.Workspace, "own")], "/"), Token)).OutputText.ShouldNotBe("0\n");
    }

    [Theory]
    [InlineData("/proc/sys/kernel/core_pattern")]
    [InlineData("/proc/sysrq-trigger")]
    [InlineData("/usr/x")]
    [InlineData("/etc/x")]
    [InlineData("/x")]
    [InlineData("/dev/x")]
    [InlineData("/run/x")]
    [InlineData("/proc/1/root/x")]
    public async Task The_system_cannot_be_written_to(string path)
    {
        using var walled = await Walled.OpenAsync(level, Token);

        (await walled.RunAsync($"if ( : >> {path} ) 2>/dev/null; then echo written; fi", Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_first_process_of_a_box_tells_neither_our_variables_nor_the_mounts()
    {
        using var walled = await Walled.OpenAsync(level, Token);
        var request = walled.Script("tr '\\0' '\\n' < /proc/1/environ; echo; tr '\\0' ' ' < /proc/1/cmdline") with { Environment = new Dictionary<string, string?> { ["A_KEY"] = "sk-very-secret" } };

        var seen = (await ProcessRunner.RunAsync(request, Token)).OutputText;

        seen.ShouldStartWith("\n");
        seen.ShouldNotContain(walled.Folder);
        seen.ShouldNotContain("bind /");
        seen.ShouldNotContain("sk-very-secret");
    }

    [Fact]
    public async Task A_box_outlives_the_thread_that_asked_for_it()
    {
        using var walled = await Walled.OpenAsync(level, Token);
        Task<ProcessResult>? run = null;
        var asking = new Thread(() => run = ProcessRunner.RunAsync(walled.Script("sleep 1; echo still here"), Token));

        asking.Start();
        asking.Join();

        (await run!).OutputText.ShouldBe("still here\n");
    }

    [Fact]
    public async Task Descriptors_that_we_were_started_with_stay_outside()
    {
        using var walled = await Walled.OpenAsync(level, Token);
        // What `dup` returns is inherited by default, as the lock of a script that started us would be.
        var ours = Enumerable.Range(0, 5).Select(_ => Duplicate(2)).ToList();

        var seen = await walled.RunAsync("ls /proc/self/fd", Token);

        ours.ShouldAllBe(descriptor => descriptor > 2);
        // 3 is the folder that ls itself reads.
        seen.ShouldBe("0\n1\n2\n3\n");
    }

    [Fact]
    public async Task Nothing_inside_tells_where_the_workspace_lies_but_a_name_that_means_nothing()
    {
        using var walled = await Walled.OpenAsync(level, Token);

        var seen = await walled.RunAsync("pwd; ls /; ls -A /tmp /home/dev /home /run /var/tmp; grep /workspace /proc/self/mountinfo | cut -d' ' -f4; readlink /proc/self/fd/1; hostname", Token);

        seen.ShouldStartWith("/workspace\n");
        seen.ShouldContain("pipe:[");
        seen.ShouldEndWith("sandbox\n");
        foreach (var telling in new[] { "bug", "seed", "mutat", "trial", "bank" })
            seen.ShouldNotContain(telling, Case.Insensitive);
        seen.Split('\n').ShouldContain(walled.Workspace);
    }

    [Theory]
    [InlineData("/tmp")]
    [InlineData("/dev/shm")]
    [InlineData("/home/dev")]
    public async Task A_temporary_place_is_full_at_its_limit(string folder)
    {
        using var walled = await Walled.OpenAsync(level, Token);
        var box = walled.Box() with { Limits = new() { Temporary = 8 << 20 } };

        var seen = await walled.RunAsync($"head -c 32M /dev/zero > {folder}/fill 2>/dev/null; du -m {folder}/fill | cut -f1", Token, box);

        int.Parse(seen, null).ShouldBeInRange(7, 8);
    }

    [Fact]
    public async Task Only_what_is_mounted_is_there()
    {
        using var walled = await Walled.OpenAsync(level, Token);
        var secret = Path.Combine(walled.Folder, "secret");
        var shown = Path.Combine(walled.Folder, "shown");
        await File.WriteAllTextAsync(secret, "the answer", Token);
        await File.WriteAllTextAsync(shown, "shown", Token);

        var seen = await walled.RunAsync($"cat {secret} /data/shown; echo x > /data/shown; echo y > own; ls -d /root /var/lib /etc/shadow /boot 2>/dev/null; ls /sys 2>/dev/null | head -20", Token, walled.Box(new BoxMount(shown, "/data/shown")));

        seen.ShouldStartWith("shown");
        seen.ShouldNotContain("the answer");
        foreach (var place in new[] { "/root", "/var/lib", "/etc/shadow", "/boot" })
            seen.ShouldNotContain(place + "\n");
        // A container always has the folder.
        foreach (var part in new[] { "block", "class", "devices", "fs" })
            seen.ShouldNotContain(part + "\n");
        (await File.ReadAllTextAsync(shown, Token)).ShouldBe("shown");
        (await File.ReadAllTextAsync(Path.Combine(walled.Workspace, "own"), Token)).ShouldBe("y\n");
    }

    [Fact]
    public async Task A_hidden_folder_is_empty_even_where_the_system_shows_it()
    {
        using var walled = await Walled.OpenAsync(level, Token);

        (await walled.RunAsync("ls /usr/share/doc | wc -l", Token, walled.Box() with { Hidden = ["/usr/share/doc"] })).Trim().ShouldBe("0");
    }

    [Fact]
    public async Task Our_paths_are_translated_in_arguments_variables_and_the_working_directory()
    {
        using var walled = await Walled.OpenAsync(level, Token);
        Directory.CreateDirectory(Path.Combine(walled.Workspace, "inner"));
        var request = new ProcessRequest("sh", ["-c", "pwd; echo \"$1\" \"$PLACE\"", "sh", $"--dir={walled.Workspace}"], Path.Combine(walled.Workspace, "inner"))
        {
            Box = walled.Box(),
            Environment = new Dictionary<string, string?> { ["PLACE"] = $"{walled.Workspace}/a:{walled.Workspace}-b" },
        };

        (await ProcessRunner.RunAsync(request, Token)).OutputText.ShouldBe($"/workspace/inner\n--dir=/workspace /workspace/a:{walled.Workspace}-b\n");
    }

    [Fact]
    public async Task Of_our_variables_only_those_on_a_list_are_inherited()
    {
        using var walled = await Walled.OpenAsync(level, Token);
        Environment.SetEnvironmentVariable("SOMETHING_OF_OURS", "secret");

        var seen = await walled.RunAsync("env", Token);
        var allowed = await ProcessRunner.RunAsync(walled.Script("env") with { InheritOnly = new HashSet<string> { "SOMETHING_OF_OURS", "PATH", "HOME" } }, Token);

        seen.ShouldNotContain("SOMETHING_OF_OURS");
        seen.ShouldContain("HOME=/home/dev\n");
        allowed.OutputText.ShouldContain("SOMETHING_OF_OURS=secret\n");
        allowed.OutputText.ShouldContain("HOME=/home/dev\n");
    }

    [Fact]
    public async Task Other_processes_of_this_machine_are_not_seen()
    {
        using var walled = await Walled.OpenAsync(level, Token);

        (await walled.RunAsync($"ls -d /proc/[0-9]* | wc -l; kill -0 {Environment.ProcessId} 2>/dev/null && echo reached", Token)).Trim().ShouldBeOneOf("3", "4", "5", "6");
    }

    [Fact]
    public async Task What_dotnet_needs_to_build_and_test_is_there()
    {
        using var walled = await Walled.OpenAsync(level, Token);

        (await walled.RunAsync("dotnet --version && git --version", Token)).ShouldContain("git version");
    }

    [LibraryImport("libc", EntryPoint = "dup")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Duplicate(int descriptor);
}

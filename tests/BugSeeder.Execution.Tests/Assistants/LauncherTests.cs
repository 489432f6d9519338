using System.Text;
using BugSeeder.Execution.Assistants;
using BugSeeder.Execution.Processes;

namespace BugSeeder.Execution.Tests.Assistants;

/// <summary>What to run is data, and how it is run is somebody else's business.</summary>
public sealed class LauncherTests : IDisposable
{
    private static readonly AssistantLimits Limits = new(TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(10), 1_000_000, null, null);

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task An_assistant_is_told_the_names_that_its_launcher_has_for_its_folders()
    {
        var launcher = new Recorder();

        await Made.Command(["say", "{workspace} {prompt} {answer}"]).RunAsync(Task(launcher), TestContext.Current.CancellationToken);

        launcher.Seen!.Arguments.ShouldBe(["say", "/work /own/prompt.md /own/answer.txt"]);
        launcher.Seen.Files.ShouldBe(new Dictionary<string, string> { ["prompt.md"] = "Fix it." });
    }

    [Fact]
    public async Task Claude_Code_names_its_host_its_installation_and_no_key_among_its_arguments()
    {
        var launcher = new Recorder();
        var options = new AssistantSettings("claude", "claude")
        {
            Command = [Peer.Path, "claude"],
            Environment = new Dictionary<string, string> { ["ANTHROPIC_API_KEY"] = "sk-0123456789", ["ANTHROPIC_BASE_URL"] = "http://127.0.0.1:8900/fix" },
        };

        await Made.Claude(options).RunAsync(Task(launcher), TestContext.Current.CancellationToken);

        launcher.Seen!.ApiHosts.ShouldBe([new("127.0.0.1", 8900)]);
        launcher.Seen.ReadOnlyPaths.ShouldContain(Peer.Path);
        launcher.Seen.Environment["CLAUDE_CONFIG_DIR"].ShouldBe("/own/home/.claude");
        launcher.Seen.Arguments.ShouldNotContain(argument => argument.Contains("sk-", StringComparison.Ordinal));
    }

    [Fact]
    public void A_script_needs_its_package_and_its_interpreter()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Scripts have no first line there.");
        var script = folder.File("app/node_modules/@vendor/tool/cli.js");
        Directory.CreateDirectory(Path.GetDirectoryName(script)!);
        File.WriteAllText(script, "#!/usr/bin/env sh\n");
        var link = folder.File("bin-tool");
        File.CreateSymbolicLink(link, script);

        var needed = Installation.Of(link);

        needed[0].ShouldBe(link);
        needed[1].ShouldBe(folder.File("app/node_modules"));
        needed[2].ShouldEndWith("/sh");
    }

    [Fact]
    public async Task Whoever_listens_to_a_process_may_stop_it()
    {
        var listener = new Impatient();
        var request = new ProcessRequest(Peer.Path, ["chatty"], folder.Path) { TimeLimit = TimeSpan.FromSeconds(20), Watch = listener };

        var result = await ProcessRunner.RunAsync(request, TestContext.Current.CancellationToken);

        result.End.ShouldBe(ProcessEnd.Stopped);
        result.ExitCode.ShouldBeNull();
        Encoding.UTF8.GetString(result.Output).ShouldStartWith("tick\ntick\n");
    }

    private AssistantTask Task(ILauncher launcher) => new(new("a", "c", 1), folder.Folder("workspace"), "Fix it.", folder.Folder("private"), Limits) { Launcher = launcher };

    private sealed class Recorder : ILauncher
    {
        public Invocation? Seen { get; private set; }

        public AssistantPlaces Places(AssistantTask task) => new("/work", "/own");

        public Task<ProcessResult> LaunchAsync(Invocation invocation, AssistantTask task, IOutputWatch? watch, CancellationToken cancellationToken)
        {
            Seen = invocation;
            return System.Threading.Tasks.Task.FromResult(new ProcessResult(ProcessEnd.Exited, 0, TimeSpan.Zero, [], []));
        }
    }

    private sealed class Impatient : IOutputWatch
    {
        private int heard;

        public bool Heard(ReadOnlySpan<byte> bytes) => ++heard < 2;
    }
}

using System.Text;
using BugSeeder.Execution.Assistants;
using BugSeeder.Model;
using BugSeeder.Model.Trials;

namespace BugSeeder.Execution.Tests.Assistants;

/// <summary>How Claude Code is started, seen from a program in its place. What the real one does is in <see cref="RealClaudeTests"/>.</summary>
public sealed class ClaudeCodeAssistantTests : IDisposable
{
    private static readonly AssistantLimits Limits = new(TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(10), 1_000_000, 12, 0.5m);

    private static readonly AssistantSettings Options = new("claude", "claude")
    {
        Command = [Peer.Path, "claude"],
        Model = "some-model",
        Environment = new Dictionary<string, string> { ["ANTHROPIC_API_KEY"] = "sk-0123456789" },
    };

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_prompt_comes_through_standard_input_whatever_its_length()
    {
        var prompt = "-p --help \"quoted\"\n" + new string('ä', 300_000);

        await RunAsync(Options, prompt);

        Seen("prompt").ShouldBe(prompt);
    }

    [Fact]
    public async Task Model_limits_and_isolation_are_said_on_the_command_line()
    {
        await RunAsync(Options);

        var arguments = Seen("arguments").Split('\n');
        Following(arguments, "--model").ShouldBe("some-model");
        Following(arguments, "--max-turns").ShouldBe("12");
        Following(arguments, "--max-budget-usd").ShouldBe("0.5");
        Following(arguments, "--setting-sources").ShouldBe("user");
        Following(arguments, "--disallowedTools").ShouldBe("WebFetch,WebSearch");
        arguments.ShouldContain("--strict-mcp-config");
        arguments.ShouldContain("--dangerously-skip-permissions");
        string.Join(' ', arguments).ShouldNotContain("spec.b01");
    }

    [Fact]
    public async Task Its_home_and_configuration_are_private_and_our_variables_stay_here()
    {
        Environment.SetEnvironmentVariable("UNRELATED_OF_OURS", "1");

        await RunAsync(Options);

        var environment = Seen("environment").Split('\n');
        var home = Path.Combine(folder.Path, "private", "home");
        environment.ShouldContain($"HOME={home}");
        environment.ShouldContain($"CLAUDE_CONFIG_DIR={home}/.claude");
        environment.ShouldContain($"CLAUDE_CODE_TMPDIR={home}/tmp");
        environment.ShouldContain("CLAUDE_CODE_MAX_RETRIES=3");
        environment.Contains("IS_SANDBOX=1").ShouldBe(Environment.IsPrivilegedProcess);
        environment.ShouldNotContain("UNRELATED_OF_OURS=1");
    }

    [Fact]
    public async Task A_key_that_it_prints_is_redacted_in_what_comes_back()
    {
        var run = await RunAsync(Options);

        Encoding.UTF8.GetString(run.Output).ShouldNotContain("sk-0123456789");
        run.Transcript.Entries[0].Text.ShouldBe("my key is [redacted]");
        run.Transcript.FinalText.ShouldBe("{\"verdict\":\"none\"}");
        run.Outcome.ShouldBe(TrialOutcome.Completed);
    }

    [Fact]
    public async Task The_probe_says_the_version_and_asks_for_a_login()
    {
        string[] logins = ["ANTHROPIC_API_KEY", "ANTHROPIC_AUTH_TOKEN", "CLAUDE_CODE_OAUTH_TOKEN"];
        var without = Options with { Environment = logins.ToDictionary(name => name, _ => "", StringComparer.Ordinal) };

        var probe = await Made.Claude(Options).ProbeAsync(TestContext.Current.CancellationToken);
        var loggedOut = await Made.Claude(without).ProbeAsync(TestContext.Current.CancellationToken);

        probe.ShouldBe(new(Found: true, "9.9.9", "") { Authenticated = true });
        loggedOut.Remedy.ShouldContain("ANTHROPIC_API_KEY");
    }

    [Fact]
    public async Task A_program_that_is_not_there_stops_the_run_and_is_seen_by_the_probe()
    {
        var absent = Options with { Command = ["no-such-program-anywhere"] };

        (await Made.Claude(absent).ProbeAsync(TestContext.Current.CancellationToken)).Found.ShouldBeFalse();
        (await Should.ThrowAsync<UserError>(RunAsync(absent))).ExitCode.ShouldBe(ExitCode.AssistantUnusable);
    }

    private static string Following(string[] arguments, string option) => arguments[Array.IndexOf(arguments, option) + 1];

    private string Seen(string file) => File.ReadAllText(Path.Combine(folder.Path, "workspace", file));

    private Task<AssistantRun> RunAsync(AssistantSettings options, string prompt = "Fix it.") => Made.Claude(options).RunAsync(
        new(new("claude", "spec.b01", 1), folder.Folder("workspace"), prompt, folder.Folder("private"), Limits),
        TestContext.Current.CancellationToken);
}

using BugSeeder.Execution.Processes;

namespace BugSeeder.Execution.Assistants;

/// <summary>
/// Drives Claude Code's command line without a terminal. Every trial has a configuration and a home of its own, so neither the user's
/// memory, hooks and servers nor an earlier trial reach it. The prompt goes through standard input, where its length cannot matter.
/// </summary>
public sealed class ClaudeCodeAssistant(ClaudeCodeOptions options) : IAssistant
{
    private static readonly TimeSpan VersionLimit = TimeSpan.FromSeconds(30);

    /// <summary>This kind in the catalogue.</summary>
    public static AssistantKind Card { get; } = new(
        "claude",
        "Claude Code, by Anthropic, through its command line claude; needs ANTHROPIC_API_KEY or CLAUDE_CODE_OAUTH_TOKEN.",
        settings => new ClaudeCodeAssistant(new(settings.Name)
        {
            Command = settings.Command is { Count: > 0 } command ? command : ["claude"],
            Model = settings.Model,
            Environment = settings.Environment,
            ReadProjectInstructions = settings.ReadProjectInstructions,
        }));

    /// <inheritdoc/>
    public string Name => options.Name;

    /// <inheritdoc/>
    public string Kind => Card.Name;

    /// <inheritdoc/>
    public async Task<AssistantProbe> ProbeAsync(CancellationToken cancellationToken)
    {
        if (ProgramPath.Find(options.Command[0]) is not { } program)
            return new(Found: false, null, "Install Claude Code (npm install -g @anthropic-ai/claude-code), or give its full path as command.");
        var result = await ProcessRunner.RunAsync(
            new(program, [.. options.Command.Skip(1), "--version"], Path.GetTempPath()) { TimeLimit = VersionLimit },
            cancellationToken);
        if (!result.Succeeded)
            return new(Found: false, null, $"'{options.Command[0]} --version' failed. {ProcessOutcome.Of(result).Reason}");
        var version = result.OutputText.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        return new(Found: true, version, ClaudeCodeEnvironment.HasLogin(options)
            ? ""
            : "Set ANTHROPIC_API_KEY, or CLAUDE_CODE_OAUTH_TOKEN (from 'claude setup-token'): a trial does not see the login in your home folder.");
    }

    /// <inheritdoc/>
    /// <exception cref="Model.UserError">The program is not there.</exception>
    public async Task<AssistantRun> RunAsync(AssistantTask task, CancellationToken cancellationToken)
    {
        var program = ProcessOutcome.Locate(Name, options.Command[0]);
        var redaction = Redaction.Of(options.Environment);
        var places = task.Launcher.Places(task);
        var invocation = new Invocation(program, [.. options.Command.Skip(1), .. Arguments(task.Limits)])
        {
            Environment = ClaudeCodeEnvironment.Of(options, places),
            Inherit = ClaudeCodeEnvironment.Inherit(),
            Folders = ["home/.claude", "home/tmp"],
            Input = task.Prompt,
            ApiHosts = ClaudeCodeEnvironment.Hosts(options),
            ReadOnlyPaths = Installation.Of(program),
        };
        var raw = await task.Launcher.LaunchAsync(invocation, task, watch: null, cancellationToken);
        var process = raw with { Output = redaction.Apply(raw.Output), Error = redaction.Apply(raw.Error) };
        var stream = ClaudeCodeStream.Read(process.Output);
        var (outcome, reason) = ClaudeCodeOutcome.Of(process, stream);
        return new(outcome, reason, process.ExitCode, process.Wall, process.Output, process.Error, stream.Transcript);
    }

    private IEnumerable<string> Arguments(AssistantLimits limits)
    {
        // stream-json is refused without --verbose. A session that is kept would hold its shell's output with the keys in it.
        string[] arguments = ["-p", "--output-format", "stream-json", "--verbose", "--no-session-persistence", "--strict-mcp-config"];
        return
        [
            .. arguments,
            "--setting-sources", options.ReadProjectInstructions ? "user,project" : "user",
            "--tools", string.Join(',', options.Tools),
            // Said twice, because a tool that goes to the network would make what the assistant knows unknowable.
            "--disallowedTools", "WebFetch,WebSearch",
            .. options.SkipPermissions ? ["--dangerously-skip-permissions"] : Array.Empty<string>(),
            .. options.Model is { } model ? ["--model", model] : Array.Empty<string>(),
            .. limits.Turns is { } turns ? ["--max-turns", $"{turns}"] : Array.Empty<string>(),
            .. limits.CostUsd is { } cost ? ["--max-budget-usd", $"{cost}"] : Array.Empty<string>(),
        ];
    }
}

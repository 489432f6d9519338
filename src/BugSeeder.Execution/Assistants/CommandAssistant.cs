using System.Text;
using BugSeeder.Model;
using BugSeeder.Model.Trials;

namespace BugSeeder.Execution.Assistants;

/// <summary>
/// Drives any command line. Its final text is what it wrote into the answer file, or else its standard output. Of its outcome it
/// knows only what a process can say: an exit code other than 0 is a crash, a limit is a limit, and everything else is completed.
/// </summary>
public sealed class CommandAssistant : IAssistant
{
    private readonly CommandAssistantOptions options;

    /// <summary>An assistant that runs this command.</summary>
    /// <exception cref="UserError">The prompt would never reach it.</exception>
    public CommandAssistant(CommandAssistantOptions options)
    {
        this.options = options;
        if (!options.StandardInput && !options.Arguments.Concat(options.Environment.Values).Any(CommandPlaceholders.HasPrompt))
        {
            throw new UserError(
                $"The command of assistant '{options.Name}' never gets the prompt.",
                "Put {prompt} (a file) or {promptText} among its arguments, or set stdin: true.");
        }
    }

    /// <summary>This kind in the catalogue.</summary>
    public static AssistantKind Card { get; } = new(
        "command",
        "Any program that takes a prompt from its arguments, a file or standard input, and works in the current directory.",
        settings => settings.Command is { Count: > 0 } words
            ? new CommandAssistant(new(settings.Name, words[0], [.. words.Skip(1)])
            {
                Environment = settings.Environment,
                StandardInput = settings.StandardInput,
            })
            : throw new UserError($"Assistant '{settings.Name}' has no command.", "Give it one, such as command: mytool --prompt-file {prompt}."));

    /// <inheritdoc/>
    public string Name => options.Name;

    /// <inheritdoc/>
    public string Kind => Card.Name;

    /// <inheritdoc/>
    /// <remarks>Only looks for the program: no option can be counted on to be harmless in every program.</remarks>
    public Task<AssistantProbe> ProbeAsync(CancellationToken cancellationToken) => Task.FromResult(
        ProgramPath.Find(options.Program) is null
            ? new AssistantProbe(Found: false, null, $"Install '{options.Program}', put it on PATH, or give its full path.")
            : new AssistantProbe(Found: true, null, ""));

    /// <inheritdoc/>
    /// <exception cref="UserError">The program is not there, or the prompt is too long for an argument.</exception>
    public async Task<AssistantRun> RunAsync(AssistantTask task, CancellationToken cancellationToken)
    {
        var program = ProcessOutcome.Locate(Name, options.Program);
        var redaction = Redaction.Of(options.Environment);
        var files = new CommandPlaceholders(Name, task);
        var process = await task.Launcher.LaunchAsync(Invocation(program, task, files), task, watch: null, cancellationToken);
        var (outcome, reason) = ProcessOutcome.Of(process);
        var output = redaction.Apply(process.Output);
        var final = files.ReadAnswer(task.Limits.OutputBytes) is { } answer ? redaction.Apply(answer) : output;
        return new(
            outcome,
            redaction.Apply(reason),
            process.ExitCode,
            process.Wall,
            output,
            redaction.Apply(process.Error),
            Transcript.OfText(final.Length == 0 ? null : Encoding.UTF8.GetString(final)));
    }

    private Invocation Invocation(string program, AssistantTask task, CommandPlaceholders placeholders) =>
        new(program, [.. options.Arguments.Select(placeholders.Fill)])
        {
            Environment = options.Environment.ToDictionary(variable => variable.Key, variable => placeholders.Fill(variable.Value), StringComparer.Ordinal),
            Files = new Dictionary<string, string> { [CommandPlaceholders.PromptFile] = task.Prompt },
            Input = options.StandardInput ? task.Prompt : null,
            ReadOnlyPaths = Installation.Of(program),
        };
}

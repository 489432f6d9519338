using BugSeeder.Execution.Assistants.Reading;
using BugSeeder.Model;

namespace BugSeeder.Execution.Assistants.Adapters;

/// <summary>
/// Any command line. In arguments and in the values of variables these stand for what differs from trial to trial: <c>{workspace}</c> the folder it
/// works in, <c>{prompt}</c> the path of a file with the prompt, <c>{promptText}</c> the prompt itself, and <c>{answer}</c> the path of a file for its
/// final answer. Both files lie outside the workspace. Its output is plain text, unless it is said whose it is like.
/// </summary>
internal sealed class CommandAdapter : Adapter
{
    /// <summary>An assistant that runs its command.</summary>
    /// <exception cref="UserError">There is no command, the prompt would never reach it, or nobody prints like what it is said to print like.</exception>
    public CommandAdapter(AssistantSettings settings)
        : base(settings)
    {
        if (settings.Command is not { Count: > 0 } command)
            throw new UserError($"Assistant '{settings.Name}' has no command.", "Give it one, such as command: mytool --prompt-file {prompt}.");
        if (!settings.StandardInput && !command.Skip(1).Concat(settings.Environment.Values).Any(CommandPlaceholders.HasPrompt))
        {
            throw new UserError(
                $"The command of assistant '{settings.Name}' never gets the prompt.",
                "Put {prompt} (a file) or {promptText} among its arguments, or set stdin: true.");
        }

        if (settings.ReadAs is { } like && !Likenesses.Readers.ContainsKey(like))
            throw new UserError($"Assistant '{settings.Name}' is to be read as '{like}', which nobody prints like.", $"Use one of: {string.Join(", ", Likenesses.Readers.Keys)}.");
    }

    /// <summary>This kind in the catalogue.</summary>
    public static AssistantKind Card { get; } = new(
        "command",
        "Any program that takes a prompt from its arguments, a file or standard input, and works in the current directory.",
        settings => new CommandLineAssistant(new CommandAdapter(settings)));

    /// <inheritdoc/>
    public override string Install => $"Install '{Command[0]}', put it on PATH";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Keys => [];

    /// <inheritdoc/>
    public override IReadOnlyList<string> VersionArguments => [];

    /// <inheritdoc/>
    protected override string Program => Settings.Command![0];

    /// <inheritdoc/>
    public override Invocation Invocation(string program, AssistantTask task, AssistantPlaces places)
    {
        var placeholders = new CommandPlaceholders(Settings.Name, task, places);
        return new(program, [.. Command.Skip(1).Select(placeholders.Fill)])
        {
            Environment = Settings.Environment.ToDictionary(variable => variable.Key, variable => placeholders.Fill(variable.Value), StringComparer.Ordinal),
            Files = new Dictionary<string, string> { [CommandPlaceholders.PromptFile] = task.Prompt },
            Evidence = [CommandPlaceholders.AnswerFile],
            Input = Settings.StandardInput ? task.Prompt : null,
            ApiHosts = [.. Settings.Hosts.Select(ApiHost.Parse)],
            ReadOnlyPaths = Installation.Of(program),
        };
    }

    /// <inheritdoc/>
    public override EventReader Reader() => Settings.ReadAs is { } like ? Likenesses.Readers[like]() : new PlainReader();
}

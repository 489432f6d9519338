using BugSeeder.Execution.Assistants.Reading;

namespace BugSeeder.Execution.Assistants.Adapters;

/// <summary>Drives a command line as its preset says.</summary>
internal sealed class PresetAdapter(CommandPreset preset, AssistantSettings settings) : Adapter(settings)
{
    /// <inheritdoc/>
    public override string Install => preset.Install;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Keys => preset.Keys;

    /// <inheritdoc/>
    protected override string Program => preset.Program;

    /// <inheritdoc/>
    public override Invocation Invocation(string program, AssistantTask task, AssistantPlaces places)
    {
        var placeholders = new CommandPlaceholders(Settings.Name, task, places);
        var variables = AssistantEnvironment.Of(places);
        foreach (var (name, value) in preset.Environment)
            variables[name] = placeholders.Fill(value);
        if (preset.AddressVariable is { } address && Settings.BaseUrl is { } own)
            variables[address] = own;
        if (preset.ModelVariable is { } variable && Settings.Model is { } chosen)
            variables[variable] = chosen;
        IEnumerable<string> arguments =
        [
            .. preset.Arguments.Select(placeholders.Fill),
            .. Settings.FullPermissions ? preset.FullPermissions : [],
            .. Settings.Model is { } model && preset.ModelArguments.Count > 0 ? [.. preset.ModelArguments, model] : Array.Empty<string>(),
            .. task.Limits.Turns is { } turns && preset.TurnArguments.Count > 0 ? [.. preset.TurnArguments, $"{turns}"] : Array.Empty<string>(),
        ];
        return Common(program, task, arguments, variables, preset.Hosts) with
        {
            Files = new Dictionary<string, string> { [CommandPlaceholders.PromptFile] = task.Prompt },
            Folders = ["home"],
            Evidence = preset.Evidence,
            Input = preset.StandardInput ? task.Prompt : null,
        };
    }

    /// <inheritdoc/>
    public override EventReader Reader() => preset.Reader();
}

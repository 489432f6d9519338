namespace BugSeeder.Execution.Assistants;

/// <summary>One assistant as the configuration describes it, before anybody knows what its kind makes of it.</summary>
/// <param name="Name">Its name in arms and reports.</param>
/// <param name="Kind">Which adapter drives it.</param>
public sealed record AssistantSettings(string Name, string Kind)
{
    /// <summary>Its program and the arguments before all others; <see langword="null"/> for the kind's own program.</summary>
    public IReadOnlyList<string>? Command { get; init; }

    /// <summary>The model; <see langword="null"/> for the assistant's own choice.</summary>
    public string? Model { get; init; }

    /// <summary>Variables to set in its environment.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether the prompt is also written to its standard input.</summary>
    public bool StandardInput { get; init; }

    /// <summary>Whether it may read the target's own instruction files for assistants, where it can be told.</summary>
    public bool ReadProjectInstructions { get; init; }
}

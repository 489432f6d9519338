using BugSeeder.Model.Prices;

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

    /// <summary>Where its model is, where that is not the provider's own address; <see langword="null"/> for that.</summary>
    public string? BaseUrl { get; init; }

    /// <summary>A file that holds its key; <see langword="null"/> to take it from our environment.</summary>
    public string? KeyFile { get; init; }

    /// <summary>Hosts that it must reach beside those that its kind knows.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Variables to set in its environment.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether the prompt is also written to its standard input.</summary>
    public bool StandardInput { get; init; }

    /// <summary>Whether it may read the target's own instruction files for assistants, where it can be told. They may hold commands that are executed.</summary>
    public bool ReadProjectInstructions { get; init; }

    /// <summary>Whether its tools run without being asked for. Without it nobody is there to say yes, so it changes nothing.</summary>
    public bool FullPermissions { get; init; } = true;

    /// <summary>How often it tries a failed request again, where it can be told. Left to themselves some repeat even a wrong key, silently, for minutes.</summary>
    public int RequestRetries { get; init; } = 3;

    /// <summary>The kind whose output its output is like; <see langword="null"/> for plain text.</summary>
    public string? ReadAs { get; init; }

    /// <summary>Prices of models, for assistants that do not say what they cost.</summary>
    public PriceTable Prices { get; init; } = PriceTable.Default;
}

namespace BugSeeder.Execution.Assistants;

/// <summary>How Claude Code is run.</summary>
/// <param name="Name">Its name in arms and reports.</param>
public sealed record ClaudeCodeOptions(string Name)
{
    /// <summary>Its program and the arguments before all others.</summary>
    public IReadOnlyList<string> Command { get; init; } = ["claude"];

    /// <summary>The model; <see langword="null"/> for its own choice.</summary>
    public string? Model { get; init; }

    /// <summary>The tools it has. None of the default ones searches the web, but Bash runs any program: only a sandbox holds the network off.</summary>
    public IReadOnlyList<string> Tools { get; init; } = ["Bash", "Edit", "Read", "Write"];

    /// <summary>Whether its tools run without being asked for. Without it nobody is there to say yes, so it changes nothing.</summary>
    public bool SkipPermissions { get; init; } = true;

    /// <summary>Whether it reads the target's own instructions and settings for it (CLAUDE.md, .claude). They may hold commands that are executed.</summary>
    public bool ReadProjectInstructions { get; init; }

    /// <summary>How often it tries a failed request again. Left to itself it repeats even a wrong key, silently, for minutes.</summary>
    public int MaxRetries { get; init; } = 3;

    /// <summary>How long one request may take.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Variables to set in its environment. Of ours it gets only what <see cref="ClaudeCodeEnvironment"/> lists.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();
}

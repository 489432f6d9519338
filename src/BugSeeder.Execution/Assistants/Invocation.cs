namespace BugSeeder.Execution.Assistants;

/// <summary>
/// What to run for one trial, as data: which program, what it is given, and what of the machine it needs. How it is run – as an ordinary
/// process or in a sandbox – is the launcher's business. Paths in arguments and variables are those that the assistant sees (<see cref="AssistantPlaces"/>).
/// </summary>
/// <param name="Program">The program's full path.</param>
/// <param name="Arguments">Its arguments. No key is ever among them: every process of the machine can read them.</param>
public sealed record Invocation(string Program, IReadOnlyList<string> Arguments)
{
    /// <summary>Variables to set.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>The variables of ours that it may see; <see langword="null"/> for all of them but those that point git elsewhere.</summary>
    public IReadOnlySet<string>? Inherit { get; init; }

    /// <summary>Files to write before it starts: text by path, relative to the private folder, with forward slashes.</summary>
    public IReadOnlyDictionary<string, string> Files { get; init; } = new Dictionary<string, string>();

    /// <summary>Folders that must be there before it starts, relative to the private folder.</summary>
    public IReadOnlyList<string> Folders { get; init; } = [];

    /// <summary>Files to keep when it has ended, relative to the private folder; <c>*</c> stands for any part of a name and <c>**</c> for any folders.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    /// <summary>Text for its standard input, which is closed after it; <see langword="null"/> closes it at once.</summary>
    public string? Input { get; init; }

    /// <summary>The hosts of the model that it must reach; everything else may be refused.</summary>
    public IReadOnlyList<ApiHost> ApiHosts { get; init; } = [];

    /// <summary>Files and folders that it needs to run: its own installation and that of its interpreter. It never has to write there.</summary>
    public IReadOnlyList<string> ReadOnlyPaths { get; init; } = [];
}

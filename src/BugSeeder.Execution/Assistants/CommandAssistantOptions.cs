namespace BugSeeder.Execution.Assistants;

/// <summary>
/// Any assistant with a command line. In arguments and in the values of variables these stand for what differs from trial to trial:
/// <c>{workspace}</c> the folder it works in, <c>{prompt}</c> the path of a file with the prompt, <c>{promptText}</c> the prompt itself,
/// and <c>{answer}</c> the path of a file for its final answer. Both files lie outside the workspace.
/// </summary>
/// <param name="Name">Its name in arms and reports.</param>
/// <param name="Program">The program, by name or path.</param>
/// <param name="Arguments">Its arguments.</param>
public sealed record CommandAssistantOptions(string Name, string Program, IReadOnlyList<string> Arguments)
{
    /// <summary>Variables to set in its environment. It inherits ours, but for those that point git elsewhere.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether the prompt is also written to its standard input; otherwise that is closed at once.</summary>
    public bool StandardInput { get; init; }
}

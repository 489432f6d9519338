using BugSeeder.Execution.Assistants.Reading;

namespace BugSeeder.Execution.Assistants.Adapters;

/// <summary>A command line that is ready to be used: how to start it, and where final text and tokens stand in what it leaves.</summary>
/// <param name="Name">Its name in the configuration.</param>
/// <param name="Sentence">What it is, in one sentence.</param>
/// <param name="Program">The name of its program.</param>
/// <param name="Install">How to get it.</param>
internal sealed record CommandPreset(string Name, string Sentence, string Program, string Install)
{
    /// <summary>Its arguments, with the placeholders of any command.</summary>
    public required IReadOnlyList<string> Arguments { get; init; }

    /// <summary>How it is told the model, before the model's name; empty when it takes it from a variable.</summary>
    public IReadOnlyList<string> ModelArguments { get; init; } = [];

    /// <summary>The variable that it takes the model from; <see langword="null"/> when there is none.</summary>
    public string? ModelVariable { get; init; }

    /// <summary>How it is told a limit of turns, before the number; empty when it cannot be.</summary>
    public IReadOnlyList<string> TurnArguments { get; init; } = [];

    /// <summary>The arguments without which it asks before it does anything, where nobody is there to answer.</summary>
    public IReadOnlyList<string> FullPermissions { get; init; } = [];

    /// <summary>Variables to set, with placeholders.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>The variables of which one must hold a key.</summary>
    public required IReadOnlyList<string> Keys { get; init; }

    /// <summary>The variable for an address of one's own; <see langword="null"/> when there is none.</summary>
    public string? AddressVariable { get; init; }

    /// <summary>Where its model is.</summary>
    public required IReadOnlyList<ApiHost> Hosts { get; init; }

    /// <summary>Whether the prompt goes to its standard input.</summary>
    public bool StandardInput { get; init; }

    /// <summary>Files to keep of its private folder.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    /// <summary>Makes a reader of its output.</summary>
    public required Func<EventReader> Reader { get; init; }
}

using BugSeeder.Model.Trials;

namespace BugSeeder.Execution.Assistants.Reading;

/// <summary>What an assistant's output says, before the end of its process is taken into account.</summary>
/// <param name="Transcript">Its steps, its final text and what it used.</param>
internal sealed record StreamReading(Transcript Transcript)
{
    /// <summary>Whether it printed anything of its own at all.</summary>
    public bool Started { get; init; }

    /// <summary>Whether it printed that it is done, well or badly.</summary>
    public bool Ended { get; init; }

    /// <summary>The failed request that it spoke of last, when nothing came from the model since.</summary>
    public Trouble? Trouble { get; init; }

    /// <summary>How it ended in its own words, where these leave no doubt, such as at its limit of turns.</summary>
    public Ending? Said { get; init; }

    /// <summary>The tools that it was not allowed to use.</summary>
    public IReadOnlyList<string> Denied { get; init; } = [];

    /// <summary>Whether its output shows every step, so that what is not in it did not happen.</summary>
    public bool ShowsSteps { get; init; }
}

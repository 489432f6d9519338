using System.Text.Json;
using BugSeeder.Execution.Assistants.Reading;
using BugSeeder.Model.Trials;

namespace BugSeeder.Execution.Assistants.Adapters;

/// <summary>
/// Output that nobody knows the form of. The final text is what was written into the answer file, or else standard output. Of the outcome it knows
/// only what a process can say: an exit code other than 0 is a crash, a limit is a limit, and everything else is completed.
/// </summary>
internal sealed class PlainReader : EventReader
{
    /// <inheritdoc/>
    public override Usage? SoFar => null;

    /// <inheritdoc/>
    public override void Event(JsonElement json)
    {
        // Whatever it prints is text.
    }

    /// <inheritdoc/>
    protected override StreamReading Finish(AssistantOutput output)
    {
        var process = output.Process;
        var final = output.Evidence.GetValueOrDefault(CommandPlaceholders.AnswerFile) ?? process.Output;
        var (outcome, reason) = ProcessOutcome.Of(process);
        return new(Transcript.OfText(final.Length == 0 ? null : Text(final)))
        {
            Started = true,
            Ended = process.Succeeded,
            Said = new(outcome, reason),
        };
    }
}

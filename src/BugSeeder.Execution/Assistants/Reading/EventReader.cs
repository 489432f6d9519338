using System.Text;
using System.Text.Json;
using BugSeeder.Model.Trials;

namespace BugSeeder.Execution.Assistants.Reading;

/// <summary>
/// Reads what one kind of assistant prints. The formats grow and processes end anywhere, so events of unknown types, fields of unknown kinds,
/// lines that are no JSON and a last line that is cut off are passed over. A reader can be fed while the assistant still runs.
/// </summary>
internal abstract class EventReader
{
    /// <summary>The steps so far.</summary>
    protected Steps Steps { get; } = new();

    /// <summary>The errors so far.</summary>
    protected List<string> Errors { get; } = [];

    /// <summary>The failed request that it spoke of last, when nothing came from the model since.</summary>
    protected Trouble? Trouble { get; set; }

    /// <summary>What it used so far; <see langword="null"/> where the stream does not say it before its end.</summary>
    public abstract Usage? SoFar { get; }

    /// <summary>Takes one event.</summary>
    public abstract void Event(JsonElement json);

    /// <summary>Reads all that an assistant left.</summary>
    /// <param name="output">What it left.</param>
    /// <param name="folder">The folder it worked in, where its output does not say it.</param>
    public StreamReading Read(AssistantOutput output, string folder = "")
    {
        Steps.Folder = folder;
        var any = JsonValues.Read(output.Process.Output, Event);
        var reading = Finish(output);
        return any || reading.Started ? reading : Plain(output, reading);
    }

    /// <summary>What it all comes to.</summary>
    protected abstract StreamReading Finish(AssistantOutput output);

    /// <summary>An assistant that was not asked for events prints its answer as it stands.</summary>
    private static StreamReading Plain(AssistantOutput output, StreamReading reading) =>
        output.Process.Succeeded && output.Process.OutputText.Trim() is { Length: > 0 } text
            ? reading with { Started = true, Ended = true, Transcript = reading.Transcript with { FinalText = text } }
            : reading;

    /// <summary>The evidence whose path ends like this, in the order of paths.</summary>
    protected static IEnumerable<byte[]> Evidence(AssistantOutput output, string end) =>
        output.Evidence.Where(file => file.Key.EndsWith(end, StringComparison.Ordinal)).OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => file.Value);

    /// <summary>Bytes as text.</summary>
    protected static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);
}

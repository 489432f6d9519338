using System.Text;
using System.Text.Json;
using BugSeeder.Model.Trials;

namespace BugSeeder.Execution.Assistants;

/// <summary>
/// What Claude Code printed as <c>stream-json</c>, understood as far as it can be. Events of unknown types, lines that are no JSON and a last line
/// that is cut off are passed over, because the format grows and the process may end anywhere.
/// </summary>
/// <param name="Transcript">Its steps, its final text and what it used.</param>
/// <param name="Started">Whether it printed any event at all.</param>
/// <param name="Result">Its final event; <see langword="null"/> when it never came.</param>
/// <param name="Trouble">The API error that it last spoke of, when nothing came from the model since; otherwise <see langword="null"/>.</param>
internal sealed record ClaudeCodeStream(Transcript Transcript, bool Started, ClaudeCodeResult? Result, ClaudeCodeTrouble? Trouble)
{
    /// <summary>Reads what it printed.</summary>
    public static ClaudeCodeStream Read(ReadOnlySpan<byte> output)
    {
        var reading = new Reading();
        foreach (var range in output.Split((byte)'\n'))
            reading.Line(output[range]);
        return reading.Finish();
    }

    /// <summary>A reading in progress.</summary>
    private sealed class Reading
    {
        private readonly ClaudeCodeSteps steps = new();
        private readonly List<string> errors = [];
        private string? version;
        private string? model;
        private ClaudeCodeResult? result;
        private ClaudeCodeTrouble? trouble;
        private bool started;

        public void Line(ReadOnlySpan<byte> line)
        {
            if (line.Trim((byte)' ').IsEmpty)
                return;
            try
            {
                // Decoded first: invalid UTF-8 becomes replacement characters here and would be an error in the parser.
                using var json = JsonDocument.Parse(Encoding.UTF8.GetString(line));
                Event(json.RootElement);
            }
            catch (JsonException)
            {
                // Not an event, or one that was cut off.
            }
        }

        public ClaudeCodeStream Finish()
        {
            if (result is not null)
                errors.AddRange(result.Errors);
            var final = result is { IsError: false, Text: { } text } ? text : steps.LastMessage;
            return new(new(version, model, steps.Entries, final, result?.Usage, errors), started, result, trouble);
        }

        private void Event(JsonElement json)
        {
            switch (json.Text("type"))
            {
                case "system":
                    System(json);
                    break;
                case "assistant":
                    Assistant(json);
                    break;
                case "user":
                    steps.Results(json);
                    break;
                case "result":
                    result = ClaudeCodeResult.Read(json);
                    break;
                default:
                    return;
            }

            started = true;
        }

        private void System(JsonElement json)
        {
            switch (json.Text("subtype"))
            {
                case "init":
                    version = json.Text("claude_code_version") ?? version;
                    model = json.Text("model") ?? model;
                    steps.Folder = json.Text("cwd") ?? steps.Folder;
                    break;
                case "api_retry":
                    trouble = new(json.Number("error_status"), json.Text("error"));
                    errors.Add($"Request failed and was tried again: {trouble}");
                    break;
            }
        }

        private void Assistant(JsonElement json)
        {
            // It puts an API error into the mouth of a synthetic model; that is an error, not something the assistant said.
            if (json.Text("error") is { } error)
            {
                trouble = new(trouble?.Status, error);
                return;
            }

            trouble = null;
            steps.Message(json);
        }
    }
}

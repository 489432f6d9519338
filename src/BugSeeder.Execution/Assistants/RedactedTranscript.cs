using BugSeeder.Model.Trials;

namespace BugSeeder.Execution.Assistants;

/// <summary>Takes secrets out of a transcript, whose texts were put together from pieces that are harmless one by one.</summary>
internal static class RedactedTranscript
{
    extension(Redaction redaction)
    {
        /// <summary>The transcript without the secrets.</summary>
        /// <param name="transcript">The transcript.</param>
        /// <param name="found">Whether there was one.</param>
        public Transcript Apply(Transcript transcript, out bool found)
        {
            var changed = false;
            string? Clean(string? text)
            {
                if (text is null || !redaction.Finds(text))
                    return text;
                changed = true;
                return redaction.Apply(text);
            }

            var clean = transcript with
            {
                Entries = [.. transcript.Entries.Select(entry => entry with { Text = Clean(entry.Text)!, Output = Clean(entry.Output), Input = Clean(entry.Input) })],
                FinalText = Clean(transcript.FinalText),
                Errors = [.. transcript.Errors.Select(error => Clean(error)!)],
            };
            found = changed;
            return clean;
        }
    }
}

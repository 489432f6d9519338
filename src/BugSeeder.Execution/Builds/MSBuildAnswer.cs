using System.Text.Json;
using BugSeeder.Execution.Processes;

namespace BugSeeder.Execution.Builds;

/// <summary>The JSON by which MSBuild answers what properties and items are.</summary>
public static class MSBuildAnswer
{
    /// <summary>The answer; <see langword="null"/> when there is none.</summary>
    public static JsonElement? Of(ProcessResult result)
    {
        if (!result.Succeeded)
            return null;
        // Warnings may stand before it, and may hold braces; the answer's own brace stands alone on its line.
        var text = "\n" + result.OutputText.ReplaceLineEndings("\n");
        var start = text.IndexOf("\n{\n", StringComparison.Ordinal);
        if (start < 0)
            return null;
        try
        {
            using var document = JsonDocument.Parse(text[start..]);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

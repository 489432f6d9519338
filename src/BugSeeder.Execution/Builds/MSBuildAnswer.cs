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

    /// <summary>What says why there is no answer.</summary>
    /// <param name="result">What was printed instead.</param>
    /// <param name="folder">The target, which is not named.</param>
    public static string ProblemOf(ProcessResult result, string folder)
    {
        static string[] Lines(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        // MSBuild's own errors go to its output. Where it does not even start, as without the SDK that global.json asks for, the other stream says why.
        var line = Lines(result.OutputText).FirstOrDefault(text => text.Contains("error", StringComparison.OrdinalIgnoreCase))
            ?? (Lines(result.ErrorText) is { Length: > 0 } told ? string.Join(' ', told) : Lines(result.OutputText).FirstOrDefault("MSBuild says nothing about it"));
        return line.Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
    }
}

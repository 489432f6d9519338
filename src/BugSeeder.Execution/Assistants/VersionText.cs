using System.Text.RegularExpressions;

namespace BugSeeder.Execution.Assistants;

/// <summary>Finds the version in what programs print when they are asked for it.</summary>
internal static partial class VersionText
{
    /// <summary>The first word that looks like a version, such as <c>2.1.197</c>; otherwise the first word; <see langword="null"/> when there is none.</summary>
    public static string? In(string text) => Number().Match(text) is { Success: true } match
        ? match.Value
        : text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();

    [GeneratedRegex(@"\d+(\.\d+)+(-[0-9A-Za-z.]*[0-9A-Za-z])?")]
    private static partial Regex Number();
}

using System.Text.RegularExpressions;

namespace BugSeeder.Execution.Assistants.Reading;

/// <summary>A request to the model that failed, as an assistant speaks of it.</summary>
/// <param name="Status">The HTTP status, where there was an answer.</param>
/// <param name="Code">A word for it, such as <c>authentication_failed</c>.</param>
/// <param name="Message">What it says about it.</param>
internal sealed partial record Trouble(long? Status, string? Code, string? Message)
{
    /// <summary>Status and word, for a reason.</summary>
    public string Where => string.Join(", ", new[] { Status is { } status ? $"HTTP {status}" : null, Code }.OfType<string>());

    /// <inheritdoc/>
    public override string ToString() => (Plain(Message), Where) switch
    {
        ({ Length: > 0 } message, { Length: > 0 } where) => $"{message} ({where})",
        ({ Length: > 0 } message, _) => message,
        (_, var where) => where,
    };

    /// <summary>The message inside of an error that is JSON itself.</summary>
    private static string? Plain(string? message) => InnerMessage().Match(message ?? "") is { Success: true } match ? match.Groups["message"].Value : message;

    [GeneratedRegex(@"[{,]\s*""message"":\s*""(?<message>[^""]+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex InnerMessage();
}

using System.Text;
using System.Text.RegularExpressions;
using BugSeeder.Model;

namespace BugSeeder.Execution.Assistants;

/// <summary>What <c>{workspace}</c>, <c>{prompt}</c>, <c>{promptText}</c> and <c>{answer}</c> stand for in one trial.</summary>
internal sealed partial class CommandPlaceholders(string assistant, AssistantTask task)
{
    /// <summary>Linux takes 128 KiB for one argument and Windows 32 K characters for all of them; the rest is left for what stands beside the prompt.</summary>
    private static readonly int LongestArgument = OperatingSystem.IsWindows() ? 24_000 : 120_000;

    /// <summary>Where the prompt is in the private folder.</summary>
    public const string PromptFile = "prompt.md";

    private const string AnswerFile = "answer.txt";

    private readonly AssistantPlaces places = task.Launcher.Places(task);

    public static bool HasPrompt(string text) =>
        text.Contains("{prompt}", StringComparison.Ordinal) || text.Contains("{promptText}", StringComparison.Ordinal);

    /// <summary>Fills in one argument, in one pass, so that a prompt that speaks of placeholders stays as it is.</summary>
    public string Fill(string text) => Placeholder().Replace(text, match => match.Value switch
    {
        "{workspace}" => places.Workspace,
        "{prompt}" => places.In(PromptFile),
        "{answer}" => places.In(AnswerFile),
        _ => PromptText(),
    });

    /// <summary>
    /// The answer file, up to the limit; <see langword="null"/> when it is absent or empty.
    /// A link is not followed, and a pipe has no length, so neither can make us wait or read what the assistant may not.
    /// </summary>
    public byte[]? ReadAnswer(long limit)
    {
        try
        {
            var file = new FileInfo(Path.Combine(task.PrivateFolder, AnswerFile));
            if (!file.Exists || file.LinkTarget is not null || file.Length == 0)
                return null;
            using var stream = file.OpenRead();
            var bytes = new byte[Math.Min(file.Length, limit)];
            return bytes[..stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private string PromptText() => Encoding.UTF8.GetByteCount(task.Prompt) <= LongestArgument
        ? task.Prompt
        : throw new UserError(
            $"The prompt is too long to be an argument of assistant '{assistant}': {Encoding.UTF8.GetByteCount(task.Prompt)} bytes.",
            "Use {prompt} (a file) instead of {promptText}, or set stdin: true.");

    [GeneratedRegex(@"\{(workspace|prompt|promptText|answer)\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Placeholder();
}

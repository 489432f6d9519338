using System.Text;
using System.Text.RegularExpressions;
using BugSeeder.Model;

namespace BugSeeder.Execution.Assistants;

/// <summary>What <c>{workspace}</c>, <c>{prompt}</c>, <c>{promptText}</c>, <c>{answer}</c> and <c>{home}</c> stand for in one trial.</summary>
internal sealed partial class CommandPlaceholders(string assistant, AssistantTask task, AssistantPlaces places)
{
    /// <summary>Linux takes 128 KiB for one argument and Windows 32 K characters for all of them; the rest is left for what stands beside the prompt.</summary>
    private static readonly int LongestArgument = OperatingSystem.IsWindows() ? 24_000 : 120_000;

    /// <summary>Where the prompt is in the private folder.</summary>
    public const string PromptFile = "prompt.md";

    /// <summary>Where its answer may be in the private folder.</summary>
    public const string AnswerFile = "answer.txt";

    public static bool HasPrompt(string text) =>
        text.Contains("{prompt}", StringComparison.Ordinal) || text.Contains("{promptText}", StringComparison.Ordinal);

    /// <summary>Fills in one argument, in one pass, so that a prompt that speaks of placeholders stays as it is.</summary>
    public string Fill(string text) => Placeholder().Replace(text, match => match.Value switch
    {
        "{workspace}" => places.Workspace,
        "{prompt}" => places.In(PromptFile),
        "{answer}" => places.In(AnswerFile),
        "{home}" => places.Home,
        _ => PromptText(),
    });

    private string PromptText() => Encoding.UTF8.GetByteCount(task.Prompt) <= LongestArgument
        ? task.Prompt
        : throw new UserError(
            $"The prompt is too long to be an argument of assistant '{assistant}': {Encoding.UTF8.GetByteCount(task.Prompt)} bytes.",
            "Use {prompt} (a file) instead of {promptText}, or set stdin: true.");

    [GeneratedRegex(@"\{(workspace|prompt|promptText|answer|home)\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Placeholder();
}

using System.Text;
using BugSeeder.Execution.Assistants;
using BugSeeder.Model.Trials;

namespace BugSeeder.Cli.Commands;

/// <summary>What <c>transcript</c> prints: an output as it is understood, steps sorted by kind.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Reason">Why it was classed so.</param>
/// <param name="FinalText">Its last message; <see langword="null"/> when there is none.</param>
/// <param name="Tokens">Tokens by kind; <see langword="null"/> when nothing says them.</param>
/// <param name="CostUsd">US dollars; <see langword="null"/> when not known.</param>
/// <param name="PricedBy">The date of the price list that the cost was worked out by; <see langword="null"/> when the assistant said it.</param>
/// <param name="Turns">Turns; <see langword="null"/> when not known.</param>
/// <param name="Version">The assistant's version, where its output says it.</param>
/// <param name="Model">The model, where its output says it.</param>
/// <param name="Messages">What it said.</param>
/// <param name="Reasoning">What it showed of its reasoning.</param>
/// <param name="ToolCalls">Calls that are neither commands nor edits.</param>
/// <param name="Commands">Shell commands.</param>
/// <param name="Edits">Edits and new files.</param>
/// <param name="Errors">Errors and warnings in its output.</param>
internal sealed record TranscriptView(
    TrialOutcome Outcome,
    string Reason,
    string? FinalText,
    TokenView? Tokens,
    decimal? CostUsd,
    string? PricedBy,
    int? Turns,
    string? Version,
    string? Model,
    IReadOnlyList<string> Messages,
    IReadOnlyList<string> Reasoning,
    IReadOnlyList<StepView> ToolCalls,
    IReadOnlyList<StepView> Commands,
    IReadOnlyList<StepView> Edits,
    IReadOnlyList<string> Errors)
{
    /// <summary>Longer outputs of single steps are cut in the text for people; the JSON has them whole.</summary>
    private const int Shown = 400;

    public static TranscriptView Of(Understood understood)
    {
        var (ending, transcript) = (understood.Ending, understood.Transcript);
        IReadOnlyList<StepView> Steps(EntryKind kind) => [.. transcript.Entries.Where(entry => entry.Kind == kind).Select(entry => new StepView(entry.Text, entry.Tool, entry.Failed, entry.ExitCode, entry.Output, entry.Input))];
        IReadOnlyList<string> Texts(EntryKind kind) => [.. transcript.Entries.Where(entry => entry.Kind == kind).Select(entry => entry.Text)];
        var usage = transcript.Usage;
        return new(
            ending.Outcome, ending.Reason, transcript.FinalText,
            usage is null ? null : new(usage.InputTokens, usage.CachedInputTokens, usage.CacheWriteTokens, usage.OutputTokens, usage.ReasoningTokens, usage.AtLeast),
            usage?.CostUsd, usage?.PricedBy, usage?.Turns ?? transcript.Turns, transcript.Version, transcript.Model,
            Texts(EntryKind.Message), Texts(EntryKind.Reasoning), Steps(EntryKind.ToolCall), Steps(EntryKind.Command), Steps(EntryKind.Edit), transcript.Errors);
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.AppendLine($"outcome     {Outcome}: {Reason}");
        text.AppendLine($"final text  {(FinalText is null ? "none" : Indented(FinalText))}");
        text.AppendLine($"tokens      {(Tokens is null ? "not said" : Tokens)}");
        text.AppendLine($"cost        {(CostUsd is null ? "not known" : $"${CostUsd:0.######}{(PricedBy is null ? "" : $" by the price list of {PricedBy}")}")}");
        text.AppendLine($"turns       {(Turns is null ? "not said" : Turns)}");
        if (Model is not null || Version is not null)
            text.AppendLine($"model       {Model ?? "not said"}{(Version is null ? "" : $", version {Version}")}");
        Append(text, "call", ToolCalls);
        Append(text, "command", Commands);
        Append(text, "edit", Edits);
        foreach (var error in Errors)
            text.AppendLine($"error       {Indented(error)}");
        return text.ToString();
    }

    private static void Append(StringBuilder text, string title, IReadOnlyList<StepView> steps)
    {
        foreach (var step in steps)
        {
            var end = step.ExitCode is { } code ? $" [exit code {code}]" : step.Failed == true ? " [failed]" : step.Failed is null ? " [no result]" : "";
            text.AppendLine($"{title,-11} {Indented(step.Text)}{end}");
            if (step.Output is { Length: > 0 } output)
                text.AppendLine($"            {Indented(output.TrimEnd())}");
        }
    }

    private static string Indented(string text) =>
        (text.Length > Shown ? text[..Shown] + "…" : text).ReplaceLineEndings("\n            ");
}

/// <summary>Tokens by kind; the kinds do not overlap.</summary>
/// <param name="Input">Input that was not read from a cache.</param>
/// <param name="CachedInput">Input read from a cache.</param>
/// <param name="CacheWrite">Input written to a cache.</param>
/// <param name="Output">Output without reasoning, where that is told apart.</param>
/// <param name="Reasoning">Reasoning, where it is told apart.</param>
/// <param name="AtLeast">Whether it was ended before it said its sum, so that there may be more.</param>
internal sealed record TokenView(long Input, long CachedInput, long CacheWrite, long Output, long Reasoning, bool AtLeast)
{
    /// <inheritdoc/>
    public override string ToString() => $"{(AtLeast ? "at least " : "")}input {Input}, cached input {CachedInput}, cache write {CacheWrite}, output {Output}, reasoning {Reasoning}";
}

/// <summary>One call, command or edit.</summary>
/// <param name="Text">The command line, the path, or the tool's name.</param>
/// <param name="Tool">The tool's name.</param>
/// <param name="Failed">Whether it failed; <see langword="null"/> when there is no result.</param>
/// <param name="ExitCode">A command's exit code; <see langword="null"/> where nothing says it.</param>
/// <param name="Output">What came back, for an edit the patch.</param>
/// <param name="Input">What the tool was given, as JSON.</param>
internal sealed record StepView(string Text, string? Tool, bool? Failed, int? ExitCode, string? Output, string? Input);

using System.Text.RegularExpressions;
using BugSeeder.Execution.Processes;
using BugSeeder.Model.Trials;

namespace BugSeeder.Execution.Assistants.Reading;

/// <summary>
/// Classes how a trial ended, by the same rules for every assistant: the end of its process first, then what its output says beyond doubt,
/// then failed requests, and its exit code last. An exit code of 0 and the word "success" are not enough: assistants say both when a request failed
/// or every edit was denied.
/// </summary>
internal static partial class Classification
{
    /// <summary>Shells and containers give 128 and the signal's number when a signal ended a program.</summary>
    private const int Signals = 128;

    public static Ending Of(ProcessResult process, StreamReading reading)
    {
        var byProcess = ProcessOutcome.Of(process);
        return process.End switch
        {
            ProcessEnd.NotStarted or ProcessEnd.TooMuchOutput or ProcessEnd.TooMuchMemory or ProcessEnd.TooMuchDisk or ProcessEnd.Stopped => byProcess,
            // It had said all and was kept alive by something that it had started.
            ProcessEnd.Idle when reading.Ended => ByOutput(process, reading),
            // It was repeating a request that could not succeed, so this is not about the assistant.
            ProcessEnd.Idle or ProcessEnd.TimedOut => !reading.Ended && reading.Trouble is { } trouble
                ? new(TroubleKind.Of(trouble), $"{byProcess.Reason} It was trying a failed request again: {trouble}")
                : byProcess,
            ProcessEnd.Exited => ByOutput(process, reading),
            _ => throw new InvalidOperationException($"A process cannot end as {process.End}."),
        };
    }

    private static Ending ByOutput(ProcessResult process, StreamReading reading)
    {
        if (reading.Said is { } said)
            return said;
        if (reading.Trouble is { } trouble)
            return new(TroubleKind.Of(trouble), trouble.ToString());
        var code = process.End == ProcessEnd.Exited ? process.ExitCode ?? 0 : 0;
        var bySignal = code is > Signals and < Signals + 32;
        // A signal that comes after all was said ended what it had left running.
        if (reading.Ended && (code == 0 || bySignal))
            return Success(reading);
        var end = bySignal ? $"It was ended from outside by signal {code - Signals}." : ProcessOutcome.Of(process).Reason;
        return reading.Started
            ? new(TrialOutcome.Crashed, reading.Ended ? end : $"It ended without its result. {end}")
            : new(TrialOutcome.InfrastructureFault, $"It never started a session. {end}");
    }

    private static Ending Success(StreamReading reading)
    {
        var steps = reading.Transcript.Entries;
        // Denied once and edited all the same is a detour; denied and never edited is a trial that could not be worked on.
        if (reading.Denied.Count > 0 && !steps.Any(entry => entry is { Kind: EntryKind.Edit, Failed: not true }))
            return new(TrialOutcome.PermissionDenied, $"It was denied {string.Join(", ", reading.Denied.Distinct(StringComparer.Ordinal))}.");
        if (!reading.ShowsSteps || steps.Any(MayHaveChanged))
            return new(TrialOutcome.Completed, "It came to its own end.");
        var final = reading.Transcript.FinalText;
        if (Clarification.IsAsked(final))
            return new(TrialOutcome.Asked, "It changed nothing and asked a question.");
        if (Refusal().IsMatch(final ?? ""))
            return new(TrialOutcome.Refused, "It changed nothing and declined.");
        return ClaimReader.Read(final) is { Verdict: ClaimVerdict.NoDefect }
            ? new(TrialOutcome.Completed, "It came to its own end and said that nothing is wrong.")
            : new(TrialOutcome.NoChange, "It came to its own end without an edit or a command, and did not say that nothing is wrong.");
    }

    /// <summary>Whether a step can have changed a file: an edit, a command that ran, or a tool that nobody knows.</summary>
    private static bool MayHaveChanged(TranscriptEntry entry) => entry.Kind switch
    {
        EntryKind.Message or EntryKind.Reasoning => false,
        EntryKind.Edit => entry.Failed != true,
        EntryKind.Command => entry is not { Failed: true, ExitCode: null },
        EntryKind.ToolCall => entry.Failed != true && !Looking().IsMatch(entry.Tool ?? entry.Text),
        _ => throw new InvalidOperationException($"No such kind of entry: {entry.Kind}"),
    };

    /// <summary>Tools that only look at something or keep a list.</summary>
    [GeneratedRegex("^(read|view|glob|grep|ls$|list|search|find|todo|think|web|google|fetch|update_?plan|report|skill|lsp)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Looking();

    [GeneratedRegex(@"^\W*(I'm sorry, but I|I'm sorry[,.]? I|Sorry, (but )?I) (can't|cannot|can not|won't|am unable to|'m unable to|'m not able to)|^\W*I (can't|cannot|won't) (help|assist|comply|do that|continue|fulfil)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Refusal();
}

using BugSeeder.Execution.Assistants.Reading;
using BugSeeder.Execution.Processes;
using BugSeeder.Model;

namespace BugSeeder.Execution.Assistants;

/// <summary>An assistant that is driven through its command line. What that looks like is its adapter's business; this is what all have in common.</summary>
internal sealed class CommandLineAssistant(Adapter adapter) : IAssistant
{
    private static readonly TimeSpan VersionLimit = TimeSpan.FromSeconds(60);

    /// <inheritdoc/>
    public string Name => adapter.Settings.Name;

    /// <inheritdoc/>
    public string Kind => adapter.Settings.Kind;

    /// <inheritdoc/>
    public bool IsOurs => adapter.IsOurs;

    /// <inheritdoc/>
    public async Task<AssistantProbe> ProbeAsync(CancellationToken cancellationToken)
    {
        if (ProgramPath.Find(adapter.Command[0]) is not { } program)
            return new(Found: false, null, $"{adapter.Install}, or give its full path as command.");
        var version = adapter.VersionArguments.Count == 0 ? null : await VersionAsync(program, cancellationToken);
        if (version is { Found: false })
            return version;
        var authenticated = adapter.Keys.Count == 0 ? (bool?)null : HasKey();
        return new(Found: true, version?.Version, authenticated == false ? $"Set {string.Join(" or ", adapter.Keys.Where(key => !key.EndsWith('_')).Take(3))}, or name a file that holds the key as keyFile: a trial does not see the login in your home folder." : "")
        {
            Authenticated = authenticated,
        };
    }

    /// <inheritdoc/>
    public async Task<AssistantRun> RunAsync(AssistantTask task, CancellationToken cancellationToken)
    {
        var program = ProcessOutcome.Locate(Name, adapter.Command[0]);
        var invocation = adapter.Invocation(program, task, task.Launcher.Places(task));
        var redaction = Redaction.Of(invocation.Environment);
        if (invocation.Arguments.Any(redaction.FindsKey))
            throw new UserError($"The command line of assistant '{Name}' holds a key, where every process of this machine can read it.", "Pass it in a variable of its environment, or name a file that holds it as keyFile.", ExitCode.AssistantUnusable);
        var meter = new LiveMeter(adapter.Reader(), task.Limits, adapter.Settings.Prices, adapter.Settings.Model);
        var raw = await task.Launcher.LaunchAsync(invocation, task, meter, cancellationToken);
        var process = raw with { Output = redaction.Apply(raw.Output), Error = redaction.Apply(raw.Error) };
        var evidence = EvidenceFiles.Read(task.PrivateFolder, invocation.Evidence).ToDictionary(file => file.Key, file => redaction.Apply(file.Value), StringComparer.Ordinal);
        var (ending, understood) = Understand(adapter.Reader(), new(process) { Evidence = evidence }, task.Launcher.Places(task).Workspace, adapter.Settings);
        // A key that was printed in pieces is whole only where the pieces are put together.
        var transcript = redaction.Apply(understood, out var inPieces);
        if (inPieces)
            (process, evidence) = (process with { Output = redaction.ApplyToPieces(process.Output) }, evidence.ToDictionary(file => file.Key, file => redaction.ApplyToPieces(file.Value), StringComparer.Ordinal));
        return new AssistantRun(ending.Outcome, redaction.Apply(ending.Reason), process.ExitCode, process.Wall, process.Output, process.Error, transcript)
        {
            Evidence = evidence,
        }.Within(task.Limits, meter.Ending);
    }

    /// <summary>What an output means, with prices where the assistant gave none.</summary>
    public static Understood Understand(EventReader reader, AssistantOutput output, string folder, AssistantSettings settings)
    {
        var reading = reader.Read(output, folder);
        var transcript = reading.Transcript with { Model = reading.Transcript.Model ?? settings.Model };
        if (transcript.Usage is { } usage)
            transcript = transcript with { Usage = settings.Prices.Price(usage, transcript.Model) };
        return new(Classification.Of(output.Process, reading), transcript);
    }

    private async Task<AssistantProbe> VersionAsync(string program, CancellationToken cancellationToken)
    {
        var result = await ProcessRunner.RunAsync(
            new(program, [.. adapter.Command.Skip(1), .. adapter.VersionArguments], Path.GetTempPath()) { TimeLimit = VersionLimit, Environment = new Dictionary<string, string?> { ["COPILOT_AUTO_UPDATE"] = "false" } },
            cancellationToken);
        return result.Succeeded
            ? new(Found: true, VersionText.In(result.OutputText), "")
            : new(Found: false, null, $"'{adapter.Command[0]} {string.Join(' ', adapter.VersionArguments)}' failed. {ProcessOutcome.Of(result).Reason}");
    }

    private bool HasKey() => adapter.Settings.KeyFile is not null || adapter.Keys.Where(key => !key.EndsWith('_')).Any(name =>
        !string.IsNullOrEmpty(adapter.Settings.Environment.GetValueOrDefault(name) ?? Environment.GetEnvironmentVariable(name)));
}

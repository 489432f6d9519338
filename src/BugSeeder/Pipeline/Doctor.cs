using BugSeeder.Assisting;
using BugSeeder.Configuration;
using BugSeeder.Execution.Git;
using BugSeeder.Execution.Processes;
using BugSeeder.Execution.Sandboxes;
using BugSeeder.Model;
using BugSeeder.Specs;
using BugSeeder.Storage;

namespace BugSeeder.Pipeline;

/// <summary>How a thing was found.</summary>
public enum DoctorState
{
    /// <summary>It is here and can be used.</summary>
    Fine,

    /// <summary>It is not here, and nothing needs it yet.</summary>
    Optional,

    /// <summary>It is here and lacks something, and nothing needs it yet.</summary>
    Unready,

    /// <summary>It is not here, and something needs it.</summary>
    Missing,
}

/// <summary>One thing that was looked at.</summary>
/// <param name="Subject">What it is.</param>
/// <param name="State">How it was found.</param>
/// <param name="Text">What was found.</param>
/// <param name="Remedy">What to do; empty when nothing needs to be done.</param>
/// <param name="ExitCode">What <c>doctor</c> ends with if this is missing.</param>
public sealed record DoctorFinding(string Subject, DoctorState State, string Text, string Remedy, ExitCode ExitCode);

/// <summary>Looks at what is needed, without building or spending anything.</summary>
public static class Doctor
{
    /// <summary>Examines the machine, the target and the assistants.</summary>
    /// <param name="target">The target's folder.</param>
    /// <param name="configuration">Its configuration.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public static async Task<IReadOnlyList<DoctorFinding>> ExamineAsync(string target, ConfigurationFile configuration, CancellationToken cancellationToken)
    {
        var findings = new List<DoctorFinding>
        {
            await ToolAsync("dotnet", "Install the .NET 10 SDK.", cancellationToken),
            await ToolAsync("git", "Install git.", cancellationToken),
            await SandboxAsync(configuration, cancellationToken),
        };
        findings.AddRange(Target(target));
        findings.AddRange(configuration.Specs.Select(path => Spec(Path.Combine(target, path), target)));
        if (configuration.Specs.Count == 0)
            findings.Add(new("spec", DoctorState.Optional, "none is named", "Name one under `specs` in bugseeder.yml, or with --spec.", ExitCode.Usage));
        foreach (var name in configuration.Assistants.Keys.Union(configuration.Run.Assistants).Union(Assistants.Catalogue.Kinds.Select(kind => kind.Name)).Where(name => name != "command" && !Assistants.References.Contains(name)))
            findings.Add(await AssistantAsync(name, configuration, cancellationToken));
        return findings;
    }

    private static async Task<DoctorFinding> ToolAsync(string program, string remedy, CancellationToken cancellationToken)
    {
        var result = await ProcessRunner.RunAsync(new(program, ["--version"], Path.GetTempPath()) { TimeLimit = TimeSpan.FromSeconds(30) }, cancellationToken);
        return result.Succeeded
            ? new(program, DoctorState.Fine, result.OutputText.Trim(), "", ExitCode.Done)
            : new(program, DoctorState.Missing, "it cannot be started", remedy, ExitCode.TargetUnusable);
    }

    /// <summary>Assistants of our own need no sandbox; any other is refused without one.</summary>
    private static async Task<DoctorFinding> SandboxAsync(ConfigurationFile configuration, CancellationToken cancellationToken)
    {
        using var folder = new WorkFolder();
        var sandbox = await Sandbox.FindAsync(folder.Sub("s"), cancellationToken);
        var needed = configuration.Run.Assistants.Any(name => !Assistants.IsOurs(name, configuration));
        return new(
            "sandbox",
            sandbox.Hides ? DoctorState.Fine : needed ? DoctorState.Missing : DoctorState.Optional,
            $"level {(int)sandbox.Level} of 3, {sandbox.Text}",
            sandbox.Hides ? sandbox.Remedy : $"{sandbox.Remedy} Without one, `run` takes assistants of others only with --allow-unsandboxed.",
            ExitCode.AssistantUnusable);
    }

    private static IEnumerable<DoctorFinding> Target(string target)
    {
        TargetSource source;
        DoctorFinding? problem = null;
        try
        {
            source = TargetReader.Read(target);
        }
        catch (UserError error)
        {
            problem = new("target", DoctorState.Missing, error.Message, error.Remedy, error.ExitCode);
            source = null!;
        }

        if (problem is not null)
        {
            yield return problem;
            yield break;
        }

        var projects = source.Tree.Files.Keys.Count(path => path.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase));
        yield return projects == 0
            ? new("target", DoctorState.Missing, $"{source.Folder} has no C# project", "Give the folder of a C# repository with --target.", ExitCode.TargetUnusable)
            : new("target", DoctorState.Fine, $"{source.Folder}: {source.Tree.Files.Count} files, {projects} C# projects{(source.Identity.Commit is { } commit ? $", commit {commit[..10]}{(source.Identity.Dirty ? " with uncommitted changes" : "")}" : ", not in a git repository")}", "", ExitCode.Done);
        foreach (var bank in Banks(new TargetStore(source.Folder), source))
            yield return bank;
    }

    private static IEnumerable<DoctorFinding> Banks(TargetStore store, TargetSource source)
    {
        if (store.Banks.Count == 0)
            yield return new("bank", DoctorState.Optional, "none yet", "Make one with `bugseeder seed`.", ExitCode.Usage);
        foreach (var name in store.Banks)
        {
            var bank = BankFolder.Read(store.Bank(name));
            yield return bank.Bank.Target.Tree == source.Tree.Hash
                ? new($"bank '{name}'", DoctorState.Fine, $"{bank.Bugs.Count} bugs", "", ExitCode.Done)
                : new($"bank '{name}'", DoctorState.Optional, "it was made for another state of the target", "Make a new one with `bugseeder seed`, or check out that state.", ExitCode.Usage);
        }
    }

    private static DoctorFinding Spec(string path, string target)
    {
        try
        {
            var spec = SpecVariant.Read(path, target);
            return new($"spec '{path}'", DoctorState.Fine, $"{spec.Text.Split('\n').Length} lines", "", ExitCode.Done);
        }
        catch (UserError problem)
        {
            return new($"spec '{path}'", DoctorState.Missing, problem.Message, problem.Remedy, problem.ExitCode);
        }
    }

    private static async Task<DoctorFinding> AssistantAsync(string name, ConfigurationFile configuration, CancellationToken cancellationToken)
    {
        var needed = configuration.Run.Assistants.Contains(name);
        try
        {
            var probe = await Assistants.Create(name, configuration).ProbeAsync(cancellationToken);
            return probe.Found
                ? new(
                    $"assistant '{name}'", probe.Authenticated != false ? DoctorState.Fine : needed ? DoctorState.Missing : DoctorState.Unready,
                    $"{probe.Version ?? "found"}{probe.Authenticated switch { true => ", a key would reach it", false => ", no key would reach it", null => "" }}",
                    probe.Remedy, probe.Authenticated == false ? ExitCode.AssistantUnusable : ExitCode.Done)
                : new($"assistant '{name}'", needed ? DoctorState.Missing : DoctorState.Optional, "not found", probe.Remedy, ExitCode.AssistantUnusable);
        }
        catch (UserError problem)
        {
            return new($"assistant '{name}'", DoctorState.Missing, problem.Message, problem.Remedy, problem.ExitCode);
        }
    }
}

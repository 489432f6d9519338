using System.CommandLine;
using BugSeeder.Assisting;
using BugSeeder.Configuration;
using BugSeeder.Execution.Assistants;
using BugSeeder.Model;
using BugSeeder.Model.Runs;
using BugSeeder.Pipeline;
using BugSeeder.Specs.Checking;

namespace BugSeeder.Cli.Commands;

/// <summary>How large a run is, unless the user says otherwise.</summary>
/// <param name="Name">The name on the command line.</param>
/// <param name="Bugs">How many bugs.</param>
/// <param name="Controls">How many clean controls.</param>
/// <param name="Repetitions">How often each challenge is tried.</param>
internal sealed record Preset(string Name, int Bugs, int Controls, int Repetitions)
{
    public static IReadOnlyList<Preset> All { get; } = [new("smoke", 10, 5, 1), new("standard", 30, 20, 3), new("compare", 50, 20, 5)];

    public static Preset Of(string name) => All.FirstOrDefault(preset => preset.Name == name)
        ?? throw new UserError($"There is no preset '{name}'.", $"Choose one of: {string.Join(", ", All.Select(preset => preset.Name))}.");
}

/// <summary>The options that make a run's request.</summary>
internal static class RunOptions
{
    public static Option<string[]> Assistant { get; } = new("--assistant", "-a") { Description = "An assistant: claude, a reference assistant such as oracle or noop, or a name from bugseeder.yml; may be repeated.", HelpName = "NAME" };

    public static Option<string[]> Spec { get; } = new("--spec") { Description = "A spec: a Markdown or text file, or a folder of them; each one given is a variant.", HelpName = "PATH" };

    public static Option<string?> PresetName { get; } = new("--preset") { Description = "smoke: 10 bugs, 5 controls, once (default). standard: 30, 20, three times. compare: 50, 20, five times.", HelpName = "NAME" };

    public static Option<int?> Bugs { get; } = new("--bugs", "-n") { Description = "How many bugs.", HelpName = "N" };

    public static Option<int?> Controls { get; } = new("--controls") { Description = "How many clean controls: a bug's own workspace with the bug undone.", HelpName = "N" };

    public static Option<int?> Repetitions { get; } = new("--repetitions", "-r") { Description = "How often each challenge is tried.", HelpName = "N" };

    public static Option<long> Seed { get; } = new("--seed", "-s") { Description = "The number that the choice of bugs starts from.", DefaultValueFactory = _ => 1, HelpName = "NUMBER" };

    public static Option<int?> TimeLimit { get; } = new("--time-limit") { Description = "The longest that a trial may take, in seconds (default 900).", HelpName = "SECONDS" };

    public static Option<string?> Confirm { get; } = new("--confirm") { Description = "How far trials that were scored in memory are checked by the real build. sample: a random tenth (default). all: every trial is scored by the real build. none.", HelpName = "WHICH" };

    public static Option<bool> AllowUnsandboxed { get; } = new("--allow-unsandboxed") { Description = "Let assistants run where this machine has no sandbox. Nothing is hidden from them then, and the report says so." };

    public static Option<string[]> Network { get; } = new("--network") { Description = "A host (host or host:port) that assistants may reach beside their models' own; may be repeated. open: every host there is.", HelpName = "HOST" };

    public static IReadOnlyList<Option> All { get; } = [Options.Target, Options.Config, Options.Property, Options.Bank, Assistant, Spec, PresetName, Bugs, Controls, Repetitions, Seed, TimeLimit, Confirm, AllowUnsandboxed, Network, Options.Parallel];

    /// <summary>Merges command line, configuration and preset.</summary>
    public static RunRequest Request(ParseResult parsed, IReadOnlyList<string>? assistants = null)
    {
        var configuration = Options.Configuration(parsed);
        var preset = Preset.Of(parsed.GetValue(PresetName) ?? configuration.Run.Preset ?? "smoke");
        var names = assistants ?? (parsed.GetValue(Assistant) is { Length: > 0 } given ? given : configuration.Run.Assistants);
        if (names.Count == 0)
            throw new UserError("No assistant was named.", "Name one with --assistant, or under `run: assistants:` in bugseeder.yml. To try the tool without one: --assistant oracle --assistant noop.");
        if (names.Distinct(StringComparer.Ordinal).Count() < names.Count)
            throw new UserError("An assistant was named twice.", "Name each once; --repetitions says how often it tries each challenge.");
        var target = parsed.GetValue(Options.Target)!;
        return new(
            target,
            Options.TargetSettings(parsed, configuration),
            parsed.GetValue(Options.Bank) ?? configuration.Run.Bank,
            [.. names.Select(name => Assistants.Create(name, configuration))],
            parsed.GetValue(Spec) is { Length: > 0 } specs ? specs : [.. configuration.Specs.Select(path => Path.Combine(target, path))],
            configuration.LeaveOut,
            configuration.MayChange,
            Options.Positive(parsed.GetValue(Bugs) ?? configuration.Run.Bugs ?? preset.Bugs, "--bugs"),
            NotNegative(parsed.GetValue(Controls) ?? configuration.Run.Controls ?? preset.Controls, "--controls"),
            Options.Positive(parsed.GetValue(Repetitions) ?? configuration.Run.Repetitions ?? preset.Repetitions, "--repetitions", largest: 1000),
            parsed.GetValue(Seed),
            Limits(parsed, configuration.Run),
            Options.ParallelOf(parsed, configuration))
        {
            Confirm = Settings.Confirm(parsed.GetValue(Confirm) ?? configuration.Run.Confirm),
            Matrix = configuration.Trace.Matrix,
            Severities = SpecCheck.Severities(configuration.SpecCheck),
            Confinement = Settings.Confinement(configuration, parsed.GetValue(AllowUnsandboxed), parsed.GetValue(Network) ?? []),
        };
    }

    /// <summary>The request that a run was started with; only where the target lies and how much runs at once is taken from the command line.</summary>
    public static RunRequest RequestOf(RunRecord run, ParseResult parsed)
    {
        var configuration = Options.Configuration(parsed);
        return new(
            parsed.GetValue(Options.Target)!,
            Settings.Target(configuration, run.Properties.Select(property => $"{property.Key}={property.Value}")),
            run.Bank,
            [.. run.Assistants.Select(assistant => Assistants.Create(assistant.Name, configuration))],
            [.. run.Briefings.Select(briefing => briefing.Spec).OfType<string>()],
            run.LeaveOut, run.MayChange, run.Bugs.Count, run.Controls.Count, run.Repetitions, run.SeedNumber,
            new(TimeSpan.FromSeconds(run.Limits.TimeSeconds), TimeSpan.FromSeconds(run.Limits.IdleSeconds), run.Limits.OutputBytes, run.Limits.Turns, run.Limits.CostUsd),
            Options.ParallelOf(parsed, configuration))
        {
            Confirm = run.Confirm,
            Matrix = configuration.Trace.Matrix,
            Severities = SpecCheck.Severities(configuration.SpecCheck),
            // What was accepted when the run was started need not be accepted again.
            Confinement = Settings.Confinement(
                configuration,
                parsed.GetValue(AllowUnsandboxed) || run.Confinement is { Level: SandboxLevel.Process },
                [.. parsed.GetValue(Network) ?? [], .. run.Confinement?.Hosts ?? [], .. run.Confinement is { Level: < SandboxLevel.Process, NetworkIsOpen: true } ? [Settings.OpenNetwork] : Array.Empty<string>()]),
        };
    }

    private static AssistantLimits Limits(ParseResult parsed, RunSection run)
    {
        var time = Options.Positive(parsed.GetValue(TimeLimit) ?? run.TimeLimitSeconds ?? 900, "--time-limit", largest: Settings.LongestLimitSeconds);
        var idle = Options.Positive(run.IdleLimitSeconds ?? Math.Min(time, 300), "idleLimitSeconds", largest: Settings.LongestLimitSeconds);
        return new(TimeSpan.FromSeconds(time), TimeSpan.FromSeconds(idle), 64L * 1024 * 1024, run.MaxTurns, run.MaxCostUsd);
    }

    private static int NotNegative(int value, string name) => value >= 0 ? value : throw new UserError($"{name} is {value}.", $"Give 0 or more with {name}.");
}

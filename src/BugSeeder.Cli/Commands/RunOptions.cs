using System.CommandLine;
using BugSeeder.Assisting;
using BugSeeder.Configuration;
using BugSeeder.Model;
using BugSeeder.Model.Grades;
using BugSeeder.Model.Runs;
using BugSeeder.Model.Trials;
using BugSeeder.Pipeline;
using BugSeeder.Specs.Checking;

namespace BugSeeder.Cli.Commands;

/// <summary>How large a run is, unless the user says otherwise.</summary>
/// <param name="Name">The name on the command line.</param>
/// <param name="Bugs">How many bugs.</param>
/// <param name="Controls">How many clean controls.</param>
/// <param name="Repetitions">How often each challenge is tried.</param>
/// <param name="Full">Whether everything is explained on all bugs once, so that there is a letter.</param>
internal sealed record Preset(string Name, int Bugs, int Controls, int Repetitions, bool Full)
{
    public static IReadOnlyList<Preset> All { get; } = [new("smoke", 10, 5, 1, false), new("standard", 30, 20, 3, true), new("compare", 50, 20, 5, false)];

    public static Preset Of(string name) => All.FirstOrDefault(preset => preset.Name == name)
        ?? throw new UserError($"There is no preset '{name}'.", $"Choose one of: {string.Join(", ", All.Select(preset => preset.Name))}.");
}

/// <summary>The options that make a run's request.</summary>
internal static class RunOptions
{
    public static Option<string[]> Assistant { get; } = new("--assistant", "-a") { Description = "An assistant: claude, a reference assistant such as oracle or noop, or a name from bugseeder.yml; may be repeated.", HelpName = "NAME" };

    public static Option<string[]> Spec { get; } = new("--spec") { Description = "A spec: a Markdown or text file, or a folder of them; each one given is a variant.", HelpName = "PATH" };

    public static Option<string?> PresetName { get; } = new("--preset") { Description = "smoke: 10 bugs, 5 controls, once (default). standard: 30, 20, three times, and everything explained once, for a letter. compare: 50, 20, five times.", HelpName = "NAME" };

    public static Option<int?> Bugs { get; } = new("--bugs", "-n") { Description = "How many bugs.", HelpName = "N" };

    public static Option<int?> Controls { get; } = new("--controls") { Description = "How many controls: a bug's own workspace with the bug undone; every second one with a rewrite that looks suspicious and behaves the same.", HelpName = "N" };

    public static Option<int?> Repetitions { get; } = new("--repetitions", "-r") { Description = "How often each challenge is tried.", HelpName = "N" };

    public static Option<long> Seed { get; } = new("--seed", "-s") { Description = "The number that the choice of bugs starts from.", DefaultValueFactory = _ => 1, HelpName = "NUMBER" };

    public static Option<bool> Full { get; } = new("--full") { Description = "Explain everything by hand on each bug once: what gap closure and the letter are measured against." };

    public static Option<bool> Climb { get; } = new("--climb") { Description = "For what a spec does not solve, explain more and more (symptom, failing test, place), with the spec alone once more beside it." };

    public static Option<bool> WithPlacebo { get; } = new("--placebo") { Description = "Also give a document with the same headings that requires nothing." };

    public static Option<bool> EarlyStop { get; } = new("--early-stop") { Description = "Look after rounds 1, 3 and 5, and stop once the answer is clear or hopeless; intervals allow for it." };

    public static Option<string[]> Ablate { get; } = new("--ablate") { Description = "Leave sections of the spec out by lot, to see what each does (helps, redundant, inert, harmful); alone for all sections, or with the id of one, and again for more.", HelpName = "SECTION", Arity = ArgumentArity.ZeroOrMore };

    public static Option<int?> AblateTrials { get; } = new("--ablate-trials") { Description = $"How often each bug is tried with sections left out ({Ablation.UsualTrials}, unless said).", HelpName = "N" };

    public static Option<BankHalf?> Half { get; } = new("--half") { Description = "Choose bugs of one half of the bank only: open (advice names its bugs) or sealed (shown in sums only).", HelpName = "HALF" };

    public static Option<string?> Confirm { get; } = new("--confirm") { Description = "How far trials that were scored in memory are checked by the real build. sample: a random tenth (default). all: every trial is scored by the real build. none.", HelpName = "WHICH" };

    public static Option<bool> AllowUnsandboxed { get; } = new("--allow-unsandboxed") { Description = "Let assistants run where this machine has no sandbox. Nothing is hidden from them then, and the report says so." };

    public static Option<string[]> Network { get; } = new("--network") { Description = "A host (host or host:port) that assistants may reach beside their models' own; may be repeated. open: every host there is.", HelpName = "HOST" };

    public static IReadOnlyList<Option> All { get; } = [Options.Target, Options.Config, Options.Property, Options.Bank, Assistant, Spec, PresetName, Bugs, Controls, Repetitions, Seed, Full, Climb, WithPlacebo, EarlyStop, Ablate, AblateTrials, Half, .. RunLimitOptions.All, Confirm, AllowUnsandboxed, Network, Options.Parallel];

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
        var repetitions = Options.Positive(parsed.GetValue(Repetitions) ?? configuration.Run.Repetitions ?? preset.Repetitions, "--repetitions", largest: 1000);
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
            repetitions,
            parsed.GetValue(Seed),
            RunLimitOptions.OfTrial(parsed, configuration.Run),
            Options.ParallelOf(parsed, configuration))
        {
            Matrix = configuration.Trace.Matrix,
            Severities = SpecCheck.Severities(configuration.SpecCheck),
            Full = parsed.GetValue(Full) || preset.Full,
            Climbs = parsed.GetValue(Climb),
            HasPlacebo = parsed.GetValue(WithPlacebo),
            Looks = parsed.GetValue(EarlyStop) ? LooksOf(repetitions) : [],
            Half = parsed.GetValue(Half),
            Ablation = AblationOf(parsed),
            RunLimits = RunLimitOptions.OfRun(parsed, new(configuration.Run.BudgetUsd, configuration.Run.BudgetMinutes)),
            Retries = RunLimitOptions.Retries(configuration.Run),
            RateLimitPatience = RunLimitOptions.RateLimitPatience(configuration.Run),
            Confirm = Settings.Confirm(parsed.GetValue(Confirm) ?? configuration.Run.Confirm),
            Confinement = Settings.Confinement(configuration, parsed.GetValue(AllowUnsandboxed), parsed.GetValue(Network) ?? []),
        };
    }

    private static Ablation? AblationOf(ParseResult parsed)
    {
        var trials = parsed.GetValue(AblateTrials);
        if (parsed.GetResult(Ablate) is null)
            return trials is null ? null : throw new UserError("--ablate-trials says how often, and no section is left out.", "Give --ablate as well.");
        return new(parsed.GetValue(Ablate) ?? [], Options.Positive(trials ?? Ablation.UsualTrials, "--ablate-trials", largest: 1000));
    }

    /// <summary>After rounds 1, 3 and 5, and at the end: a design of three looks, or of fewer where there are not so many rounds.</summary>
    private static IReadOnlyList<int> LooksOf(int repetitions) => [.. new[] { 1, 3, 5, repetitions }.Where(round => round <= repetitions).Distinct().Order()];

    /// <summary>The request that a run was started with; only where the target lies and how much runs at once is taken from the command line.</summary>
    public static RunRequest RequestOf(RunRecord run, ParseResult parsed)
    {
        var configuration = Options.Configuration(parsed);
        return new(
            parsed.GetValue(Options.Target)!,
            Settings.Target(configuration, run.Properties.Select(property => $"{property.Key}={property.Value}")),
            run.Bank,
            [.. run.Assistants.Select(assistant => Assistants.Create(assistant.Name, configuration))],
            [.. run.Briefings.Select(briefing => briefing.Spec).OfType<string>().Distinct(StringComparer.Ordinal)],
            run.LeaveOut, run.MayChange, run.Bugs.Count, run.Controls.Count + run.Refactors.Count, run.Repetitions, run.SeedNumber,
            new(TimeSpan.FromSeconds(run.Limits.TimeSeconds), TimeSpan.FromSeconds(run.Limits.IdleSeconds), run.Limits.OutputBytes, run.Limits.Turns, run.Limits.CostUsd) { Tokens = run.Limits.Tokens },
            Options.ParallelOf(parsed, configuration))
        {
            Matrix = configuration.Trace.Matrix,
            Severities = SpecCheck.Severities(configuration.SpecCheck),
            Full = run.Briefings.Contains(Briefing.Full),
            Climbs = run.Climbs,
            HasPlacebo = run.Briefings.Any(briefing => briefing.Form == BriefingForm.Placebo),
            Looks = run.Looks,
            Half = run.Half,
            Ablation = run.Ablation,
            RunLimits = RunLimitOptions.OfRun(parsed, run.RunLimits),
            Retries = RunLimitOptions.Retries(configuration.Run),
            RateLimitPatience = RunLimitOptions.RateLimitPatience(configuration.Run),
            Confirm = run.Confirm,
            // What was accepted when the run was started need not be accepted again.
            Confinement = Settings.Confinement(
                configuration,
                parsed.GetValue(AllowUnsandboxed) || run.Confinement is { Level: SandboxLevel.Process },
                [.. parsed.GetValue(Network) ?? [], .. run.Confinement?.Hosts ?? [], .. run.Confinement is { Level: < SandboxLevel.Process, NetworkIsOpen: true } ? [Settings.OpenNetwork] : Array.Empty<string>()]),
        };
    }

    private static int NotNegative(int value, string name) => value >= 0 ? value : throw new UserError($"{name} is {value}.", $"Give 0 or more with {name}.");
}

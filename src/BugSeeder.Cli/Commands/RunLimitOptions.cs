using System.CommandLine;
using BugSeeder.Configuration;
using BugSeeder.Execution.Assistants;
using BugSeeder.Model;
using BugSeeder.Model.Runs;

namespace BugSeeder.Cli.Commands;

/// <summary>The options that say what a trial and a run may use.</summary>
internal static class RunLimitOptions
{
    public static Option<int?> TimeLimit { get; } = new("--time-limit") { Description = "The longest that a trial may take, in seconds (default 900).", HelpName = "SECONDS" };

    public static Option<int?> IdleLimit { get; } = new("--idle-limit") { Description = "How long an assistant may print nothing, in seconds (default 300).", HelpName = "SECONDS" };

    public static Option<int?> MaxTurns { get; } = new("--max-turns") { Description = "The most turns of a trial.", HelpName = "N" };

    public static Option<long?> MaxTokens { get; } = new("--max-tokens") { Description = "The most tokens of a trial, of all kinds together.", HelpName = "N" };

    public static Option<decimal?> MaxCost { get; } = new("--max-cost") { Description = "The most money of a trial, in US dollars.", HelpName = "USD" };

    public static Option<decimal?> Budget { get; } = new("--budget") { Description = "The most money of this start of the run, in US dollars: it stops before the trial that would pass it, and --resume goes on.", HelpName = "USD" };

    public static Option<int?> BudgetTime { get; } = new("--budget-time") { Description = "The most time of this start of the run, in minutes.", HelpName = "MINUTES" };

    public static IReadOnlyList<Option> All { get; } = [TimeLimit, IdleLimit, MaxTurns, MaxTokens, MaxCost, Budget, BudgetTime];

    /// <summary>What a trial may use.</summary>
    public static AssistantLimits OfTrial(ParseResult parsed, RunSection run)
    {
        var time = Options.Positive(parsed.GetValue(TimeLimit) ?? run.TimeLimitSeconds ?? 900, "--time-limit", largest: Settings.LongestLimitSeconds);
        var idle = Options.Positive(parsed.GetValue(IdleLimit) ?? run.IdleLimitSeconds ?? Math.Min(time, 300), "--idle-limit", largest: Settings.LongestLimitSeconds);
        var turns = parsed.GetValue(MaxTurns) ?? run.MaxTurns;
        return new(TimeSpan.FromSeconds(time), TimeSpan.FromSeconds(idle), 64L * 1024 * 1024, turns is null ? null : Options.Positive(turns.Value, "--max-turns"), Above0(parsed.GetValue(MaxCost) ?? run.MaxCostUsd, "--max-cost"))
        {
            Tokens = Above0(parsed.GetValue(MaxTokens) ?? run.MaxTokens, "--max-tokens") is { } tokens ? (long)tokens : null,
        };
    }

    /// <summary>What this start of a run may use; the command line wins over what was set before.</summary>
    public static RunLimits OfRun(ParseResult parsed, RunLimits before)
    {
        var minutes = parsed.GetValue(BudgetTime) ?? before.Minutes;
        return new(Above0(parsed.GetValue(Budget) ?? before.CostUsd, "--budget"), minutes is null ? null : Options.Positive(minutes.Value, "--budget-time"));
    }

    /// <summary>How often a trial is tried again after a fault that is not the assistant's.</summary>
    public static int Retries(RunSection run) => run.Retries switch
    {
        null => 2,
        >= 0 and <= 20 => run.Retries.Value,
        _ => throw new UserError($"`retries` is {run.Retries}.", "Give a number from 0 to 20 in bugseeder.yml."),
    };

    /// <summary>How long a run may wait at a provider's rate limit.</summary>
    public static TimeSpan RateLimitPatience(RunSection run) => run.RateLimitMinutes switch
    {
        null => TimeSpan.FromMinutes(60),
        >= 0 and <= 10_080 => TimeSpan.FromMinutes(run.RateLimitMinutes.Value),
        _ => throw new UserError($"`rateLimitMinutes` is {run.RateLimitMinutes}.", "Give a number from 0 to 10080 in bugseeder.yml."),
    };

    private static decimal? Above0(decimal? value, string name) =>
        value is null or > 0 ? value : throw new UserError($"{name} is {value}.", $"Give a number above 0 with {name}.");
}

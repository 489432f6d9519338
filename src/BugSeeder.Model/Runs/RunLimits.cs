namespace BugSeeder.Model.Runs;

/// <summary>What one start of a run may use: a run that is gone on with may use it again.</summary>
/// <param name="CostUsd">US dollars; <see langword="null"/> for no limit.</param>
/// <param name="Minutes">Wall time, in minutes; <see langword="null"/> for no limit.</param>
public sealed record RunLimits(decimal? CostUsd, int? Minutes)
{
    /// <summary>No limit.</summary>
    public static RunLimits None { get; } = new(null, null);
}

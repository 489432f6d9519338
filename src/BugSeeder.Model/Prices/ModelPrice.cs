namespace BugSeeder.Model.Prices;

/// <summary>What a model's tokens cost, in US dollars per million.</summary>
/// <param name="Input">Input that is not read from a cache.</param>
/// <param name="Output">Output, with reasoning.</param>
public sealed record ModelPrice(decimal Input, decimal Output)
{
    private const decimal Million = 1_000_000m;

    /// <summary>Input read from a cache; <see langword="null"/> for the price of other input.</summary>
    public decimal? CachedInput { get; init; }

    /// <summary>Input written to a cache; <see langword="null"/> for the price of other input.</summary>
    public decimal? CacheWrite { get; init; }

    /// <summary>The price of a trial's tokens, in US dollars.</summary>
    public decimal Of(Trials.Usage usage) =>
        ((usage.InputTokens * Input)
        + (usage.CachedInputTokens * (CachedInput ?? Input))
        + (usage.CacheWriteTokens * (CacheWrite ?? Input))
        + ((usage.OutputTokens + usage.ReasoningTokens) * Output)) / Million;
}

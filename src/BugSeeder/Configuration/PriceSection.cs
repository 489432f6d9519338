using BugSeeder.Model;
using BugSeeder.Model.Prices;

namespace BugSeeder.Configuration;

/// <summary>What a model costs, in US dollars per million tokens.</summary>
public sealed class PriceSection
{
    /// <summary>Input that is not read from a cache.</summary>
    public decimal? Input { get; init; }

    /// <summary>Output, with reasoning.</summary>
    public decimal? Output { get; init; }

    /// <summary>Input read from a cache; the price of other input without it.</summary>
    public decimal? CachedInput { get; init; }

    /// <summary>Input written to a cache; the price of other input without it.</summary>
    public decimal? CacheWrite { get; init; }

    /// <summary>The price.</summary>
    /// <exception cref="UserError">A price is missing or negative.</exception>
    public ModelPrice Price(string model) => this is { Input: >= 0, Output: >= 0, CachedInput: null or >= 0, CacheWrite: null or >= 0 }
        ? new(Input.Value, Output.Value) { CachedInput = CachedInput, CacheWrite = CacheWrite }
        : throw new UserError($"The price of the model '{model}' in bugseeder.yml has no input and output of 0 or more.", "Write it as `input` and `output` in US dollars per million tokens, such as { input: 1.25, output: 10 }.");
}

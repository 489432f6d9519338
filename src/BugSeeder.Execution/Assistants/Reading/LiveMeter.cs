using System.Buffers;
using BugSeeder.Execution.Processes;
using BugSeeder.Model.Prices;
using BugSeeder.Model.Trials;

namespace BugSeeder.Execution.Assistants.Reading;

/// <summary>Reads along while an assistant works, and ends it when it has used more turns, tokens or money than it may.</summary>
/// <param name="reader">A reader of its own for the assistant's kind.</param>
/// <param name="limits">What it may use.</param>
/// <param name="prices">Prices, where the stream has tokens and no cost.</param>
/// <param name="model">The model that it was told to use.</param>
internal sealed class LiveMeter(EventReader reader, AssistantLimits limits, PriceTable prices, string? model) : IOutputWatch
{
    private readonly ArrayBufferWriter<byte> line = new();

    /// <summary>Why it had enough; <see langword="null"/> as long as it has not.</summary>
    public Ending? Ending { get; private set; }

    /// <inheritdoc/>
    public bool Heard(ReadOnlySpan<byte> bytes)
    {
        for (var end = bytes.IndexOf((byte)'\n'); end >= 0 && Ending is null; end = bytes.IndexOf((byte)'\n'))
        {
            line.Write(bytes[..end]);
            JsonValues.Read(line.WrittenSpan, reader.Event);
            line.ResetWrittenCount();
            bytes = bytes[(end + 1)..];
            Ending = reader.SoFar is { } usage ? Over(prices.Price(usage, model), limits, strictly: true) : null;
        }

        if (Ending is null)
            line.Write(bytes);
        return Ending is null;
    }

    /// <summary>The limit that a trial has passed; <see langword="null"/> when it has passed none.</summary>
    /// <param name="usage">What it used.</param>
    /// <param name="limits">What it may use.</param>
    /// <param name="strictly">Whether its turns are looked at too. Those that a program counts itself it may count in another way.</param>
    public static Ending? Over(Usage usage, AssistantLimits limits, bool strictly)
    {
        if (strictly && usage.Turns > limits.Turns)
            return new(TrialOutcome.TurnLimit, $"It was ended after its {limits.Turns} turns.");
        if (usage.Tokens > limits.Tokens)
            return new(TrialOutcome.OverBudget, $"It had used {usage.Tokens} tokens of {limits.Tokens}.");
        return usage.CostUsd > limits.CostUsd
            ? new(TrialOutcome.OverBudget, $"It had spent ${usage.CostUsd:0.####} of ${limits.CostUsd:0.####}.")
            : null;
    }
}

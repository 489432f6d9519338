namespace Tariff;

/// <summary>How often and after which pauses a submission is tried again.</summary>
public sealed record RetryPolicy
{
    public RetryPolicy(int maxAttempts, TimeSpan baseDelay, TimeSpan maxDelay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxAttempts, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(baseDelay, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxDelay, baseDelay);
        MaxAttempts = maxAttempts;
        BaseDelay = baseDelay;
        MaxDelay = maxDelay;
    }

    public static RetryPolicy Standard { get; } = new(5, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(30));

    public int MaxAttempts { get; }

    public TimeSpan BaseDelay { get; }

    public TimeSpan MaxDelay { get; }

    /// <summary>The pause after a failed attempt; the first attempt is number one.</summary>
    public TimeSpan DelayAfter(int attempt, TimeSpan? retryAfter = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempt, 1);
        var delay = BaseDelay;
        for (var step = 1; step < attempt && delay < MaxDelay; step++)
        {
            delay = delay > MaxDelay / 2 ? MaxDelay : delay * 2;
        }

        return retryAfter > delay ? retryAfter.Value : delay;
    }
}

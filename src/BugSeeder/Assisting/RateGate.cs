namespace BugSeeder.Assisting;

/// <summary>
/// Slows a whole run down when a provider's rate limit is reached: nobody starts until it opens again, and the pauses double as long as nothing gets
/// through. Without it every trial would run into the same limit by itself, and the run would fail of it.
/// </summary>
/// <param name="clock">Tells the time.</param>
/// <param name="patience">How long the run may wait at one limit altogether, until something gets through.</param>
/// <param name="note">Told of every pause.</param>
internal sealed class RateGate(TimeProvider clock, TimeSpan patience, Action<string> note)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private readonly Lock door = new();
    private DateTimeOffset opens;
    private TimeSpan waited;
    private int closings;
    private long turn;

    /// <summary>Waits until trials may start.</summary>
    /// <returns>What to show when the trial has ended.</returns>
    public async Task<long> PassAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            TimeSpan left;
            lock (door)
            {
                left = opens - clock.GetUtcNow();
                if (left <= TimeSpan.Zero)
                    return turn;
            }

            await Task.Delay(left, clock, cancellationToken);
        }
    }

    /// <summary>A trial that began with this ticket got through.</summary>
    public void Through(long ticket)
    {
        lock (door)
        {
            if (ticket == turn)
                (closings, waited) = (0, TimeSpan.Zero);
        }
    }

    /// <summary>A trial that began with this ticket ran into the limit. Those that run into it together close the gate once.</summary>
    /// <returns>How long it is closed; <see langword="null"/> when there was no patience left.</returns>
    public TimeSpan? Close(long ticket)
    {
        lock (door)
        {
            var now = clock.GetUtcNow();
            if (ticket != turn)
                return opens > now ? opens - now : TimeSpan.Zero;
            var pause = TimeSpan.FromTicks(Math.Min(Longest.Ticks, First.Ticks << Math.Min(closings, 10)));
            if (waited + pause > patience)
                return null;
            (turn, closings, waited, opens) = (turn + 1, closings + 1, waited + pause, now + pause);
            note($"the provider's rate limit is reached: the whole run waits for {pause.TotalSeconds:F0} s");
            return pause;
        }
    }
}

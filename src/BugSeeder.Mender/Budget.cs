namespace BugSeeder.Mender;

/// <summary>The time that a session may take. It is the only clock that decides anything, and what it cut short is said.</summary>
/// <param name="clock">Tells the time.</param>
/// <param name="limit">How long.</param>
internal sealed class Budget(TimeProvider clock, TimeSpan limit)
{
    private readonly long start = clock.GetTimestamp();

    /// <summary>The time since the start.</summary>
    public TimeSpan Elapsed => clock.GetElapsedTime(start);

    /// <summary>Whether the time is over.</summary>
    public bool IsOver => Elapsed >= limit;

    /// <summary>Whether more than a share of the time is over.</summary>
    /// <param name="share">The share, from 0 to 1.</param>
    public bool IsPast(double share) => Elapsed >= limit * share;
}

namespace BugSeeder.Mender;

/// <summary>The time that the search for a patch may take. It is the only clock that decides anything, and what it cut short is said.</summary>
/// <param name="clock">Tells the time.</param>
/// <param name="limit">How long.</param>
internal sealed class Budget(TimeProvider clock, TimeSpan limit)
{
    private readonly long start = clock.GetTimestamp();

    private long searching = clock.GetTimestamp();

    /// <summary>The time since the start of the session.</summary>
    public TimeSpan Elapsed => clock.GetElapsedTime(start);

    /// <summary>Whether the time of the search is over.</summary>
    public bool IsOver => IsPast(1);

    /// <summary>The search starts now: how long a machine takes to build must not decide how much is tried.</summary>
    public void StartSearch() => searching = clock.GetTimestamp();

    /// <summary>Whether more than a share of the time is over.</summary>
    /// <param name="share">The share, from 0 to 1.</param>
    public bool IsPast(double share) => clock.GetElapsedTime(searching) >= limit * share;
}

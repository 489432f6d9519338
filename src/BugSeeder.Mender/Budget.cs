namespace BugSeeder.Mender;

/// <summary>
/// How much the search for a patch may try. It is counted and not timed, so that the same workspace gets the same answer on any machine; the clock is only there
/// for a machine that is far too busy, or for tests that wait, and what ended a search is said.
/// </summary>
/// <param name="clock">Tells the time.</param>
/// <param name="patches">How many patches may be tried in a warm process.</param>
/// <param name="limit">How long it may take at most.</param>
internal sealed class Budget(TimeProvider clock, int patches, TimeSpan limit)
{
    /// <summary>A patch that needs a process of its own counts as so many: about what it takes longer.</summary>
    public const int Fresh = 10;

    private readonly long start = clock.GetTimestamp();

    private long searching = clock.GetTimestamp();
    private int spent;

    /// <summary>The time since the start of the session.</summary>
    public TimeSpan Elapsed => clock.GetElapsedTime(start);

    /// <summary>Whether nothing more may be tried.</summary>
    public bool IsOver => spent >= patches || IsPast(1);

    /// <summary>The search starts now: how long a machine takes to build must not decide how much is tried.</summary>
    public void StartSearch() => searching = clock.GetTimestamp();

    /// <summary>Counts something that was tried.</summary>
    /// <param name="cost">As many patches as it counts for.</param>
    public void Spend(int cost) => spent += cost;

    /// <summary>Whether more than a share of the longest time is over.</summary>
    /// <param name="share">The share, from 0 to 1.</param>
    public bool IsPast(double share) => clock.GetElapsedTime(searching) >= limit * share;
}

using BugSeeder.Model.Runs;

namespace BugSeeder.Pipeline;

/// <summary>
/// Counts what the trials of a run use, and says when the next one would use more than there is. A trial is taken to cost and last as much as the
/// dearest and the longest so far; before the first has ended, as much as one may cost.
/// </summary>
/// <param name="limits">What may be used.</param>
/// <param name="oneMayCost">What a trial may cost, in US dollars; <see langword="null"/> where it has no limit.</param>
/// <param name="clock">Tells the time.</param>
internal sealed class RunBudget(RunLimits limits, decimal? oneMayCost, TimeProvider clock)
{
    private readonly Lock gate = new();
    private readonly long started = clock.GetTimestamp();
    private decimal spent;
    private decimal? dearest;
    private TimeSpan longest;
    private int running;
    private Func<string>? why;

    /// <summary>Why no further trial is started; <see langword="null"/> as long as they are. Trials at work when it stopped are counted once they have ended.</summary>
    public string? Stopped
    {
        get
        {
            lock (gate)
                return why?.Invoke();
        }
    }

    /// <summary>Whether some cost was not known, so that it could not be counted.</summary>
    public bool IsBlind { get; private set; }

    /// <summary>Whether nothing is known yet of what a trial costs, so that the first should go alone.</summary>
    public bool KnowsNothing => limits.CostUsd is not null && dearest is null && oneMayCost is null;

    /// <summary>Takes note of a trial of an earlier start: what it used counts for the estimate, and not against the limits.</summary>
    public void Seen(decimal? costUsd, TimeSpan took)
    {
        lock (gate)
        {
            dearest = costUsd is null ? dearest : Math.Max(dearest ?? 0, costUsd.Value);
            longest = took > longest ? took : longest;
        }
    }

    /// <summary>Begins a trial, unless it would pass a limit.</summary>
    public bool TryBegin()
    {
        lock (gate)
        {
            if (why is not null)
                return false;
            var next = dearest ?? oneMayCost ?? 0;
            var elapsed = clock.GetElapsedTime(started);
            why = limits switch
            {
                { CostUsd: { } money } when spent >= money || spent + ((running + 1) * next) > money =>
                    () => $"${spent:0.####} of the run's ${money:0.####} is spent, and the next trial may cost ${dearest ?? next:0.####}",
                { Minutes: { } minutes } when elapsed + longest > TimeSpan.FromMinutes(minutes) =>
                    () => $"{elapsed.TotalMinutes:0.#} of the run's {minutes} minutes were over, and the next trial may take {longest.TotalMinutes:0.#}",
                _ => null,
            };
            running += why is null ? 1 : 0;
            return why is null;
        }
    }

    /// <summary>Ends a trial.</summary>
    /// <param name="costUsd">What it cost, in US dollars; <see langword="null"/> when nothing says it.</param>
    /// <param name="took">How long it took.</param>
    public void End(decimal? costUsd, TimeSpan took)
    {
        lock (gate)
        {
            running--;
            IsBlind |= costUsd is null;
            spent += costUsd ?? 0;
            dearest = costUsd is null ? dearest : Math.Max(dearest ?? 0, costUsd.Value);
            longest = took > longest ? took : longest;
        }
    }
}

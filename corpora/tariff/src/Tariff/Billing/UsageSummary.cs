namespace Tariff;

/// <summary>Usage of a billing window grouped the way plans price it.</summary>
public sealed class UsageSummary
{
    private readonly Dictionary<(Season Season, RatePeriod Period), decimal> _kwh = [];

    private UsageSummary()
    {
    }

    public bool IsEstimated { get; private set; }

    public decimal PeakKw { get; private set; }

    public TimeSpan LongestInterval { get; private set; }

    public decimal TotalKwh => _kwh.Values.Sum();

    /// <summary>Groups the usage; the sequence is read once.</summary>
    public static UsageSummary Of(
        IEnumerable<IntervalUsage> usage,
        BillingWindow occupied,
        PeriodSchedule schedule,
        BillingZone zone)
    {
        ArgumentNullException.ThrowIfNull(usage);
        ArgumentNullException.ThrowIfNull(occupied);
        ArgumentNullException.ThrowIfNull(schedule);
        ArgumentNullException.ThrowIfNull(zone);

        var summary = new UsageSummary();
        DateTimeOffset? lastEnd = null;
        foreach (var item in usage.OrderBy(item => item.Start))
        {
            Check(item, occupied, zone);
            if (item.Start < lastEnd)
            {
                throw new BillingException($"The interval at {Stamp(item.Start)} overlaps the one before.");
            }

            lastEnd = item.End;
            summary.Add(item, schedule, zone);
        }

        return summary;
    }

    public decimal KwhOf(Season season, RatePeriod period) => _kwh.GetValueOrDefault((season, period));

    public decimal KwhOf(Season season) => _kwh.Where(pair => pair.Key.Season == season).Sum(pair => pair.Value);

    private static void Check(IntervalUsage item, BillingWindow occupied, BillingZone zone)
    {
        if (item.Length <= TimeSpan.Zero)
        {
            throw new BillingException($"The interval at {Stamp(item.Start)} has no length.");
        }

        if (item.Kwh < 0m)
        {
            throw new BillingException($"The interval at {Stamp(item.Start)} has a negative quantity.");
        }

        if (!occupied.Contains(zone.DateOf(item.Start)))
        {
            throw new BillingException($"The interval at {Stamp(item.Start)} lies outside the billing window.");
        }
    }

    private static string Stamp(DateTimeOffset instant) =>
        instant.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture);

    private void Add(IntervalUsage item, PeriodSchedule schedule, BillingZone zone)
    {
        var season = schedule.Seasons.SeasonOf(zone.DateOf(item.Start));
        var period = schedule.PeriodAt(item.Start, zone);
        _kwh[(season, period)] = _kwh.GetValueOrDefault((season, period)) + item.Kwh;
        IsEstimated |= item.IsEstimated;
        LongestInterval = item.Length > LongestInterval ? item.Length : LongestInterval;
        if (period == RatePeriod.Peak)
        {
            PeakKw = Math.Max(PeakKw, DemandCharge.AverageKw(item.Kwh, item.Length));
        }
    }
}

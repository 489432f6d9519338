namespace Tariff;

/// <summary>A time zone in which local days and hours are reckoned.</summary>
public sealed class BillingZone
{
    private readonly TimeZoneInfo _zone;

    public BillingZone(string id)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone))
        {
            throw new TariffException($"The time zone '{id}' is not known.");
        }

        _zone = zone;
    }

    public string Id => _zone.Id;

    public DateTimeOffset ToLocal(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, _zone);

    public DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(ToLocal(instant).DateTime);

    public TimeOnly TimeOf(DateTimeOffset instant) => TimeOnly.FromDateTime(ToLocal(instant).DateTime);

    /// <summary>The first instant of a local day, in UTC.</summary>
    public DateTimeOffset StartOfDay(DateOnly date)
    {
        var local = date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Unspecified);
        while (_zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(15);
        }

        var offset = _zone.IsAmbiguousTime(local)
            ? _zone.GetAmbiguousTimeOffsets(local).Max()
            : _zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    /// <summary>The real length of a local day.</summary>
    public TimeSpan LengthOfDay(DateOnly date) => StartOfDay(date.AddDays(1)) - StartOfDay(date);

    /// <summary>How many meter intervals of the given length a local day holds.</summary>
    public int IntervalCount(DateOnly date, TimeSpan length) => IntervalsOf(date, length).Count;

    /// <summary>Splits a local day into equal intervals.</summary>
    public IReadOnlyList<DateTimeOffset> IntervalsOf(DateOnly date, TimeSpan length)
    {
        if (length <= TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(length), length, "The interval length must be positive.");
        }

        var total = LengthOfDay(date);
        if (total.Ticks % length.Ticks != 0)
        {
            throw new ArgumentException("The interval length must divide the day.", nameof(length));
        }

        var start = StartOfDay(date);
        var count = (int)(total.TotalMinutes / length.TotalMinutes);
        return Enumerable.Range(0, count).Select(index => start + (length * index)).ToArray();
    }
}

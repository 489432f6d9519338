namespace Tariff;

public enum ReadingQuality
{
    Actual,
    Estimated,
}

/// <summary>The register of a meter at an instant.</summary>
public sealed record MeterReading(MeterId Meter, DateTimeOffset At, decimal RegisterKwh, ReadingQuality Quality);

/// <summary>Why a row was set aside.</summary>
public enum QuarantineReason
{
    LineTooLong,
    ColumnCount,
    BadMeterId,
    BadTimestamp,
    BadNumber,
    BadQuality,
    OutOfOrder,
    ConflictingDuplicate,
    RegisterDecrease,
}

/// <summary>A row that was not imported; the first data row is line 2.</summary>
public sealed record QuarantinedRow(int Line, QuarantineReason Reason);

/// <summary>A stretch of time without readings.</summary>
public sealed record ReadingGap(MeterId Meter, DateTimeOffset From, DateTimeOffset To);

/// <summary>What came out of a readings file.</summary>
public sealed record ImportResult(
    IReadOnlyList<MeterReading> Readings,
    IReadOnlyList<QuarantinedRow> Quarantined,
    IReadOnlyList<ReadingGap> Gaps,
    int Duplicates,
    int Rollovers);

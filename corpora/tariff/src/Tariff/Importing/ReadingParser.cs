namespace Tariff;

/// <summary>Parses single rows of a readings file, the same way under every culture.</summary>
public static class ReadingParser
{
    public const int LongestLine = 200;

    private static readonly string[] TimestampFormats = ["yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz"];

    public static bool IsHeader(string? line) =>
        string.Equals(line?.Trim(), "meter_id,read_at,register_kwh,quality", StringComparison.OrdinalIgnoreCase);

    /// <summary>Parses a row; on failure the reason is set and the reading is null.</summary>
    public static MeterReading? Parse(string line, out QuarantineReason? reason)
    {
        ArgumentNullException.ThrowIfNull(line);
        reason = null;
        if (line.Length > LongestLine)
        {
            reason = QuarantineReason.LineTooLong;
            return null;
        }

        var fields = line.Split(',', StringSplitOptions.TrimEntries);
        if (fields is not [var meterText, var timeText, var registerText, var qualityText])
        {
            reason = QuarantineReason.ColumnCount;
            return null;
        }

        if (!MeterId.TryParse(meterText, out var meter))
        {
            reason = QuarantineReason.BadMeterId;
            return null;
        }

        if (!TryParseInstant(timeText, out var at))
        {
            reason = QuarantineReason.BadTimestamp;
            return null;
        }

        if (!TryParseRegister(registerText, out var register))
        {
            reason = QuarantineReason.BadNumber;
            return null;
        }

        ReadingQuality? quality = qualityText switch
        {
            "A" or "a" => ReadingQuality.Actual,
            "E" or "e" => ReadingQuality.Estimated,
            _ => null,
        };
        if (quality is null)
        {
            reason = QuarantineReason.BadQuality;
            return null;
        }

        return new MeterReading(meter, at, register, quality.Value);
    }

    public static bool TryParseInstant(string text, out DateTimeOffset instant)
    {
        var parsed = DateTimeOffset.TryParseExact(
            text,
            TimestampFormats,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out instant);
        return parsed;
    }

    public static bool TryParseRegister(string text, out decimal register) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out register)
        && register < RegisterMath.Capacity;
}

namespace Tariff.Tests;

public class ReadingParserTests
{
    [Fact]
    public void A_good_row_is_parsed()
    {
        var reading = ReadingParser.Parse("M12345674, 2025-06-10T14:00+02:00 ,1234.5,A", out var reason);

        Assert.Null(reason);
        Assert.Equal(new MeterReading(MeterId.Parse("M12345674"), Noon, 1234.5m, ReadingQuality.Actual), reading);
    }

    [Theory]
    [InlineData("M12345674,2025-06-10T12:00Z,1", QuarantineReason.ColumnCount)]
    [InlineData("M12345674,2025-06-10T12:00Z,1,A,x", QuarantineReason.ColumnCount)]
    [InlineData("M12345670,2025-06-10T12:00Z,1,A", QuarantineReason.BadMeterId)]
    [InlineData("M12345674,10.06.2025 12:00,1,A", QuarantineReason.BadTimestamp)]
    [InlineData("M12345674,2025-06-10T12:00,1,A", QuarantineReason.BadTimestamp)]
    [InlineData("M12345674,2025-06-31T12:00Z,1,A", QuarantineReason.BadTimestamp)]
    [InlineData("M12345674,2025-06-10T12:00Z,one,A", QuarantineReason.BadNumber)]
    [InlineData("M12345674,2025-06-10T12:00Z,1,B", QuarantineReason.BadQuality)]
    [InlineData("M12345674,2025-06-10T12:00Z,1,", QuarantineReason.BadQuality)]
    public void A_bad_row_has_a_reason(string line, QuarantineReason expected)
    {
        Assert.Null(ReadingParser.Parse(line, out var reason));
        Assert.Equal(expected, reason);
    }

    [Theory]
    [InlineData("bad,bad,bad", QuarantineReason.ColumnCount)]
    [InlineData("bad,bad,bad,bad", QuarantineReason.BadMeterId)]
    [InlineData("M12345674,bad,bad,bad", QuarantineReason.BadTimestamp)]
    [InlineData("M12345674,2025-06-10T12:00Z,bad,bad", QuarantineReason.BadNumber)]
    public void The_first_reason_counts_when_a_row_is_bad_in_several_ways(string line, QuarantineReason expected)
    {
        ReadingParser.Parse(line, out var reason);

        Assert.Equal(expected, reason);
    }

    [Theory]
    [InlineData("A", ReadingQuality.Actual)]
    [InlineData("a", ReadingQuality.Actual)]
    [InlineData("E", ReadingQuality.Estimated)]
    [InlineData("e", ReadingQuality.Estimated)]
    public void Quality_is_a_letter_in_either_case(string letter, ReadingQuality expected)
    {
        Assert.Equal(expected, ReadingParser.Parse($"M12345674,2025-06-10T12:00:00Z,1,{letter}", out _)?.Quality);
    }

    [Theory]
    [InlineData("0", true)]
    [InlineData("99999.999", true)]
    [InlineData("100000", false)]
    [InlineData("-1", false)]
    [InlineData("1,5", false)]
    [InlineData("1e3", false)]
    [InlineData("", false)]
    public void A_register_is_a_plain_number_below_the_capacity(string text, bool valid)
    {
        Assert.Equal(valid, ReadingParser.TryParseRegister(text, out _));
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("fr-FR")]
    [InlineData("ar-SA")]
    public void Rows_are_parsed_the_same_under_every_culture(string culture)
    {
        WithCulture(culture, () =>
        {
            var reading = ReadingParser.Parse("M12345674,2025-06-10T12:00Z,1234.567,A", out _);
            Assert.Equal((1234.567m, Noon), (reading!.RegisterKwh, reading.At));
        });
    }

    [Theory]
    [InlineData(200, QuarantineReason.ColumnCount)]
    [InlineData(201, QuarantineReason.LineTooLong)]
    public void A_line_may_have_two_hundred_characters(int length, QuarantineReason expected)
    {
        ReadingParser.Parse(new string('x', length), out var reason);

        Assert.Equal(expected, reason);
    }

    [Theory]
    [InlineData("METER_ID,Read_At,register_kwh,quality ", true)]
    [InlineData("meter_id;read_at;register_kwh;quality", false)]
    [InlineData("read_at,meter_id,register_kwh,quality", false)]
    [InlineData(null, false)]
    public void The_header_may_be_written_in_any_case(string? line, bool expected)
    {
        Assert.Equal(expected, ReadingParser.IsHeader(line));
    }

    [Fact]
    public void The_header_is_recognised_in_turkish()
    {
        WithCulture("tr-TR", () => Assert.True(ReadingParser.IsHeader("METER_ID,READ_AT,REGISTER_KWH,QUALITY")));
    }
}

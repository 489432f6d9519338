namespace Tariff.Tests;

public class ExportTextTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+49", "'+49")]
    [InlineData("-5", "'-5")]
    [InlineData("@SUM", "'@SUM")]
    [InlineData("\tx", "'\tx")]
    [InlineData("a=b", "a=b")]
    public void A_csv_field_cannot_start_a_formula(string value, string expected)
    {
        Assert.Equal(expected, ExportText.Csv(value));
    }

    [Theory]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("=A1,B1", "\"'=A1,B1\"")]
    [InlineData("plain", "plain")]
    [InlineData(null, "")]
    public void A_csv_field_is_quoted_when_needed(string? value, string expected)
    {
        Assert.Equal(expected, ExportText.Csv(value));
    }

    [Theory]
    [InlineData("<b>&", "&lt;b&gt;&amp;")]
    [InlineData("\"it's\"", "&quot;it&#39;s&quot;")]
    [InlineData(null, "")]
    public void Html_is_escaped(string? value, string expected)
    {
        Assert.Equal(expected, ExportText.Html(value));
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("en-US")]
    public void Numbers_are_written_the_same_under_every_culture(string culture)
    {
        WithCulture(culture, () =>
        {
            Assert.Equal("1234.50", ExportText.Amount(1234.5m));
            Assert.Equal("-0.05", ExportText.Amount(-0.05m));
            Assert.Equal("12.300", ExportText.Quantity(12.3m));
            Assert.Equal("0.12345", ExportText.Price(0.12345m));
        });
    }

    [Theory]
    [InlineData("ar-SA")]
    [InlineData("de-DE")]
    public void Instants_are_written_in_utc(string culture)
    {
        WithCulture(culture, () => Assert.Equal(
            "2025-06-10T21:30:05Z",
            ExportText.Instant(new DateTimeOffset(2025, 6, 11, 6, 30, 5, TimeSpan.FromHours(9)))));
    }

    [Theory]
    [InlineData(0, "0 min")]
    [InlineData(59, "59 min")]
    [InlineData(60, "1 h")]
    [InlineData(1525, "25 h 25 min")]
    [InlineData(2880, "48 h")]
    public void Durations_are_written_in_hours_and_minutes(int minutes, string expected)
    {
        Assert.Equal(expected, ExportText.Duration(TimeSpan.FromMinutes(minutes)));
    }

    [Fact]
    public void Parts_of_a_minute_are_cut_off_and_negative_durations_refused()
    {
        Assert.Equal("1 min", ExportText.Duration(TimeSpan.FromSeconds(119)));
        Assert.Throws<ArgumentOutOfRangeException>(() => ExportText.Duration(TimeSpan.FromSeconds(-1)));
    }
}

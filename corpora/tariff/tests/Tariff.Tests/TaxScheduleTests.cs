namespace Tariff.Tests;

public class TaxScheduleTests
{
    private static readonly TaxSchedule Taxes = new(
    [
        new TaxRate(new DateOnly(2024, 7, 1), 0.19m),
        new TaxRate(new DateOnly(2020, 1, 1), 0.10m),
        new TaxRate(new DateOnly(2025, 1, 1), 0.21m),
    ]);

    [Theory]
    [InlineData("2020-01-01", 0.10)]
    [InlineData("2024-06-30", 0.10)]
    [InlineData("2024-07-01", 0.19)]
    [InlineData("2024-12-31", 0.19)]
    [InlineData("2030-01-01", 0.21)]
    public void The_rate_is_the_latest_that_has_started(string date, decimal expected)
    {
        Assert.Equal(expected, Taxes.RateOn(Date(date)));
    }

    [Fact]
    public void Before_the_first_rate_there_is_none()
    {
        var error = Assert.Throws<BillingException>(() => Taxes.RateOn(Date("2019-12-31")));

        Assert.Equal("No tax rate is known for 2019-12-31.", error.Message);
    }

    [Theory]
    [InlineData(0.25, 0.02)]
    [InlineData(0.35, 0.04)]
    [InlineData(0, 0)]
    [InlineData(-10, 0)]
    public void Tax_is_rounded_to_even_and_never_negative(decimal taxable, decimal expected)
    {
        Assert.Equal(expected, Taxes.TaxOn(taxable, Date("2023-01-01")));
    }

    [Theory]
    [InlineData(-0.01)]
    [InlineData(1.01)]
    public void A_rate_is_a_share_between_zero_and_one(decimal rate)
    {
        Assert.Throws<ArgumentException>(() => new TaxSchedule([new TaxRate(new DateOnly(2024, 1, 1), rate)]));
    }

    [Fact]
    public void A_schedule_needs_rates_with_different_starts()
    {
        var day = new DateOnly(2024, 1, 1);

        Assert.Throws<ArgumentException>(() => new TaxSchedule([]));
        Assert.Throws<ArgumentException>(() => new TaxSchedule([new TaxRate(day, 0.1m), new TaxRate(day, 0.2m)]));
    }
}
